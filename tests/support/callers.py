"""Everybody who might call: devices of each role here and elsewhere, people of each job, and nobody in particular."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from flask import Flask
from flask.testing import FlaskClient

from server.actions.house import House
from server.domain.people import Job, Role
from server.grants import HEADER, give
from tests.support.devices import SITE, Mediator

ELSEWHERE: Final = "site-2"
DEVICES: Final = {("manager-device" if role is Role.MANAGER else role.value): role for role in Role}
"""As tables name them: a manager is a person there."""
JOBS: Final = tuple(job.value for job in Job)


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody before the door.

    name       as a test's table names them, with " elsewhere" behind it at another site
    at         the site of the device or of the person; None for nobody, and for an admin, who is at home everywhere
    token      of a device
    newcomer   a person who has yet to choose their own password
    """

    name: str
    http: FlaskClient
    at: str | None = None
    token: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    newcomer: bool = False

    @property
    def kind(self) -> str:
        """The word for them in a table."""
        return self.name.partition(" ")[0]

    @property
    def elsewhere(self) -> bool:
        return self.at == ELSEWHERE

    @property
    def signed_in(self) -> bool:
        return self.kind in JOBS

    def ask(self, method: str, path: str, **more: Any) -> Any:
        """A request of theirs."""
        return self.http.open(path, method=method, headers=self.headers | more.pop("headers", {}), **more)


def everybody(app: Flask) -> list[Caller]:
    """All of them, known to an application whose records the test may change."""
    house: House = app.extensions["accueil"]
    found = [Caller("nobody", app.test_client())]
    found += [_device(app, house, name, site) for site in (SITE, ELSEWHERE) for name in DEVICES]
    found.append(_in_its_corner(app, house))
    found += [_person(app, house, job, site) for job in JOBS[:-1] for site in (SITE, ELSEWHERE)]
    found += [_person(app, house, "admin", None), _person(app, house, "mediator", SITE, newcomer=True)]
    return found


def _device(app: Flask, house: House, name: str, site: str) -> Caller:
    token = house.devices.create(site, DEVICES[name])
    shown = name if site == SITE else f"{name} elsewhere"
    return Caller(shown, app.test_client(use_cookies=False), site, token, {"Authorization": f"Bearer {token}"})


def _in_its_corner(app: Flask, house: House) -> Caller:
    """A kiosk on which somebody has typed the staff's PIN."""
    house.pins.make(SITE)
    kiosk = _device(app, house, "kiosk", SITE)
    device, pin = house.devices.recognise(str(kiosk.token)), house.pins.find(SITE)
    assert device is not None
    assert pin is not None
    grant = {HEADER: give(str(app.secret_key), device, pin)}
    return Caller("corner", kiosk.http, SITE, kiosk.token, kiosk.headers | grant)


def _person(app: Flask, house: House, job: str, site: str | None, *, newcomer: bool = False) -> Caller:
    """Somebody signed in, in a browser of their own."""
    name = " ".join([job, *(["elsewhere"] if site == ELSEWHERE else []), *(["newcomer"] if newcomer else [])])
    password = f"un mot de passe pour {name}"
    house.people.add(name, Job(job), password, None if site is None else [site], must_change=newcomer)
    browser = Mediator(app)
    assert browser.sign_in(name, password).status_code == 302
    return Caller(name, browser.http, site, newcomer=newcomer)
