"""Faults at the site's door: its days, how they end, its stops, its closed counters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from server.checker import Rule, check
from tests.checker.faults import fault, found
from tests.checker.journal import DAYS, Journal
from tests.checker.taken_back import undo


def new_day(day: Journal, label: str):
    day.end_day()
    day.last.update(day=label)


def stop_and_issue(day: Journal, **fields: str):
    day.write("stop")
    day.issue(**fields)


def amid_the_end_of_a_day(happens: Callable[[Journal], object]):
    """Something happens when everybody has expired but one, who then expires as well."""

    def plant(day: Journal):
        day.expire_all(but=day.someone("parked"))
        happens(day)
        day.end_day()

    return plant


def three_at_once(day: Journal):
    for _ in range(3):
        day.issue()


def forget_the_new_day(day: Journal):
    day.expire_all()
    day.issue()


def close_with_someone_in_line(day: Journal):
    day.send(day.someone("called"), "counter:3")
    day.write("close_counter", counter="3")
    day.issue()


def absence_taken_back_at_a_closed_counter(day: Journal):
    ticket = day.someone("called")
    counter = day.people[ticket].counter
    day.write("no_show", ticket)
    day.write("close_counter", counter=counter)
    undo(day, ticket)


SITE = [
    fault(Rule.WRONG_DAY, "an issue of yesterday", lambda day: day.issue(day=DAYS[0])),
    fault(
        Rule.WRONG_DAY,
        "an issue of tomorrow, then everything as of tomorrow",
        lambda day: [day.issue(day="2026-07-31") for _ in range(3)],
    ),
    fault(Rule.WRONG_DAY, "a new day that is the same", lambda day: new_day(day, DAYS[1])),
    fault(Rule.WRONG_DAY, "a new day that is an earlier one", lambda day: new_day(day, "2026-07-01")),
    *(
        fault(
            Rule.LEFT_OVER,
            f"someone {state} at the end of the day",
            lambda day, state=state: day.end_day(but=day.someone(state)),
        )
        for state in ("waiting", "called", "parked", "no_show")
    ),
    *(
        fault(Rule.END_OF_DAY, f"{sentence} while a day ends", amid_the_end_of_a_day(happens))
        for sentence, happens in {
            "an issue": lambda day: day.issue(),
            "three issues": three_at_once,
            "a call": lambda day: day.choose(day.someone("parked"), "3"),
            "an expiry by hand": lambda day: day.write("expire", day.someone("parked")),
            "an end of service": lambda day: day.write("complete", day.someone("serving")),
            "a stop": lambda day: day.write("stop"),
            "a choice of needs": lambda day: day.write("serve_needs", counter="3", needs="papiers"),
        }.items()
    ),
    fault(Rule.END_OF_DAY, "an issue in place of the new day", forget_the_new_day),
    fault(Rule.STOPPED, "an issue while the site is stopped", stop_and_issue),
    fault(
        Rule.STOPPED,
        "an issue while stopped that is not said to be by hand",
        lambda day: stop_and_issue(day, counter="2"),
    ),
    fault(Rule.CLOSED_COUNTER, "a call at a closed counter", lambda day: day.call("4")),
    fault(
        Rule.CLOSED_COUNTER, "a chosen call at a closed counter", lambda day: day.choose(day.someone("waiting"), "4")
    ),
    fault(
        Rule.CLOSED_COUNTER,
        "an absence is taken back at a closed counter",
        absence_taken_back_at_a_closed_counter,
    ),
    fault(
        Rule.CLOSED_COUNTER,
        "a resume at a closed counter",
        lambda day: day.write("resume", day.someone("parked"), counter="4"),
    ),
    fault(
        Rule.CLOSED_LINE,
        "someone is sent to a closed counter",
        lambda day: day.send(day.someone("called"), "counter:4"),
    ),
    fault(Rule.CLOSED_LINE, "a closing leaves someone in its line", close_with_someone_in_line),
]


@pytest.mark.parametrize(("rule", "plant"), SITE)
def test_a_fault_is_found_and_named_and_nothing_else(rule, plant):
    found(rule, plant)


def test_each_day_that_ends_badly_is_told():
    day = Journal()
    for _ in range(2):
        day.issue()
        day.expire_all()
        three_at_once(day)
        day.end_day()
    breaches = check(day.entries).breaches
    assert [breach.rule for breach in breaches] == [Rule.END_OF_DAY] * 2
    assert [day.entries[breach.version - 1]["move"] for breach in breaches] == ["issue", "issue"]
