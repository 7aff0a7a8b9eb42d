"""What became of a print job, and how a printer is: values that the agent reports, never exceptions.

`Unconfirmed` is not a failure: the bytes left, and the printer did not say whether paper came out. Silence is never
taken for “fine”.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Reason(StrEnum):
    """Why paper does not come, or soon will not."""

    UNREACHABLE = "unreachable"  # nothing answers at its address, or it may not be opened
    COVER_OPEN = "cover_open"
    PAPER_OUT = "paper_out"
    PAPER_LOW = "paper_low"  # near the end: a warning, tickets still come
    MECHANICAL = "mechanical"  # the cutter is stuck, the head too hot, or the printer says that it is broken
    TIMEOUT = "timeout"  # it took the first bytes and then no more
    JOB_UNREADABLE = "job_unreadable"  # the job cannot be drawn: no fault of the printer
    OTHER = "other"  # nobody foresaw it; the detail and the log say more


@dataclass(frozen=True, slots=True)
class Printed:
    """The printer itself, or the preview's disk, said that the whole ticket is there."""

    def to_wire(self) -> dict[str, Any]:
        """The outcome as the JSON object of PUT /api/v1/printers/jobs/{id}."""
        return {"outcome": "printed"}


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """Bytes were sent, and nothing came back that tells what became of them: only a person can see it."""

    detail: str = ""

    def to_wire(self) -> dict[str, Any]:
        """The outcome as the JSON object of PUT /api/v1/printers/jobs/{id}."""
        return {"outcome": "unconfirmed", **({"detail": self.detail} if self.detail else {})}


@dataclass(frozen=True, slots=True)
class Failed:
    """No whole ticket came out, as far as is known.

    detail  a sentence that a mediator can act on
    sent    whether one byte of the job may have reached the printer. Only a job of which nothing was sent may go to
            another printer by itself: any other could come out twice.
    """

    reason: Reason
    detail: str
    sent: bool = True

    def to_wire(self) -> dict[str, Any]:
        """The outcome as the JSON object of PUT /api/v1/printers/jobs/{id}."""
        return {"outcome": "failed", "reason": self.reason.value, "detail": self.detail, "sent": self.sent}


Outcome = Printed | Unconfirmed | Failed


class State(StrEnum):
    """How a printer is, as far as it tells."""

    READY = "ready"  # it says that it can print
    LOW = "low"  # it can print, and its paper is near the end
    SILENT = "silent"  # it can be reached and tells nothing
    DOWN = "down"  # it cannot print; the reason says why


@dataclass(frozen=True, slots=True)
class Condition:
    """How a printer is at one moment.

    reason, detail  why it is down, or low; the detail is a sentence that a mediator can act on
    tells_status    whether it answers questions about paper and cover; None while that is not known
    confirms        whether it says of a ticket that it was printed; None while that is not known
    """

    state: State
    reason: Reason | None = None
    detail: str = ""
    tells_status: bool | None = None
    confirms: bool | None = None

    def to_wire(self) -> dict[str, Any]:
        """The condition as the JSON object of PUT /api/v1/printers/{printer}, without who says so."""
        return {
            "state": self.state.value,
            "reason": None if self.reason is None else self.reason.value,
            "detail": self.detail,
            "tells_status": self.tells_status,
            "confirms": self.confirms,
        }
