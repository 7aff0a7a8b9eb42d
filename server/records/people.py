"""People who work at the desk: added, signed in."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from argon2.low_level import ARGON2_VERSION
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from server.domain.people import Job, Person
from server.records.door_tables import PersonRow
from server.records.store import Store
from server.records.tables import SiteRow

_HASHER: Final = PasswordHasher()


def _hash_of_no_password() -> str:
    """A hash that takes as long to check as any other, and was not made from a password: that would take as long too.

    Every process would wait for it at its start. Its form: PHC string format, as argon2 writes it.
    """
    salt, digest = (
        base64.b64encode(secrets.token_bytes(length)).rstrip(b"=").decode()
        for length in (_HASHER.salt_len, _HASHER.hash_len)
    )
    cost = f"m={_HASHER.memory_cost},t={_HASHER.time_cost},p={_HASHER.parallelism}"
    return f"$argon2{_HASHER.type.name.lower()}$v={ARGON2_VERSION}${cost}${salt}${digest}"


# Checked when the name is unknown, so that a wrong name takes as long as a wrong password.
_NOBODY: Final = _hash_of_no_password()


class NameTakenError(ValueError):
    """Somebody has this name already."""


@dataclass(frozen=True, slots=True)
class People:
    """The people of a store."""

    store: Store

    def add(self, name: str, job: Job, password: str, sites: Collection[str] | None = None) -> Person:
        """Add a person who works at these sites, or without any named, at all there are. Raises NameTakenError."""
        row = PersonRow(name=name, role=job, password_hash=_HASHER.hash(password), created_at=datetime.now(UTC))
        try:
            with self.store.session() as session:
                every = session.scalars(select(SiteRow.id).order_by(SiteRow.ordinal))
                row.sites = list(every if sites is None else sites)
                session.add(row)
        except IntegrityError as error:
            raise NameTakenError(f"“{name}” exists already.") from error
        return _person(row)

    def sign_in(self, name: str, password: str) -> Person | None:
        """The person with this name and password, None when there is none."""
        with self.store.session() as session:
            row = session.scalar(select(PersonRow).where(PersonRow.name == name))
        known = None if row is None or not row.active else row.password_hash
        try:
            _HASHER.verify(known or _NOBODY, password)
        except VerifyMismatchError:
            return None
        return None if row is None or known is None else _person(row)

    def find(self, person_id: int) -> Person | None:
        """The person with this id, None where nobody has it, or has left."""
        with self.store.session() as session:
            row = session.get(PersonRow, person_id)
        return None if row is None or not row.active else _person(row)

    def everyone(self) -> tuple[Person, ...]:
        """Everybody who works at the desk, by name."""
        with self.store.session() as session:
            return tuple(_person(row) for row in session.scalars(select(PersonRow).order_by(PersonRow.name)))

    def named(self, name: str) -> Person | None:
        """The person with this name."""
        with self.store.session() as session:
            row = session.scalar(select(PersonRow).where(PersonRow.name == name))
        return None if row is None else _person(row)


def _person(row: PersonRow) -> Person:
    return Person(row.id, row.name, Job(row.role), tuple(row.sites), row.active)
