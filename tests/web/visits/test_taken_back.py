"""An end that is taken back while its visit is written, or before its record could go, leaves nothing behind."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.actions import visits as visit_actions
from server.actions.counter import Acting
from server.domain.people import COMMAND
from server.domain.visits import Account, Stock, VisitOverError
from server.nightwatch import write_visits
from server.records.visits import Visits
from tests.support.devices import SITE


@pytest.fixture
def site(house):
    house.visits.set_stock(house.catalogue.site(SITE), Stock(5, 1), COMMAND)
    return house.catalogue.site(SITE)


@pytest.fixture
def close(house, site):
    """A function that closes a visit at counter 1."""
    return lambda ticket, request, account: visit_actions.close(house, site, Acting("1"), ticket, request, account)


def test_an_end_that_is_taken_back_while_its_visit_is_written_keeps_no_visit_and_no_pass(
    house, site, people, close, monkeypatch, said
):
    ticket, keep = people.issue().json["id"], Visits.keep
    people.call("1", ticket=ticket)

    def slow(self, *given):
        assert people.move(ticket, "undo", counter="1").status_code == 200
        return keep(self, *given)

    monkeypatch.setattr(Visits, "keep", slow)
    with pytest.raises(VisitOverError):
        close(ticket, "end", Account(passes=2))
    assert (said(ticket), house.visits.stock(site).left) == (None, 5)


def test_a_visit_that_ends_again_before_its_record_could_go_says_nothing_of_the_first_end(
    house, site, people, close, away, said, monkeypatch
):
    ticket = people.issue().json["id"]
    people.call("1", ticket=ticket)
    close(ticket, "end", Account(passes=2))
    with away():
        people.move(ticket, "undo", counter="1")
        people.move(ticket, "complete", counter="1")
    monkeypatch.setattr("server.queues.stays.FINAL_AFTER", timedelta())  # nobody takes this end back
    write_visits(house)
    assert (said(ticket), house.visits.stock(site).left) == (Account(), 5)
