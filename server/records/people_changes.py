"""What is changed of people: their name, job and sites, whether they work here, their password. Each writes the trail.

A function that is given a session works in the transaction of whoever calls it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from server.domain.people import Actor, Job, Person, fold
from server.domain.staffing import LastAdminError
from server.records.door_tables import PersonRow
from server.records.passwords import hashed
from server.records.people import known_sites, taken, usable
from server.records.people_rows import person_of, row_of
from server.records.sessions import end_sessions
from server.records.store import Store
from server.records.trail import Change, note
from server.records.tries import forget_tries, of_name

May = Callable[[Person], None]


@dataclass(frozen=True, slots=True)
class PeopleChanges:
    """Changes of the people of a store. Each raises UnknownPersonError.

    `may`: looks at the person as they are in the transaction, and raises where this one may not be changed.
    """

    store: Store

    def change(
        self, person_id: int, name: str, job: Job, sites: Collection[str], by: Actor, may: May | None = None
    ) -> Person:
        """Give a person this name, job and sites. Whoever loses a right has to sign in again.

        Raises NameTakenError, NameUnusableError, UnknownSiteError, LastAdminError.
        """
        try:
            with self._one(person_id, may) as (session, row):
                before = person_of(row)
                row.name, row.name_key = usable(name), fold(name)
                row.role, row.sites = job.value, known_sites(session, sites)
                after = person_of(row)
                if after == before:
                    return before
                if after.job is not before.job or not set(before.sites) <= set(after.sites):
                    end_sessions(session, row.id)
                note(session, by, _told("person.changed", before, after, _differences(before, after)))
        except IntegrityError as error:
            raise taken(usable(name)) from error
        return after

    def leave(self, person_id: int, by: Actor, may: May | None = None) -> None:
        """Let somebody in no more. Who they were stays known. Raises LastAdminError."""
        with self._one(person_id, may) as (session, row):
            if not row.active:
                return
            row.active = False
            end_sessions(session, row.id)
            note(session, by, _told("person.left", person_of(row)))

    def come_back(self, person_id: int, by: Actor, may: May | None = None) -> None:
        """Let somebody in again who had left."""
        with self._one(person_id, may) as (session, row):
            if row.active:
                return
            row.active = True
            note(session, by, _told("person.returned", person_of(row)))

    def give_password(self, person_id: int, password: str, by: Actor, may: May | None = None) -> None:
        """A password that somebody else chose: good for nothing but that its owner signs in and chooses their own.

        It also opens a name that too many wrong ones have shut, and no browser is known any more as its owner's.
        """
        # Before the rows are locked: it takes its time.
        made = hashed(password)
        with self._one(person_id, may) as (session, row):
            row.password_hash, row.must_change = made, True
            end_sessions(session, row.id)
            forget_tries(session, of_name(row.name))
            note(session, by, _told("password.reset", person_of(row)))

    def choose_password(self, person_id: int, password: str, but: str | None = None) -> Person:
        """The password that its owner chose. Ends each of their sessions except the one with the token `but`."""
        made = hashed(password)
        with self._one(person_id) as (session, row):
            row.password_hash, row.must_change = made, False
            end_sessions(session, row.id, but)
            forget_tries(session, of_name(row.name))
            person = person_of(row)
            note(session, Actor.of(person), _told("password.changed", person))
        return person

    @contextmanager
    def _one(self, person_id: int, may: May | None = None) -> Iterator[tuple[Session, PersonRow]]:
        """One person's row to change, in a transaction that leaves an admin. Raises UnknownPersonError, LastAdminError.

        Two admins who shut each other out at the same moment: PostgreSQL lets the second wait for these rows and see
        what the first has done; SQLite lets one write at a time, and counts after it has written.
        """
        admins = PersonRow.role == Job.ADMIN.value, PersonRow.active
        with self.store.session() as session:
            had = len(list(session.scalars(select(PersonRow.id).where(*admins).with_for_update())))
            row = row_of(session, person_id)
            if may is not None:
                may(person_of(row))
            yield session, row
            session.flush()
            left = session.scalar(select(func.count()).select_from(PersonRow).where(*admins))
            if had and not left:
                raise LastAdminError("C’est le seul administrateur. Nommez-en d’abord un autre.")


def _told(what: str, person: Person, after: Person | None = None, more: Mapping[str, Any] | None = None) -> Change:
    sites = set(person.sites) | set(after.sites if after else ())
    return Change(what, str(person.id), sites.pop() if len(sites) == 1 else None, {"name": person.name, **(more or {})})


def _differences(before: Person, after: Person) -> dict[str, Any]:
    def told(person: Person) -> dict[str, Any]:
        return {"name": person.name, "job": person.job.value, "sites": list(person.sites)}

    old, new = told(before), told(after)
    changed = [name for name in old if old[name] != new[name]]
    return {"before": {name: old[name] for name in changed}, "after": {name: new[name] for name in changed}}
