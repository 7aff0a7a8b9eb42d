"""What staff see of a site: who waits, who is put aside or gone, and what each counter has in hand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.domain.hours import Phase
from server.domain.moves import State
from server.domain.printer import Printer
from server.domain.ticket import Ticket
from server.queues.answers import ticket_of
from server.queues.live import moment
from server.queues.prints import printer_of
from server.queues.seats import Act, Closing, Seat, act_of, closing_of, seat_of


@dataclass(frozen=True, slots=True)
class Row:
    """A ticket in a list of the desk; `place` in ms orders those who wait."""

    id: str
    number: str
    need: str
    line: str
    language: str
    state: State
    arrived_at: datetime
    place: int
    head_start_min: int
    priority: str | None
    counter: str | None
    noted: bool = False


@dataclass(frozen=True, slots=True)
class Queue:
    """What staff see: who waits in the order of call, who is put aside or gone, and what each counter has in hand.

    notes                   by counter, what was noted for it of the person in hand
    alone                   counters that nobody sits at any more, and whose mediator left a person in hand there
    closings                by counter that is closed for now, since when and why
    seats                   who sits at each counter
    acts                    by counter where somebody sits, what can be taken back there
    stopped_at, message     since when the kiosk gives no more tickets, and what it says in each language; None and
                            empty while it gives them, empty also for the ordinary words
    """

    version: int
    at: datetime
    phase: Phase
    stopped: bool
    total: int
    waiting: tuple[Row, ...]
    parked: tuple[Row, ...]
    gone: tuple[Row, ...]
    hands: dict[str, Ticket]
    notes: Mapping[str, str]
    alone: frozenset[str]
    closings: Mapping[str, Closing]
    seats: Mapping[str, Seat]
    acts: Mapping[str, Act]
    printers: tuple[Printer, ...]
    stopped_at: datetime | None
    message: Mapping[str, str]

    @property
    def open(self) -> bool:
        """Whether the site receives people."""
        return self.phase is not Phase.CLOSED

    @property
    def closed(self) -> frozenset[str]:
        """The counters that are closed for now."""
        return frozenset(self.closings)


def queue_of(found: Mapping[str, Any]) -> Queue:
    """The queue in a snapshot that was asked for it."""
    queue = found["queue"]
    stop = queue.get("stop") or {}
    return Queue(
        version=found["version"],
        at=moment(found["at"]),
        phase=Phase(found["phase"]),
        stopped=found["stopped"],
        total=found["waiting"],
        waiting=tuple(_row(row) for row in sorted(queue["rows"] or (), key=lambda row: (row["place"], row["id"]))),
        parked=tuple(_row(row) for row in queue["parked"] or ()),
        gone=tuple(_row(row) for row in queue["gone"] or ()),
        hands={row["counter"]: ticket_of(row["ticket"]) for row in queue["hands"] or ()},
        notes={row["counter"]: row["note"] for row in queue["hands"] or () if row.get("note")},
        alone=frozenset(row["counter"] for row in queue["hands"] or () if row.get("alone")),
        closings={counter: closing_of(said) for counter, said in (queue.get("closed") or {}).items()},
        seats={counter: seat_of(said) for counter, said in (queue.get("seats") or {}).items()},
        acts={row["counter"]: act_of(row) for row in queue["acts"] or ()},
        printers=tuple(printer_of(seen) for seen in queue["printers"] or ()),
        stopped_at=moment(int(stop["at"])) if stop else None,
        message=json.loads(stop.get("texts") or "{}"),
    )


def _row(row: Mapping[str, Any]) -> Row:
    return Row(
        id=row["id"],
        number=row["number"],
        need=row["need"],
        line=row["line"],
        language=row["language"],
        state=State(row["state"]),
        arrived_at=moment(row["arrived_at"]),
        place=int(row["place"]),
        head_start_min=int(row.get("head_start") or 0) // 60_000,
        priority=row["priority"] or None,
        counter=row.get("counter"),
        noted=bool(row.get("noted")),
    )
