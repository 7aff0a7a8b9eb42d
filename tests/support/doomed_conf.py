"""The product's gunicorn configuration, in a process that can be told when to die, and what time it is.

Both are told by files in the folder that the environment names: `point` holds "before SCRIPT" or "after SCRIPT", and
the worker that meets it takes it away and kills itself with -9 just before, or just after, the queue ran that script;
`clock` holds the time that scripts see, in milliseconds, where a test gives one.
"""

from __future__ import annotations

import os
import signal
from pathlib import Path

from server.gunicorn_conf import *  # noqa: F403 - gunicorn reads them here

# isort: split
# After gevent's patch. The master reads the application once: whoever takes a dead worker's place is there at once.
import server.app  # noqa: F401 - loaded before it forks
from server.queues.live import LiveQueue

FOLDER = Path(os.environ["DOOM_FOLDER"])
POINT = FOLDER / "point"
CLOCK = FOLDER / "clock"

_connect, _run = LiveQueue.__init__, LiveQueue.run


def _given_time() -> int | str:
    """The test's time; "" is the queue's own."""
    try:
        return int(CLOCK.read_text())
    except FileNotFoundError:
        return ""


def _connect_with_clock(queue: LiveQueue, url: str) -> None:
    _connect(queue, url, now=_given_time)


def _run_or_die(queue: LiveQueue, script: str, site_id: str, *args: str | int) -> dict:
    _meet("before", script)
    answer = _run(queue, script, site_id, *args)
    _meet("after", script)
    return answer


def _meet(when: str, script: str) -> None:
    try:
        told = POINT.read_text()
    except FileNotFoundError:
        return
    if told == f"{when} {script}":
        POINT.unlink()
        os.kill(os.getpid(), signal.SIGKILL)


LiveQueue.__init__ = _connect_with_clock
LiveQueue.run = _run_or_die
