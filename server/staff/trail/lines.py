"""A change of the trail in words: who did what, when and where, and how it was before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from server.domain.catalogue import Site
from server.domain.people import COMMAND
from server.records.trail import Change, Entry
from server.staff.trail.differences import Difference, differences, field_words, names_of
from server.staff.words import can_say, say
from server.told.words import clock

ELSEWHERE: Final = ZoneInfo("Europe/Paris")
"""The clock of what concerns no one site."""


@dataclass(frozen=True, slots=True)
class Line:
    """A change as the page tells it."""

    at: datetime
    day: str
    clock: str
    words: str
    site: str
    reason: str
    differences: tuple[Difference, ...]


def line_of(entry: Entry, sites: Mapping[str, Site]) -> Line:
    """The words of an entry. A kind of change that has none is told by its own name."""
    change, detail = entry.change, entry.change.detail or {}
    site = sites.get(change.site or "")
    at = entry.at.astimezone(ZoneInfo(site.timezone) if site else ELSEWHERE)
    words = f"trail-{change.what.replace('.', '-')}"
    by = say("trail-by-command") if entry.by.who == COMMAND.who else entry.by.name
    told = {"by": by, "about": field_words(change.about), "name": str(detail.get("name") or change.about)}
    return Line(
        at=at,
        day=say("trail-day", day=at.day, month=f"{at.month:02}", year=str(at.year)),
        clock=clock(at),
        words=say(words, **told) if can_say(words) else say("trail-other", what=change.what, **told),
        site=site.name if site else "",
        reason=change.reason or "",
        differences=_told(change, sites),
    )


def _told(change: Change, sites: Mapping[str, Site]) -> tuple[Difference, ...]:
    detail = change.detail or {}
    # What is said once, of something new or gone, stands beside what is said twice.
    once = {name: value for name, value in detail.items() if name not in {"name", "before", "after"}}
    before, after = detail.get("before"), detail.get("after")
    site = sites.get(change.site or "")
    names = {f"sites.{each.id}": each.name for each in sites.values()} | (dict(names_of(site)) if site else {})
    if after is None or isinstance(after, Mapping):
        after = {**once, **(after or {})}
    return differences(change.about, before, after, names)
