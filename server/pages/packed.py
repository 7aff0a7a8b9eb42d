"""Files that go out compressed: over a thin line a page of a hundred small text files is mostly air."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Final, cast

from flask import Flask, Response, send_from_directory
from flask.blueprints import BlueprintSetupState
from flask_compress import Compress

packing: Final = Compress()
"""For our own files and nothing else: the length of a packed answer could tell which secret stands in it (BREACH)."""


def prepare_packing(state: BlueprintSetupState) -> None:
    """Set it up for an application. To be recorded by the blueprint that sends files."""
    state.app.config["COMPRESS_REGISTER"] = False  # no answer is packed that does not ask for it
    state.app.config["COMPRESS_ALGORITHM"] = ["br", "gzip"]  # browsers ask for "br" on secure lines only
    packing.init_app(cast("Flask", state.app))


def sent_packed(
    folder: Path, name: str, mimetype: str | None = None, replaced: Mapping[bytes, bytes] | None = None
) -> Response:
    """A file, packed where its kind gains by it, with an ETag for each way of packing.

    It is checked at each use: a page never mixes two versions after an update. `replaced` are bytes of it that are sent
    as others; such a file is read whole each time. Raises NotFound.
    """
    response = send_from_directory(folder, name, mimetype=mimetype, max_age=0, conditional=replaced is None)
    for said_better in ("Content-Disposition", "Expires", "Last-Modified"):  # a page pays for them a hundred times
        response.headers.pop(said_better, None)
    if response.status_code == HTTPStatus.PARTIAL_CONTENT:  # a piece of something packed would mean nothing
        return response
    # Whole, not as a stream: only then has what is packed a length, and a 304 of its own.
    response.direct_passthrough = False
    text = response.get_data()
    for old, new in (replaced or {}).items():
        text = text.replace(old, new)
    if replaced:
        response.set_data(text)
        response.headers.pop("ETag", None)
        response.add_etag()
    return packing.after_request(response)
