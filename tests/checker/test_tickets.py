"""Faults in a ticket's path, in who it is, in where it waits, and in whose hands it is."""

from __future__ import annotations

import pytest

from server.checker import Rule, check
from tests.checker.busy_day import busy_day
from tests.checker.faults import fault, found, lose
from tests.checker.journal import Journal

NOBODY = "000000000999"


def by(state: str, move: str, **fields: str):
    return lambda day: day.write(move, day.someone(state), **fields)


PATHS = [
    fault(
        Rule.UNKNOWN_TICKET,
        "a cancel of nobody",
        lambda day: day.write("cancel", NOBODY, **{"from": "waiting", "to": "cancelled"}),
    ),
    fault(Rule.WRONG_FROM, "a cancel of who was called", by("called", "cancel", **{"from": "waiting"})),
    fault(
        Rule.WRONG_FROM, "a recall of who was not called", by("serving", "recall", counter="2", **{"from": "called"})
    ),
    fault(
        Rule.WRONG_FROM,
        "a restore of who was never gone",
        by("parked", "restore", line="papiers", **{"from": "no_show"}),
    ),
    fault(Rule.ILLEGAL_MOVE, "a serve of who waits", by("waiting", "serve", counter="3")),
    fault(Rule.ILLEGAL_MOVE, "a park of who waits", by("waiting", "park")),
    fault(Rule.ILLEGAL_MOVE, "a call of who is gone", lambda day: day.choose(day.someone("no_show"), "3")),
    fault(Rule.ILLEGAL_MOVE, "a cancel of who is being served", by("serving", "cancel")),
    fault(Rule.ILLEGAL_MOVE, "an expiry while being served", by("serving", "expire")),
    fault(Rule.ILLEGAL_MOVE, "a head start for who was called", lambda day: day.prioritise(day.someone("called"), 1)),
    fault(Rule.ILLEGAL_MOVE, "a serve that leads to parked", by("called", "serve", to="parked")),
    fault(Rule.ILLEGAL_MOVE, "a state of another design", by("called", "no_show", to="lost")),
    fault(Rule.ILLEGAL_MOVE, "an issue from a state", lambda day: day.last.update({"from": "waiting"})),
    fault(Rule.AFTER_END, "a call of who is done", lambda day: day.choose(day.someone("done"), "3")),
    fault(Rule.AFTER_END, "a restore of who expired", lambda day: day.write("restore", "000000000004", line="papiers")),
    fault(Rule.AFTER_END, "a move of who expired, said to wait", by("expired", "cancel", **{"from": "waiting"})),
]


def restore_to_a_number_given_away(day: Journal):
    gone = day.write("cancel", day.someone("parked"))
    day.end_day()
    day.issue(number=day.people[gone].number)
    day.write("restore", gone, line="papiers")


def restore_to_a_number_given_away_and_cancelled(day: Journal):
    gone = day.write("cancel", day.someone("parked"))
    day.end_day()
    day.write("cancel", day.issue(number=day.people[gone].number))
    day.write("restore", gone, line="papiers")


def take_the_number_of_who_was_cancelled(day: Journal, ticket: str):
    """Cancelled, back and cancelled again: it is kept all the same."""
    for _ in range(2):
        day.write("cancel", ticket)
        day.write("restore", ticket, line=day.people[ticket].line)
    day.write("cancel", ticket)
    day.issue(number=day.people[ticket].number)


def take_the_number_of_who_was_served_since_yesterday(day: Journal):
    ticket = day.write("park", day.someone("serving"))
    take_the_number_of_who_was_cancelled(day, ticket)


def swap_ids(day: Journal):
    day.issue()
    day.issue()
    day.entries[-1]["ticket"], day.entries[-2]["ticket"] = day.entries[-2]["ticket"], day.entries[-1]["ticket"]


IDENTITY = [
    fault(Rule.ISSUED_TWICE, "an id issued again", lambda day: day.issue(ticket=day.someone("done"))),
    fault(
        Rule.ISSUED_TWICE, "an id issued again with its number", lambda day: issue_again(day, day.someone("waiting"))
    ),
    fault(Rule.ID_ORDER, "ids in the wrong order", swap_ids),
    fault(Rule.NUMBER_FORM, "a small letter", lambda day: day.last.update(number="a020")),
    fault(Rule.NUMBER_FORM, "two digits", lambda day: day.last.update(number="A20")),
    fault(Rule.NUMBER_FORM, "digits of another script", lambda day: day.last.update(number="A٠٢٠")),
    fault(
        Rule.NUMBER_TAKEN,
        "the number of who waits",
        lambda day: day.issue(number=day.people[day.someone("waiting")].number),
    ),
    fault(Rule.NUMBER_TAKEN, "the number of who is served since yesterday", lambda day: day.issue(number="A007")),
    fault(
        Rule.NUMBER_TAKEN,
        "the number of who did not come",
        lambda day: day.issue(number=day.people[day.someone("no_show")].number),
    ),
    fault(
        Rule.NUMBER_TAKEN,
        "the number of who was cancelled this morning",
        lambda day: take_the_number_of_who_was_cancelled(day, day.someone("waiting")),
    ),
    fault(
        Rule.NUMBER_TAKEN,
        "the number of who was served since yesterday, then cancelled",
        take_the_number_of_who_was_served_since_yesterday,
    ),
    fault(Rule.NUMBER_TAKEN, "a restore to a number given away", restore_to_a_number_given_away),
    fault(
        Rule.NUMBER_TAKEN,
        "a restore to a number given away and cancelled",
        restore_to_a_number_given_away_and_cancelled,
    ),
    fault(Rule.NUMBER_CHANGED, "another number", by("called", "recall", number="A099")),
    fault(Rule.NEED_CHANGED, "another need without transfer", by("called", "serve", need="energie")),
]


def issue_again(day: Journal, ticket: str):
    number, people = day.people[ticket].number, dict(day.people)
    day.issue(ticket=ticket, number=number)
    day.people = people


@pytest.mark.parametrize(("rule", "plant"), PATHS + IDENTITY)
def test_a_fault_is_found_and_named_and_nothing_else(rule, plant):
    found(rule, plant)


def test_a_lost_issue_is_told_once_for_its_ticket():
    day = busy_day()
    lose(day, "issue")
    assert [breach.rule for breach in check(day.entries).breaches] == [Rule.VERSION, Rule.UNKNOWN_TICKET]


def test_an_issue_of_a_day_whose_beginning_is_missing_frees_the_numbers_all_the_same():
    day = Journal()
    day.write("cancel", day.issue())
    for number in ("A001", "A002"):
        day.issue(number=number, day="2026-07-30")
    assert [breach.rule for breach in check(day.entries).breaches] == [Rule.WRONG_DAY]


def test_a_fault_is_told_once_and_then_believed():
    day = busy_day()
    called = day.someone("called")
    day.write("recall", called, number="A099", counter="1")
    for move in ("recall", "serve", "park"):
        day.write(move, called, number="A099", counter="1")
    assert [breach.rule for breach in check(day.entries).breaches] == [Rule.NUMBER_CHANGED]
