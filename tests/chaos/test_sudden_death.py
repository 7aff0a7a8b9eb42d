"""kill -9 in the middle of the work: what was answered is true afterwards, and a retry gets the first answer."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import uuid
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from server.embedded import valkey_url
from server.queues import keys
from server.queues.live import LiveQueue
from tests.support.api import Client
from tests.support.processes import Demo, until

SITE = "etats-unis"
TICKETS = 200
CLIENTS = 4
VICTIMS = ["gunicorn", "valkey-server"] * 3 + ["printers"] * 2
SEED = 20261123


@pytest.fixture
def mortal(tmp_path):
    demo = Demo(tmp_path / "demo")
    yield demo
    demo.kill()


def test_whatever_was_answered_outlives_kill_9_of_web_and_queue(mortal):
    token = mortal.token(SITE, "kiosk")
    answered: dict[str, dict] = {}

    def visitor(names):
        client = Client(mortal.url, SITE, token)
        for name in names:
            answered[name] = take(client, name)

    names = [f"tap-{uuid.UUID(int=n)}" for n in range(TICKETS)]
    dice = random.Random(SEED)
    moments = sorted(dice.sample(range(5, TICKETS - 10), len(VICTIMS)))
    with ThreadPoolExecutor(CLIENTS) as visitors:
        taking = [visitors.submit(visitor, names[n::CLIENTS]) for n in range(CLIENTS)]
        for moment, victim in zip(moments, dice.sample(VICTIMS, len(VICTIMS)), strict=True):
            until(lambda moment=moment: len(answered) >= moment or dead(taking), f"{moment} tickets")
            kill(mortal, victim)
        for each in taking:
            each.result()

    client = Client(mortal.url, SITE, token)
    assert len({ticket["number"] for ticket in answered.values()}) == TICKETS
    for name, ticket in answered.items():
        assert identity(client.ticket(ticket["id"]).json()) == identity(ticket)
        again = client.issue(request_id=name)
        assert (again.status_code, identity(again.json())) == (200, identity(ticket))
    assert client.board().json()["waiting"] == TICKETS
    queue = LiveQueue(valkey_url(mortal.folder / "queue")).client
    journal = [entry for _, entry in queue.xrange(f"{keys.base(SITE)}journal")]
    assert [int(entry["version"]) for entry in journal] == list(range(1, len(journal) + 1))
    assert sum(entry["move"] == "issue" for entry in journal) == TICKETS

    until(lambda: queue.zcard(f"{keys.base(SITE)}jobs") == 0, "no job waits to be printed")
    papers = papers_of(mortal)
    # The agent prints one after the other: when this one is out, so is every one that will ever be.
    last = client.issue().json()["id"]
    until(lambda: state_of_paper(client, last) == "printed", "one more is printed")
    papers |= papers_of(mortal)
    for ticket in answered.values():
        copies = sum(paper.endswith(f"-{ticket['print']['id']}") for paper in papers)
        assert copies in HONEST[state_of_paper(client, ticket["id"])]


HONEST = {"printed": {1}, "claimed": {0, 1}, "unconfirmed": {0, 1}, "failed": {0}, "expired": {0}}
"""How many papers may lie there of a job in each state: nobody is told of a paper that is not, and none is twice."""


def papers_of(demo):
    """The names of the papers that came out; the printer keeps the newest two hundred."""
    return {path.stem for path in (demo.folder / "preview").glob("*.bin")}


def state_of_paper(client, ticket_id):
    return client.ticket(ticket_id).json()["print"]["state"]


def take(client, name):
    """Tap until there is an answer, always under the same name, as the kiosk does."""
    answers = []

    def answered():
        try:
            answer = client.issue(request_id=name)
        except httpx.TransportError:
            return False
        assert answer.status_code in {200, 201, 503}, answer.text
        answers.append(answer)
        return answer.is_success

    until(answered, "an answer")
    return answers[-1].json()


def kill(demo, victim):
    """Kill -9 of every process of one part, as soon as there is one."""
    found = []
    until(lambda: bool(found.extend(demo.part(victim)) or found), f"{victim} runs")
    for pid in found:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def dead(taking):
    """Whether a visitor gave up: the test then fails by its reason instead of by patience."""
    return any(each.done() and each.exception() for each in taking)


def identity(ticket):
    return {field: ticket[field] for field in ("id", "number", "need", "language", "arrived_at", "follow_url")}
