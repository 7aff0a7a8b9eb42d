"""The demo's paper tickets: pictures that the preview printer drew from the bytes a real printer would get."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, abort, current_app, render_template, send_from_directory

from server.access import Public, who

preview = Blueprint("preview", __name__, template_folder="templates")

SHOWN = 30
"""Newest tickets on the page."""


@preview.get("/preview/")
@who(Public.DEMO)
def tickets() -> str:
    """The newest tickets, newest first. Each picture links to its bytes."""
    names = sorted((path.stem for path in _folder().glob("*.png")), reverse=True)
    papers = [{"name": name, "number": _number(name)} for name in names[:SHOWN]]
    return render_template("preview.html", papers=papers)


@preview.get("/preview/<name>.<any(png, bin):kind>")
@who(Public.DEMO)
def paper(name: str, kind: str) -> Response:
    """A ticket's picture, or the very bytes it was drawn from."""
    return send_from_directory(_folder(), f"{name}.{kind}", max_age=0)


def _folder() -> Path:
    folder: Path | None = current_app.config["PREVIEW_DIR"]
    if folder is None:
        abort(404)
    return folder.resolve()


def _number(name: str) -> str:
    """The number in a file name "stamp-number-job" of the preview driver."""
    parts = name.split("-")
    return parts[1] if len(parts) > 1 else name
