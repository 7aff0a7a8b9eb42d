"""People who work at the desk: found, signed in, added. What is changed of them stands in people_changes."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from server.domain.errors import UnknownSiteError
from server.domain.people import COMMAND, Actor, Job, Person, fold
from server.domain.staffing import NameTakenError, NameUnusableError
from server.records.aside import place
from server.records.door_tables import PersonRow
from server.records.passwords import fits, hashed
from server.records.people_rows import person_of, row_named, tidied
from server.records.store import Store
from server.records.tables import SiteRow
from server.records.trail import Change, note
from server.records.tries import Tries, forget_tries, of_browser, of_name

NAME_AT_MOST = 100
MARK_LENGTH = 32


@dataclass(frozen=True, slots=True)
class People:
    """The people of a store."""

    store: Store

    def add(
        self,
        name: str,
        job: Job,
        password: str,
        sites: Collection[str] | None = None,
        *,
        must_change: bool = False,
        by: Actor = COMMAND,
    ) -> Person:
        """Add a person who works at these sites, or without any named, at all there are.

        Raises NameTakenError, NameUnusableError, UnknownSiteError.
        """
        row = PersonRow(
            name=usable(name),
            name_key=fold(name),
            role=job.value,
            password_hash=hashed(password),
            must_change=must_change,
            active=True,
            created_at=self.store.clock(),
        )
        try:
            with self.store.session() as session:
                row.sites = known_sites(session, sites)
                session.add(row)
                session.flush()
                note(session, by, _added(row))
        except IntegrityError as error:
            raise taken(row.name) from error
        return person_of(row)

    def sign_in(self, name: str, password: str, browser: str | None = None) -> Person | None:
        """The person with this name and password, None when there is none.

        `browser`: what it is known by where they signed in there before; its wrong passwords are counted apart.

        Raises SignInLockedError when there were too many wrong ones of this name; it says nothing of who has it.
        Raises TooOftenError, which counts no try, while too many sign in at once.
        """
        whose = of_name(name) if browser is None else of_browser(browser)
        with place():
            Tries(self.store).count(whose)
            with self.store.session() as session:
                row = row_named(session, name)
            if not fits(row.password_hash if row and row.active else None, password) or row is None:
                return None
        with self.store.session() as session:
            forget_tries(session, whose)
        return person_of(row)

    def mark(self, name: str) -> str | None:
        """What a browser is bound to in which they sign in with a password: another password is another mark."""
        with self.store.session() as session:
            return _mark(row_named(session, name))

    def marks(self) -> frozenset[str]:
        """The marks of everybody who signs in with a password: any other is of a password that is gone."""
        with self.store.session() as session:
            return frozenset(mark for row in session.scalars(select(PersonRow)) if (mark := _mark(row)))

    def find(self, person_id: int) -> Person | None:
        """The person with this id, None where nobody has it, or has left."""
        with self.store.session() as session:
            row = session.get(PersonRow, person_id)
        return None if row is None or not row.active else person_of(row)

    def everyone(self) -> tuple[Person, ...]:
        """Everybody who works or worked at the desk, by name."""
        with self.store.session() as session:
            return tuple(person_of(row) for row in session.scalars(select(PersonRow).order_by(PersonRow.name_key)))

    def at(self, site_id: str) -> tuple[Person, ...]:
        """Everybody who works at a site now, by name; admins only where it is one of their own."""
        return tuple(person for person in self.everyone() if person.active and site_id in person.sites)

    def named(self, name: str) -> Person | None:
        """The person with this name, also one who has left."""
        with self.store.session() as session:
            row = row_named(session, name)
        return None if row is None else person_of(row)


def known_sites(session: Session, sites: Collection[str] | None) -> list[str]:
    """These sites in the catalogue's order; all of it for None. Raises UnknownSiteError."""
    every = list(session.scalars(select(SiteRow.id).order_by(SiteRow.ordinal)))
    for site in sites or ():
        if site not in every:
            raise UnknownSiteError(f"Le site « {site} » n’existe pas.")
    return [site for site in every if sites is None or site in sites]


def usable(name: str) -> str:
    """A name as it is kept. Raises NameUnusableError."""
    name = tidied(name)
    # Of the key, too: a name of nothing but accents leaves none, and what is written as one sign may be many.
    if not (fold(name) and max(len(name), len(fold(name))) <= NAME_AT_MOST and name.isprintable()):
        raise NameUnusableError(f"Il faut un nom, de {NAME_AT_MOST} lettres au plus.")
    return name


def taken(name: str) -> NameTakenError:
    """Said by whoever finds that the name is somebody's."""
    return NameTakenError(
        f"Le nom « {name} » est déjà pris : les majuscules et les accents ne comptent pas. "
        "Ajoutez par exemple une initiale.",
        name=name,
    )


def _mark(row: PersonRow | None) -> str | None:
    # Argon2 salts each hash: the mark tells nothing of the password, and is nobody else's.
    hashed = row.password_hash if row and row.active else None
    return hashed and hashlib.sha256(hashed.encode()).hexdigest()[:MARK_LENGTH]


def _added(row: PersonRow) -> Change:
    told = {"name": row.name, "job": row.role, "sites": row.sites}
    return Change("person.added", str(row.id), row.sites[0] if len(row.sites) == 1 else None, told)
