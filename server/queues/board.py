"""What displays show of a site: its newest calls and how many wait, all of it or the part that one screen is for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from server.domain.catalogue import Site
from server.domain.hours import Phase
from server.domain.screens import Screen
from server.queues.live import moment

BOARD_CALLS: Final = 6


@dataclass(frozen=True, slots=True)
class Call:
    """A call as the waiting room sees it.

    seq     the site's version that it made: it tells calls apart, also two of one ticket, and orders them
    """

    seq: int
    number: str
    counter: str
    count: int
    called_at: datetime
    language: str


@dataclass(frozen=True, slots=True)
class Board:
    """What a display shows. It never carries a name or a need.

    open    the site receives people: also after its last ticket, while those who wait are called
    screen  id of the screen that it is for, None for all of the site
    oldest  every call that stands from this seq on is among `calls`: one that is not was taken back
    """

    version: int
    at: datetime
    phase: Phase
    stopped: bool
    calls: tuple[Call, ...]
    waiting: int
    screen: str | None
    oldest: int

    @property
    def open(self) -> bool:
        """Whether the site receives people."""
        return self.phase is not Phase.CLOSED


def board_of(found: Mapping[str, Any], site: Site, screen: Screen | None) -> Board:
    """The board in a snapshot that was asked for it."""
    calls = calls_of(found["calls"] or (), screen)
    shown, more = calls[:BOARD_CALLS], len(calls) > BOARD_CALLS
    return Board(
        version=found["version"],
        at=moment(found["at"]),
        phase=Phase(found["phase"]),
        stopped=found["stopped"],
        calls=shown,
        waiting=_waiting(found, site, screen),
        screen=None if screen is None else screen.id,
        oldest=shown[-1].seq if more else found["oldest"],
    )


def calls_of(rows: Iterable[Mapping[str, Any]], screen: Screen | None) -> tuple[Call, ...]:
    """Those calls that a screen shows, in the order in which they come."""
    return tuple(
        Call(row["seq"], row["number"], row["counter"], row["count"], moment(row["called_at"]), row["language"])
        for row in rows
        if screen is None or screen.shows(row["counter"], row["need"])
    )


def _waiting(found: Mapping[str, Any], site: Site, screen: Screen | None) -> int:
    """The people who may be called on this screen."""
    if screen is None:
        return int(found["waiting"])
    lines = screen.lines(site)
    # An empty table is a list to Lua.
    by_line: Mapping[str, int] = found["lines"] or {}
    return sum(waiting for line, waiting in by_line.items() if line in lines)
