"""The trail: who changed what of settings, people and devices, and why. Moves of tickets have the journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.domain.people import Actor
from server.records.store import Store
from server.records.visit_tables import TrailRow


@dataclass(frozen=True, slots=True)
class Change:
    """What happened: "person.added", the id of what was changed, its site if it has one.

    detail   before and after, without anything secret
    """

    what: str
    about: str
    site: str | None = None
    detail: Mapping[str, Any] | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A change, when it was made and by whom."""

    at: datetime
    by: Actor
    change: Change


def note(session: Session, by: Actor, change: Change) -> None:
    """Write a change into the trail, in the transaction that makes it: the one is not kept without the other."""
    session.add(
        TrailRow(
            at=datetime.now(UTC),
            site_id=change.site,
            who=by.who,
            name=by.name,
            what=change.what,
            about=change.about,
            detail=dict(change.detail or {}),
            reason=change.reason,
        )
    )


@dataclass(frozen=True, slots=True)
class Trail:
    """The trail of a store."""

    store: Store

    def newest(self, sites: tuple[str, ...] | None, count: int) -> list[Entry]:
        """The newest changes first: of these sites, or of everything where None is given."""
        wanted = select(TrailRow).order_by(TrailRow.id.desc()).limit(count)
        if sites is not None:
            wanted = wanted.where(TrailRow.site_id.in_(sites))
        with self.store.session() as session:
            return [_entry(row) for row in session.scalars(wanted)]


def _entry(row: TrailRow) -> Entry:
    # SQLite gives moments back without their zone.
    at = row.at if row.at.tzinfo else row.at.replace(tzinfo=UTC)
    return Entry(at, Actor(row.who, row.name), Change(row.what, row.about, row.site_id, row.detail, row.reason))
