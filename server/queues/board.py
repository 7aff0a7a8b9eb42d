"""Snapshots: the whole truth of a site at one version."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from server.domain.catalogue import Site
from server.domain.hours import Phase
from server.domain.moves import State
from server.domain.printer import Printer
from server.domain.ticket import Ticket
from server.queues.live import LiveQueue, moment
from server.queues.prints import printer_of
from server.queues.tickets import ticket_of

BOARD_CALLS: Final = 6
ROWS_A_LINE: Final = 100
"""Tickets of one line that the desk lists; the total is always told."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call as the waiting room sees it."""

    number: str
    counter: str
    count: int
    called_at: datetime
    language: str


@dataclass(frozen=True, slots=True)
class Board:
    """What a display shows. It never carries a name or a need.

    open    the site receives people: also after its last ticket, while those who wait are called
    """

    version: int
    at: datetime
    phase: Phase
    stopped: bool
    calls: tuple[Call, ...]
    waiting: int

    @property
    def open(self) -> bool:
        """Whether the site receives people."""
        return self.phase is not Phase.CLOSED


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


@dataclass(frozen=True, slots=True)
class Queue:
    """What staff see: who waits in the order of call, who is put aside or gone, and what each counter has in hand.

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
    closed: frozenset[str]
    printers: tuple[Printer, ...]
    stopped_at: datetime | None
    message: Mapping[str, str]

    @property
    def open(self) -> bool:
        """Whether the site receives people."""
        return self.phase is not Phase.CLOSED


def read_board(queue: LiveQueue, site: Site) -> Board:
    """The board at one version."""
    return _board(_snapshot(queue, site, "board"))


def read_queue(queue: LiveQueue, site: Site) -> Queue:
    """The staff's snapshot at one version."""
    return _queue(_snapshot(queue, site, "queue"))


def read_both(queue: LiveQueue, site: Site) -> tuple[Board, Queue]:
    """Board and queue, read in one script: both at the same version."""
    found = _snapshot(queue, site, "board,queue")
    return _board(found), _queue(found)


def _snapshot(queue: LiveQueue, site: Site, parts: str) -> dict[str, Any]:
    found: dict[str, Any] = queue.run_today("snapshot", site, parts, BOARD_CALLS, ROWS_A_LINE, ",".join(site.printers))[
        "answer"
    ]
    return found


def _board(found: Mapping[str, Any]) -> Board:
    calls = tuple(
        Call(row["number"], row["counter"], row["count"], moment(row["called_at"]), row["language"])
        for row in found["calls"] or ()
    )
    return Board(
        version=found["version"],
        at=moment(found["at"]),
        phase=Phase(found["phase"]),
        stopped=found["stopped"],
        calls=calls,
        waiting=found["waiting"],
    )


def _queue(found: Mapping[str, Any]) -> Queue:
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
        closed=frozenset(queue["closed"] or ()),
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
    )
