"""The kiosk's own files as one version: what its service worker keeps on the machine, for when nobody answers."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from flask import Blueprint, Response, send_from_directory
from flask.blueprints import BlueprintSetupState

from server.access import Public, who

kiosk_files = Blueprint("kiosk_files", __name__)

SERVER: Final = Path(__file__).parent.parent
KIOSK: Final = SERVER.parent / "kiosk"
FOLDERS: Final = {"/assets/kiosk/": KIOSK, "/look/": SERVER / "look"}
KINDS: Final = {".css", ".ftl", ".html", ".js", ".svg", ".woff2"}

NOT_KEPT: Final = re.compile(
    r"/assets/kiosk/(host/|worker\.js$)|/look/(page\.css$|vendor/((htmx|socket\.io)\.js$|fonts/.*-(mono|phone)-))"
)
"""What is in those folders for others: the machine's set-up, the worker itself, the desk's and the displays' parts."""

LATER: Final = re.compile(r"-common-\d+-\d+\.woff2$")
"""Slices of a face of thousands of letters: a page loads the few it needs, so only those are kept, once used."""


@kiosk_files.get("/kiosk-worker.js")
@who(Public.ANYONE)
def worker() -> Response:
    """The service worker. A worker may only care for what lies beside or below it: so it stands at the top."""
    return send_from_directory(KIOSK, "worker.js", max_age=0)


@kiosk_files.get("/kiosk-files.js")
@who(Public.ANYONE)
def listed() -> Response:
    """The list, as a script that the worker imports: when it differs, the browser knows that the worker does.

    Its ETag is the version, for a page that wants to know no more.
    """
    said = json.dumps(this_version(), separators=(",", ":"))
    answer = Response(f"self.KIOSK={said};\n", mimetype="text/javascript", headers={"Cache-Control": "no-cache"})
    answer.set_etag(str(this_version()["version"]))
    return answer


@kiosk_files.record_once
def read_at_start(state: BlueprintSetupState) -> None:
    """Read the files while they are this program's own; the desk asks the application which version they are.

    While an update writes new ones beside a server that still runs, the list names what is no longer there: no kiosk
    takes half of it, nor a page that the old program does not understand.
    """
    state.app.config["KIOSK_BUILD"] = this_version()["version"]


@cache
def this_version() -> dict[str, object]:
    """The version that this process serves."""
    return version_of(FOLDERS)


def version_of(folders: dict[str, Path]) -> dict[str, object]:
    """The files below some folders: `first` what is kept up front, `later` what is kept once it was used.

    Each address has its digest in the form of Subresource Integrity; `version` stands for all of them together.
    """
    first: dict[str, str] = {}
    later: dict[str, str] = {}
    for address, path in sorted(_found(folders)):
        digest = base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()
        (later if LATER.search(address) else first)[address] = f"sha256-{digest}"
    version = hashlib.sha256(json.dumps([first, later]).encode()).hexdigest()[:16]
    return {"version": version, "first": first, "later": later}


def _found(folders: dict[str, Path]) -> Iterator[tuple[str, Path]]:
    for prefix, folder in folders.items():
        for path in folder.rglob("*"):
            address = prefix + path.relative_to(folder).as_posix()
            if path.suffix in KINDS and not NOT_KEPT.match(address):
                yield address, path
