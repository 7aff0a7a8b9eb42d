"""What is kept of a ticket once it is done: one anonymous record. Whom it was, and who received them, is in none of it.

Nothing of what a mediator may add is asked at the kiosk, and nothing has to be said unless the site asks for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from server.domain.catalogue import Site
from server.domain.errors import RefusalError

AMENDABLE: Final = timedelta(minutes=30)
"""How long after its end a visit can still be told, or told otherwise: what one remembers until the next break."""

REQUESTS_AT_MOST: Final = 12
"""People come with about two requests (FACTS); more than this on one record is a slip."""
PASSES_AT_MOST: Final = 20
"""Transport passes given in one visit: a large family. More is a slip of the finger."""


class Outcome(StrEnum):
    """How a request ended."""

    SOLVED = "solved"  # here and now
    APPOINTMENT = "appointment"  # they come back on a day that was agreed
    REFERRED = "referred"  # somebody else takes it up


class Age(StrEnum):
    """Age bands, in full years."""

    UNDER_18 = "under-18"
    TO_25 = "18-25"
    TO_39 = "26-39"
    TO_59 = "40-59"
    TO_74 = "60-74"
    OVER_74 = "over-74"


class Sex(StrEnum):
    """As the funders ask for it, and a word for who is neither."""

    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"


class Residence(StrEnum):
    """Where they live, as the funders ask for it: in a QPV, a priority neighbourhood, in a QPM, or elsewhere."""

    QPV = "qpv"
    QPM = "qpm"
    OTHER = "other"


class Ask(StrEnum):
    """What a site may want to be said of every visit: the names in `Site.visit_asks`."""

    REQUESTS = "requests"
    DIFFICULTY = "difficulty"
    AGE = "age"
    SEX = "sex"
    RESIDENCE = "residence"


class VisitIncompleteError(RefusalError):
    """The site wants something said of each visit that was not; `extra` says what."""

    code = "visit_incomplete"


class UnknownChoiceError(RefusalError):
    """An operator, a topic or a band that this site does not have."""

    code = "unknown_choice"


class TooMuchGivenError(RefusalError):
    """More requests or more passes than one visit can have."""

    code = "too_much_given"


class NoPassesError(RefusalError):
    """Fewer transport passes are left than were to be given; `extra` says how many are."""

    code = "no_passes"


class VisitOverError(RefusalError):
    """The visit ended too long ago to be told otherwise, or there is none."""

    code = "visit_over"


class VisitNotKeptError(RefusalError):
    """The person is done, but what was said of their visit could not be kept: it can be sent again."""

    code = "visit_not_kept"


@dataclass(frozen=True, slots=True)
class Request:
    """One thing a person came for, by ids of the site's lists: a visit has one need and several of these.

    operator    whom it is about, and topic what is asked of them; None where nobody said
    to          the operator to whom it was referred; None when that is not known, or it was not
    """

    operator: str | None = None
    topic: str | None = None
    outcome: Outcome | None = None
    to: str | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether nobody said anything of it."""
        return self == Request()


@dataclass(frozen=True, slots=True)
class Account:
    """What a mediator says of a visit. All of it may be left out.

    difficulty  whether this person found digital tools difficult: the plain fact, None where nobody said
    passes      transport passes that were given
    """

    requests: tuple[Request, ...] = ()
    difficulty: bool | None = None
    passes: int = 0
    age: Age | None = None
    sex: Sex | None = None
    residence: Residence | None = None

    def missing(self, site: Site) -> tuple[Ask, ...]:
        """What the site wants said and is not."""
        said = {
            # Enough to count it: whom it was about and how it ended.
            Ask.REQUESTS: bool(self.requests) and all(each.operator and each.outcome for each in self.requests),
            Ask.DIFFICULTY: self.difficulty is not None,
            Ask.AGE: self.age is not None,
            Ask.SEX: self.sex is not None,
            Ask.RESIDENCE: self.residence is not None,
        }
        return tuple(ask for ask in Ask if ask in site.visit_asks and not said[ask])


@dataclass(frozen=True, slots=True)
class Stay:
    """What the queue knows of a ticket that is done.

    ticket      its id; the number that was called is not kept
    day         the site's day on which it ended
    counter     where; who sat there is not kept
    wait        from arrival to the latest call, and serve from there to the end; None where they are unknown
    """

    ticket: str
    day: date
    need: str
    language: str
    counter: str
    wait: timedelta | None
    serve: timedelta | None
    closed_at: datetime


@dataclass(frozen=True, slots=True)
class Stock:
    """The transport passes that a site holds: how many are left, and from how few on the desk warns."""

    left: int
    low: int

    @property
    def is_low(self) -> bool:
        """Whether somebody should bring more."""
        return self.left <= self.low


def check(site: Site, account: Account) -> None:
    """Raises UnknownChoiceError, TooMuchGivenError for what no record of this site can hold."""
    operators = {choice.id for choice in site.operators}
    topics = {choice.id for choice in site.topics}
    for request in account.requests:
        for said, known in ((request.operator, operators), (request.to, operators), (request.topic, topics)):
            if said is not None and said not in known:
                raise UnknownChoiceError("Ce choix n’est pas dans la liste de ce site. Choisissez encore.", id=said)
        if request.to is not None and request.outcome is not Outcome.REFERRED:
            raise UnknownChoiceError("On ne note vers qui que pour une demande orientée.", id=request.to)
    if len(account.requests) > REQUESTS_AT_MOST:
        raise TooMuchGivenError(f"Une visite a {REQUESTS_AT_MOST} demandes au plus.", at_most=REQUESTS_AT_MOST)
    if not 0 <= account.passes <= PASSES_AT_MOST:
        raise TooMuchGivenError(f"Une visite reçoit {PASSES_AT_MOST} titres TCL au plus.", at_most=PASSES_AT_MOST)


def check_complete(site: Site, account: Account) -> None:
    """Raises VisitIncompleteError when something is not said that the site asks for."""
    missing = account.missing(site)
    if missing:
        words = ", ".join(_NAMES[ask] for ask in missing)
        raise VisitIncompleteError(f"Votre site demande aussi : {words}.", missing=[str(ask) for ask in missing])


_NAMES: Final = {
    Ask.REQUESTS: "l’organisme et la suite de chaque demande",
    Ask.DIFFICULTY: "la difficulté avec le numérique",
    Ask.AGE: "l’âge",
    Ask.SEX: "le sexe",
    Ask.RESIDENCE: "le lieu de vie",
}
