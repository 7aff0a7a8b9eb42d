"""Devices without a token, and people at the desk who may let them in; one application for each file."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import delete, select

from server.actions.house import House
from server.domain.people import Job, Person
from server.records.door_tables import DeviceRow, PairingRow
from server.records.pairings import Pairings
from server.records.trail import Entry, Trail
from server.records.visit_tables import TrailRow
from tests.support.devices import SITE, Device, Mediator
from tests.support.processes import Valkey
from tests.web.conftest import house_of

COUNT = itertools.count(1)
PASSWORD = "un mot de passe assez long"


class Clock:
    """The time, as the test has it."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def goes_on(self, by: timedelta) -> None:
        """Let so much time pass."""
        self.at += by


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def built(build: Callable[..., Flask]) -> Flask:
    """An application of this file's own: the others' must not be asked for codes until it gives none."""
    return build()


@pytest.fixture
def house(built: Flask, valkey: Valkey) -> House:
    """No device has a token, none shows a code."""
    valkey.client.flushall()
    with house_of(built).catalogue.store.session() as session:
        for table in (PairingRow, DeviceRow, TrailRow):
            session.execute(delete(table))
    return house_of(built)


@pytest.fixture
def somebody(house: House) -> Callable[..., Person]:
    """A function that adds somebody whom no other test knows: their job, and their sites."""

    def add(job: Job = Job.MANAGER, sites: tuple[str, ...] = (SITE,)) -> Person:
        return house.people.add(f"Nadia {next(COUNT)}", job, PASSWORD, sites)

    return add


@pytest.fixture
def manager(somebody: Callable[..., Person]) -> Person:
    """Of the first site."""
    return somebody()


@pytest.fixture
def signed_in(built: Flask, somebody: Callable[..., Person]) -> Callable[..., Mediator]:
    """A function that signs somebody in at the desk, whom no other test knows: their job, and their sites."""

    def sign_in(job: Job = Job.MANAGER, sites: tuple[str, ...] = (SITE,)) -> Mediator:
        person = Mediator(built)
        assert person.sign_in(somebody(job, sites).name, PASSWORD).status_code == 302
        person.open("devices")
        return person

    return sign_in


@pytest.fixture
def nadia(signed_in: Callable[..., Mediator]) -> Mediator:
    """The manager of the first site, at the desk."""
    return signed_in()


@pytest.fixture
def pairings(house: House, clock: Clock) -> Pairings:
    """The pairings of the records, by the test's clock."""
    return Pairings(house.catalogue.store, b"a secret of the test's own", clock)


@pytest.fixture
def rows(house: House) -> Callable[[Any], list[Any]]:
    """A function that reads all of a table."""

    def read(table: Any) -> list[Any]:
        with house.catalogue.store.session() as session:
            return list(session.scalars(select(table)))

    return read


@pytest.fixture
def stranger(built: Flask, house: House) -> Device:
    """A device without a token, at an address of its own: how often an address may ask is another test's matter."""
    device = Device(built, "")
    device.http.environ_base["REMOTE_ADDR"] = f"10.0.0.{next(COUNT)}"
    return device


@pytest.fixture
def trail(house: House) -> Callable[[], Entry]:
    """A function that gives the newest change."""
    return lambda: Trail(house.catalogue.store).newest(None, 1)[0]
