"""What a mediator does with people: calls them, and moves them on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from server.actions.house import House
from server.actions.stays import take_back
from server.domain.catalogue import Site
from server.domain.errors import (
    MisplacedFieldError,
    TransferNowhereError,
    UnknownLanguageError,
    UnknownMediatorError,
    UnknownVerbError,
)
from server.domain.moves import MOVES, Verb
from server.domain.ticket import Answer
from server.metrics import CALLS
from server.queues import holder, seats, tickets
from server.queues.tickets import Destination, Hand

VERBS: Final = (*(verb for verb in MOVES if verb is not Verb.CALL), Verb.UNDO)
"""The moves that a ticket's own address takes; a call belongs to a counter. An undo takes back the latest of them."""


_OPEN: Final = {
    Verb.TRANSFER: ("to_need", "to_counter", "to_mediator", "note"),
    Verb.PRIORITISE: ("priority",),
    Verb.LET_PASS: ("people",),
    Verb.SET_LANGUAGE: ("language",),
}
"""What a verb leaves open, by the names that HTTP gives it."""


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts: a counter and a mediator by their ids, or a kiosk whose staff corner is open, and why.

    signed_in   the mediator is who is signed in: the gate has seen that they work here
    """

    counter: str | None = None
    mediator: str | None = None
    reason: str | None = None
    corner: str = ""
    signed_in: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a move leads to, for the verbs that leave it open: where a transfer goes, which priority is given.

    people      who go first; one where nothing is said
    note        for whoever has the person next; "" for none, None leaves the one they have
    """

    need: str | None = None
    counter: str | None = None
    mediator: str | None = None
    priority: str | None = None
    people: int | None = None
    language: str | None = None
    note: str | None = None


def call(
    house: House, site: Site, acting: Acting, counter_id: str, request_id: str, ticket_id: str | None = None
) -> Answer:
    """Call the next person, or a chosen ticket; what the counter had in hand is completed, where the site says so.

    Raises UnknownCounterError, UnknownMediatorError, QueueEmptyError, UnknownTicketError, IllegalMoveError,
    CounterClosedError, CounterBusyError.
    """
    counter = site.counter(counter_id)
    answer = tickets.call(house.queue, site, counter, request_id, ticket_id or "", hand_of(house, site, acting))
    if not answer.repeat:
        CALLS.labels(site.id).inc()
    return answer


def move(
    house: House,
    site: Site,
    acting: Acting,
    ticket_id: str,
    verb: str,
    request_id: str,
    wanted: Wanted | None = None,
) -> Answer:
    """Carry out any other move.

    Raises UnknownVerbError, MisplacedFieldError, UnknownCounterError, UnknownMediatorError, UnknownNeedError,
    UnknownPriorityError, UnknownLanguageError, TransferNowhereError, and what the queue refuses.
    """
    if verb not in VERBS:
        offered = ", ".join(VERBS)
        raise UnknownVerbError(f"Le geste « {verb} » n’existe pas. Gestes possibles : {offered}.", possible=list(VERBS))
    wanted = wanted or Wanted()
    _check_wanted(Verb(verb), wanted)
    hand = hand_of(house, site, acting)
    if verb == Verb.TRANSFER:
        to = _destination(house, site, wanted)
        return tickets.transfer(house.queue, site, ticket_id, request_id, hand, to)
    if verb == Verb.UNDO:
        undone = seats.undo(house.queue, site, ticket_id, request_id, hand)
        # A visit that did not end leaves no record, and its passes are in the drawer again.
        take_back(house, site)
        return undone
    if verb == Verb.PRIORITISE:
        priority = None if wanted.priority is None else site.priority(wanted.priority)
        return tickets.prioritise(house.queue, site, ticket_id, request_id, hand, priority)
    if verb == Verb.LET_PASS:
        return holder.let_pass(house.queue, site, ticket_id, request_id, hand, wanted.people or 1)
    if verb == Verb.SET_LANGUAGE:
        if wanted.language is None:
            raise UnknownLanguageError("Dites dans quelle langue ce ticket sera appelé.")
        site.check_language(wanted.language)
        return holder.set_language(house.queue, site, ticket_id, request_id, hand, wanted.language)
    return tickets.move(house.queue, site, ticket_id, Verb(verb), request_id, hand)


def _check_wanted(verb: Verb, wanted: Wanted) -> None:
    """Raises MisplacedFieldError for a wish that this verb would drop without a word."""
    said = {
        "to_need": wanted.need,
        "to_counter": wanted.counter,
        "to_mediator": wanted.mediator,
        "priority": wanted.priority,
        "people": wanted.people,
        "language": wanted.language,
        "note": wanted.note,
    }
    for field, value in said.items():
        if value is not None and field not in _OPEN.get(verb, ()):
            raise MisplacedFieldError(f"Le champ « {field} » ne va pas avec le geste « {verb} ».", field=field)


def hand_of(house: House, site: Site, acting: Acting) -> Hand:
    """Who acts, as the queue writes it down. Raises UnknownCounterError, UnknownMediatorError."""
    if acting.counter is not None:
        site.counter(acting.counter)
    if acting.mediator is not None and not acting.signed_in:
        check_mediator(house, site, acting.mediator)
    return Hand(acting.counter or "", acting.mediator or "", acting.reason or "", acting.corner)


def _destination(house: House, site: Site, wanted: Wanted) -> Destination:
    named = [name for name in (wanted.counter, wanted.mediator) if name is not None]
    if len(named) > 1 or not (named or wanted.need is not None):
        raise TransferNowhereError("Dites où va ce ticket : un besoin, un guichet ou un médiateur.")
    if wanted.need is not None:
        site.need(wanted.need)
    if wanted.counter is not None:
        site.counter(wanted.counter)
    if wanted.mediator is not None:
        check_mediator(house, site, wanted.mediator)
    return Destination(wanted.need or "", wanted.counter or "", wanted.mediator or "", wanted.note)


def check_mediator(house: House, site: Site, mediator_id: str) -> None:
    """Raises UnknownMediatorError unless somebody with this id works at this site's desks."""
    readable = mediator_id.isascii() and mediator_id.isdecimal() and len(mediator_id) <= 9
    person = house.people.find(int(mediator_id)) if readable else None
    if person is None or not person.works_at(site.id):
        raise UnknownMediatorError(f"Personne ici n’a le numéro de médiateur « {mediator_id} ».")
