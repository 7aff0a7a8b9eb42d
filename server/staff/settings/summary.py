"""How each part of a site stands, in a few words on its tile."""

from __future__ import annotations

from dataclasses import dataclass

from server.domain.catalogue import Site
from server.domain.gaps import Missing, gaps
from server.domain.translations import count_to_read
from server.staff.words import say


@dataclass(frozen=True, slots=True)
class Summary:
    """A few words; how many texts are missing in one language or another, and how many are of older French."""

    words: str
    gaps: int = 0
    to_read: int = 0


MISSING = {
    "needs": Missing.NEED_LABEL,
    "messages": Missing.MESSAGE_TEXT,
    "notices": Missing.NOTICE_TEXT,
    "priorities": Missing.PRIORITY_LABEL,
}


def summary(room: str, site: Site) -> Summary:
    """Of one of the rooms."""
    of = MISSING.get(room)
    missing = sum(len(gap.languages) for gap in gaps(site) if gap.missing is of)
    return Summary(_words(room, site), missing, count_to_read(site, f"{room}."))


def _words(room: str, site: Site) -> str:
    hours = site.hours
    match room:
        case "site":
            return say("tile-site-open" if site.open else "tile-site-closed", count=len(site.languages))
        case "hours" if hours.weekly is None:
            return say("tile-hours-always", closures=len(hours.closures))
        case "hours":
            days = sum(bool(periods) for periods in (hours.weekly or {}).values())
            return say("tile-hours", days=days, closures=len(hours.closures))
        case "requests":
            return say("tile-requests", operators=len(site.operators), topics=len(site.topics))
        case _:
            return say(f"tile-{room}", count=len(getattr(site, room)))
