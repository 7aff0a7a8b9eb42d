"""Faults at the counters: who is called, from which lines, and in whose hands a ticket is."""

from __future__ import annotations

import pytest

from server.checker import Rule, check
from tests.checker.faults import fault, found
from tests.checker.journal import Journal

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


def forget_those_sent_to_lea(day: Journal):
    for _ in range(3):
        called = call_instead(day, day.first("papiers", "energie"), mediator="lea")
        day.write("complete", called)


def call_with(day: Journal, lines: str, mediator: str = ""):
    """Counter 3 calls who is first whatever the lines by name."""
    call_instead(day, day.first("papiers"), lines=f"papiers,{lines}", mediator=mediator)


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
    fault(Rule.CALL_LINES, "a mediator forgets those sent to them", forget_those_sent_to_lea),
    fault(
        Rule.CALL_LINES,
        "a mediator calls from another's line",
        lambda day: call_with(day, "counter:3,mediator:max", "lea"),
    ),
    fault(
        Rule.CALL_LINES,
        "a mediator calls from another's line, too",
        lambda day: call_with(day, "counter:3,mediator:lea,mediator:max", "lea"),
    ),
    fault(
        Rule.CALL_LINES,
        "a mediator's line is called from without them",
        lambda day: call_with(day, "counter:3,mediator:max"),
    ),
    fault(
        Rule.CALL_LINES,
        "a mediator forgets those sent to the counter",
        lambda day: call_with(day, "mediator:lea", "lea"),
    ),
]


def resume_at_two(day: Journal):
    parked = day.someone("parked")
    day.write("resume", parked, counter="3")
    day.write("resume", parked, counter="5", **{"from": "parked"})


def by_another_counter(move: str, state: str, counter: str):
    return lambda day: day.write(move, day.someone(state), counter=counter)


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
    *(
        fault(Rule.TWO_HANDS, f"a {move} by a counter that has somebody else", by_another_counter(move, "called", "2"))
        for move in ("complete", "park", "no_show")
    ),
    *(
        fault(Rule.TWO_HANDS, f"a {move} of who is served elsewhere", by_another_counter(move, "serving", "3"))
        for move in ("complete", "park")
    ),
    *(
        fault(
            Rule.TWO_HANDS,
            f"another counter sends on who is {state}",
            lambda day, state=state: day.send(day.someone(state), "papiers", counter="3"),
        )
        for state in ("called", "serving")
    ),
    fault(Rule.COUNTER_FULL, "a call with somebody in hand", lambda day: day.call("1")),
    fault(
        Rule.COUNTER_FULL,
        "a resume with somebody in hand",
        lambda day: day.write("resume", day.someone("parked"), counter="2"),
    ),
]


@pytest.mark.parametrize(("rule", "plant"), ORDER + HANDS)
def test_a_fault_is_found_and_named_and_nothing_else(rule, plant):
    found(rule, plant)


def test_lines_are_told_once_for_each_counter_with_each_mediator():
    day = Journal()
    for mediator in ("lea", "", "lea", "max", "max"):
        lines = "papiers" if not mediator else "papiers,counter:1"
        day.write("call", day.issue(), counter="1", lines=lines, mediator=mediator)
        day.write("complete", day.someone("called"))
    breaches = check(day.entries).breaches
    assert [breach.rule for breach in breaches] == [Rule.CALL_LINES] * 3
    assert [day.entries[breach.version - 1]["mediator"] for breach in breaches] == ["lea", "", "max"]
