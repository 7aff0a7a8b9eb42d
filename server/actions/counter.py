"""What a mediator does: calls, recalls, serves, marks absent, completes."""

from __future__ import annotations

from server.actions.house import House
from server.domain.catalogue import Site
from server.domain.errors import UnknownVerbError
from server.domain.moves import COUNTER_VERBS, Verb
from server.domain.ticket import Answer
from server.metrics import CALLS
from server.queues import tickets


def call(house: House, site: Site, counter_id: str, request_id: str, ticket_id: str | None = None) -> Answer:
    """Call the next person, or a chosen ticket; what the counter had in hand is completed.

    Raises UnknownCounterError, QueueEmptyError, UnknownTicketError, IllegalMoveError.
    """
    answer = tickets.call(house.queue, site, site.counter(counter_id), request_id, ticket_id or "")
    if not answer.repeat:
        CALLS.labels(site.id).inc()
    return answer


def move(
    house: House,
    site: Site,
    ticket_id: str,
    verb: str,
    request_id: str,
    *,
    counter_id: str | None = None,
    reason: str | None = None,
) -> Answer:
    """Carry out one of the counter's moves.

    Raises UnknownVerbError, UnknownCounterError, UnknownTicketError, IllegalMoveError, AtAnotherCounterError.
    """
    if verb not in COUNTER_VERBS:
        offered = ", ".join(COUNTER_VERBS)
        raise UnknownVerbError(
            f"Le geste « {verb} » n’existe pas. Gestes possibles : {offered}.", possible=list(COUNTER_VERBS)
        )
    if counter_id is not None:
        site.counter(counter_id)
    return tickets.move(
        house.queue,
        site,
        ticket_id,
        Verb(verb),
        request_id,
        counter=counter_id or "",
        reason=reason or "",
    )
