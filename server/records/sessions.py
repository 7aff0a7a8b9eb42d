"""Sessions of people at the desk: a random token in their browser, its hash here, and an end to each."""

from __future__ import annotations

import hashlib
import secrets
import time
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from server.domain.people import Person
from server.domain.sign_in import IN_USE, SESSION_LIFE, SESSION_UNSEEN
from server.records.door_tables import PersonRow, SessionRow
from server.records.people_rows import person_of
from server.records.store import Store

TOKEN_BYTES: Final = 32
FRESH_S: Final = 2.0
"""How long a recognised session is taken as good, in a process that did not end it itself."""
SEEN_EVERY: Final = timedelta(minutes=1)
"""A desk asks every few seconds; that it was seen is written no more often than this."""
REMEMBERED_AT_MOST: Final = 10_000


@dataclass(slots=True)
class Sessions:
    """The sessions of a store; recognising one is cached, since every request asks."""

    store: Store
    _known: dict[str, tuple[float, Person]] = field(default_factory=dict)

    def open(self, person: Person, proof: str | None = None) -> str:
        """A new session's token, for one browser; kept only as its hash. `proof`: the provider's, to sign out there."""
        token, now = secrets.token_urlsafe(TOKEN_BYTES), self.store.clock()
        row = SessionRow(
            token_hash=_hash(token),
            person_id=person.id,
            made_at=now,
            seen_at=now,
            ends_at=now + SESSION_LIFE,
            proof=proof,
        )
        over = or_(SessionRow.ends_at <= now, SessionRow.seen_at <= now - SESSION_UNSEEN)
        with self.store.session() as session:
            session.execute(delete(SessionRow).where(over))
            session.add(row)
        return token

    def recognise(self, token: str) -> Person | None:
        """Whose session it is, as they are now; None where it has ended."""
        hashed = _hash(token)
        known = self._known.get(hashed)
        if known is not None and time.monotonic() - known[0] < FRESH_S:
            return known[1]
        person = self._look(hashed)
        if person is None:
            self._known.pop(hashed, None)
            return None
        if len(self._known) >= REMEMBERED_AT_MOST:
            self._known.clear()
        self._known[hashed] = (time.monotonic(), person)
        return person

    def end(self, token: str) -> str | None:
        """Sign out: this session is nobody's any more. Gives the proof that it was opened with."""
        ended = delete(SessionRow).where(SessionRow.token_hash == _hash(token)).returning(SessionRow.proof)
        with self.store.session() as session:
            proof = session.scalar(ended)
        self._known.pop(_hash(token), None)
        return proof

    def in_use(self, person: Person) -> bool:
        """Whether this person's desk is open in any browser: one that was only closed is signed in for hours."""
        now = self.store.clock()
        of_theirs = select(SessionRow.token_hash).where(SessionRow.person_id == person.id)
        living = of_theirs.where(SessionRow.ends_at > now, SessionRow.seen_at > now - IN_USE)
        with self.store.session() as session:
            return session.scalar(living.limit(1)) is not None

    def forget(self) -> None:
        """Ask anew for each session: people or their sessions were changed in this process."""
        self._known.clear()

    def _look(self, hashed: str) -> Person | None:
        now = self.store.clock()
        with self.store.session() as session:
            whose = select(SessionRow, PersonRow).join(PersonRow, PersonRow.id == SessionRow.person_id)
            found = session.execute(whose.where(SessionRow.token_hash == hashed)).one_or_none()
            if found is None:
                return None
            row, person = found
            if row.ends_at <= now or row.seen_at <= now - SESSION_UNSEEN or not person.active:
                return None
            if row.seen_at <= now - SEEN_EVERY:
                session.execute(update(SessionRow).where(SessionRow.token_hash == hashed).values(seen_at=now))
            return person_of(person)


def end_sessions(session: Session, person_id: int, but: str | None = None) -> None:
    """End each session of a person, except the one with this token, in the transaction that is the reason for it."""
    of_theirs = SessionRow.person_id == person_id
    kept = () if but is None else (SessionRow.token_hash != _hash(but),)
    session.execute(delete(SessionRow).where(of_theirs, *kept))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
