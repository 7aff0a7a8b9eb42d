"""Work that keeps a core busy for a while, done beside gevent's loop: all sockets of a process wait for that one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Final, TypeVar

import gevent
from gevent import monkey

from server.domain.errors import TooOftenError

AT_ONCE: Final = 2
"""Argon2 takes several threads and 64 MiB for each: more at a time would be no faster, and starve the loop."""
WITHIN: Final = 20
"""Who signs in or waits for it in one process: those two, and some seconds' work before the last."""

Done = TypeVar("Done")

_turns: Final = BoundedSemaphore(AT_ONCE)
_places: Final = BoundedSemaphore(WITHIN)


def aside(work: Callable[..., Done], *args: object) -> Done:
    """Do it in a thread where gevent serves many, and at once where it does not, as in a command.

    `work` lets go of Python's lock while it is busy, and raises nothing: gevent would print that as a crash.
    """
    if not monkey.is_module_patched("threading"):
        return work(*args)
    with _turns:
        done: Done = gevent.get_hub().threadpool.apply(work, args)
        return done


@contextmanager
def place() -> Iterator[None]:
    """A place among those who wait for such work. Raises TooOftenError where there is none, before anything is done."""
    if not _places.acquire(blocking=False):
        raise TooOftenError("Trop de personnes s’identifient en même temps. Attendez un moment, puis réessayez.")
    try:
        yield
    finally:
        _places.release()
