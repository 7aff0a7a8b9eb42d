"""How long each step may take.

A job and the look that may be under way when it comes are over well within the 60 s for which the server lends it out.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

# What a byte takes on a serial line: a start bit, eight of data, a stop bit.
BITS_A_BYTE = 10

# On top of what a job’s bytes take on their line: for opening, questions, the mechanics and the confirmation.
BESIDE_THE_LINE = 10.0

# However slow the line. On top comes what is asked of a printer that got stuck: 45 s and some at most, and a look 8 s.
LONGEST_JOB = 40.0


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds.

    open      until the device is open
    answer    for one status byte of a printer that may answer; all four take twice that at most
    hunch     the same, of one that never answered so far: it costs every ticket, so it is short
    stall     while sending, without one byte taken
    job       from opening to the last byte, and on to the confirmation; longer where a serial line is so slow that
              the bytes alone take half of it, up to LONGEST_JOB
    confirm   for the confirmation after the last byte, from a printer that has not confirmed before
    settle    for a trouble to show after the last byte, on a printer that is known not to confirm
    poll      between two questions while waiting
    clear     for the answer to “forget what you have”
    close     for the last bytes to leave
    """

    open: float = 3.0
    answer: float = 1.0
    hunch: float = 0.3
    stall: float = 4.0
    job: float = 20.0
    confirm: float = 6.0
    settle: float = 0.7
    poll: float = 0.1
    clear: float = 1.0
    close: float = 1.0

    def for_line(self, size: int, baud: int | None) -> Patience:
        """The same for a job of `size` bytes on a line of `baud`; None is a link that is never the slow part."""
        if baud is None:
            return self
        return replace(self, job=max(self.job, min(LONGEST_JOB, line_seconds(size, baud) + BESIDE_THE_LINE)))


def line_seconds(size: int, baud: int) -> float:
    """What so many bytes take on a serial line: 7.5 s at 19,200 baud for an Arabic ticket of 14 kB."""
    return size * BITS_A_BYTE / baud


class Deadline:
    """A moment by which something has to be over."""

    def __init__(self, seconds: float) -> None:
        """From now on."""
        self.at = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds until then, 0 when it has passed."""
        return max(0.0, self.at - time.monotonic())

    @property
    def passed(self) -> bool:
        """Whether it is over."""
        return self.left == 0.0

    def within(self, seconds: float) -> float:
        """As many seconds, or what is left if that is less."""
        return min(seconds, self.left)
