"""Tickets: issue, call, move, read."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from server.domain.catalogue import COUNTER_LINE, MEDIATOR_LINE, Counter, Need, Priority, Site
from server.domain.moves import MOVES, State, Verb
from server.domain.ticket import Answer, Sighting
from server.queues.answers import answer_of, ticket_of
from server.queues.live import LiveQueue, moment

SECRET_BYTES = 16
"""128 bits: nobody guesses a follow link (FACTS, Privacy)."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Who makes a move, and why: the counter that must hold the ticket, the mediator's id, words for the journal.

    All may be "": a counter's device need not say which mediator sits there.
    `corner`: the kiosk whose staff corner asks.
    """

    counter: str = ""
    mediator: str = ""
    reason: str = ""
    corner: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a visitor asks for.

    `by_hand`: a mediator asks for them, whom no full need or last ticket holds up; `hand` says who and where.
    """

    need: Need
    language: str
    priority: Priority | None = None
    by_hand: bool = False
    hand: Hand = Hand()


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a transfer leads: to another need, or to someone by name; "" for what stays or is not meant.

    note    a word for whoever has it next, "" for none; None leaves the one it has. It is written nowhere else.
    """

    need: str = ""
    counter: str = ""
    mediator: str = ""
    note: str | None = None


def issue(queue: LiveQueue, site: Site, wish: Wish, request_id: str, waits: str = "") -> Answer:
    """Give a ticket. A repeat of request_id gets the first answer, whatever else it asks.

    `waits`: what is foreseen for so many ahead, as lua/issue.lua reads it (outlook.steps).

    Raises SiteClosedError, NeedFullError, RequestIdReusedError.
    """
    need, priority = wish.need, wish.priority
    answer = queue.run_today(
        "issue",
        site,
        request_id,
        need.id,
        need.letter,
        wish.language,
        priority.head_start_ms if priority else 0,
        priority.id if priority else "",
        secrets.token_urlsafe(SECRET_BYTES),
        ",".join(site.lines(need.id)),
        "" if need.limit is None else need.limit,
        _flag(wish.by_hand),
        wish.hand.counter,
        wish.hand.mediator,
        waits,
    )
    return answer_of(answer)


def issued(queue: LiveQueue, site: Site, request_id: str) -> Answer | None:
    """The ticket given to this request before, None when it is new. Raises RequestIdReusedError."""
    answer = queue.run("answered", site.id, request_id, "issue")
    return answer_of(answer) if answer["answer"] else None


def call(
    queue: LiveQueue, site: Site, counter: Counter, request_id: str, ticket_id: str = "", hand: Hand | None = None
) -> Answer:
    """Call the next ticket to a counter, or the chosen one; the one in its hands is completed, or refused for.

    Raises QueueEmptyError, UnknownTicketError, IllegalMoveError, CounterClosedError, CounterBusyError.
    """
    hand = hand or Hand()
    answer = queue.run_today(
        "call",
        site,
        request_id,
        counter.id,
        hand.mediator,
        ticket_id,
        hand.reason,
        ",".join(_callable(counter, hand.mediator)),
        _states(MOVES[Verb.CALL].sources),
        _states(MOVES[Verb.COMPLETE].sources),
        _flag(site.next_completes),
    )
    return answer_of(answer)


def move(queue: LiveQueue, site: Site, ticket_id: str, verb: Verb, request_id: str, hand: Hand) -> Answer:
    """Carry out a move that leads from a state to another: every one that has no function of its own.

    `hand.counter` "" means: whichever counter has it. Raises UnknownTicketError, IllegalMoveError,
    AtAnotherCounterError, CounterClosedError, CounterBusyError, DayOverError.
    """
    answer = queue.run_today(
        "move",
        site,
        request_id,
        ticket_id,
        verb,
        _states(MOVES[verb].sources),
        MOVES[verb].target or "",
        hand.counter,
        hand.mediator,
        hand.reason,
        more=neighbours(site),
    )
    return answer_of(answer)


def transfer(queue: LiveQueue, site: Site, ticket_id: str, request_id: str, hand: Hand, to: Destination) -> Answer:
    """Send a ticket elsewhere, where it waits at its old place.

    Raises UnknownTicketError, IllegalMoveError, AtAnotherCounterError, TransferToSelfError, CounterClosedError.
    """
    answer = queue.run_today(
        "transfer",
        site,
        request_id,
        ticket_id,
        _states(MOVES[Verb.TRANSFER].sources),
        hand.counter,
        hand.mediator,
        hand.reason,
        to.need,
        to.counter,
        to.mediator,
        "" if to.note is None else f"+{to.note}",
        more=neighbours(site),
    )
    return answer_of(answer)


def prioritise(
    queue: LiveQueue, site: Site, ticket_id: str, request_id: str, hand: Hand, priority: Priority | None
) -> Answer:
    """Give a waiting ticket the head start of a priority, or none. Raises UnknownTicketError, IllegalMoveError."""
    answer = queue.run_today(
        "prioritise",
        site,
        request_id,
        ticket_id,
        _states(MOVES[Verb.PRIORITISE].sources),
        priority.id if priority else "",
        priority.head_start_ms if priority else 0,
        hand.counter,
        hand.mediator,
        hand.reason,
        more=neighbours(site),
    )
    return answer_of(answer)


def read(queue: LiveQueue, site: Site, ticket_id: str) -> Sighting:
    """One ticket as it stands. Raises UnknownTicketError."""
    found = queue.run("ticket", site.id, ticket_id, *neighbours(site))["answer"]
    return Sighting(ticket_of(found["ticket"]), found["version"], moment(found["at"]))


def _callable(counter: Counter, mediator: str) -> tuple[str, ...]:
    """The lines that a counter calls from: its needs, its own, and that of the mediator who sits there."""
    own = (MEDIATOR_LINE + mediator,) if mediator else ()
    return (*counter.lines, *own)


def neighbours(site: Site) -> list[str]:
    """For each line of the site, its name and the lines that share a counter with it."""
    lines = (*(need.id for need in site.needs), *(COUNTER_LINE + each.id for each in site.counters), *site.given_up)
    return [part for line in lines for part in (line, ",".join(site.lines(line)))]


def _states(states: Iterable[State]) -> str:
    return ",".join(states)


def _flag(truth: bool) -> str:  # noqa: FBT001 - one private spelling of a script's boolean
    return "1" if truth else ""
