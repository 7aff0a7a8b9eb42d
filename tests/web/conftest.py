"""One application for a worker's whole session, over an emptied Valkey for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask import Flask
from pydantic import SecretStr

from server.actions.house import House
from server.app import create_app
from server.domain.people import Job, Role
from server.records import passwords
from server.records.seed import plant
from server.records.seed_file import read_seed
from server.records.tables import Base
from server.settings import Settings
from tests.support import walls
from tests.support.contents import contents
from tests.support.desk import staffed
from tests.support.devices import SITE, Device, Mediator
from tests.support.processes import Valkey
from tests.support.seeded import SECRET_KEY, SEED

Devices = Callable[..., Device]

ROADS = {
    "waiting": [],
    "called": ["call"],
    "serving": ["call", "serve"],
    "parked": ["call", "park"],
    "no_show": ["call", "no_show"],
    "done": ["call", "complete"],
    "cancelled": ["cancel"],
    "expired": ["expire"],
}
"""How a new ticket comes into each state."""


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Argon2 with as little work as it takes: these tests sign in thousands of times; its strength is not theirs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        patch.setattr(passwords, "_NOBODY", passwords._hash_of_no_password())
        yield


@pytest.fixture(scope="session")
def build(valkey: Valkey, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Flask]:
    """A function that builds an application with a seeded database of its own."""

    def build_app(**given: Any) -> Flask:
        folder = tmp_path_factory.mktemp("records")
        settings = {
            "redis_url": valkey.url,
            "database_url": f"sqlite:///{folder / 'accueil.db'}",
            "secret_key": SecretStr(SECRET_KEY),
            "device_limits": False,  # one token stands for a crowd; tests/web/test_limits.py has them on
        }
        app = create_app(Settings(**(settings | given)))
        store = house_of(app).catalogue.store
        store.upgrade()
        plant(store, read_seed(SEED))
        return app

    return build_app


@pytest.fixture(scope="session")
def shared_app(build: Callable[..., Flask]) -> Flask:
    """The application that tests share when they leave its records as they are."""
    return build()


@pytest.fixture
def app(shared_app: Flask, valkey: Valkey) -> Flask:
    """The shared application, nobody waiting."""
    valkey.client.flushall()
    house_of(shared_app).waits.forget()
    return shared_app


@pytest.fixture
def own_app(build: Callable[..., Flask], valkey: Valkey) -> Iterator[Flask]:
    """An application whose records this test may change."""
    valkey.client.flushall()
    built = build()
    yield built
    # Each database holds three files open: hundreds of tests in one process would have more than some of them can bear.
    house_of(built).catalogue.store.engine.dispose()


@pytest.fixture(scope="session")
def shared_token(shared_app: Flask) -> Callable[[str, str], str]:
    """A token of the shared application, made once for each site and role."""
    return cache(lambda site, role: house_of(shared_app).devices.create(site, Role(role)))


@pytest.fixture
def device(app: Flask, shared_token: Callable[[str, str], str]) -> Devices:
    """A function that gives a device by role, and by site when it is not the first."""
    return lambda role, site=SITE: Device(app, shared_token(site, role), site)


@pytest.fixture(scope="session")
def shared_pin(shared_app: Flask) -> str:
    """The PIN of the first site's staff corner, in the shared application."""
    return house_of(shared_app).pins.make(SITE)


@pytest.fixture
def corner(device: Devices, shared_pin: str) -> Device:
    """A kiosk whose staff corner is open."""
    kiosk = device("kiosk")
    assert kiosk.open_corner(shared_pin).status_code == 200
    return kiosk


@pytest.fixture
def everything(valkey: Valkey) -> Callable[[], dict[str, Any]]:
    """A function that reads all that the queue holds."""
    return lambda: contents(valkey.client)


def house_of(app: Flask) -> House:
    """What an application works with."""
    return app.extensions["accueil"]


@pytest.fixture
def own_device(own_app: Flask) -> Devices:
    """Like `device`, for the application whose records the test may change."""
    return lambda role, site=SITE: Device(own_app, house_of(own_app).devices.create(site, Role(role)), site)


@pytest.fixture
def change(own_app: Flask) -> Callable[..., None]:
    """A function that changes a row of the records by its primary key, as an administrator's tool would."""

    def change_row(table: type[Base], key: Any, **fields: Any) -> None:
        with house_of(own_app).catalogue.store.session() as session:
            row = session.get_one(table, key)
            for name, value in fields.items():
                setattr(row, name, value)

    return change_row


@pytest.fixture
def desk(device: Devices) -> Device:
    """A counter's device."""
    return device("counter")


@pytest.fixture
def led(device: Devices, desk: Device) -> Callable[[str], str]:
    """A function that leads a new ticket into a state, by counter 1, and gives its id."""

    def lead(state: str) -> str:
        ticket: str = device("kiosk").issue().json["id"]
        for verb in ROADS[state]:
            answer = desk.call("1", ticket=ticket) if verb == "call" else desk.move(ticket, verb)
            assert answer.status_code in {200, 201}, answer.text
        return ticket

    return lead


@pytest.fixture
def refused(everything: Callable[[], dict[str, Any]]) -> Callable[..., Any]:
    """A function that makes a request and sees it refused, with nothing changed."""

    def ask(status: int, code: str, request: Callable[[], Any]) -> Any:
        before = everything()
        answer = request()
        assert (answer.status_code, answer.json["code"]) == (status, code), answer.text
        assert answer.content_type == "application/problem+json"
        assert everything() == before
        return answer.json

    return ask


@pytest.fixture
def mediator(own_app: Flask) -> str:
    """The id of somebody who works at the desk."""
    return str(house_of(own_app).people.add("Aïcha", Job.MEDIATOR, "un mot de passe assez long").id)


@pytest.fixture(scope="module")
def zoe(shared_app: Flask) -> Mediator:
    """A mediator signed in at the desk of the shared application."""
    return staffed(shared_app, house_of(shared_app))


@pytest.fixture
def own_desk(own_app: Flask) -> Mediator:
    """A mediator of the application whose records the test may change."""
    return staffed(own_app, house_of(own_app))


@pytest.fixture
def people(own_device: Devices) -> Device:
    """Takes tickets for those who come: at the desk, where any priority may be given."""
    return own_device("counter")


@pytest.fixture
def screen(device: Devices) -> Callable[..., str]:
    """A function by which a screen says how it is: by default it shows what the server has. It gives its id."""
    return partial(walls.shows, device("display"))


@pytest.fixture
def kiosk(app: Flask, device: Devices) -> Callable[..., str]:
    """A function by which a kiosk says how it is. It gives its id."""
    return lambda **more: walls.says(device("kiosk"), **walls.KIOSK | {"build": app.config["KIOSK_BUILD"]} | more)


@pytest.fixture
def fall_silent(valkey: Valkey) -> Callable[..., None]:
    """A function that lets a device have been silent for a minute, or for a given time."""
    return partial(walls.fall_silent, valkey.client)
