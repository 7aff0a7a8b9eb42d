"""Which limit of server/limits.py holds where in the API."""

from __future__ import annotations

from typing import Any, Final

from flask import Flask, current_app, g
from flask_limiter import Limiter

from server import limits
from server.access import device, person, who_of
from server.domain.people import Role

OF_A_DEVICE: Final = {
    "api.put_device": limits.STATES_OF_A_DEVICE,
    "api.get_speech": limits.SENTENCES_OF_A_DEVICE,
}
OF_AN_ADDRESS: Final = {
    "api.open_pairing": limits.PAIRINGS_OPENED,
    "api.claim_pairing": limits.PAIRINGS_ASKED,
}


def limit(app: Flask, limiter: Limiter) -> None:
    """Hang the limits on the views. The gate stands before them: a limit knows which device asks."""
    views = app.view_functions
    for endpoint, rate in OF_A_DEVICE.items():
        views[endpoint] = _limited(limiter.limit(rate, key_func=_caller), views[endpoint])
    for endpoint, rate in OF_AN_ADDRESS.items():
        views[endpoint] = _limited(limiter.limit(rate), views[endpoint])
    tickets = limiter.limit(limits.TICKETS_OF_A_KIOSK, key_func=_caller, exempt_when=_takes_no_tickets)
    views["api.issue_ticket"] = _limited(tickets, views["api.issue_ticket"])
    every = limiter.shared_limit(
        limits.REQUESTS_OF_A_DEVICE, scope="requests", key_func=_caller, exempt_when=_not_counted
    )
    for endpoint in [name for name in views if name.startswith("api.")]:
        allowed = who_of(app, endpoint)
        if allowed is not None and allowed.roles:
            views[endpoint] = _limited(every, views[endpoint])


def _limited(limiting: Any, view: Any) -> Any:
    """The view behind the limit. flask-limiter keeps what a view declared of itself."""
    return limiting(view)


def _caller() -> str:
    """Who asks: the device, or the person who looks on at the desk."""
    return f"device:{device().id}" if "device" in g else f"person:{person().id}"


def _not_counted() -> bool:
    return not current_app.config["DEVICE_LIMITS"]


def _takes_no_tickets() -> bool:
    return _not_counted() or device().role is not Role.KIOSK
