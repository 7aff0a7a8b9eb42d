"""Whose account here an account of the provider opens, as far as the job and the sites of who says so reach."""

from __future__ import annotations

from server.actions.house import House
from server.actions.people import account
from server.domain.people import Actor, Person
from server.domain.staffing import check_other


def link(house: House, by: Person, person_id: int, typed: str) -> Person:
    """Bind whoever shows this code to somebody whose account this person may change.

    Raises UnknownPersonError, WrongRoleError, UnknownStrangerError, SubjectTakenError.
    """
    account(house, by, person_id)
    known = house.subjects.let_in(typed, person_id, Actor.of(by))
    house.sessions.forget()
    return known


def unlink(house: House, by: Person, person_id: int) -> Person:
    """Take the account of the provider from somebody; not from oneself, who may have no password to come back with.

    Raises UnknownPersonError, WrongRoleError, OwnAccountError.
    """
    known = account(house, by, person_id)
    check_other(by, known)
    house.subjects.unlink(person_id, Actor.of(by))
    house.sessions.forget()
    return known


def is_linked(house: House, person: Person) -> bool:
    """Whether somebody can sign in at the provider."""
    return person.id in house.subjects.linked()
