"""What can go wrong with the fake printer, and at which byte of a job."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """A fault."""

    PAPER_OUT = "paper_out"
    PAPER_LOW = "paper_low"
    COVER_OPEN = "cover_open"
    MECHANICAL = "mechanical"
    POWER_LOST = "power_lost"  # the connection is reset, the buffer is gone, nothing listens until it is switched on
    SILENCE = "silence"  # it prints, and answers nothing any more
    SLOW = "slow"  # it prints at a few bytes a second
    HALF_OPEN = "half_open"  # it accepts connections, and neither reads nor answers
    GARBAGE = "garbage"  # its answers to DLE EOT are no answers
    REFUSES = "refuses"  # nothing listens
    NO_CONFIRMATION = "no_confirmation"  # it does not know GS ( H, as most clones


# Bytes a second of a printer that is slow.
SLOW_SPEED = 40


class FaultError(ValueError):
    """No such fault; the message says what to write."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind, and the byte of the next job before which it strikes; None: it is there at once."""

    kind: Kind
    at: int | None = None

    def __str__(self) -> str:
        return self.kind if self.at is None else f"{self.kind}@{self.at}"

    @classmethod
    def from_text(cls, text: str) -> Fault:
        """“paper_out@300”, or “paper_out”. Raises FaultError."""
        name, separator, at = text.partition("@")
        if name not in list(Kind) or (separator and not at.isdecimal()):
            raise FaultError(f"“{text}” is no fault. Write one of {', '.join(Kind)}, and @BYTE if it strikes in a job.")
        return cls(Kind(name), int(at) if at else None)
