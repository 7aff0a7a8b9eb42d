"""Valkey full, read-only, without its replicas or away: every change is refused for now, and none is half made."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from server.domain.people import Role
from tests.support.arena import SITE
from tests.support.audit import audit, breaches_of, numbers_given, twice
from tests.support.changes import CHANGES
from tests.support.contents import contents
from tests.support.mob import Client
from tests.support.processes import free_port, until
from tests.support.wishes import Request, ticket_asked

SITE_ASKED = Request(Role.KIOSK, "GET", f"/sites/{SITE}", {})


@contextmanager
def full(valkey):
    """Not a byte more."""
    with _set(valkey, maxmemory="1"):
        yield


@contextmanager
def without_its_replicas(valkey):
    with _set(valkey, min_replicas_to_write="1"):
        yield


@contextmanager
def read_only(valkey):
    """It became the replica of a server that nobody runs."""
    valkey.client.replicaof("127.0.0.1", free_port())
    try:
        yield
    finally:
        valkey.client.replicaof("NO", "ONE")


@contextmanager
def away(valkey):
    valkey.kill()
    try:
        yield
    finally:
        valkey.start()


@contextmanager
def _set(valkey, **settings):
    wanted = {name.replace("_", "-"): value for name, value in settings.items()}
    before = {name: valkey.client.config_get(name)[name] for name in wanted}
    for name, value in wanted.items():
        valkey.client.config_set(name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            valkey.client.config_set(name, value)


@pytest.mark.parametrize("trouble", [full, without_its_replicas, read_only, away])
def test_no_change_is_promised_none_is_half_made_and_service_resumes_by_itself(arena, keys, trouble):
    client = Client(arena)
    requests = [SITE_ASKED] + [prepare(client) for _, prepare in CHANGES.values()]
    before = contents(arena.valkey.client)

    with trouble(arena.valkey):
        for number, request in enumerate(requests):
            answer = client.once(request, web=number % len(arena.webs))
            assert (answer.status_code, answer.json().get("code")) == (503, "queue_unreachable"), (request, answer.text)
            assert int(answer.headers["Retry-After"]) > 0
            assert "number" not in answer.json()

    assert contents(arena.valkey.client) == before
    answers = [client.ask(request) for request in requests]
    assert answers[0].body["open"] is True
    assert audit(client, keys.entries(), answers).nothing
    assert breaches_of(keys) == []


def test_a_queue_that_fills_up_while_people_come_gives_whole_tickets_or_none(arena, keys):
    """At some moment in the middle of a rush there is no room for the next ticket."""
    clients = [Client(arena, home) for home in range(len(arena.webs)) for _ in range(2)]
    for client in clients:
        client.ask(ticket_asked())  # each process has its connections and its scripts by now
    room = int(arena.valkey.client.info("memory")["used_memory"]) + 300_000

    def fill(client):
        """Take tickets until one is refused, and keep that wish."""
        answers, wishes = [], [ticket_asked()]

        def no_more():
            answers.append(client.once(wishes[-1]))
            if answers[-1].status_code == 201:
                wishes.append(ticket_asked())
            return answers[-1].status_code == 503

        until(no_more, "the queue is full")
        return wishes

    with _set(arena.valkey, maxmemory=str(room)), ThreadPoolExecutor(len(clients)) as taking:
        wished = list(taking.map(fill, clients))
        assert breaches_of(keys) == []

    answers = [clients[0].ask(request) for wishes in wished for request in wishes]
    assert len(answers) > 2 * len(clients)
    assert audit(clients[0], keys.entries(), answers).nothing
    assert twice(numbers_given(answers)) == []
    assert breaches_of(keys) == []


def test_a_queue_that_forgets_its_scripts_again_and_again_still_gives_tickets(reception, monkeypatch):
    """As one does that is killed between two commands, each time: what it knew a moment ago says nothing."""
    ask = reception.queue.client.execute_command

    def forgetful(*command, **more):
        if command[0] == "EVALSHA":
            reception.valkey.script_flush()
        return ask(*command, **more)

    monkeypatch.setattr(reception.queue.client, "execute_command", forgetful)
    assert [reception.ticket().number for _ in range(2)] == ["A001", "A002"]
