"""The day turns while three web processes are at work, or while the whole machine is off: once, and for everybody."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from server.domain.moves import Verb
from server.nightwatch import EVERY_S
from tests.support.audit import audit, breaches_of, numbers_given
from tests.support.mob import Client, all_answers, gather
from tests.support.processes import until
from tests.support.reception import PARIS
from tests.support.wishes import call_asked, move_asked, ticket_asked

TURN = datetime(2026, 11, 24, 4, tzinfo=PARIS)
"""When the arena's site ends its Monday."""


def ms(moment):
    return int(moment.timestamp() * 1000)


@pytest.fixture
def yesterday(arena):
    """Who is left at the last minute of a day: five wait, one is called, one is served, one is cancelled."""
    arena.set_clock(ms(TURN - timedelta(minutes=1)))
    client = Client(arena)
    tickets = [client.ask(ticket_asked()).body["id"] for _ in range(8)]
    client.ask(call_asked("31"))
    client.ask(move_asked(tickets[0], Verb.SERVE))
    client.ask(call_asked("32"))
    client.ask(move_asked(tickets[7], Verb.CANCEL))
    return tickets


def test_three_processes_that_issue_and_call_at_the_turn_begin_one_day(arena, keys, yesterday):
    arena.set_clock(ms(TURN + timedelta(seconds=1)))
    members = gather(arena, 12, seed=4)
    with ThreadPoolExecutor(len(members)) as clients:
        taken = list(clients.map(lambda member: member.take(), members))
        called = list(clients.map(lambda member: member.call_next(), members))

    numbers = sorted(number for number in numbers_given(taken) if number[0] == "A")
    served = "A001"
    expected = [number for n in range(1, 20) if (number := f"A{n:03}") != served]
    assert numbers == expected[: len(numbers)], "they begin again once, and leave out who is still served"
    assert {answer.body["id"] for answer in called} == {answer.body["id"] for answer in taken}
    entries = keys.entries()
    assert [entry["day"] for entry in entries if entry["move"] == "new_day"] == ["2026-11-24"]
    assert {entry["ticket"] for entry in entries if entry["move"] == "expire"} == set(yesterday[1:7])
    assert audit(Client(arena), entries, all_answers(members)).nothing
    assert breaches_of(keys) == []


def test_a_machine_that_was_off_at_the_end_of_the_day_ends_it_when_it_starts(arena, keys, yesterday):
    for web in arena.webs:
        web.kill()
    arena.valkey.kill()
    arena.set_clock(ms(TURN + timedelta(days=3, hours=5)))
    arena.valkey.start()
    with ThreadPoolExecutor(len(arena.webs)) as starting:
        list(starting.map(lambda web: web.start(), arena.webs))

    until(lambda: "new_day" in keys.moves(), "the day is ended, though nobody asked for anything", EVERY_S / 2)
    assert keys.moves().count("new_day") == 1
    assert {entry["ticket"] for entry in keys.entries() if entry["move"] == "expire"} == set(yesterday[1:7])
    client = Client(arena)
    assert client.ask(ticket_asked()).body["number"] == "A002", "the first is still being served"
    assert client.ask(move_asked(yesterday[0], Verb.COMPLETE)).body["number"] == "A001"
    assert breaches_of(keys) == []


def test_processes_whose_clocks_differ_by_an_hour_live_in_one_time(arena, keys):
    """As on machines that nobody sets: each is told another time, two before the turn and one after it."""
    for web, hours in zip(arena.webs, (-1, 0.5, -0.5), strict=True):
        web.set_clock(ms(TURN + timedelta(hours=hours)))
    members = gather(arena, 6, seed=5)

    def act(member):
        for _ in range(25):
            member.act()

    with ThreadPoolExecutor(len(members)) as clients:
        list(clients.map(act, members))
    assert breaches_of(keys) == []
    assert audit(Client(arena), keys.entries(), all_answers(members)).nothing
    assert keys.moves().count("new_day") <= 1
