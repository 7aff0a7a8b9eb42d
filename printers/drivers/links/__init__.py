"""The ways to a printer, one file each. A link is opened fresh for each job and each look, and never reused."""

from __future__ import annotations

import select
from typing import Protocol


class LinkError(Exception):
    """The way to the printer is not there; the message is a sentence that says what to do."""


class CannotOpenError(LinkError):
    """It could not be opened: nothing was sent."""


class BrokenError(LinkError):
    """It was open and is gone: pulled out, switched off, hung up."""


class Link(Protocol):
    """An open device. No call takes longer than the seconds it is given."""

    hears: bool  # whether anything can come back on it

    def write(self, data: bytes, seconds: float) -> int:
        """Hand over some bytes of `data`, as many as are taken at once. 0 when none were in time.

        Raises BrokenError.
        """

    def unsent(self) -> int:
        """How many of the bytes handed over are known to be still on this side."""

    def read(self, seconds: float) -> bytes:
        """What has come, as soon as something has; empty when nothing has in time. Raises BrokenError."""

    def close(self, seconds: float, *, discard: bool = False) -> None:
        """Close it, without losing what was handed over; or, with `discard`, losing all that has not left yet."""


class Opener(Protocol):
    """Opens the link to one printer."""

    def __call__(self, seconds: float) -> Link:
        """Open it. Raises CannotOpenError."""


def ready(file: int, event: int, seconds: float) -> bool:
    """Whether a file becomes readable (select.POLLIN) or writable (select.POLLOUT) in time.

    A broken one is “ready” too: the read or write then says how.
    """
    poll = select.poll()
    poll.register(file, event)
    return bool(poll.poll(max(0.0, seconds) * 1000))
