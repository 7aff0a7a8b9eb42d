"""The trail: who changed what of settings, people and devices, and why. Moves of tickets have the journal."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from server.domain.people import Actor
from server.records.store import NUMBER_AT_MOST, Store
from server.records.visit_tables import TrailRow

OF_PEOPLE: Final = ("person.%", "password.%")
"""What happens to a person: there, `about` is their id."""


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
    """A change, when it was made and by whom. Later ones have a greater id."""

    id: int
    at: datetime
    by: Actor
    change: Change


def site_added(site_id: str, name: str) -> Change:
    """There is a new site."""
    return Change("site.added", site_id, site_id, {"name": name})


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

    def newest(
        self, sites: Collection[str] | None, count: int, people: Collection[int] = (), before: int | None = None
    ) -> list[Entry]:
        """The newest changes first: of these sites and people, or of everything where None is given for the sites.

        With `before`, only those that are older than the one with this id.
        """
        wanted = select(TrailRow).order_by(TrailRow.id.desc()).limit(count)
        if sites is not None:
            # Somebody who works at several sites has no one site in the trail.
            of_people = or_(*(TrailRow.what.like(kind) for kind in OF_PEOPLE))
            theirs = and_(TrailRow.site_id.is_(None), of_people, TrailRow.about.in_(map(str, people)))
            wanted = wanted.where(or_(TrailRow.site_id.in_(sites), theirs))
        if before is not None:
            wanted = wanted.where(TrailRow.id < min(before, NUMBER_AT_MOST))
        with self.store.session() as session:
            return [_entry(row) for row in session.scalars(wanted)]

    def password_given(self, person_id: int) -> Entry | None:
        """When this person was last given a password that somebody else chose, and by whom."""
        given = TrailRow.what.in_(("person.added", "password.reset")), TrailRow.about == str(person_id)
        with self.store.session() as session:
            row = session.scalar(select(TrailRow).where(*given).order_by(TrailRow.id.desc()).limit(1))
        return None if row is None else _entry(row)


def _entry(row: TrailRow) -> Entry:
    change = Change(row.what, row.about, row.site_id, row.detail, row.reason)
    return Entry(row.id, row.at, Actor(row.who, row.name), change)
