"""A desk with somebody in hand, and what the records keep of them."""

from __future__ import annotations

import pytest

from server.records.tables import SiteRow
from tests.support.desk import FIRST, NEXT
from tests.support.devices import SITE
from tests.web.conftest import house_of


@pytest.fixture
def records(own_app):
    return house_of(own_app).visits


@pytest.fixture
def place(own_app):
    """A function that reads the site as it is now."""
    return lambda: house_of(own_app).catalogue.site(SITE)


@pytest.fixture
def asks(own_app, change):
    """A function that has the site ask for something of every visit."""

    def ask(*names):
        change(SiteRow, SITE, visit_asks=list(names))
        house_of(own_app).catalogue.forget(SITE)

    return ask


@pytest.fixture
def desk(own_desk, people):
    """The desk of counter 1, with A001 in hand and A002 waiting."""
    for _ in range(2):
        people.issue()
    own_desk.open(f"{SITE}/1")
    own_desk.press(NEXT)
    return own_desk


@pytest.fixture
def said(records, place):
    """A function that reads what is kept of a ticket's visit; None when there is nothing."""
    return lambda ticket=FIRST: records.account(place(), ticket)


@pytest.fixture
def state(people):
    """A function that reads where a ticket stands."""
    return lambda ticket=FIRST: people.get(f"/tickets/{ticket}").json["state"]
