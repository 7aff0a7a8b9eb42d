"""From a row of the people's table to a person, and the other way by id or name."""

from __future__ import annotations

import unicodedata

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.domain.people import Job, Person, fold
from server.domain.staffing import UnknownPersonError
from server.records.door_tables import PersonRow


def person_of(row: PersonRow) -> Person:
    """The person of a row."""
    return Person(row.id, row.name, Job(row.role), tuple(row.sites), row.active, row.must_change)


def row_of(session: Session, person_id: int) -> PersonRow:
    """The row of somebody, also of who has left. Raises UnknownPersonError."""
    row = session.get(PersonRow, person_id)
    if row is None:
        raise UnknownPersonError("Ce compte n’existe pas.")
    return row


def row_named(session: Session, name: str) -> PersonRow | None:
    """The row of whoever has this name, however it is written."""
    key = fold(name)
    return session.scalar(select(PersonRow).where(PersonRow.name_key == key)) if key.isprintable() else None


def tidied(name: str) -> str:
    """A name as it is kept and shown, however a keyboard composes its accents and whatever blanks surround it."""
    return " ".join(unicodedata.normalize("NFC", name).split())
