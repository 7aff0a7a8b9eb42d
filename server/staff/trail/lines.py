"""A change of the trail in words: who did what, when and where, and how it was before."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from server.domain.catalogue import Site
from server.domain.people import COMMAND
from server.records.trail import Entry
from server.staff.words import can_say, say
from server.told.words import clock

ELSEWHERE: Final = ZoneInfo("Europe/Paris")
"""The clock of what concerns no one site."""
SHORT: Final = 160
"""Signs of a value that stand in a line; a longer one is shown when it is asked for."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that was changed: its name, and how it was and is, in words or as JSON; "" for what was not there."""

    name: str
    before: str
    after: str

    @property
    def is_long(self) -> bool:
        """Whether it would bury the lines around it."""
        return len(self.before) + len(self.after) > SHORT


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
    change, detail = entry.change, dict(entry.change.detail or {})
    site = sites.get(change.site or "")
    at = entry.at.astimezone(ZoneInfo(site.timezone) if site else ELSEWHERE)
    words = f"trail-{change.what.replace('.', '-')}"
    by = say("trail-by-command") if entry.by.who == COMMAND.who else entry.by.name
    told = {"by": by, "about": _named("trail-field", change.about), "name": str(detail.get("name") or change.about)}
    return Line(
        at=at,
        day=say("trail-day", day=at.day, month=f"{at.month:02}", year=str(at.year)),
        clock=clock(at),
        words=say(words, **told) if can_say(words) else say("trail-other", what=change.what, **told),
        site=site.name if site else "",
        reason=change.reason or "",
        differences=_differences(detail, sites),
    )


def _differences(detail: Mapping[str, Any], sites: Mapping[str, Site]) -> tuple[Difference, ...]:
    before, after = (_by_name(detail.get(side)) for side in ("before", "after"))
    # What is said once, of something new or gone, stands beside what is said twice.
    after = {name: value for name, value in detail.items() if name not in {"name", "before", "after"}} | after
    told = (
        Difference(_named("trail-field", name), *(_value(side.get(name), sites) for side in (before, after)))
        for name in dict.fromkeys((*before, *after))
        if before.get(name) != after.get(name)
    )
    return tuple(each for each in told if each.before or each.after)


def _by_name(side: Any) -> dict[str, Any]:
    """Of a change of one thing alone, which the entry itself names, that one without a name."""
    if isinstance(side, Mapping):
        return dict(side)
    return {} if side is None else {"": side}


def _value(value: Any, sites: Mapping[str, Site]) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return say("trail-yes" if value else "trail-no")
    if isinstance(value, str):
        return _named("trail-value", value)
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return ", ".join(sites[each].name if each in sites else _named("trail-value", each) for each in value)
    return json.dumps(value, ensure_ascii=False)


def _named(family: str, name: str) -> str:
    words = f"{family}-{name}"
    return say(words) if can_say(words) else name
