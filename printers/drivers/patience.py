"""How long each step may take. All of a job stays well under the 30 s for which the server lends it out."""

from __future__ import annotations

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds.

    open      until the device is open
    answer    for one status byte of a printer that may answer
    hunch     the same, of one that never answered so far: it costs every ticket, so it is short
    stall     while sending, without one byte taken
    job       from opening to the last byte, and on to the confirmation. A serial line of 19,200 baud takes 7.5 s for an
              Arabic ticket of 14 kB.
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
