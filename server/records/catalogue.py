"""Reads sites with their needs and counters, and keeps them a moment: they change rarely and every request asks."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import select

from server.domain.catalogue import Counter, Need, Site
from server.domain.errors import UnknownSiteError
from server.records.store import Store
from server.records.tables import SiteRow

FRESH_S: Final = 2.0
"""How long a site, once read, is taken as true. A change of the catalogue is seen by every process after this."""


@dataclass(slots=True)
class Catalogue:
    """The sites of a store, each read at most once every FRESH_S seconds."""

    store: Store
    _read: dict[str, tuple[float, Site]] = field(default_factory=dict)

    def site(self, site_id: str) -> Site:
        """One site. Raises UnknownSiteError."""
        known = self._read.get(site_id)
        if known is not None and time.monotonic() - known[0] < FRESH_S:
            return known[1]
        with self.store.session() as session:
            row = session.get(SiteRow, site_id)
            if row is None:
                self._read.pop(site_id, None)
                raise UnknownSiteError(f"Aucun site ne s’appelle « {site_id} ». Vérifiez l’adresse.")
            site = _site(row)
        self._read[site_id] = (time.monotonic(), site)
        return site

    def sites(self) -> tuple[Site, ...]:
        """Every site, in the order of their ordinals."""
        with self.store.session() as session:
            return tuple(_site(row) for row in session.scalars(select(SiteRow).order_by(SiteRow.ordinal)))

    def site_numbered(self, ordinal: int) -> Site | None:
        """The site with this ordinal, which follow links carry."""
        for _, site in self._read.values():
            if site.ordinal == ordinal:
                return self.site(site.id)
        with self.store.session() as session:
            found = session.scalar(select(SiteRow.id).where(SiteRow.ordinal == ordinal))
        return None if found is None else self.site(found)


def _site(row: SiteRow) -> Site:
    return Site(
        id=row.id,
        ordinal=row.ordinal,
        name=row.name,
        timezone=row.timezone,
        open=row.open,
        languages=tuple(row.languages),
        needs=tuple(
            Need(
                id=need.id,
                letter=need.letter,
                name=need.name,
                pictogram=need.pictogram,
                colour=need.colour,
                shape=need.shape,
                labels=need.labels,
                hints=need.hints,
            )
            for need in row.needs
        ),
        counters=tuple(Counter(counter.id, counter.label, tuple(counter.needs)) for counter in row.counters),
    )
