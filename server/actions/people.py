"""What one person does to the account of another, or to their own: as far as their job and their sites reach."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial

from server.actions.house import House
from server.actions.seats import go
from server.domain.people import Actor, Job, Person
from server.domain.sign_in import SamePasswordError, check_password, new_password
from server.domain.staffing import (
    OwnAccountError,
    UnknownPersonError,
    answers_for,
    check_change,
    check_gift,
    check_other,
    sees,
)


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody on a list: whether who looks at it may change their account."""

    person: Person
    changeable: bool


def accounts(house: House, by: Person) -> list[Account]:
    """Whom this person sees, by name."""
    return [Account(other, answers_for(by, other)) for other in house.people.everyone() if sees(by, other)]


def account(house: House, by: Person, person_id: int) -> Person:
    """Somebody whose account this person may change. Raises UnknownPersonError, WrongRoleError."""
    found = _found(house, person_id)
    check_change(by, found)
    return found


def add(house: House, by: Person, name: str, job: Job, sites: Collection[str]) -> tuple[Person, str]:
    """Somebody new, and their password until they have chosen their own.

    Raises WrongRoleError, ForeignSiteError, NoSiteChosenError, NameTakenError, NameUnusableError.
    """
    check_gift(by, job, sites)
    password = new_password()
    return house.people.add(name, job, password, sites, must_change=True, by=Actor.of(by)), password


def change(house: House, by: Person, person_id: int, name: str, job: Job, sites: Collection[str]) -> Person:
    """Give somebody this name, job and sites; oneself no more than a name.

    Raises UnknownPersonError, WrongRoleError, ForeignSiteError, NoSiteChosenError, OwnAccountError, LastAdminError,
    NameTakenError, NameUnusableError.
    """
    known = account(house, by, person_id)
    if known.id == by.id and (job is not known.job or set(sites) != set(known.sites)):
        raise OwnAccountError(
            "C’est votre propre compte. Demandez à une autre personne de changer son rôle ou ses sites."
        )
    check_gift(by, job, sites)
    changed = house.people_changes.change(person_id, name, job, sites, Actor.of(by), partial(check_change, by))
    house.sessions.forget()
    go(house, known, changed)
    return changed


def give_password(house: House, by: Person, person_id: int) -> tuple[Person, str]:
    """A new password for somebody until they have chosen their own.

    Raises UnknownPersonError, WrongRoleError, OwnAccountError.
    """
    known, password = _other(house, by, person_id), new_password()
    house.people_changes.give_password(person_id, password, Actor.of(by), partial(check_other, by))
    house.sessions.forget()
    return known, password


def leave(house: House, by: Person, person_id: int) -> None:
    """Let somebody in no more. Raises UnknownPersonError, WrongRoleError, OwnAccountError, LastAdminError."""
    known = _other(house, by, person_id)
    house.people_changes.leave(person_id, Actor.of(by), partial(check_other, by))
    house.sessions.forget()
    go(house, known)


def come_back(house: House, by: Person, person_id: int) -> None:
    """Let somebody in again. Raises UnknownPersonError, WrongRoleError, OwnAccountError."""
    _other(house, by, person_id)
    house.people_changes.come_back(person_id, Actor.of(by), partial(check_other, by))
    house.sessions.forget()


def choose_password(house: House, by: Person, old: str, new: str, token: str, browser: str | None = None) -> bool:
    """Somebody's own new password; their sessions end, but for the one with this token. False: `old` is not theirs.

    `browser`: what theirs is known by, if it is.

    Raises WeakPasswordError, and SignInLockedError: an open desk is no place to guess at its owner's password either.
    """
    check_password(new, by.name)
    if new == old:
        raise SamePasswordError("C’est le même mot de passe. Choisissez-en un autre.")
    known = house.people.sign_in(by.name, old, browser)
    if known is None or known.id != by.id:
        return False
    house.people_changes.choose_password(by.id, new, token)
    house.sessions.forget()
    return True


def _found(house: House, person_id: int) -> Person:
    for person in house.people.everyone():
        if person.id == person_id:
            return person
    raise UnknownPersonError("Ce compte n’existe pas.")


def _other(house: House, by: Person, person_id: int) -> Person:
    known = _found(house, person_id)
    check_other(by, known)
    return known
