"""The waiting room's screens: which calls each is for, how it is read and heard, and where its counters lie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from server.domain.catalogue import Site

DISTANCE_M: Final = 4.0
DIAGONAL_IN: Final = 43.0
"""Where nobody says otherwise: a common television, read from 4 m."""


class Way(StrEnum):
    """Where someone who looks at the screen goes from there."""

    LEFT = "left"
    RIGHT = "right"
    AHEAD = "ahead"  # past the screen
    BACK = "back"  # behind who looks at it
    UP = "up"  # a floor up
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen of a site, opened as /display/SITE/ID; a site without any has one for everything.

    counters, needs     ids of those whose calls it shows; empty: of all
    distance_m          from where it is read at most: what letters must be large enough for
    diagonal_in         of its picture, in inches
    voice               whether it chimes and speaks
    mute                periods such as "12:00-14:00", in the site's time, in which it does not
    ways                by counter: where it lies from here, when that is otherwise than the counter says
    """

    id: str
    name: str
    counters: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    distance_m: float = DISTANCE_M
    diagonal_in: float = DIAGONAL_IN
    voice: bool = True
    mute: tuple[str, ...] = ()
    ways: Mapping[str, Way] = field(default_factory=dict)

    def shows(self, counter: str, need: str) -> bool:
        """Whether a call of a ticket for this need to this counter is for this screen."""
        return (not self.counters or counter in self.counters) and (not self.needs or need in self.needs)

    def lines(self, site: Site) -> frozenset[str]:
        """The lines whose people may be called on it. Who was sent to a mediator may be called anywhere: on none."""
        mine = [counter for counter in site.counters if not self.counters or counter.id in self.counters]
        served = {line for counter in mine for line in counter.lines}
        return frozenset(line for line in served if not self.needs or line in self.needs)


@dataclass(frozen=True, slots=True)
class Message:
    """Something that the screens of a site tell in turn with its others, by language."""

    id: str
    texts: Mapping[str, str]
