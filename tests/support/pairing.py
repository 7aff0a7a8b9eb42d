"""What devices and people ask about pairing."""

from __future__ import annotations

from typing import Any

from werkzeug.test import TestResponse

from tests.support.devices import SITE, Device, Mediator

ELSEWHERE = "site-2"
NAME = "Borne de l’entrée"
ADDRESS = "192.0.2.1"
"""From which a device asks."""


def asks(stranger: Device, role: str = "kiosk", **more: Any) -> TestResponse:
    """A device asks for a code."""
    return stranger.ask("POST", "/api/v1/pairings", json={"role": role} | more)


def claims(stranger: Device, proof: str) -> TestResponse:
    """It asks whether it was let in."""
    return stranger.ask("POST", "/api/v1/pairings/claim", json={"proof": proof})


def sends(person: Mediator, path: str, **form: str) -> TestResponse:
    """Somebody at the desk sends a form of their page."""
    return person.http.post(f"/staff/{path}", data=form | {"csrf_token": person.csrf})


def lets_in(person: Mediator, shown: dict[str, str], name: str = NAME, site: str = SITE) -> TestResponse:
    """Somebody at the desk lets a device in."""
    return sends(person, "devices/paired", code=shown["code"], site=site, name=name)
