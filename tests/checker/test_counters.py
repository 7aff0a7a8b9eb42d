"""Faults at the counters and at the site's door: order, hands, days, stops, closings."""

from __future__ import annotations

import pytest

from server.checker import Rule
from tests.checker.faults import fault, found
from tests.checker.journal import DAYS, Journal

LINES = "papiers,energie,counter:3"


def call_instead(day: Journal, who: str, **fields: str) -> str:
    return day.write("call", who, **({"counter": "3", "lines": LINES} | fields))


def call_the_later_of_two_at_one_place(day: Journal):
    early = day.people[day.issue(minutes=60, priority="elder")]
    late = day.issue(place=str(early.place), head_start="3601000", priority="elder")
    call_instead(day, late)


def forget_those_sent_here(day: Journal):
    for _ in range(3):
        day.write("complete", call_instead(day, day.first("papiers", "energie"), lines="papiers,energie"))


def waits_in(day: Journal, line: str) -> str:
    """The first to come, who is not the first to be called where somebody has a head start."""
    return day.someone("waiting", line)


ORDER = [
    fault(Rule.ORDER, "the last is called before the first", lambda day: call_instead(day, waits_in(day, "energie"))),
    fault(Rule.ORDER, "a head start is passed over", lambda day: call_instead(day, waits_in(day, "papiers"))),
    fault(Rule.ORDER, "of two at one place the later id is called", call_the_later_of_two_at_one_place),
    fault(
        Rule.ORDER,
        "someone of another line is called",
        lambda day: call_instead(day, waits_in(day, "energie"), lines="papiers,counter:3"),
    ),
    fault(
        Rule.ORDER,
        "someone sent to a mediator is called by another",
        lambda day: call_instead(day, waits_in(day, "mediator:lea")),
    ),
    fault(Rule.ORDER, "someone parked is called as the next", lambda day: call_instead(day, day.someone("parked"))),
    fault(Rule.CALL_LINES, "a counter forgets those sent to it", forget_those_sent_here),
    fault(Rule.CALL_LINES, "a counter calls from another's line", lambda day: day.call("3", lines="papiers,counter:2")),
]


def resume_at_two(day: Journal):
    parked = day.someone("parked")
    day.write("resume", parked, counter="3")
    day.write("resume", parked, counter="5", **{"from": "parked"})


HANDS = [
    fault(Rule.CALLED_TWICE, "a second call at the same counter", lambda day: day.choose(day.someone("called"), "1")),
    fault(
        Rule.CALLED_TWICE,
        "a second call, said to be a first",
        lambda day: day.write(
            "call", day.someone("called"), counter="1", lines="papiers,counter:1", **{"from": "waiting"}
        ),
    ),
    fault(
        Rule.TWO_HANDS,
        "called by two counters",
        lambda day: call_instead(day, day.someone("called"), **{"from": "waiting"}),
    ),
    fault(
        Rule.TWO_HANDS, "served by another counter", lambda day: day.write("serve", day.someone("called"), counter="3")
    ),
    fault(Rule.TWO_HANDS, "resumed by two counters", resume_at_two),
    fault(Rule.COUNTER_FULL, "a call with somebody in hand", lambda day: day.call("1")),
    fault(
        Rule.COUNTER_FULL,
        "a resume with somebody in hand",
        lambda day: day.write("resume", day.someone("parked"), counter="2"),
    ),
]


def new_day(day: Journal, label: str):
    day.end_day()
    day.last.update(day=label)


def stop_and_issue(day: Journal):
    day.write("stop")
    day.issue()


def close_with_someone_in_line(day: Journal):
    day.send(day.someone("called"), "counter:3")
    day.write("close_counter", counter="3")
    day.issue()


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
    fault(Rule.STOPPED, "an issue while the site is stopped", stop_and_issue),
    fault(Rule.CLOSED_COUNTER, "a call at a closed counter", lambda day: day.call("4")),
    fault(
        Rule.CLOSED_COUNTER, "a chosen call at a closed counter", lambda day: day.choose(day.someone("waiting"), "4")
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


@pytest.mark.parametrize(("rule", "plant"), ORDER + HANDS + SITE)
def test_a_fault_is_found_and_named_and_nothing_else(rule, plant):
    found(rule, plant)
