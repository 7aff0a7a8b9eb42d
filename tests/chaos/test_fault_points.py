"""kill -9 of a web process just before and just after each script: one effect, and its first answer for all who ask."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.domain.moves import MOVES
from tests.support.arena import SCRIPTS
from tests.support.audit import audit, breaches_of
from tests.support.changes import AGENTS, CHANGES
from tests.support.mob import Client
from tests.support.processes import until
from tests.support.wishes import job_asked, ticket_asked

POINTS = ("before", "after")
ABOUT_THE_SITE = {"stop", "reopen", "close_counter", "open_counter", "serve_needs"}
PAPER = {"claim", "report", "announce", "reprint", "test print"}


@pytest.fixture
def client(arena):
    """Asks the first web process, and the next one when that died."""
    return Client(arena, home=0)


def test_every_script_that_changes_something_is_met():
    # The end of the day further down, and who takes a counter in a file of its own.
    assert {script for script, _ in CHANGES.values()} | {"turn", "seat"} == set(SCRIPTS)


def test_every_change_is_met():
    assert CHANGES.keys() >= {"issue", "undo", *map(str, MOVES)} | ABOUT_THE_SITE | PAPER


@pytest.mark.parametrize("when", POINTS)
@pytest.mark.parametrize("change", sorted(CHANGES.keys() - AGENTS))
def test_a_request_whose_process_was_killed_has_one_effect_and_one_answer(arena, keys, client, change, when):
    script, prepare = CHANGES[change]
    request = prepare(client)
    arena.webs[0].doom(when, script)

    answer = client.ask(request)
    assert (answer.granted, answer.tries) == (True, 2)
    assert audit(client, keys.entries(), [answer]).nothing, "also by the process that took the dead one's place"
    assert breaches_of(keys) == []


def test_a_job_whose_claim_died_before_the_queue_heard_of_it_is_claimed_by_the_next(arena, keys, client):
    request = CHANGES["claim"][1](client)
    arena.webs[0].doom("before", "claim")
    assert client.ask(request).status == 200
    assert papers(keys) == ["claimed"]


def test_a_job_whose_claim_died_after_it_is_in_doubt_and_never_printed_twice(arena, keys, client):
    request = CHANGES["claim"][1](client)
    arena.webs[0].doom("after", "claim")
    assert (client.ask(request).status, client.ask(job_asked()).status) == (204, 204)
    assert papers(keys) == ["claimed"]
    assert breaches_of(keys) == []


@pytest.mark.parametrize("when", POINTS)
def test_a_report_whose_process_was_killed_is_noted_once(arena, keys, client, when):
    request = CHANGES["report"][1](client)
    arena.webs[0].doom(when, "report")
    assert client.ask(request).body["state"] == "printed"
    assert client.ask(request).body["state"] == "printed"
    assert papers(keys) == ["claimed", "printed"]
    assert breaches_of(keys) == []


@pytest.mark.parametrize("when", POINTS)
def test_a_printer_whose_announcement_was_killed_is_noted_once(arena, keys, client, when):
    arena.webs[0].doom(when, "printer")
    request = CHANGES["announce"][1](client)
    assert [client.ask(request).status for _ in range(2)] == [200, 200]
    assert keys.moves().count("printer") == 1
    assert breaches_of(keys) == []


@pytest.mark.parametrize("when", POINTS)
def test_a_day_whose_end_was_killed_ends_once(arena, keys, client, when):
    left = [client.ask(ticket_asked()).body["id"] for _ in range(3)]
    arena.webs[0].doom(when, "turn")
    tomorrow = arena.house.queue.client.time()[0] * 1000 + int(timedelta(days=1).total_seconds() * 1000)
    arena.set_clock(tomorrow)

    answer = client.ask(ticket_asked())
    until(lambda: not arena.webs[0].doomed(), "the end of the day was met")
    assert (answer.status, answer.body["number"]) == (201, "A001")
    moves = keys.moves()
    assert moves.count("new_day") == 1
    assert [entry["ticket"] for entry in keys.entries() if entry["move"] == "expire"] == left
    assert breaches_of(keys) == []


def papers(keys):
    """What the journal says of print jobs, in order."""
    return [entry["to"] for entry in keys.entries() if entry["move"] == "print"]
