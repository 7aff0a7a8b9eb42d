"""What a site offers: needs, languages, counters. Read from the lasting records, changed rarely."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from server.domain.errors import UnknownCounterError, UnknownLanguageError, UnknownNeedError


@dataclass(frozen=True, slots=True)
class Need:
    """What a person comes for.

    letter      one capital letter, unique within the site: the first sign of the number
    name        what staff call it, in French
    labels      what the kiosk and the paper say, a language code to a short sentence
    hints       examples beneath the label, a language code to a few words
    pictogram   id in the pictogram sprite; colour, shape: names of the design tokens
    """

    id: str
    letter: str
    name: str
    pictogram: str
    colour: str
    shape: str
    labels: Mapping[str, str]
    hints: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter (guichet) and the ids of the needs it serves."""

    id: str
    label: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A local day of a site: its date and its bounds in milliseconds since 1970 UTC, end excluded."""

    label: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Site:
    """One place that receives people. `ordinal` is its number among all sites, part of follow links."""

    id: str
    ordinal: int
    name: str
    timezone: str
    open: bool
    languages: tuple[str, ...]
    needs: tuple[Need, ...]
    counters: tuple[Counter, ...]

    def need(self, need_id: str) -> Need:
        """The need with this id. Raises UnknownNeedError."""
        for need in self.needs:
            if need.id == need_id:
                return need
        raise UnknownNeedError(f"Ce site ne propose pas le besoin « {need_id} ».")

    def counter(self, counter_id: str) -> Counter:
        """The counter with this id. Raises UnknownCounterError."""
        for counter in self.counters:
            if counter.id == counter_id:
                return counter
        raise UnknownCounterError(f"Ce site n’a pas de guichet « {counter_id} ».")

    def check_language(self, language: str) -> None:
        """Raises UnknownLanguageError unless the site offers this language."""
        if language not in self.languages:
            raise UnknownLanguageError(f"Ce site ne propose pas la langue « {language} ».")

    def rivals(self, need_id: str) -> tuple[str, ...]:
        """Needs whose visitors are called from the same counters as this need's: who counts as ahead."""
        shared = {need_id}.union(*(counter.needs for counter in self.counters if need_id in counter.needs))
        return tuple(need.id for need in self.needs if need.id in shared)

    def days(self, around: datetime) -> tuple[Day, ...]:
        """The local days from the eve of `around` to the day after, so that a script can find its own.

        The queue's clock decides which of them it is; `around` only has to be right within a day.
        """
        here = around.astimezone(ZoneInfo(self.timezone)).date()
        return tuple(_day(here + timedelta(days=step), ZoneInfo(self.timezone)) for step in (-1, 0, 1))


@lru_cache(maxsize=64)  # every ticket and every board asks for the same three
def _day(label: date, zone: ZoneInfo) -> Day:
    """A local day, 23 or 25 hours long when the clocks change."""
    start = datetime.combine(label, time(), zone).astimezone(UTC)
    end = datetime.combine(label + timedelta(days=1), time(), zone).astimezone(UTC)
    return Day(label.isoformat(), int(start.timestamp() * 1000), int(end.timestamp() * 1000))
