"""Snapshots: the whole truth of a site at one version, and the announcements that it changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import redis

from server.domain.catalogue import Site
from server.domain.ticket import Ticket
from server.queues import keys
from server.queues.live import LiveQueue, moment
from server.queues.tickets import ticket_of

BOARD_CALLS: Final = 6
QUEUE_ROWS_A_NEED: Final = 100
"""Waiting tickets of one need that the desk lists; the total is always told."""


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
    """What a display shows. It never carries a name or a need."""

    version: int
    at: datetime
    calls: tuple[Call, ...]
    waiting: int


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A waiting ticket as staff see it; `place` in ms orders the queue."""

    id: str
    number: str
    need: str
    language: str
    arrived_at: datetime
    place: int


@dataclass(frozen=True, slots=True)
class PrinterState:
    """What is known of the site's printer: whether an agent asks for work, and the latest outcome."""

    seen: bool
    outcome: str | None
    detail: str | None
    at: datetime | None
    number: str | None


@dataclass(frozen=True, slots=True)
class Queue:
    """What staff see: who waits in the order of call, and what each counter has in hand."""

    version: int
    at: datetime
    total: int
    waiting: tuple[WaitingRow, ...]
    hands: dict[str, Ticket]
    printer: PrinterState


@dataclass(frozen=True, slots=True)
class Change:
    """A site changed; `jobs` says whether there may be something to print. `site` None: everything may have."""

    site: str | None
    jobs: bool


def read_board(queue: LiveQueue, site: Site) -> Board:
    """The board at one version."""
    needs = ",".join(need.id for need in site.needs)
    found = queue.run_in_days("board", site, needs, BOARD_CALLS)["answer"]
    calls = tuple(
        Call(row["number"], row["counter"], row["count"], moment(row["called_at"]), row["language"])
        for row in found["calls"] or ()
    )
    return Board(found["version"], moment(found["at"]), calls, found["waiting"])


def read_queue(queue: LiveQueue, site: Site) -> Queue:
    """The staff's snapshot at one version."""
    found = queue.run("queue", site.id, ",".join(need.id for need in site.needs), QUEUE_ROWS_A_NEED)["answer"]
    rows = sorted(found["waiting"] or (), key=lambda row: (row["place"], row["id"]))
    printer = found["printer"]
    return Queue(
        version=found["version"],
        at=moment(found["at"]),
        total=found["total"],
        waiting=tuple(
            WaitingRow(
                row["id"],
                row["number"],
                row["need"],
                row["language"],
                moment(row["arrived_at"]),
                int(row["place"]),
            )
            for row in rows
        ),
        hands={row["counter"]: ticket_of(row["ticket"]) for row in found["hands"] or ()},
        printer=PrinterState(
            seen=printer["seen"],
            outcome=printer.get("outcome"),
            detail=printer.get("detail"),
            at=None if printer.get("at") is None else moment(printer["at"]),
            number=printer.get("number"),
        ),
    )


def changes(queue: LiveQueue) -> Iterator[list[Change]]:
    """Announcements, for ever: each time all that came since the last time, so that a burst is one piece of news.

    Each subscription begins with `Change(None, …)`: whatever was announced before it, everything may have changed.
    A lost connection is one more, also where redis-py made the new one by itself. Raises nothing for an unreachable
    queue: it goes on trying, at the pace of the connection's own backoff.
    """
    while True:
        try:
            with queue.client.pubsub() as listening:
                listening.subscribe(keys.CHANNEL)
                for message in listening.listen():
                    yield [*_news(message, listening)]
        except (redis.exceptions.ConnectionError, redis.exceptions.TimeoutError):
            continue


def _news(message: Any, listening: redis.client.PubSub) -> Iterator[Change]:
    """An announcement, and those that are there already."""
    while message is not None:
        if message["type"] == "subscribe":
            yield Change(None, jobs=True)
        elif message["type"] == "message":
            yield _change(message["data"])
        message = listening.get_message(timeout=0)


def _change(text: str) -> Change:
    site, _version, about = text.split(" ")
    return Change(site, jobs=about == "job")
