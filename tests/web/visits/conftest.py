"""A desk with somebody in hand, and what the records keep of them. The application is shared: its visits are not."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, text

from server.records.tables import SiteRow
from server.records.visit_tables import PassRow, VisitRow
from tests.support.desk import FIRST, NEXT
from tests.support.devices import SITE
from tests.web.conftest import house_of


@pytest.fixture
def house(app):
    """The shared application's house, without visits and passes."""
    found = house_of(app)
    with found.catalogue.store.session() as session:
        session.execute(delete(VisitRow))
        session.execute(delete(PassRow))
    return found


@pytest.fixture
def records(house):
    return house.visits


@pytest.fixture
def place(house):
    """A function that reads the site as it is now."""
    return lambda: house.catalogue.site(SITE)


@pytest.fixture
def asks(house):
    """A function that has the site ask for something of every visit, until the test is over."""

    def ask(*names):
        with house.catalogue.store.session() as session:
            session.get_one(SiteRow, SITE).visit_asks = list(names)
        house.catalogue.forget(SITE)

    yield ask
    ask()


@pytest.fixture
def away(house):
    """A function: within it the records have no table of visits, and refuse whatever is asked of one."""

    def rename(old, new):
        with house.catalogue.store.session() as session:
            session.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))

    @contextmanager
    def gone():
        rename("visits", "away")
        try:
            yield
        finally:
            rename("away", "visits")

    return gone


@pytest.fixture
def people(device):
    """Takes tickets for those who come, and moves them."""
    return device("counter")


@pytest.fixture
def desk(house, zoe, people):
    """The desk of counter 1, with A001 in hand and A002 waiting."""
    for _ in range(2):
        people.issue()
    zoe.open(f"{SITE}/1")
    zoe.press(NEXT)
    return zoe


@pytest.fixture
def said(records, place):
    """A function that reads what is kept of a ticket's visit; None when there is nothing."""
    return lambda ticket=FIRST: records.account(place(), ticket, datetime.now(UTC))


@pytest.fixture
def state(people):
    """A function that reads where a ticket stands."""
    return lambda ticket=FIRST: people.get(f"/tickets/{ticket}").json["state"]
