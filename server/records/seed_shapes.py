"""A seed file: what it may say, field by field. What people save at the desk must fit the same shapes."""

from __future__ import annotations

import re
import unicodedata
from datetime import time
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from server.domain.hours import Closure, Hours, Period
from server.domain.screens import DIAGONAL_IN, DISTANCE_M, Way
from server.domain.visits import Ask

PRINTER_NAME = r"^[a-z0-9-]{1,32}$"
_ID = r"^[a-z0-9][a-z0-9-]{0,62}$"


def _plain(text: object) -> object:
    """One line without control characters: PostgreSQL keeps no NUL, paper and screens have no use for the others."""
    if not isinstance(text, str):
        return text
    line = re.sub(r"[\t\r\n]+", " ", text)
    if any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in line):
        raise PydanticCustomError("control_characters", "holds control characters")
    return line


_PLAIN = BeforeValidator(_plain)
_Name = Annotated[str, Field(min_length=1, max_length=100, pattern=r"\S"), _PLAIN]
# A tile and a ticket have room for less; a label of thousands of letters would hold up every printer of an agent.
_Label = Annotated[str, Field(max_length=200), _PLAIN]
_Notice = Annotated[str, Field(max_length=500), _PLAIN]
_Place = Annotated[str, Field(max_length=40), _PLAIN]
_Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
_Look = Annotated[str, Field(pattern=r"^[a-z][a-z-]{0,31}$")]  # of a pictogram, a colour, a shape: looked up by name


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SeedNeed(_Strict):
    """A need as the file gives it."""

    id: str = Field(pattern=_ID)
    letter: str = Field(pattern=r"^[A-Z]$")
    name: _Name
    pictogram: _Look
    colour: _Look
    shape: _Look
    labels: dict[_Language, _Label]
    hints: dict[_Language, _Label] = {}
    limit: int | None = Field(default=None, ge=1)


class SeedPriority(_Strict):
    """A priority reason as the file gives it: a head start of so many minutes; `kiosk`: one may say it there."""

    id: str = Field(pattern=_ID)
    minutes: int = Field(ge=1, le=240)
    labels: dict[_Language, _Label]
    kiosk: bool = False


class SeedNotice(_Strict):
    """Ready words for when the kiosk gives no tickets, as the file gives them."""

    id: str = Field(pattern=_ID)
    texts: dict[_Language, _Notice]


class SeedCounter(_Strict):
    """A counter as the file gives it, with where it is and the needs it serves; without them it serves all."""

    id: str = Field(pattern=_ID)
    label: _Name
    needs: list[str] | None = None
    way: Way | None = None
    place: dict[_Language, _Place] = {}


class SeedScreen(_Strict):
    """A waiting-room screen as the file gives it: for some counters or needs, or for all; see domain/screens.py."""

    id: str = Field(pattern=_ID)
    name: _Name
    counters: list[str] = []
    needs: list[str] = []
    distance_m: float = Field(default=DISTANCE_M, ge=1, le=30)
    diagonal_in: float = Field(default=DIAGONAL_IN, ge=7, le=200)
    voice: bool = True
    mute: list[Annotated[str, Field(pattern=r"^\d\d:\d\d-\d\d:\d\d$")]] = []  # screens compare them as text
    ways: dict[str, Way] = {}


class SeedMessage(_Strict):
    """What every site's screens tell in turn, as the file gives it."""

    id: str = Field(pattern=_ID)
    texts: dict[_Language, _Label]


class SeedChoice(_Strict):
    """An operator or a topic, as the file gives it."""

    id: str = Field(pattern=_ID)
    name: _Name


Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class Shared(_Strict):
    """What each site of a file has in common, unless it says its own."""

    timezone: str
    languages: list[_Language] = Field(min_length=1)
    needs: list[SeedNeed] = Field(min_length=1)
    priorities: list[SeedPriority] = []
    notices: list[SeedNotice] = []
    messages: list[SeedMessage] = []
    operators: list[SeedChoice] = []
    topics: list[SeedChoice] = []
    visit_asks: list[Ask] = []


class SeedSite(_Strict):
    """A site as the file gives it.

    counters    how many it has, named Guichet 1, 2, …, or each of them
    hours       weekday to periods such as "09:00-12:30"; without them the site is always open
    printers    names of its printers, the one to be asked first before the others
    asks_priority   whether its kiosk asks for the priorities that a kiosk may give
    timezone and what follows   its own, instead of what the file's sites share
    """

    id: str = Field(pattern=_ID)
    name: Annotated[str, Field(min_length=1, max_length=200, pattern=r"\S"), _PLAIN]
    open: bool = True
    counters: Annotated[int, Field(ge=1, le=50)] | Annotated[list[SeedCounter], Field(min_length=1, max_length=50)]
    hours: dict[Weekday, list[str]] | None = None
    closures: list[str] = []
    turns_at: time = time(4)
    last_tickets_min: int = Field(default=0, ge=0, le=600)
    next_completes: bool = True
    recalls_before_absent: int = Field(default=3, ge=1, le=20)
    asks_priority: bool = False
    printers: list[Annotated[str, Field(pattern=PRINTER_NAME)]] = []
    screens: list[SeedScreen] = []
    timezone: str | None = None
    languages: list[_Language] | None = Field(default=None, min_length=1)
    needs: list[SeedNeed] | None = Field(default=None, min_length=1)
    priorities: list[SeedPriority] | None = None
    notices: list[SeedNotice] | None = None
    messages: list[SeedMessage] | None = None
    operators: list[SeedChoice] | None = None
    topics: list[SeedChoice] | None = None
    visit_asks: list[Ask] | None = None

    def given(self) -> list[SeedCounter]:
        """Its counters, each of them."""
        if isinstance(self.counters, int):
            return [SeedCounter(id=str(n), label=f"Guichet {n}") for n in range(1, self.counters + 1)]
        return self.counters

    def opening(self, timezone: str) -> Hours:
        """Its opening hours. Raises ValueError for a time or a date that is none, or that names a time zone."""
        if self.turns_at.tzinfo:
            raise ValueError(f"turns_at “{self.turns_at}” names a time zone; the site has one")
        weekly = self.hours
        return Hours(
            timezone=timezone,
            turns_at=self.turns_at,
            weekly=None if weekly is None else {day: tuple(map(Period.parse, weekly[day])) for day in weekly},
            closures=tuple(map(Closure.parse, self.closures)),
            last_tickets_min=self.last_tickets_min,
        )


class Seed(Shared):
    """A seed file: its sites, and what they share."""

    sites: list[SeedSite] = Field(min_length=1)

    def of(self, site: SeedSite) -> Shared:
        """What one of its sites has: its own, else what all share."""
        own = {name: getattr(site, name) for name in SHARED}
        return self.model_copy(update={name: value for name, value in own.items() if value is not None})


SHARED = tuple(Shared.model_fields)
"""Names of what a file's sites share, unless one says its own."""
