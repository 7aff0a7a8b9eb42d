"""The way to Valkey loses commands and answers: redis-py repeats by itself, and so do people; there is one effect."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from server.domain.errors import QueueUnreachableError
from server.embedded import socket_path
from server.queues import connection
from server.queues.connection import RETRIES
from server.queues.live import LiveQueue
from tests.support.arena import DoomedWeb
from tests.support.audit import audit, breaches_of
from tests.support.changes import AGENTS, CHANGES
from tests.support.mob import Client
from tests.support.processes import free_port, until
from tests.support.proxy import EVERY_TIME, Loss, Proxy
from tests.support.wishes import job_asked, ticket_asked

REQUESTS = sorted(CHANGES.keys() - AGENTS)
LOSSES = {
    (Loss.ANSWER, 1): "answer lost once",
    (Loss.ANSWER, 2): "twice",
    (Loss.ANSWER, EVERY_TIME): "always",
    (Loss.COMMAND, 2): "command lost twice",
}


@pytest.fixture(scope="module")
def lossy(standing_arena, tmp_path_factory):
    """A proxy before the arena's Valkey, and a fourth web process behind it; home of a client."""
    folder = tmp_path_factory.mktemp("lossy")
    proxy = Proxy(folder / "proxy.sock", socket_path(standing_arena.valkey.folder))
    settings = standing_arena.settings.model_copy(update={"port": free_port(), "redis_url": proxy.url})
    web = DoomedWeb(settings, folder / "web")
    yield proxy, web
    web.kill()
    proxy.stop()


@pytest.fixture
def proxy(lossy, arena):
    proxy, web = lossy
    proxy.heal()
    until(web.ready, "the web process behind the proxy is ready")
    arena.webs.append(web)
    yield proxy
    arena.webs.remove(web)
    proxy.heal()


@pytest.fixture
def scripts(arena):
    """Every script's sha, known to Valkey, so that the first run is one run."""
    queue = arena.house.queue
    known = {name: script.sha for name, script in queue._scripts.items()}
    for script in queue._scripts.values():
        queue.client.script_load(script.script)
    return known


@pytest.fixture
def client(arena, proxy):
    """Asks the web process behind the proxy; when that cannot answer, the one beside it."""
    return Client(arena, home=len(arena.webs) - 1)


@pytest.mark.parametrize(("loss", "times"), LOSSES, ids=LOSSES.values())
@pytest.mark.parametrize("change", REQUESTS)
def test_a_change_whose_answers_are_lost_is_made_once(keys, proxy, scripts, client, change, loss, times):
    script, prepare = CHANGES[change]
    request = prepare(client)
    fault = proxy.lose(scripts[script], loss, times)

    answer = client.ask(request)
    assert fault.met == min(times, 1 + RETRIES), "redis-py tried that often by itself"
    assert (answer.granted, answer.tries) == (True, 1 if times <= RETRIES else 2)
    proxy.heal()
    assert audit(client, keys.entries(), [answer]).nothing
    assert breaches_of(keys) == []


@pytest.mark.parametrize("times", [1, 2])
def test_a_job_whose_claim_was_repeated_by_the_connection_is_claimed_once(keys, proxy, scripts, client, times):
    request = CHANGES["claim"][1](client)
    fault = proxy.lose(scripts["claim"], Loss.ANSWER, times)
    assert (client.ask(request).status, client.ask(job_asked()).status, fault.met) == (200, 204, times)
    assert [entry["to"] for entry in keys.entries() if entry["move"] == "print"] == ["claimed"]
    assert breaches_of(keys) == []


@pytest.mark.parametrize("times", [1, EVERY_TIME])
def test_a_report_whose_answers_are_lost_is_noted_once(keys, proxy, scripts, client, times):
    request = CHANGES["report"][1](client)
    proxy.lose(scripts["report"], Loss.ANSWER, times)
    assert client.ask(request).body["state"] == "printed"
    assert [entry["to"] for entry in keys.entries() if entry["move"] == "print"] == ["claimed", "printed"]
    assert breaches_of(keys) == []


@pytest.mark.parametrize("change", ["issue", "call"])
def test_an_answer_that_is_late_and_its_repeat_elsewhere_are_the_same(keys, proxy, scripts, client, change):
    """The first is still on its way when a second process is asked the same."""
    script, prepare = CHANGES[change]
    request = prepare(client)
    fault = proxy.lose(scripts[script], Loss.HELD)
    with ThreadPoolExecutor(1) as waiting:
        late = waiting.submit(client.once, request)
        until(lambda: fault.met == 1, "Valkey has done it")
        repeat = client.once(request, web=0)
        proxy.heal()
    assert (repeat.status_code, late.result().status_code) == (200, 201)
    assert repeat.json() == late.result().json()
    assert audit(client, keys.entries(), [client.ask(request)]).nothing


def test_a_queue_that_never_answers_makes_no_promise_and_the_repeat_says_what_was_done(arena, keys, proxy):
    """Straight at the queue's own door, behind no process that asks again."""
    queue, site = LiveQueue(proxy.url), arena.site
    queue.run_today("issuing", site, "go-on", "1", "", "")
    proxy.lose(queue._scripts["issuing"].sha, Loss.ANSWER, EVERY_TIME)
    with pytest.raises(QueueUnreachableError):
        queue.run_today("issuing", site, "stop-1", "", "", "")
    proxy.heal()
    assert queue.run_today("issuing", site, "stop-1", "", "", "")["repeat"] is True
    assert keys.moves() == ["reopen", "stop"]


def test_a_queue_that_is_silent_is_asked_once_and_not_for_as_long_as_all_tries_together(arena, proxy, monkeypatch):
    monkeypatch.setattr(connection, "SOCKET_TIMEOUT_S", 0.3)
    queue, site = LiveQueue(proxy.url), arena.site
    queue.run_today("issuing", site, "go-on", "1", "", "")
    fault = proxy.lose(queue._scripts["issuing"].sha, Loss.HELD, EVERY_TIME)
    with pytest.raises(QueueUnreachableError):
        queue.run_today("issuing", site, "stop-1", "", "", "")
    assert fault.met == 1
    proxy.heal()
    assert queue.run_today("issuing", site, "stop-1", "", "", "")["repeat"] is True


def test_two_who_ask_the_same_at_once_get_one_ticket(arena, keys):
    """No loss at all: one request at every process at the same time."""
    clients, request = [Client(arena, home) for home in range(len(arena.webs)) for _ in range(3)], ticket_asked()
    with ThreadPoolExecutor(len(clients)) as taps:
        answers = list(taps.map(lambda client: client.once(request), clients))
    assert sorted(answer.status_code for answer in answers) == [200] * (len(answers) - 1) + [201]
    assert len({answer.text for answer in answers}) == 1
    assert keys.moves() == ["issue"]
