"""A printer as the site knows it: what it says of itself, or that nobody hears of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

Fault = Literal[
    "unreachable", "cover_open", "paper_out", "paper_low", "mechanical", "timeout", "job_unreadable", "other"
]
"""Why paper does not come, as agents say it: the reasons of printers/outcome.py."""


class PrinterState(StrEnum):
    """How a printer is."""

    READY = "ready"  # it says that it can print
    LOW = "low"  # it can print, and its paper is near the end
    SILENT = "silent"  # it can be reached and tells nothing
    DOWN = "down"  # it cannot print
    AWAY = "away"  # its agent is not heard of


@dataclass(frozen=True, slots=True)
class Condition:
    """What an agent says of a printer; `reason` is a Fault, "" for none.

    tells_status, confirms   whether it tells of paper and cover, and whether it says that a ticket was printed; None
                             while that is not known
    """

    state: PrinterState
    reason: str = ""
    detail: str = ""
    tells_status: bool | None = None
    confirms: bool | None = None


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer of a site, and since when it is as it is; `since` None for one that was never heard of.

    device   the number of the device whose agent speaks for it, "" for one that nobody speaks for
    """

    id: str
    condition: Condition
    since: datetime | None
    device: str = ""

    @property
    def state(self) -> PrinterState:
        """How it is."""
        return self.condition.state

    @property
    def can_print(self) -> bool:
        """Whether paper can be expected from it."""
        return self.state not in {PrinterState.DOWN, PrinterState.AWAY}


@dataclass(frozen=True, slots=True)
class Agent:
    """Who speaks for a printer: a device, one of its processes, and the printer's name; "" for one that gives none."""

    device: str
    instance: str = ""
    printer: str = ""
