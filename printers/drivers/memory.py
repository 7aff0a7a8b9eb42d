"""A printer that is no printer: keeps its tickets in this process, and is as it was told to be. For tests."""

from __future__ import annotations

from dataclasses import dataclass, field

from printers.drivers.drawing import drawn
from printers.drivers.paper_kind import Paper
from printers.job import PrintJob
from printers.outcome import Condition, Failed, Outcome, Printed, Reason, State, Unconfirmed

READY = Condition(State.READY, tells_status=True, confirms=True)

# Every tray of this process, by name: who opens the same URL twice finds the same paper.
TRAYS: dict[str, Tray] = {}


@dataclass(slots=True)
class Tray:
    """tickets, the bytes of each in order; condition, as the printer shall be."""

    tickets: list[bytes] = field(default_factory=list)
    condition: Condition = READY


def tray(name: str) -> Tray:
    """The paper and the condition of `memory://NAME`."""
    return TRAYS.setdefault(name, Tray())


@dataclass(frozen=True, slots=True)
class MemoryDriver:
    """Prints into a tray."""

    name: str
    paper: Paper

    def print(self, job: PrintJob) -> Outcome:
        """As its condition has it. Raises JobUnreadableError."""
        stream, into = drawn(job, self.paper), tray(self.name)
        if into.condition.state == State.DOWN:
            return Failed(into.condition.reason or Reason.OTHER, into.condition.detail, sent=False)
        into.tickets.append(stream)
        return Printed() if into.condition.confirms else Unconfirmed(into.condition.detail)

    def look(self) -> Condition:
        """As it was told to be."""
        return tray(self.name).condition
