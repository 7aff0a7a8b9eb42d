"""Who may change whom: an admin everybody, a manager the people of their own sites, nobody themselves."""

from __future__ import annotations

from collections.abc import Collection

from server.domain.errors import ForeignSiteError, RefusalError, WrongRoleError
from server.domain.people import Job, Person


class UnknownPersonError(RefusalError):
    """Nobody has this id or name, or nobody that the one who asks may know of."""

    code = "unknown_person"


class NameTakenError(RefusalError):
    """Somebody has this name already."""

    code = "name_taken"


class NameUnusableError(RefusalError):
    """Empty, too long, or with signs that cannot be read."""

    code = "name_unusable"


class NoSiteChosenError(RefusalError):
    """A person who is no admin works somewhere."""

    code = "no_site_chosen"


class OwnAccountError(RefusalError):
    """Nobody takes rights from themselves: they would find the door shut behind them."""

    code = "own_account"


class LastAdminError(RefusalError):
    """Without an admin nobody could make one."""

    code = "last_admin"


def sees(by: Person, other: Person) -> bool:
    """Whether somebody is on this person's list: all for an admin, else who shares a site with them."""
    return by.job is Job.ADMIN or bool(set(by.sites) & set(other.sites))


def answers_for(by: Person, other: Person) -> bool:
    """Whether this person may change another's account, as far as jobs and sites go."""
    if by.job is Job.ADMIN:
        return True
    theirs = set(other.sites)
    return by.job.covers(Job.MANAGER) and other.job is not Job.ADMIN and bool(theirs) and theirs <= set(by.sites)


def check_change(by: Person, other: Person) -> None:
    """Raises UnknownPersonError, WrongRoleError where this person may not change the other's account."""
    if not sees(by, other):
        raise UnknownPersonError("Ce compte n’existe pas.")
    if not answers_for(by, other):
        raise WrongRoleError("Seul un administrateur peut changer ce compte.")


def check_other(by: Person, other: Person) -> None:
    """As `check_change`, for what nobody does to themselves. Raises OwnAccountError besides."""
    check_change(by, other)
    if by.id == other.id:
        raise OwnAccountError("C’est votre propre compte. Demandez à une autre personne de le faire.")


def check_gift(by: Person, job: Job, sites: Collection[str]) -> None:
    """Raises WrongRoleError, ForeignSiteError for a job or a site that is not this person's to give.

    Raises NoSiteChosenError where somebody who is no admin would work nowhere.
    """
    if not by.job.covers(job):
        raise WrongRoleError("Seul un administrateur peut donner ce rôle.")
    if not all(by.works_at(site) for site in sites):
        raise ForeignSiteError("Vous ne pouvez donner que vos propres sites.")
    if not sites and job is not Job.ADMIN:
        raise NoSiteChosenError("Choisissez au moins un site.")
