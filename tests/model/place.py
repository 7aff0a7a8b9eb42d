"""The sites that the model plays with, in plain words, and when they receive people."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
MINUTE = 60_000

NEEDS = {"papiers": "A", "energie": "E", "ateliers": "G"}
"""Each need and its letter."""
LIMITS = {"papiers": 3, "ateliers": 2}
"""People who may wait for a need before the kiosk says that it is full."""
PRIORITIES = {"enceinte": 30, "rendez-vous": 15}
"""Head starts in minutes."""
MEDIATORS = ("7", "8")
LANGUAGES = ("fr", "ar")


@dataclass
class Place:
    """A site. Its counters' needs and whether it is open at all are settings, and may change while people wait.

    turns_at    local time at which one day ends and the next begins
    openings    local times that an opening begins and ends, by weekday from 0, Monday; None: always open. An end
                before the beginning is on the next date.
    """

    next_completes: bool = True
    turns_at: time = time(4)
    openings: dict[int, list[tuple[time, time]]] | None = None
    closures: tuple[date, ...] = ()
    last_tickets_min: int = 0
    receives: bool = True
    counters: dict[str, list[str]] = field(
        default_factory=lambda: {"1": ["papiers", "energie"], "2": ["papiers"], "3": ["ateliers"], "4": []}
    )

    def lines_of_counter(self, counter: str, mediator: str = "") -> list[str]:
        """Where a counter looks for the next: its needs, those sent to it by name, those sent to who sits there."""
        return [*self.counters[counter], f"counter:{counter}", *([f"mediator:{mediator}"] if mediator else [])]

    def rivals(self, line: str) -> set[str]:
        """The lines whose people a counter may call before those of this line. Who waits for a mediator has none."""
        shared = [here for counter in self.counters if line in (here := self.lines_of_counter(counter))]
        return {line}.union(*shared)

    def day(self, ms: int) -> str:
        """The date of the site's day: it goes on after midnight until the day turns."""
        here = local(ms)
        return (here.date() - timedelta(days=here.time() < self.turns_at)).isoformat()

    def turn_after(self, ms: int) -> int:
        """The moment at which the day of `ms` ends."""
        return moment(date.fromisoformat(self.day(ms)) + timedelta(days=1), self.turns_at)

    def opening_times(self, ms: int) -> list[tuple[int, int, int]]:
        """Openings of yesterday's and of today's date: begins, last tickets, ends."""
        found = []
        for day in (local(ms).date() - timedelta(days=1), local(ms).date()):
            for opens, closes in (self.openings or {}).get(day.weekday(), []) if day not in self.closures else []:
                begins, ends = moment(day, opens), moment(day + timedelta(days=closes <= opens), closes)
                found.append((begins, max(begins, ends - self.last_tickets_min * MINUTE), ends))
        return found

    def phase(self, ms: int) -> str:
        """What the door says: open, last_tickets (who is inside is still called) or closed."""
        if not self.receives:
            return "closed"
        if self.openings is None:
            return "open"
        for begins, last, ends in self.opening_times(ms):
            if begins <= ms < ends:
                return "open" if ms < last else "last_tickets"
        return "closed"


def local(ms: int) -> datetime:
    """A moment in ms since 1970 as the clock on the wall shows it."""
    return datetime.fromtimestamp(ms / 1000, PARIS)


def moment(day: date, at: time) -> int:
    """The first moment, in ms since 1970, at which the clock on the wall shows this."""
    return round(datetime.combine(day, at, PARIS).timestamp() * 1000)


def always_open(*, next_completes: bool) -> Place:
    """A site without hours, whose day turns at midnight."""
    return Place(next_completes=next_completes, turns_at=time(0))


def open_late(*, next_completes: bool) -> Place:
    """A site that closes after midnight, has a break at noon, and two dates on which it does not open."""
    every_day = [(time(8), time(12, 30)), (time(14), time(2, 30))]
    closures = (date(2026, 10, 27), date(2027, 1, 1))
    return Place(
        next_completes=next_completes,
        openings=dict.fromkeys(range(7), every_day),
        closures=closures,
        last_tickets_min=30,
    )
