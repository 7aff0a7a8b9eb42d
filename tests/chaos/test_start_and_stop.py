"""However a demo ends, nothing of it is left running, and the next start goes on where it stood."""

from __future__ import annotations

import os
import signal

import pytest

from tests.support.api import Client
from tests.support.processes import IMPATIENT, PATIENCE_S, Demo, free_port, launch, refused, until
from tests.support.table import alive, command, descendants, living_in

SITE = "etats-unis"


@pytest.fixture(scope="module")
def restless(tmp_path_factory):
    """A demo that each test ends in its own way, and starts again."""
    demo = Demo(tmp_path_factory.mktemp("restless") / "demo")
    yield demo
    demo.kill()


def interrupt(demo):
    demo.process.send_signal(signal.SIGINT)
    assert demo.process.wait(PATIENCE_S) == 0


def kill_the_supervisor(demo):
    """The others are asked to end by the kernel, and end by themselves."""
    demo.process.kill()
    demo.process.wait()
    until(lambda: living_in(demo.folder) == [], "the children end by themselves")


def kill_all_at_once(demo):
    demo.kill()


@pytest.mark.parametrize("end", [interrupt, kill_the_supervisor, kill_all_at_once])
def test_the_next_start_goes_on_where_it_stood(restless, end):
    client = Client(restless.url, SITE, restless.token(SITE, "counter"))
    before = [client.issue().json() for _ in range(3)]
    called = client.call("2").json()
    # The agent is the last to start, after the demo is ready.
    until(lambda: bool(restless.part("-m printers")), "the print agent runs")
    family = [restless.process.pid, *restless.children()]
    assert len(family) >= 5, "supervisor, Valkey, gunicorn and its worker, print agent"

    end(restless)
    until(lambda: not any(alive(pid) for pid in family), "every process has ended")
    assert living_in(restless.folder) == []

    restless.start()
    assert [client.ticket(ticket["id"]).json()["number"] for ticket in before] == [t["number"] for t in before]
    assert client.ticket(called["id"]).json()["state"] == "called"
    assert count(client.issue().json()) == count(before[-1]) + 1


def test_a_second_demo_on_the_same_folder_is_refused(restless):
    second = refused(IMPATIENT, restless.folder, free_port())
    assert str(restless.folder) in second
    assert restless.ready()


def test_a_worker_ends_with_its_killed_master(restless):
    master, worker = sorted(restless.part("gunicorn"), key=descendants, reverse=True)
    os.kill(master, signal.SIGKILL)
    until(lambda: not alive(worker), "the worker has ended")
    until(restless.ready, "the web server is back")


def test_a_folder_is_taken_until_the_last_process_of_a_killed_demo_has_ended(restless):
    queue = restless.part("valkey-server")
    os.kill(queue[0], signal.SIGSTOP)
    try:
        restless.stop(signal.SIGKILL)
        until(lambda: living_in(restless.folder) == queue, "all have ended but Valkey, which is held")
        refused(IMPATIENT, restless.folder, restless.port)
    finally:
        os.kill(queue[0], signal.SIGCONT)
    restless.start()


@pytest.mark.parametrize("part", ["server.cli", "valkey-server", "gunicorn", "printers"])
def test_a_stop_while_it_starts_leaves_no_orphan(tmp_path, part):
    """Stopped as soon as each of its processes shows itself, the first of them being its own."""
    folder = tmp_path / "demo"
    process = launch(folder, free_port(), tmp_path / "log")
    until(lambda: any(part in command(pid) for pid in [process.pid, *living_in(folder)]), f"{part} runs")
    process.terminate()
    # A stop before it listens for one ends it as it ends any program.
    assert process.wait(PATIENCE_S) in ({0, -signal.SIGTERM} if part == "server.cli" else {0})
    assert living_in(folder) == []


def count(ticket):
    """The count in its number: 12 of A012."""
    return int(ticket["number"][1:])
