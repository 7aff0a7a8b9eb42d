"""Headers on every answer: nothing foreign runs, nothing leaks an address, little is kept."""

from __future__ import annotations

from typing import Final

from flask import Flask, Response, request

from server.metrics import ANSWERS

POLICY: Final = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
FRAMED: Final = POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
"""For the copies of screens and kiosks on staff pages, and nothing else: who frames a page can lay traps over it."""
COPIED: Final = frozenset({"pages.display", "pages.screen", "staff.settings.kiosk"})
UNUSED: Final = (
    "camera", "display-capture", "geolocation", "hid", "microphone", "midi", "payment", "serial", "usb"
)  # fmt: skip
"""What browsers could do for a page and no page of ours asks for."""
HEADERS: Final = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
OF_PAGES: Final = {"Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED)}
"""Browsers heed this of a document alone. A kiosk's first screen is a hundred files, and each would carry it."""


def guard(app: Flask) -> None:
    """Add the headers, forbid keeping what the API says, and count answers by route."""

    @app.after_request
    def finish(response: Response) -> Response:
        is_copy = request.endpoint in COPIED and "copy" in request.args
        response.headers.update(HEADERS | {"Content-Security-Policy": FRAMED if is_copy else POLICY})
        if response.mimetype == "text/html":
            response.headers.update(OF_PAGES)
        # A view that says "private" has thought of who may keep its answer, and for how long.
        if not response.cache_control.private and request.path.startswith(("/api/", "/staff", "/preview", "/t/")):
            response.headers["Cache-Control"] = "no-store"
        # The rule, never the path: a path may hold a follow secret.
        ANSWERS.labels(str(request.url_rule), response.status_code).inc()
        return response
