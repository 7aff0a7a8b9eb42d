"""The place of a ticket and the line it waits in: each fault is found, and named by its rule."""

from __future__ import annotations

import pytest

from server.checker import Rule
from tests.checker.faults import fault, found
from tests.checker.journal import Journal
from tests.checker.test_tickets import by


def let_pass_nobody(day: Journal):
    first = day.first("papiers")
    day.let_pass(first, 1, "papiers", place=str(day.people[first].place))


def let_pass_too_many(day: Journal):
    first = day.first("papiers")
    day.let_pass(first, 1, "papiers", place=str(day.behind(first, "papiers")[1][0] + 1))


def let_pass_at_the_end(day: Journal):
    last = day.behind(day.first("papiers"), "papiers")[-1][1]
    here = {"place": str(day.people[last].place + 1), "people": "1", "lines": "papiers"}
    day.write("let_pass", last, **here)


def take_back_what_was_yielded(day: Journal):
    first = day.let_pass(day.first("papiers"), 1, "papiers")
    day.prioritise(first, 1, place=str(day.people[first].arrived - 60_000))


def let_pass_elsewhere(day: Journal):
    first = day.first("papiers")
    day.let_pass(first, 1, "energie", place=str(day.people[first].place))


def choose_twice(day: Journal):
    for _ in range(2):
        day.write("set_language", day.someone("parked"), language="ar")


PLACES = [
    fault(Rule.PLACE, "a place before the arrival", lambda day: day.issue(place="1785308400000")),
    fault(Rule.PLACE, "a head start that moves nobody", lambda day: day.issue(head_start="60000", priority="elder")),
    fault(
        Rule.PLACE,
        "a later head start added to the first",
        lambda day: day.prioritise(late_priority(day), 2, place=twice(day)),
    ),
    fault(
        Rule.PLACE,
        "a transfer to the end of the line",
        lambda day: day.send(day.someone("called"), "papiers", place=str(day.now)),
    ),
    fault(
        Rule.PLACE, "a restore to the end of the line", by("no_show", "restore", line="papiers", place="1785308999000")
    ),
    fault(Rule.PLACE, "somebody let pass who then still waits", let_pass_nobody),
    fault(Rule.PLACE, "one more let pass than was said", let_pass_too_many),
    fault(Rule.PLACE, "nobody behind who could pass", let_pass_at_the_end),
    fault(Rule.PLACE, "a head start that takes back what was yielded", take_back_what_was_yielded),
    fault(Rule.LINE, "people let pass of other lines alone", let_pass_elsewhere),
    fault(
        Rule.ILLEGAL_MOVE,
        "a language that changes the state",
        by("parked", "set_language", language="ar", to="waiting"),
    ),
    fault(Rule.ILLEGAL_MOVE, "a language for who is cancelled", by("cancelled", "set_language", language="ar")),
    fault(Rule.LANGUAGE, "a language chosen that it had from its issue", by("parked", "set_language", language="fr")),
    fault(Rule.LANGUAGE, "a language chosen twice", choose_twice),
    fault(Rule.HEAD_START, "a head start below zero", lambda day: day.issue(minutes=-5, priority="elder")),
    fault(Rule.HEAD_START, "a head start without a reason", lambda day: day.issue(minutes=5)),
    fault(
        Rule.HEAD_START,
        "a later head start without a reason",
        lambda day: day.prioritise(day.someone("waiting"), 5, priority=""),
    ),
    fault(Rule.LINE, "an issue into another need's line", lambda day: day.issue(line="energie")),
    fault(Rule.LINE, "a transfer into another need's line", lambda day: day.send(day.someone("called"), "energie")),
    fault(Rule.LINE, "a transfer to a counter without a name", lambda day: day.send(day.someone("called"), "counter:")),
    fault(Rule.LINE, "a restore into a line it never stood in", by("no_show", "restore", line="counter:3")),
    fault(
        Rule.LINE,
        "a head start into another line",
        lambda day: day.prioritise(day.someone("waiting"), 5, line="counter:3"),
    ),
]


def late_priority(day: Journal) -> str:
    """The last to come, who has a head start of a minute."""
    return day.last["ticket"]


def twice(day: Journal) -> str:
    return str(day.people[late_priority(day)].place - 2 * 60_000)


@pytest.mark.parametrize(("rule", "plant"), PLACES)
def test_a_fault_is_found_and_named_and_nothing_else(rule, plant):
    found(rule, plant)
