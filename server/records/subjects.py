"""Who people are to the provider at which they sign in. Somebody binds a person to an account there; no name does."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from server.domain.pairing import new_code, read_code
from server.domain.people import Actor, Person
from server.domain.strangers import CODE_LASTS, SubjectTakenError, UnknownStrangerError
from server.records.door_tables import PersonRow, StrangerRow
from server.records.people_rows import person_of, row_of
from server.records.sessions import end_sessions
from server.records.store import Store
from server.records.trail import Change, note


@dataclass(frozen=True, slots=True)
class Subjects:
    """The subjects of a store. `secret` is the server's: whoever reads the table alone cannot try out all codes."""

    store: Store
    secret: bytes

    def person(self, subject: str) -> Person | None:
        """Whoever is bound to this account of the provider, also one who has left."""
        with self.store.session() as session:
            row = session.scalar(select(PersonRow).where(PersonRow.subject == subject))
        return None if row is None else person_of(row)

    def linked(self) -> frozenset[int]:
        """The ids of all who can sign in at the provider."""
        with self.store.session() as session:
            return frozenset(session.scalars(select(PersonRow.id).where(PersonRow.subject.is_not(None))))

    def knock(self, subject: str) -> str:
        """Somebody nobody knows signed in at the provider: the code by which a colleague finds them."""
        code, now = new_code(), self.store.clock()
        row = StrangerRow(subject=subject, code_hash=self._code_hash(code), ends_at=now + CODE_LASTS)
        self.store.put(row, delete(StrangerRow).where(StrangerRow.ends_at <= now))
        return code

    def let_in(self, typed: str, person_id: int, by: Actor) -> Person:
        """Bind whoever shows this code to a person. Raises UnknownStrangerError, UnknownPersonError."""
        code, now = read_code(typed), self.store.clock()
        with self._binding() as session:
            shows = StrangerRow.code_hash == self._code_hash(code or ""), StrangerRow.ends_at > now
            # Taken away as it is read: of two who type it at once, one is too late.
            found = session.scalar(delete(StrangerRow).where(*shows).returning(StrangerRow.subject))
            if found is None:
                raise UnknownStrangerError("Personne ne montre ce code, ou il est trop vieux. Vérifiez-le.")
            return _bind(session, person_id, found, by)

    def link(self, person_id: int, subject: str, by: Actor) -> Person:
        """Bind a person to an account of the provider. Raises SubjectTakenError, UnknownPersonError."""
        with self._binding() as session:
            session.execute(delete(StrangerRow).where(StrangerRow.subject == subject))
            return _bind(session, person_id, subject, by)

    def unlink(self, person_id: int, by: Actor) -> None:
        """Take the account of the provider from a person: who holds it gets in no more. Raises UnknownPersonError."""
        with self.store.session() as session:
            row = row_of(session, person_id)
            if row.subject is None:
                return
            row.subject = None
            end_sessions(session, row.id)
            note(session, by, _told("person.unlinked", row))

    @contextmanager
    def _binding(self) -> Iterator[Session]:
        try:
            with self.store.session() as session:
                yield session
        except IntegrityError as error:
            raise SubjectTakenError("Ce compte du fournisseur est déjà relié à une autre personne.") from error

    def _code_hash(self, code: str) -> str:
        return hmac.new(self.secret, f"stranger {code}".encode(), hashlib.sha256).hexdigest()


def _bind(session: Session, person_id: int, subject: str, by: Actor) -> Person:
    row = row_of(session, person_id)
    if row.subject == subject:
        return person_of(row)
    row.subject = subject
    if row.must_change:
        # A password that somebody else chose was for the first sign-in, and that is the provider's now.
        row.password_hash, row.must_change = None, False
    # Also where another account of the provider was bound before: whoever holds that one is in no more.
    end_sessions(session, row.id)
    session.flush()
    note(session, by, _told("person.linked", row))
    return person_of(row)


def _told(what: str, row: PersonRow) -> Change:
    return Change(what, str(row.id), row.sites[0] if len(row.sites) == 1 else None, {"name": row.name})
