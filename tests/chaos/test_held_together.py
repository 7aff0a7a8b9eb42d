"""What binds the processes of a demo: the lock that the last one lets go, and a worker that ends with its master."""

from __future__ import annotations

import os
import signal
import sys

import pytest

from tests.chaos.test_start_and_stop import IMPATIENT
from tests.support.processes import Demo, refused, until
from tests.support.table import alive, living_in


@pytest.fixture(scope="module")
def restless(tmp_path_factory):
    demo = Demo(tmp_path_factory.mktemp("restless") / "demo")
    yield demo
    demo.stop()


def test_a_worker_ends_with_its_killed_master_and_leaves_the_port_to_the_next(restless):
    master, worker = sorted(restless.part("gunicorn"))
    os.kill(master, signal.SIGKILL)
    until(lambda: not alive(worker), "the worker has ended")
    until(restless.ready, "the web server is back")
    assert "in use" not in (restless.folder / "web.log").read_text()


def test_a_folder_is_taken_until_the_last_process_of_a_killed_demo_has_ended(restless):
    queue = restless.part("valkey-server")
    os.kill(queue[0], signal.SIGSTOP)
    try:
        restless.stop(signal.SIGKILL)
        until(lambda: living_in(restless.folder) == queue, "all have ended but Valkey, which is held")
        refused([sys.executable, "-c", IMPATIENT], restless.folder, restless.port)
    finally:
        os.kill(queue[0], signal.SIGCONT)
    restless.start()
