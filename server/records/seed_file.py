"""A seed file: what it may say, read and checked."""

from __future__ import annotations

import tomllib
from datetime import time
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from server.domain.catalogue import FRENCH
from server.domain.hours import Closure, Hours, Period

PRINTER_NAME = r"^[a-z0-9-]{1,32}$"
_ID = r"^[a-z0-9][a-z0-9-]{0,62}$"

# A tile and a ticket have room for less; a label of thousands of letters would hold up every printer of an agent.
_Label = Annotated[str, Field(max_length=200)]


class SeedUnreadableError(ValueError):
    """The seed file cannot be used; the message says where and why."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SeedNeed(_Strict):
    """A need as the file gives it."""

    id: str = Field(pattern=_ID)
    letter: str = Field(pattern=r"^[A-Z]$")
    name: str = Field(min_length=1, max_length=100)
    pictogram: str
    colour: str
    shape: str
    labels: dict[str, _Label]
    hints: dict[str, _Label] = {}
    limit: int | None = Field(default=None, ge=1)


class SeedPriority(_Strict):
    """A priority reason as the file gives it: a head start of so many minutes; `kiosk`: one may say it there."""

    id: str = Field(pattern=_ID)
    minutes: int = Field(ge=1, le=240)
    labels: dict[str, _Label]
    kiosk: bool = False


class SeedNotice(_Strict):
    """Ready words for when the kiosk gives no tickets, as the file gives them."""

    id: str = Field(pattern=_ID)
    texts: dict[str, str]


class SeedCounter(_Strict):
    """A counter as the file gives it, with the needs it serves; without them it serves all."""

    id: str = Field(pattern=_ID)
    label: str = Field(min_length=1, max_length=100)
    needs: list[str] | None = None


Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class SeedSite(_Strict):
    """A site as the file gives it.

    counters    how many it has, named Guichet 1, 2, …, or each of them
    hours       weekday to periods such as "09:00-12:30"; without them the site is always open
    printers    names of its printers, the one to be asked first before the others
    asks_priority   whether its kiosk asks for the priorities that a kiosk may give
    """

    id: str = Field(pattern=_ID)
    name: str = Field(min_length=1, max_length=200)
    counters: Annotated[int, Field(ge=1, le=50)] | Annotated[list[SeedCounter], Field(min_length=1)]
    hours: dict[Weekday, list[str]] | None = None
    closures: list[str] = []
    turns_at: time = time(4)
    last_tickets_min: int = Field(default=0, ge=0, le=600)
    next_completes: bool = True
    recalls_before_absent: int = Field(default=3, ge=1, le=20)
    asks_priority: bool = False
    printers: list[Annotated[str, Field(pattern=PRINTER_NAME)]] = []

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


class Seed(_Strict):
    """A seed file: each site gets every need, priority and notice."""

    timezone: str
    languages: list[str] = Field(min_length=1)
    sites: list[SeedSite] = Field(min_length=1)
    needs: list[SeedNeed] = Field(min_length=1)
    priorities: list[SeedPriority] = []
    notices: list[SeedNotice] = []


def read_seed(path: Path) -> Seed:
    """Read and check a seed file. Raises SeedUnreadableError, OSError."""
    try:
        seed = Seed.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SeedUnreadableError(f"{path}: not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise SeedUnreadableError(f"{path}: {where}: {first['msg']}") from error
    try:
        _check(seed)
    except SeedUnreadableError as error:
        raise SeedUnreadableError(f"{path}: {error}") from error
    return seed


def _check(seed: Seed) -> None:
    """What no single field can say. Raises SeedUnreadableError.

    Words that are missing in another language than French are no fault: `domain/gaps.py` tells of them.
    """
    if FRENCH not in seed.languages:
        raise SeedUnreadableError(
            f"languages: “{FRENCH}” is not among them, and is what is said where another has no words"
        )
    spoken = {
        **{f"need “{need.id}” has no label": need.labels for need in seed.needs},
        **{f"priority “{each.id}” has no label": each.labels for each in seed.priorities},
        **{f"notice “{notice.id}” has no text": notice.texts for notice in seed.notices},
    }
    for what, words in spoken.items():
        if not words.get(FRENCH, "").strip():
            raise SeedUnreadableError(f"the {what} in {FRENCH}")
    for what, names in {
        "needs share the letter": [need.letter for need in seed.needs],
        "needs share the id": [need.id for need in seed.needs],
        "sites share the id": [site.id for site in seed.sites],
        "priorities share the id": [each.id for each in seed.priorities],
        "notices share the id": [notice.id for notice in seed.notices],
        **{f"printers of “{site.id}” share the name": site.printers for site in seed.sites},
        **{
            f"counters of “{site.id}” share the id": [counter.id for counter in site.counters]
            for site in seed.sites
            if isinstance(site.counters, list)
        },
    }.items():
        if twice := [name for name in names if names.count(name) > 1]:
            raise SeedUnreadableError(f"two {what} “{twice[0]}”")
    if seed.timezone not in available_timezones():
        raise SeedUnreadableError(f"timezone: nobody knows “{seed.timezone}”")
    for site in seed.sites:
        _check_site(seed, site)


def _check_site(seed: Seed, site: SeedSite) -> None:
    try:
        hours = site.opening(seed.timezone)
    except ValueError as error:
        raise SeedUnreadableError(f"the hours of “{site.id}”: {error}") from error
    if hours.overlap():
        raise SeedUnreadableError(f"the hours of “{site.id}” meet or lie over each other: write them as one")
    if hours.turns_while_open():
        raise SeedUnreadableError(
            f"the hours of “{site.id}” go on at {site.turns_at:%H:%M}, when its day ends and who waits is sent home. "
            "Give it a turns_at when it is closed."
        )
    known = {need.id for need in seed.needs}
    given = site.counters if isinstance(site.counters, list) else []
    served = [need for counter in given for need in counter.needs or ()]
    for need in served:
        if need not in known:
            raise SeedUnreadableError(f"a counter of “{site.id}” serves “{need}”, which is no need")
