"""When a site receives people: its days, its opening hours, and what stands at its door at a moment.

Everything here is worked out into milliseconds since 1970, so that the queue's scripts, which know no time zones,
can hold their own clock against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Phase(StrEnum):
    """What a site does at a moment: gives tickets, only calls those who have one, or nothing."""

    OPEN = "open"
    LAST_TICKETS = "last_tickets"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Day:
    """A site's day: the date it began on, and its bounds in milliseconds since 1970 UTC, end excluded."""

    label: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Window:
    """One opening in milliseconds since 1970 UTC: the kiosk works from `opens` to `last`, the desks to `closes`."""

    opens_ms: int
    last_ms: int
    closes_ms: int


@dataclass(frozen=True, slots=True)
class Period:
    """From one local time to another; one that closes at or before it opens goes on after midnight.

    >>> Period.parse("18:00-02:00").after_midnight
    True
    """

    opens: time
    closes: time

    @classmethod
    def parse(cls, text: str) -> Period:
        """From "09:00-12:30". Raises ValueError."""
        opens, closes = (time.fromisoformat(part) for part in text.split("-", 1))
        if opens.tzinfo or closes.tzinfo:
            raise ValueError(f"“{text}” names a time zone; the site has one")
        return cls(opens, closes)

    @property
    def text(self) -> str:
        """As it is read: "09:00-12:30"."""
        return f"{self.opens.isoformat('minutes')}-{self.closes.isoformat('minutes')}"

    @property
    def after_midnight(self) -> bool:
        """Whether it closes on the following date."""
        return self.closes <= self.opens


@dataclass(frozen=True, slots=True)
class Closure:
    """Dates on which the site stays closed, both included."""

    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> Closure:
        """From "2026-12-25" or "2026-12-24/2027-01-02". Raises ValueError."""
        first, _, last = text.partition("/")
        closure = cls(date.fromisoformat(first), date.fromisoformat(last or first))
        if closure.last < closure.first:
            raise ValueError(f"“{text}” ends before it begins")
        return closure

    @property
    def text(self) -> str:
        """As it is read: "2026-12-25", or "2026-12-24/2027-01-02"."""
        return self.first.isoformat() if self.first == self.last else f"{self.first}/{self.last}"


@dataclass(frozen=True, slots=True)
class Hours:
    """The opening hours of a site.

    timezone    IANA name
    turns_at    local time at which one day ends and the next begins: an hour when nobody waits
    weekly      weekday in English to its periods; None: open at all hours, as a site is until somebody gives its own
    closures    dates without any opening
    last_tickets_min    minutes before each closing from which the kiosk gives no more tickets
    """

    timezone: str
    turns_at: time = time(4)
    weekly: Mapping[str, tuple[Period, ...]] | None = None
    closures: tuple[Closure, ...] = ()
    last_tickets_min: int = 0

    def days(self, around: datetime) -> tuple[Day, ...]:
        """The days from the eve of `around` to the day after, so that a script can find its own.

        The queue's clock decides which of them it is; `around` only has to be right within a day.
        """
        zone = ZoneInfo(self.timezone)
        return tuple(_day(label, self.turns_at, zone) for label in self._dates(around, 1))

    def windows(self, around: datetime) -> tuple[Window, ...] | None:
        """The openings of these days, in order of time; None when the site is open through all of them.

        One that begins between midnight and the turn of the day lies on the date behind it, hence a date more.
        """
        zone, dates = ZoneInfo(self.timezone), self._dates(around, 2)
        opens = [label for label in dates if not any(each.first <= label <= each.last for each in self.closures)]
        if self.weekly is None:
            return None if len(opens) == len(dates) else _joined(opens, self.last_tickets_min, zone)
        return tuple(
            _window(label, period, self.last_tickets_min, zone)
            for label in opens
            for period in sorted(self.weekly.get(WEEKDAYS[label.weekday()], ()), key=lambda each: each.opens)
        )

    def turns_while_open(self) -> bool:
        """Whether the day would turn in the middle of an opening, and take the places of those who wait then."""
        periods: Iterable[Period] = (period for day in (self.weekly or {}).values() for period in day)
        return any(_covers(period, self.turns_at) for period in periods)

    def overlap(self) -> bool:
        """Whether two openings meet or lie over each other: one would give its last tickets in the other's middle."""
        monday = datetime(2024, 1, 1, 12, tzinfo=ZoneInfo(self.timezone))
        plain = replace(self, closures=())
        found = {each for day in range(9) for each in plain.windows(monday + timedelta(days=day)) or ()}
        ordered = sorted(found, key=lambda window: (window.opens_ms, window.closes_ms))
        return any(later.opens_ms <= earlier.closes_ms for earlier, later in pairwise(ordered))

    def _dates(self, around: datetime, ahead: int) -> tuple[date, ...]:
        here = around.astimezone(ZoneInfo(self.timezone))
        today = here.date() - timedelta(days=here.time() < self.turns_at)
        return tuple(today + timedelta(days=step) for step in range(-1, ahead + 1))


def _covers(period: Period, moment: time) -> bool:
    if period.after_midnight:
        return moment > period.opens or moment < period.closes
    return period.opens < moment < period.closes


@lru_cache(maxsize=256)  # every ticket and every board asks for the same three
def _day(label: date, turns_at: time, zone: ZoneInfo) -> Day:
    """A site's day, 23 or 25 hours long when the clocks change."""
    start, end = (_ms(label + timedelta(days=step), turns_at, zone) for step in (0, 1))
    return Day(label.isoformat(), start, end)


@lru_cache(maxsize=1024)
def _window(label: date, period: Period, last_tickets_min: int, zone: ZoneInfo) -> Window:
    opens = _ms(label, period.opens, zone)
    closes = _ms(label + timedelta(days=period.after_midnight), period.closes, zone)
    return Window(opens, max(opens, closes - last_tickets_min * 60_000), closes)


def _joined(dates: Iterable[date], last_tickets_min: int, zone: ZoneInfo) -> tuple[Window, ...]:
    """Whole dates as openings; those that follow each other are one, which gives its last tickets before a closure."""
    joined: list[Window] = []
    for label in dates:
        whole = _window(label, Period(time(), time()), last_tickets_min, zone)
        if joined and joined[-1].closes_ms == whole.opens_ms:
            whole = replace(whole, opens_ms=joined.pop().opens_ms)
        joined.append(whole)
    return tuple(joined)


def _ms(day: date, at: time, zone: ZoneInfo) -> int:
    return int(datetime.combine(day, at, zone).astimezone(UTC).timestamp() * 1000)
