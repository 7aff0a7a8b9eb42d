"""Faults of the live queue against a journal that is right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from server.checker import Live, LiveTicket, Rule, check
from tests.checker.busy_day import busy_day
from tests.checker.faults import PLANTED

STRANGER = LiveTicket("A099", "cancelled", "papiers", "papiers", 1_785_308_400_000, "")


def view(rule: Rule, sentence: str, spoil: Callable[[Live, str], Live]):
    """A row of the table: `spoil` takes the right view, and the id of the first who waits for papiers."""
    PLANTED.add(rule)
    return pytest.param(rule, spoil, id=sentence)


def tell(live: Live, ticket: str, **otherwise: str | int) -> Live:
    return replace(live, tickets={**live.tickets, ticket: replace(live.tickets[ticket], **otherwise)})


def line(live: Live, ids: list[str], name: str = "papiers") -> Live:
    return replace(live, lines={**live.lines, name: ids})


def without(things: dict[str, object], name: str) -> dict[str, object]:
    return {key: thing for key, thing in things.items() if key != name}


def cancelled(live: Live) -> str:
    return next(id_ for id_, ticket in live.tickets.items() if ticket.state == "cancelled")


VIEWS = [
    view(Rule.LIVE_VERSION, "read later than the journal", lambda live, _: replace(live, version=live.version + 1)),
    view(Rule.LIVE_MISSING, "someone vanished", lambda live, who: replace(live, tickets=without(live.tickets, who))),
    view(Rule.LIVE_STRANGER, "a stranger", lambda live, _: replace(live, tickets={**live.tickets, "99": STRANGER})),
    view(Rule.LIVE_TICKET, "another number", lambda live, who: tell(live, who, number="A098")),
    view(Rule.LIVE_TICKET, "another state", lambda live, who: tell(live, who, state="parked")),
    view(Rule.LIVE_TICKET, "another need", lambda live, who: tell(live, who, need="energie")),
    view(Rule.LIVE_TICKET, "another place", lambda live, who: tell(live, who, place=1)),
    view(Rule.LIVE_TICKET, "another line", lambda live, who: tell(live, who, line="counter:2")),
    view(Rule.LIVE_TICKET, "alive again", lambda live, _: tell(live, cancelled(live), state="waiting")),
    view(Rule.LIVE_LINE, "in the wrong order", lambda live, _: line(live, [*live.lines["papiers"]][::-1])),
    view(Rule.LIVE_LINE, "someone fell out of line", lambda live, _: line(live, live.lines["papiers"][:-1])),
    view(Rule.LIVE_LINE, "someone stands twice", lambda live, who: line(live, [*live.lines["papiers"], who])),
    view(Rule.LIVE_LINE, "someone cancelled in line", lambda live, _: line(live, [cancelled(live)], "energie2")),
    view(Rule.LIVE_LINE, "a line is gone", lambda live, _: replace(live, lines=without(live.lines, "energie"))),
    view(Rule.LIVE_HAND, "an empty hand", lambda live, _: replace(live, hands=without(live.hands, "1"))),
    view(Rule.LIVE_HAND, "another in hand", lambda live, who: replace(live, hands={**live.hands, "1": who})),
    view(Rule.LIVE_HAND, "a third in hand", lambda live, who: replace(live, hands={**live.hands, "3": who})),
    view(Rule.LIVE_HAND, "a ticket at another counter", lambda live, _: tell(live, live.hands["1"], counter="3")),
    view(Rule.LIVE_NUMBER, "not found by number", lambda live, _: replace(live, numbers=without(live.numbers, "A006"))),
    view(
        Rule.LIVE_NUMBER,
        "a number that leads to another",
        lambda live, who: replace(live, numbers={**live.numbers, "A006": who}),
    ),
    view(
        Rule.LIVE_NUMBER,
        "a number that leads to nobody known",
        lambda live, _: replace(live, numbers={**live.numbers, "A099": "99"}),
    ),
    view(
        Rule.LIVE_NUMBER,
        "a number still held by who is done",
        lambda live, _: replace(live, numbers={**live.numbers, "A001": "000000000001", "A099": "000000000003"}),
    ),
    view(Rule.LIVE_SEAT, "nobody at a counter", lambda live, _: replace(live, seats={})),
    view(Rule.LIVE_SEAT, "somebody else at a counter", lambda live, _: replace(live, seats={"2": "zoe"})),
    view(Rule.LIVE_SEAT, "somebody at a free counter", lambda live, _: replace(live, seats={**live.seats, "3": "zoe"})),
]


@pytest.mark.parametrize(("rule", "spoil"), VIEWS)
def test_a_fault_of_the_queue_is_found_and_named_and_nothing_else(rule, spoil):
    day = busy_day()
    live = spoil(day.live(), day.first("papiers"))
    breaches = check(day.entries, live).breaches
    assert {breach.rule for breach in breaches} == {rule}, breaches
    assert {breach.version for breach in breaches} == {live.version}
    assert all("xpected" in breach.said and ", found " in breach.said for breach in breaches)


def test_a_view_older_than_the_journal_is_not_compared():
    day = busy_day()
    report = check(day.entries[5:], replace(day.live(), version=3))
    assert [breach.rule for breach in report.breaches] == [Rule.LIVE_VERSION, Rule.FIRST_VERSION]


def test_ended_tickets_may_be_there_still_as_the_journal_has_them():
    day = busy_day()
    ended = {
        id_: LiveTicket(who.number, who.state, who.need, "", 0, "")
        for id_, who in day.people.items()
        if who.state in {"done", "expired"}
    }
    live = day.live()
    assert check(day.entries, replace(live, tickets=live.tickets | ended)).breaches == ()


def test_an_ended_ticket_that_lives_on_is_found():
    day = busy_day()
    live = day.live()
    ghost = LiveTicket("A001", "serving", "papiers", "", 0, "")
    report = check(day.entries, replace(live, tickets=live.tickets | {"000000000001": ghost}))
    assert [(breach.rule, breach.ticket) for breach in report.breaches] == [(Rule.LIVE_TICKET, "000000000001")]
