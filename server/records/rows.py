"""From the domain's sites to their rows; catalogue.py reads them back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import delete, insert, update
from sqlalchemy.orm import Session

from server.domain.catalogue import Counter, Site
from server.domain.screens import Screen
from server.records.tables import (
    Base,
    CounterRow,
    MessageRow,
    NeedRow,
    NoticeRow,
    OperatorRow,
    PriorityRow,
    ScreenRow,
    SiteRow,
    TopicRow,
)


def _counter(counter: Counter) -> dict[str, Any]:
    return {
        "id": counter.id,
        "label": counter.label,
        "needs": list(counter.needs),
        "way": None if counter.way is None else counter.way.value,
        "place": dict(counter.place),
    }


def _screen(screen: Screen) -> dict[str, Any]:
    ways = {counter: way.value for counter, way in screen.ways.items()}
    return asdict(screen) | {"ways": ways}


_LISTS: Final[Mapping[str, tuple[type[Base], Callable[[Any], dict[str, Any]]]]] = {
    "needs": (NeedRow, asdict),
    "counters": (CounterRow, _counter),
    "priorities": (PriorityRow, asdict),
    "notices": (NoticeRow, asdict),
    "screens": (ScreenRow, _screen),
    "messages": (MessageRow, asdict),
    "operators": (OperatorRow, asdict),
    "topics": (TopicRow, asdict),
}
"""What of a site has a table of its own, a row for each."""


def insert_site(session: Session, site: Site) -> None:
    """Write a site that is not there yet."""
    session.execute(insert(SiteRow), [{"id": site.id, "ordinal": site.ordinal} | _columns(site)])
    for name in _LISTS:
        _insert(session, site, name)


def rewrite_site(session: Session, before: Site, site: Site) -> None:
    """Write what of a site is not as it was before. A list is written anew: two needs may swap letters."""
    session.execute(update(SiteRow).where(SiteRow.id == site.id).values(**_columns(site)))
    for name, (table, _) in _LISTS.items():
        if getattr(site, name) != getattr(before, name):
            session.execute(delete(table).where(table.__table__.c.site_id == site.id))
            _insert(session, site, name)


def _insert(session: Session, site: Site, name: str) -> None:
    table, row_of = _LISTS[name]
    rows = [row_of(each) for each in getattr(site, name)]
    if rows:
        placed = [row | {"site_id": site.id, "position": position} for position, row in enumerate(rows)]
        session.execute(insert(table), placed)


def _columns(site: Site) -> dict[str, Any]:
    hours = site.hours
    weekly = hours.weekly
    return {
        "name": site.name,
        "timezone": site.timezone,
        "open": site.open,
        "languages": list(site.languages),
        "weekly": None if weekly is None else {day: [period.text for period in weekly[day]] for day in weekly},
        "closures": [closure.text for closure in hours.closures],
        "turns_at": hours.turns_at,
        "last_tickets_min": hours.last_tickets_min,
        "next_completes": site.next_completes,
        "recalls_before_absent": site.recalls_before_absent,
        "printers": list(site.printers),
        "visit_asks": [str(each) for each in site.visit_asks],
        "given_up": list(site.given_up),
        "translated_from": {place: dict(sources) for place, sources in site.translated_from.items()},
        "revision": site.revision,
    }
