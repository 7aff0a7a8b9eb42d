"""What a printer answers to `DLE EOT n`, and what it means.

Source: Epson's ESC/POS command reference. n = 1 is the printer, 2 why it is offline, 3 which error, 4 the paper.
In each answer the bits 0, 1, 4 and 7 are fixed at 0, 1, 1 and 0: a byte without them is no answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from printers.outcome import Condition, Reason, State

QUESTIONS = (1, 2, 3, 4)

OFFLINE = (1, 0x08)
COVER_OPEN = (2, 0x04)
PAPER_STOP = (2, 0x20)
ERROR = (2, 0x40)
ERRORS = (3, 0x6C)  # recoverable, cutter, unrecoverable, recovering by itself
PAPER_NEAR_END = (4, 0x0C)
PAPER_END = (4, 0x60)

DETAILS = {
    Reason.COVER_OPEN: "The printer says that its cover is open. Close it.",
    Reason.PAPER_OUT: "The printer says that its paper is out. Put in a new roll.",
    Reason.PAPER_LOW: "The printer says that its paper is near the end. Have a new roll ready.",
    Reason.MECHANICAL: "The printer says that it has an error: often paper stuck at the cutter, or a hot head. "
    "Open its cover, take out what is stuck, close it; or switch it off and on.",
    Reason.OTHER: "The printer says that it is offline, and not why. Press its paper-feed button, or switch it off "
    "and on.",
}


def question(number: int) -> bytes:
    """DLE EOT n."""
    return bytes([0x10, 0x04, number])


def is_answer(byte: int) -> bool:
    """Whether this can be an answer to DLE EOT."""
    return byte & 0x93 == 0x12


@dataclass(frozen=True, slots=True)
class Status:
    """What the printer said of itself.

    trouble  why it cannot print; None when it can, or did not say
    low      its paper is near the end
    whole    it answered every question: only then does “no trouble” mean that there is none
    """

    trouble: Reason | None = None
    low: bool = False
    whole: bool = False

    @property
    def told(self) -> bool:
        """Whether anything can be concluded from it."""
        return self.whole or self.trouble is not None

    def condition(self, *, confirms: bool | None) -> Condition:
        """The printer's condition by this status."""
        if self.trouble is not None:
            return Condition(State.DOWN, self.trouble, DETAILS[self.trouble], tells_status=True, confirms=confirms)
        if not self.whole:
            return Condition(State.SILENT, tells_status=False, confirms=confirms)
        if self.low:
            low = Reason.PAPER_LOW
            return Condition(State.LOW, low, DETAILS[low], tells_status=True, confirms=confirms)
        return Condition(State.READY, tells_status=True, confirms=confirms)


def status_of(answers: Mapping[int, int]) -> Status:
    """The meaning of the answers, by number of the question. What was not answered is not known."""

    def says(bit: tuple[int, int]) -> bool:
        number, mask = bit
        return bool(answers.get(number, 0) & mask)

    trouble = None
    if says(COVER_OPEN):
        trouble = Reason.COVER_OPEN
    elif says(PAPER_STOP) or says(PAPER_END):
        trouble = Reason.PAPER_OUT
    elif says(ERROR) or says(ERRORS):
        trouble = Reason.MECHANICAL
    elif says(OFFLINE):
        trouble = Reason.OTHER
    return Status(trouble, says(PAPER_NEAR_END), all(number in answers for number in QUESTIONS))
