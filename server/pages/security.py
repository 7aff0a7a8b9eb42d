"""Headers on every answer: nothing foreign runs, nothing leaks an address."""

from __future__ import annotations

from typing import Final

from flask import Flask, Response, request

from server.metrics import ANSWERS

POLICY: Final = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def guard(app: Flask) -> None:
    """Add the headers, forbid keeping what the API says, and count answers by route."""

    @app.after_request
    def finish(response: Response) -> Response:
        response.headers.update(HEADERS)
        if request.path.startswith(("/api/", "/staff", "/preview", "/t/")):
            response.headers["Cache-Control"] = "no-store"
        # The rule, never the path: a path may hold a follow secret.
        ANSWERS.labels(str(request.url_rule), response.status_code).inc()
        return response
