"""Snapshots: the whole truth of a site at one version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from server.domain.catalogue import Site
from server.domain.screens import Screen
from server.queues.board import Board, Call, board_of, calls_of
from server.queues.live import LiveQueue
from server.queues.waiting import Queue, queue_of

CALLS_READ: Final = 48
"""Calls that a snapshot looks through for the six of each board: a screen may be for one counter of many."""
ROWS_A_LINE: Final = 100
"""Tickets of one line that the desk lists; the total is always told."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was read of a site at one version, in one script: the board of each screen, and the queue if asked for."""

    site: Site
    _found: Mapping[str, Any]

    def board(self, screen: Screen | None = None) -> Board:
        """The board of one screen, or of the whole site."""
        return board_of(self._found, self.site, screen)

    def queue(self) -> Queue:
        """What staff see. Raises KeyError when it was not asked for."""
        return queue_of(self._found)


def read_boards(queue: LiveQueue, site: Site) -> Snapshot:
    """The board of every screen at one version."""
    return _snapshot(queue, site, "board")


def read_board(queue: LiveQueue, site: Site, screen: Screen | None = None) -> Board:
    """The board at one version."""
    return read_boards(queue, site).board(screen)


def read_queue(queue: LiveQueue, site: Site) -> Queue:
    """The staff's snapshot at one version."""
    return _snapshot(queue, site, "queue").queue()


def read_both(queue: LiveQueue, site: Site) -> Snapshot:
    """Boards and queue, all at the same version."""
    return _snapshot(queue, site, "board,queue")


def read_calls(queue: LiveQueue, site: Site, after: int, screen: Screen | None = None) -> tuple[Call, ...]:
    """The calls of today after a seq, the earliest first, as far as they are kept: what fell between two boards."""
    found = queue.run_today("calls", site, after)["answer"]
    return calls_of(found or (), screen)


def _snapshot(queue: LiveQueue, site: Site, parts: str) -> Snapshot:
    found: dict[str, Any] = queue.run_today("snapshot", site, parts, CALLS_READ, ROWS_A_LINE, ",".join(site.printers))[
        "answer"
    ]
    return Snapshot(site, found)
