"""What the closing sheet shows: everything on one screen, each choice with a key of its own."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from server.domain.catalogue import Choice, Site
from server.domain.moves import State
from server.domain.ticket import Ticket, spaced
from server.domain.visits import PASSES_AT_MOST, Account, Age, Ask, Outcome, Request, Residence, Sex, Stock
from server.staff.rows import fresh
from server.staff.words import say


@dataclass(frozen=True, slots=True)
class Offer:
    """One choice of a list; `key` "" where all letters are taken."""

    id: str
    name: str
    key: str


@dataclass(frozen=True, slots=True)
class Closing:
    """The sheet of one ticket.

    account     what is said of the visit so far
    operators   those most asked for first; their letters stay the same
    stock       None where nobody counts the passes
    is_alone    whether their mediator has left: nothing has to be said then of what the site asks for
    """

    site: Site
    ticket: Ticket
    account: Account
    operators: tuple[Offer, ...]
    topics: tuple[Offer, ...]
    stock: Stock | None
    is_alone: bool = False

    @classmethod
    def of(
        cls, site: Site, ticket: Ticket, account: Account | None, asked: Mapping[str, int], stock: Stock | None
    ) -> Closing:
        """The sheet; `asked`: how often each operator was asked for lately."""
        operators = lettered(site.operators)
        first = sorted(operators, key=lambda offer: -asked.get(offer.id, 0))
        return cls(site, ticket, account or Account(), tuple(first), lettered(site.topics), stock)

    @property
    def number(self) -> str:
        """The number as people read it."""
        return spaced(self.ticket.number)

    @property
    def is_over(self) -> bool:
        """Whether the person is done already, and something is only said of their visit."""
        return self.ticket.state is State.DONE

    @property
    def most_passes(self) -> int:
        """How many passes can be noted: no more than there are, and those that this visit has already."""
        return PASSES_AT_MOST if self.stock is None else min(PASSES_AT_MOST, self.stock.left + self.account.passes)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """How a request can end."""
        return tuple(Outcome)

    @property
    def bands(self) -> Mapping[str, Sequence[str]]:
        """What the statistics would like to know, by the name of its field."""
        return {"age": tuple(Age), "sex": tuple(Sex), "residence": tuple(Residence)}

    def asks(self, field: str) -> bool:
        """Whether the site wants this said."""
        return field in self.site.visit_asks

    @property
    def asks_bands(self) -> bool:
        """Whether the site wants one of the statistics' fields said: they are not folded away then."""
        return any(self.asks(field) for field in self.bands)

    @property
    def bands_said(self) -> bool:
        """Whether one of them is said already."""
        return any(getattr(self.account, field) is not None for field in self.bands)

    @property
    def asked(self) -> str:
        """What the site wants said, in words; "" when nothing has to be."""
        return ", ".join(say(f"visit-ask-{ask}") for ask in Ask if self.asks(ask))

    def line(self, request: Request) -> str:
        """A request in one line."""
        operators = {choice.id: choice.name for choice in self.site.operators}
        topics = {choice.id: choice.name for choice in self.site.topics}
        parts = [
            request.operator and operators.get(request.operator, request.operator),
            request.topic and topics.get(request.topic, request.topic),
            request.outcome and say(f"outcome-{request.outcome}"),
            request.to and say("visit-line-to", who=operators.get(request.to, request.to)),
        ]
        return " · ".join(part for part in parts if part)

    def value(self, request: Request) -> str:
        """A request as the sheet sends it back."""
        return ",".join(part or "" for part in (request.operator, request.topic, request.outcome, request.to))

    def fresh(self) -> str:
        """A fresh name for the sheet's request."""
        return fresh()


def lettered(choices: Sequence[Choice]) -> tuple[Offer, ...]:
    """Each choice with a letter of its own: the first of its name that none before it has, else any that is left."""
    offers: list[Offer] = []
    for choice in choices:
        taken = {offer.key for offer in offers}
        letters = [letter for letter in (*_letters(choice.name), *ascii_uppercase) if letter not in taken]
        offers.append(Offer(choice.id, choice.name, letters[0] if letters else ""))
    return tuple(offers)


def _letters(name: str) -> list[str]:
    """Capital letters of a name, without accents; those that begin a word first."""
    plain = "".join(sign for sign in unicodedata.normalize("NFD", name).upper() if not unicodedata.combining(sign))
    words = "".join(sign if sign in ascii_uppercase else " " for sign in plain).split()
    return [word[0] for word in words] + [sign for word in words for sign in word[1:]]
