"""Work that goes on for the life of a process."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import Any

import gevent
import structlog
from gevent import Greenlet

log = structlog.get_logger()


def for_life(task: Callable[..., None], *args: Any) -> None:
    """Start a task in the background. One that ends by an unforeseen error takes its process with it.

    Screens that nobody tells any more, or days that nobody ends, are worse than clients that reconnect to the next
    process.
    """
    gevent.spawn(task, *args).link_exception(_end_process)


def _end_process(task: Greenlet) -> None:
    log.error("a task for life ended", task=task.name, exc_info=task.exception)
    os.kill(os.getpid(), signal.SIGTERM)
