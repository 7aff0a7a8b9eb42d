"""Faults in what is taken back, and in who sits where."""

from __future__ import annotations

import pytest

from server.checker import Rule, check
from tests.checker.faults import fault, found
from tests.checker.journal import MINUTE, Journal
from tests.checker.taken_back import undo


def called(day: Journal) -> str:
    """Whom counter 1 has called, and its call is the latest change of all."""
    ticket = day.someone("called")
    day.write("park", ticket)
    return day.choose(ticket, "1")


def late(day: Journal):
    ticket = called(day)
    day.now += 9_001
    undo(day, ticket)


def after_something_else(day: Journal):
    """The recall is taken for the call before it."""
    ticket = called(day)
    version, was = day.was[ticket]
    day.write("recall", ticket, counter="1")
    day.was[ticket] = version, was
    undo(day, ticket)


def of_a_recall(day: Journal):
    undo(day, day.write("recall", called(day), counter="1"))


def of_what_was_taken_back(day: Journal):
    ticket = called(day)
    undo(day, ticket)
    undo(day, ticket)


UNDONE = [
    fault(Rule.UNDO, "a call taken back after ten seconds", late),
    fault(Rule.UNDO, "a call taken back after a recall", after_something_else),
    fault(Rule.UNDO, "a recall taken back", of_a_recall),
    fault(Rule.UNDO, "what was taken back taken back", of_what_was_taken_back),
    fault(Rule.UNDO, "someone parked brought back to wait", lambda day: undo(day, called(day), to="waiting")),
    fault(Rule.UNDO, "someone brought back to another line", lambda day: undo(day, called(day), line="energie")),
    fault(Rule.UNDO, "someone brought back for another need", lambda day: undo(day, called(day), need="energie")),
    fault(
        Rule.WRONG_FROM,
        "a call taken back of someone serving",
        lambda day: undo(day, called(day), **{"from": "serving"}),
    ),
    fault(Rule.MISSING_FIELD, "an undo that says not of what", lambda day: undo(day, called(day), undone="")),
    fault(
        Rule.MALFORMED_FIELD,
        "an undo of no version",
        lambda day: undo(day, called(day), undone="x"),
    ),
    fault(
        Rule.UNKNOWN_TICKET,
        "an undo of a stranger",
        lambda day: day.write("undo", "000000000999", **{"from": "done", "to": "called", "undone": "3"}),
    ),
]

SEATS = [
    fault(
        Rule.SEAT,
        "a counter taken as if nobody sat there",
        lambda day: day.write("take_counter", counter="2", mediator="zoe"),
    ),
    fault(
        Rule.SEAT,
        "a counter taken over from who is not there",
        lambda day: day.write("take_counter", counter="2", mediator="zoe", **{"from": "lea"}),
    ),
    fault(
        Rule.SEAT, "a second counter of one person", lambda day: day.write("take_counter", counter="3", mediator="max")
    ),
    fault(
        Rule.SEAT,
        "a counter left by who is not there",
        lambda day: day.write("leave_counter", counter="2", mediator="zoe"),
    ),
    fault(
        Rule.SEAT,
        "somebody taken for left alone where their mediator sits",
        lambda day: day.send(day.someone("serving"), "counter:3", reason="left_alone", counter="2"),
    ),
    fault(Rule.MISSING_FIELD, "a counter taken by nobody", lambda day: day.write("take_counter", counter="3")),
]


@pytest.mark.parametrize(("rule", "plant"), UNDONE + SEATS)
def test_a_fault_is_found_and_named_and_nothing_else(rule, plant):
    found(rule, plant)


def test_ten_seconds_are_not_too_late():
    day = Journal()
    day.issue()
    ticket = day.call()
    day.now += 9_000
    undo(day, ticket)
    assert check(day.entries).breaches == ()


def test_who_comes_back_to_a_counter_that_took_somebody_else_is_found():
    day = Journal()
    one, two = day.issue(), day.issue()
    day.call()
    day.write("complete", one, counter="1")
    day.choose(two, "1")
    undo(day, one)
    assert [breach.rule for breach in check(day.entries).breaches] == [Rule.COUNTER_FULL]


def test_a_seat_of_the_day_before_is_nobodys():
    day = Journal()
    day.write("take_counter", counter="1", mediator="lea")
    day.now += MINUTE
    day.begin_day()
    day.write("take_counter", counter="1", mediator="max")
    assert check(day.entries).breaches == ()
