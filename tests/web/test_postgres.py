"""The whole application over PostgreSQL: somebody takes a ticket, signs in, calls it, and changes the settings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.actions import setup
from server.domain.people import COMMAND, Role
from tests.support.desk import staffed
from tests.support.devices import SITE, Device
from tests.web.conftest import house_of


@pytest.fixture
def over_postgres(build, postgres, valkey):
    """An application whose records lie in PostgreSQL."""
    valkey.client.flushall()
    url = postgres.empty()
    app = build(database_url=url)
    yield app
    house_of(app).catalogue.store.engine.dispose()
    postgres.drop(url)


def test_a_ticket_is_given_called_and_finished(over_postgres):
    kiosk, desk = (
        Device(over_postgres, house_of(over_postgres).devices.create(SITE, role)) for role in (Role.KIOSK, Role.MANAGER)
    )
    ticket = kiosk.issue().json
    called = desk.call("1")
    assert (called.status_code, called.json["id"]) == (201, ticket["id"])
    assert desk.move(ticket["id"], "complete").json["state"] == "done"


def test_somebody_signs_in_and_sees_the_desk(over_postgres):
    mediator = staffed(over_postgres, house_of(over_postgres))
    page = mediator.http.get("/staff/", follow_redirects=True)
    assert (page.status_code, "États-Unis" in page.text, "/sign-out" in page.text) == (200, True, True)


@pytest.mark.parametrize(
    "address",
    ["/api/v1/sites/a%00b", "/api/v1/follow/zzzzzz-AAAAAAAAAAAAAAAAAAAAAA", "/api/v1/sites/%ED%A0%80/board"],
)
def test_what_postgresql_refuses_to_look_for_is_not_there(over_postgres, address):
    kiosk = Device(over_postgres, house_of(over_postgres).devices.create(SITE, Role.DISPLAY))
    assert kiosk.ask("GET", address).status_code in {403, 404}


def test_a_page_of_the_trail_that_no_number_reaches_is_answered(over_postgres):
    manager = house_of(over_postgres).trail
    assert manager.newest(None, 10, before=10**20) == manager.newest(None, 10)


def test_changed_settings_are_there_with_the_next_question(over_postgres):
    house = house_of(over_postgres)
    kiosk = Device(over_postgres, house.devices.create(SITE, Role.KIOSK))
    here = house.catalogue.site(SITE)
    setup.save(house, replace(here, name="Un autre nom", languages=("fr", "en")), COMMAND)
    assert {name: kiosk.get().json[name] for name in ("name", "languages")} == {
        "name": "Un autre nom",
        "languages": ["fr", "en"],
    }
