"""Reads sites with all that belongs to them, and keeps them a moment: they change rarely and every request asks."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import select, update

from server.domain.catalogue import Choice, Counter, Need, Notice, Priority, Site
from server.domain.errors import UnknownCounterError, UnknownSiteError
from server.domain.hours import Closure, Hours, Period
from server.domain.screens import Message, Screen, Way
from server.records.store import NUMBER_AT_MOST, Store
from server.records.tables import CounterRow, NeedRow, ScreenRow, SiteRow

FRESH_S: Final = 2.0
"""How long a site, once read, is taken as true. A change of the catalogue is seen by every process after this."""


@dataclass(slots=True)
class Catalogue:
    """The sites of a store, each read at most once every FRESH_S seconds."""

    store: Store
    _read: dict[str, tuple[float, Site]] = field(default_factory=dict)
    _forgotten: int = 0

    def site(self, site_id: str) -> Site:
        """One site. Raises UnknownSiteError."""
        known = self._read.get(site_id)
        if known is not None and time.monotonic() - known[0] < FRESH_S:
            return known[1]
        forgotten = self._forgotten
        with self.store.session() as session:
            # PostgreSQL takes neither NUL nor half a character, not even to say that there is no such site.
            row = session.get(SiteRow, site_id) if site_id.isprintable() else None
            if row is None:
                self._read.pop(site_id, None)
                raise UnknownSiteError(f"Aucun site ne s’appelle « {site_id} ». Vérifiez l’adresse.")
            site = site_of_row(row)
        # What was changed while it was read must be read again.
        if forgotten == self._forgotten:
            self._read[site_id] = (time.monotonic(), site)
        return site

    def sites(self) -> tuple[Site, ...]:
        """Every site, in the order of their ordinals."""
        with self.store.session() as session:
            return tuple(site_of_row(row) for row in session.scalars(select(SiteRow).order_by(SiteRow.ordinal)))

    def site_ids(self) -> tuple[str, ...]:
        """The ids of all sites, also of one whose rows cannot be read as a site."""
        with self.store.session() as session:
            return tuple(session.scalars(select(SiteRow.id).order_by(SiteRow.ordinal)))

    def serve(self, site_id: str, counter_id: str, needs: list[str]) -> None:
        """Write the needs that a counter serves; this process knows at once. Raises UnknownCounterError.

        Of these needs only those that are there now: whoever chose them may have seen the site as it was before.
        """
        with self.store.session() as session:
            row = session.get(CounterRow, (site_id, counter_id))
            if row is None:
                raise UnknownCounterError(f"Ce site n’a pas de guichet « {counter_id} ».")
            there = set(session.scalars(select(NeedRow.id).where(NeedRow.site_id == site_id)))
            row.needs = [need for need in needs if need in there]
            session.execute(update(SiteRow).where(SiteRow.id == site_id).values(revision=SiteRow.revision + 1))
        self.forget(site_id)

    def forget(self, site_id: str | None) -> None:
        """Read a site anew when it is next asked for, or all of them: it was changed."""
        self._forgotten += 1
        if site_id is None:
            self._read.clear()
        else:
            self._read.pop(site_id, None)

    def site_numbered(self, ordinal: int) -> Site | None:
        """The site with this ordinal, which follow links carry."""
        for _, site in self._read.values():
            if site.ordinal == ordinal:
                return self.site(site.id)
        if ordinal > NUMBER_AT_MOST:
            return None
        with self.store.session() as session:
            found = session.scalar(select(SiteRow.id).where(SiteRow.ordinal == ordinal))
        return None if found is None else self.site(found)


def site_of_row(row: SiteRow) -> Site:
    """A site as its rows say."""
    return Site(
        id=row.id,
        ordinal=row.ordinal,
        name=row.name,
        open=row.open,
        languages=tuple(row.languages),
        needs=tuple(_need(need) for need in row.needs),
        counters=tuple(_counter(counter, row.given_up) for counter in row.counters),
        hours=_hours(row),
        priorities=tuple(Priority(each.id, each.minutes, _said(each.labels), each.kiosk) for each in row.priorities),
        notices=tuple(Notice(notice.id, _said(notice.texts)) for notice in row.notices),
        next_completes=row.next_completes,
        recalls_before_absent=row.recalls_before_absent,
        printers=tuple(row.printers),
        screens=tuple(_screen(screen) for screen in row.screens),
        messages=tuple(Message(message.id, _said(message.texts)) for message in row.messages),
        operators=tuple(Choice(each.id, each.name) for each in row.operators),
        topics=tuple(Choice(each.id, each.name) for each in row.topics),
        visit_asks=tuple(row.visit_asks),
        translated_from=row.translated_from,
        revision=row.revision,
    )


def _counter(row: CounterRow, given_up: Sequence[str]) -> Counter:
    way = None if row.way is None else Way(row.way)
    return Counter(row.id, row.label, tuple(row.needs), way, _said(row.place), tuple(given_up))


def _screen(row: ScreenRow) -> Screen:
    return Screen(
        id=row.id,
        name=row.name,
        counters=tuple(row.counters),
        needs=tuple(row.needs),
        distance_m=row.distance_m,
        diagonal_in=row.diagonal_in,
        voice=row.voice,
        mute=tuple(row.mute),
        ways={counter: Way(way) for counter, way in row.ways.items()},
    )


def _need(row: NeedRow) -> Need:
    return Need(
        id=row.id,
        letter=row.letter,
        name=row.name,
        pictogram=row.pictogram,
        colour=row.colour,
        shape=row.shape,
        labels=_said(row.labels),
        hints=_said(row.hints),
        limit=row.limit,
    )


def _said(words: Mapping[str, str]) -> dict[str, str]:
    """Without what is empty: a language that says nothing has no words, and another one is read instead."""
    return {language: text for language, text in words.items() if text.strip()}


def _hours(row: SiteRow) -> Hours:
    weekly = row.weekly
    return Hours(
        timezone=row.timezone,
        turns_at=row.turns_at,
        weekly=None if weekly is None else {day: tuple(map(Period.parse, weekly[day])) for day in weekly},
        closures=tuple(map(Closure.parse, row.closures)),
        last_tickets_min=row.last_tickets_min,
    )
