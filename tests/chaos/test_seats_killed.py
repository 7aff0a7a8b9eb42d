"""kill -9 in the middle of taking a counter: it is taken once or not yet, and the seats are those of the journal."""

from __future__ import annotations

import os
import signal
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from uuid import uuid4

import pytest

from tests.chaos.test_fault_points import POINTS
from tests.support.audit import breaches_of
from tests.support.mob import Client
from tests.support.processes import until
from tests.support.staffer import Staffer
from tests.support.table import descendants
from tests.support.wishes import call_asked, ticket_asked

TURNS = 40
NAMES = ("Zoé Martin", "Karim Benali", "Awa Diop")


def seats(keys):
    return {counter: said.partition(",")[0] for counter, said in keys.client.hgetall(keys.key("seats")).items()}


def taken(keys):
    """By request, how often a counter was taken."""
    return Counter(entry["request_id"] for entry in keys.entries() if entry["move"] == "take_counter")


@pytest.mark.parametrize("when", POINTS)
def test_a_counter_whose_taking_was_killed_is_taken_once(arena, keys, when):
    zoe = Staffer(arena, NAMES[0])
    arena.webs[0].doom(when, "seat")
    assert zoe.takes("1", "press") == 2
    zoe.takes("1", "press")
    assert taken(keys) == {"press": 1}
    assert seats(keys) == {"1": zoe.id}
    assert breaches_of(keys) == []


@pytest.mark.parametrize("when", POINTS)
def test_whoever_is_taken_along_when_it_is_killed_is_in_one_counters_hands(arena, keys, when):
    zoe, client = Staffer(arena, NAMES[0]), Client(arena)
    zoe.takes("1")
    client.ask(ticket_asked())
    ticket = client.ask(call_asked("1")).body["id"]
    arena.webs[0].doom(when, "seat")
    zoe.takes("2", parting="along", parted=ticket)
    assert (seats(keys), keys.client.hgetall(keys.key("hand"))) == ({"2": zoe.id}, {"2": ticket})
    assert breaches_of(keys) == []


def test_whatever_is_killed_while_counters_change_hands_each_is_taken_once_and_the_journal_knows_by_whom(arena, keys):
    people = [Staffer(arena, name, home) for home, name in enumerate(NAMES)]
    asked = [[f"{person.name} {turn} {uuid4()}" for turn in range(TURNS)] for person in people]
    done = []

    def change(person, names):
        for turn, name in enumerate(names):
            person.takes(str(1 + turn % 3), name, parting="stay")
            done.append(name)

    with ThreadPoolExecutor(len(people)) as threads:
        at_work = [threads.submit(change, *each) for each in zip(people, asked, strict=True)]
        for blow, kill in enumerate((kill_web, kill_queue) * 3, start=1):
            until(lambda blow=blow: len(done) >= 12 * blow or any(each.done() for each in at_work), "some turns")
            kill(arena)
        for each in at_work:
            each.result()

    assert len(done) == len(people) * TURNS
    assert max(taken(keys).values()) == 1
    assert len(set(seats(keys).values())) == len(seats(keys))
    assert breaches_of(keys) == []


def kill_web(arena):
    for worker in descendants(arena.webs[0].process.pid):
        with suppress(ProcessLookupError):
            os.kill(worker, signal.SIGKILL)


def kill_queue(arena):
    arena.valkey.kill()
    arena.valkey.start()
