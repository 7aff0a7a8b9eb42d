"""Tickets: issue, call, move, read."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from server.domain.catalogue import Counter, Need, Site
from server.domain.errors import IllegalMoveError
from server.domain.moves import MOVES, State, Verb, possible
from server.domain.ticket import Answer, PrintState, Sighting, Ticket
from server.queues.live import LiveQueue, moment

SECRET_BYTES = 16
"""128 bits: nobody guesses a follow link (FACTS, Privacy)."""


def issue(queue: LiveQueue, site: Site, need: Need, language: str, request_id: str) -> Answer:
    """Give a ticket. A repeat of request_id gets the first answer, whatever else it asks."""
    answer = queue.run_in_days(
        "issue",
        site,
        request_id,
        need.id,
        need.letter,
        language,
        0,
        secrets.token_urlsafe(SECRET_BYTES),
        ",".join(site.rivals(need.id)),
        _flag(site.open),
    )
    return _answer(answer)


def call(queue: LiveQueue, site: Site, counter: Counter, request_id: str, ticket_id: str = "") -> Answer:
    """Call the next ticket to a counter, or the chosen one; the one in its hands is completed.

    Raises QueueEmptyError, UnknownTicketError, IllegalMoveError.
    """
    sources, closing = MOVES[Verb.CALL].sources, MOVES[Verb.COMPLETE].sources
    return _changed(
        queue,
        "call",
        site,
        request_id,
        counter.id,
        ticket_id,
        ",".join(counter.needs),
        ",".join(sources),
        ",".join(closing),
    )


def move(
    queue: LiveQueue,
    site: Site,
    ticket_id: str,
    verb: Verb,
    request_id: str,
    *,
    counter: str,
    reason: str,
) -> Answer:
    """Carry out a counter's move. `counter` "" means: whichever counter has it.

    Raises UnknownTicketError, IllegalMoveError, AtAnotherCounterError.
    """
    target = MOVES[verb].target
    return _changed(
        queue,
        "move",
        site,
        request_id,
        ticket_id,
        verb,
        ",".join(MOVES[verb].sources),
        target,
        counter,
        reason,
        _flag(target is State.CALLED),
        _flag(target not in {State.CALLED, State.SERVING}),
        _flag(target in {State.DONE, State.EXPIRED}),
    )


def read(queue: LiveQueue, site: Site, ticket_id: str) -> Sighting:
    """One ticket as it stands. Raises UnknownTicketError."""
    rivals = [part for need in site.needs for part in (need.id, ",".join(site.rivals(need.id)))]
    found = queue.run("ticket", site.id, ticket_id, *rivals)["answer"]
    return Sighting(ticket_of(found["ticket"]), found["version"], moment(found["at"]))


def ticket_of(view: Mapping[str, Any]) -> Ticket:
    """A ticket from a script's answer."""
    called_at = view.get("called_at")
    return Ticket(
        id=view["id"],
        number=view["number"],
        need=view["need"],
        language=view["language"],
        state=State(view["state"]),
        ahead=view["ahead"],
        arrived_at=moment(view["arrived_at"]),
        counter=view.get("counter"),
        called_at=None if called_at is None else moment(called_at),
        call_count=view["call_count"],
        secret=view["secret"],
        print=PrintState(**view["print"]),
    )


def _changed(queue: LiveQueue, script: str, site: Site, *args: str) -> Answer:
    try:
        return _answer(queue.run(script, site.id, *args))
    except IllegalMoveError as refusal:
        refusal.extra["possible"] = list(possible(State(refusal.extra["state"])))
        raise


def _answer(answer: Mapping[str, Any]) -> Answer:
    return Answer(ticket_of(answer["answer"]), repeat=bool(answer.get("repeat")))


def _flag(truth: bool) -> str:  # noqa: FBT001 - one private spelling of a script's boolean
    return "1" if truth else ""
