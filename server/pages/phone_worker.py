"""The phone page's service worker, which shows that a number is called while the page is closed."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from flask import Blueprint, Response, send_from_directory

from server.access import Public, who

phone_worker = Blueprint("phone_worker", __name__)

PHONE: Final = Path(__file__).parents[2] / "display" / "phone"


@phone_worker.get("/phone-worker.js")
@who(Public.ANYONE)
def worker() -> Response:
    """A worker may only care for what lies beside or below it: so it stands at the top."""
    return send_from_directory(PHONE, "worker.js", max_age=0)
