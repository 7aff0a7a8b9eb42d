"""A ticket that is done leaves what the record of its visit is made of, until the records have it."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from server.domain.moves import Verb
from server.queues import stays
from server.queues.keys import ENDED_KEPT
from tests.queues.test_undo import HERE


@pytest.fixture
def due(reception):
    """A function that reads the visits to be written down now."""
    return lambda: stays.due(reception.queue, reception.site)


def test_a_ticket_that_is_done_says_how_long_it_waited_and_was_served(reception, clock, due):
    ticket = reception.ticket("papiers")
    clock.forward(minutes=7)
    reception.call("1", ticket.id)
    clock.forward(minutes=20)
    reception.move(ticket.id, Verb.COMPLETE)
    clock.forward(seconds=15)
    (left,) = due()
    assert (left.ticket, left.stay.ticket, left.stay.need, left.stay.counter) == (ticket.id, ticket.id, "papiers", "1")
    assert (left.stay.wait, left.stay.serve) == (timedelta(minutes=7), timedelta(minutes=20))
    assert left.stay.day == left.stay.closed_at.date()


def test_the_call_of_the_next_leaves_the_visit_that_it_completes(reception, clock, due):
    first, second = reception.ticket(), reception.ticket()
    reception.call("1", first.id)
    reception.call("1", second.id)
    clock.forward(seconds=15)
    assert [left.ticket for left in due()] == [first.id]


@pytest.mark.parametrize("verb", [Verb.NO_SHOW, Verb.PARK])
def test_who_is_not_done_leaves_nothing(reception, clock, due, verb):
    ticket = reception.ticket()
    reception.call("1", ticket.id)
    reception.move(ticket.id, verb)
    clock.forward(minutes=1)
    assert due() == []


def test_an_end_that_can_still_be_taken_back_is_not_due(reception, clock, due, visit):
    visit(5)
    clock.forward(seconds=14)
    assert due() == []
    clock.forward(seconds=1)
    assert len(due()) == 1


def test_what_the_records_have_is_left_no_more(reception, clock, due, visit):
    visit(5)
    clock.forward(minutes=1)
    (left,) = due()
    stays.kept(reception.queue, reception.site, left.ticket, left.text)
    assert due() == []


def test_what_changed_since_it_was_read_stays_left(reception, clock, due, visit):
    visit(5)
    clock.forward(minutes=1)
    (left,) = due()
    reception.valkey.hset(reception.key("stays"), left.ticket, json.dumps(json.loads(left.text) | {"back": True}))
    stays.kept(reception.queue, reception.site, left.ticket, left.text)
    assert [(again.ticket, again.stay) for again in due()] == [(left.ticket, None)]


@pytest.fixture
def ended(reception):
    """A function that reads the visits that a counter can still tell of: each number, and whether it was told."""

    def read(counter="1"):
        return [(each.number, each.told) for each in stays.ended(reception.queue, reception.site, counter)]

    return read


@pytest.fixture
def tell(reception):
    """A function: somebody tells of the visit of a number at counter 1."""

    def tell(number):
        (found,) = [each for each in stays.ended(reception.queue, reception.site, "1") if each.number == number]
        stays.kept(reception.queue, reception.site, found.ticket, "", "1")

    return tell


def test_visits_of_a_counter_can_be_told_for_half_an_hour_each(reception, clock, visit, ended):
    visit(5)
    visit(5)
    assert ended() == [("A001", False), ("A002", False)]
    assert ended("2") == []
    first, second = stays.ended(reception.queue, reception.site, "1")
    assert (first.until, second.until) == (clock.at + timedelta(minutes=25), clock.at + timedelta(minutes=30))
    clock.forward(minutes=25)
    assert ended() == [("A002", False)]
    clock.forward(minutes=5)
    assert ended() == []


def test_a_visit_that_was_told_is_known_as_told_while_it_is_the_latest(visit, ended, tell):
    visit(5)
    visit(5)
    tell("A002")
    assert ended() == [("A001", False), ("A002", True)]
    visit(5)
    assert ended() == [("A001", False), ("A003", False)]


def test_a_visit_that_is_told_late_marks_nobody_else(visit, ended, tell):
    visit(5)
    visit(5)
    tell("A001")
    assert ended() == [("A002", False)]


def test_of_a_counter_that_ends_a_visit_a_second_the_latest_are_kept(reception, visit, ended):
    for _ in range(ENDED_KEPT + 2):
        visit(0)
    assert ended() == [(f"A{number:03}", False) for number in range(3, ENDED_KEPT + 3)]
    visits = json.loads(reception.valkey.hget(reception.key("ended"), "1"))
    assert len(visits) == ENDED_KEPT


def test_an_end_that_is_taken_back_leaves_the_visits_before_it(reception, visit, ended):
    visit(5)
    last = reception.ticket()
    reception.call("1", last.id)
    reception.move(last.id, Verb.COMPLETE, HERE)
    reception.undo(last.id, HERE)
    assert ended() == [("A001", False)]
    reception.move(last.id, Verb.COMPLETE, HERE)
    assert ended() == [("A001", False), ("A002", False)]
