"""The record of a visit, and the passes that leave the drawer with it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import func, select

from server.domain.people import COMMAND
from server.domain.visits import AMENDABLE, Account, Age, Outcome, Request, Stay, Stock, VisitOverError
from server.records.catalogue import Catalogue
from server.records.saving import add_site
from server.records.trail import Trail
from server.records.visit_tables import VisitRow
from server.records.visits import Visits
from tests.support.duchere import PLAIN

NOON = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)
STAY = Stay(
    ticket="000000000001",
    day=date(2026, 11, 23),
    need="papiers",
    language="ar",
    counter="1",
    wait=timedelta(minutes=7),
    serve=timedelta(minutes=20),
    closed_at=NOON,
)
CAF = Account((Request("caf", "droits", Outcome.SOLVED),), difficulty=True, passes=1, age=Age.TO_25)


@pytest.fixture
def catalogue(store):
    made = Catalogue(store)
    add_site(made, PLAIN, COMMAND)
    return made


@pytest.fixture
def site(catalogue):
    return catalogue.site(PLAIN.id)


@pytest.fixture
def visits(store):
    return Visits(store)


@pytest.fixture
def stock(visits, site):
    """A function that fills the drawer."""
    return lambda left, low=2: visits.set_stock(site, Stock(left, low), COMMAND)


def rows(visits):
    with visits.store.session() as session:
        return list(session.scalars(select(VisitRow)))


def test_a_visit_of_which_nobody_says_anything_is_kept_bare(visits, site):
    visits.keep_stay(site, STAY)
    (row,) = rows(visits)
    assert (row.need, row.language, row.counter, row.wait_s, row.serve_s) == ("papiers", "ar", "1", 420, 1200)
    assert (row.closed_at, row.day) == (NOON, date(2026, 11, 23))
    assert visits.account(site, STAY.ticket, NOON) == Account()


def test_what_was_said_comes_back_as_it_was_said(visits, site):
    visits.keep(site, STAY, CAF)
    assert visits.account(site, STAY.ticket, NOON) == CAF


def test_the_same_said_twice_is_one_record_and_one_pass(visits, site, stock):
    stock(5)
    for _ in range(2):
        assert visits.keep(site, STAY, CAF).lacking == 0
    assert len(rows(visits)) == 1
    assert visits.stock(site).left == 4


def test_a_bare_record_that_comes_late_takes_nothing_away(visits, site):
    visits.keep(site, STAY, CAF)
    visits.keep_stay(site, STAY)
    assert visits.account(site, STAY.ticket, NOON) == CAF


def test_a_queue_that_counts_from_1_again_mixes_up_no_visits(visits, site):
    visits.keep(site, STAY, CAF)
    later = replace(STAY, closed_at=NOON + timedelta(days=3), need="energie")
    visits.keep_stay(site, later)
    visits.take_back(site, STAY.ticket, NOON + timedelta(days=6))
    assert [row.need for row in rows(visits)] == ["papiers", "energie"]
    assert visits.account(site, STAY.ticket, later.closed_at) == Account()


def test_saying_otherwise_gives_passes_back(visits, site, stock):
    stock(5)
    visits.keep(site, STAY, replace(CAF, passes=3))
    visits.amend(site, STAY.ticket, replace(CAF, passes=1), NOON)
    assert visits.stock(site).left == 4
    assert visits.account(site, STAY.ticket, NOON).passes == 1


def test_a_visit_can_be_told_for_half_an_hour(visits, site):
    visits.keep_stay(site, STAY)
    visits.amend(site, STAY.ticket, CAF, NOON + AMENDABLE)
    with pytest.raises(VisitOverError):
        visits.amend(site, STAY.ticket, Account(), NOON + AMENDABLE + timedelta(seconds=1))
    assert visits.account(site, STAY.ticket, NOON) == CAF


def test_of_a_ticket_that_left_no_visit_nothing_is_told(visits, site):
    with pytest.raises(VisitOverError):
        visits.amend(site, STAY.ticket, CAF, NOON)


def test_an_end_that_is_taken_back_leaves_no_record_and_gives_the_passes_back(visits, site, stock):
    stock(5)
    visits.keep(site, STAY, replace(CAF, passes=2))
    for _ in range(2):
        visits.take_back(site, STAY.ticket, NOON)
    assert rows(visits) == []
    assert visits.stock(site).left == 5


def test_a_visit_that_has_ended_again_stays(visits, site):
    visits.keep(site, replace(STAY, closed_at=NOON + timedelta(minutes=4)), CAF)
    visits.take_back(site, STAY.ticket, NOON)
    assert visits.account(site, STAY.ticket, NOON) == CAF


def test_no_more_passes_are_given_than_there_are(visits, site, stock):
    stock(1)
    assert visits.keep(site, STAY, replace(CAF, passes=3)).lacking == 2
    assert visits.account(site, STAY.ticket, NOON).passes == 1
    assert visits.stock(site).left == 0


def test_where_nobody_counts_the_passes_they_are_noted_all_the_same(visits, site):
    assert visits.keep(site, STAY, CAF).lacking == 0
    assert visits.account(site, STAY.ticket, NOON).passes == 1
    assert visits.stock(site) is None


def test_two_desks_that_give_the_last_pass_give_one(visits, site, stock):
    stock(1)
    together = Barrier(2)

    def give(ticket):
        together.wait()
        return visits.keep(site, replace(STAY, ticket=ticket), CAF).lacking

    with ThreadPoolExecutor(2) as desks:
        lacking = list(desks.map(give, ("000000000001", "000000000002")))
    assert sorted(lacking) == [0, 1]
    assert visits.stock(site).left == 0
    with visits.store.session() as session:
        assert session.scalar(select(func.sum(VisitRow.passes))) == 1


def test_one_visit_told_at_two_desks_at_once_is_one_record(visits, site, stock):
    stock(10)
    together = Barrier(4)

    def give(passes):
        together.wait()
        visits.keep(site, STAY, replace(CAF, passes=passes))

    with ThreadPoolExecutor(4) as desks:
        list(desks.map(give, (1, 2, 3, 4)))
    (row,) = rows(visits)
    assert visits.stock(site).left == 10 - row.passes


def test_counting_the_passes_is_in_the_trail(visits, site, stock):
    stock(5)
    stock(50, low=10)
    newest = Trail(visits.store).newest((site.id,), 1)[0].change
    assert (newest.what, newest.detail) == (
        "passes.counted",
        {"before": {"left": 5, "low": 2}, "after": {"left": 50, "low": 10}},
    )


def test_a_stock_may_be_counted_no_more(visits, site, stock):
    stock(5)
    visits.set_stock(site, None, COMMAND)
    assert visits.stock(site) is None


def test_who_is_asked_for_most_is_told_by_the_latest_visits(visits, site):
    for number, operator in enumerate(("caf", "edf", "caf")):
        visits.keep(site, replace(STAY, ticket=f"{number:012}"), Account((Request(operator), Request())))
    assert visits.most_asked(site).most_common() == [("caf", 2), ("edf", 1)]


def test_the_record_of_a_visit_has_no_place_for_who_came_or_who_received_them():
    assert set(VisitRow.__table__.columns.keys()).isdisjoint({"number", "name", "person", "person_id", "mediator"})


def test_visits_of_one_site_are_none_of_another(visits, site, catalogue):
    other = add_site(catalogue, replace(PLAIN, id="elsewhere"), COMMAND)
    visits.keep(site, STAY, CAF)
    visits.keep_stay(other, STAY)
    assert visits.account(other, STAY.ticket, NOON) == Account()
