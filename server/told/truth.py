"""Whether a device shows what the server has, by what it says that it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from server.domain.catalogue import Site
from server.domain.devices import Heard, Roll
from server.domain.people import Role
from server.queues.live import moment
from server.queues.snapshots import Snapshot
from server.shown_board import digest

CHANGE_ARRIVES: Final = timedelta(seconds=5)
"""A screen hears of a change at once, and says within a second or two what it holds then."""
TURN_ARRIVES: Final = timedelta(seconds=20)
"""An opening begins and ends by the clock, without a change: screens hear of it when they are told again, after 15 s at
most."""

Shows = Literal["same", "other", "soon"]


@dataclass(frozen=True, slots=True)
class Builds:
    """The builds of pages that this process serves."""

    display: str
    kiosk: str


@dataclass(frozen=True, slots=True)
class Truth:
    """What is true of what a device says.

    shows       same or other than the server has; soon: it has not had the time to say
    build       same, old, or "" for a page that does not know its own
    seconds     since it was heard
    """

    shows: Shows
    build: Literal["same", "old", ""]
    seconds: int


def truth_of(site: Site, boards: Snapshot, roll: Roll, heard: Heard, builds: Builds) -> Truth:
    """Hold a device's words against the server's own."""
    served = builds.kiosk if heard.role is Role.KIOSK else builds.display
    return Truth(
        shows=_shows(site, boards, roll, heard),
        build="" if not heard.said.build else "same" if heard.said.build == served else "old",
        seconds=max(0, int((roll.at - heard.seen).total_seconds())),
    )


def _shows(site: Site, boards: Snapshot, roll: Roll, heard: Heard) -> Shows:
    if heard.said.hash == digest(boards.board(site.screen(heard.said.screen))):
        return "same"
    settled = max(roll.changed_at + CHANGE_ARRIVES, _turned_at(site, roll.at) + TURN_ARRIVES)
    return "other" if heard.seen > settled else "soon"


def _turned_at(site: Site, at: datetime) -> datetime:
    """When the site's door last turned by the clock; long ago for one that is always open."""
    windows = site.hours.windows(at) or () if site.open else ()
    turns = (moment(ms) for window in windows for ms in (window.opens_ms, window.last_ms, window.closes_ms))
    return max((turn for turn in turns if turn <= at), default=moment(0))
