"""What the holder of a ticket may ask of it: to let others go first, and to be called in another language."""

from __future__ import annotations

from server.domain.catalogue import Site
from server.domain.moves import MOVES, Verb
from server.domain.ticket import Answer
from server.queues.answers import answer_of
from server.queues.live import LiveQueue
from server.queues.tickets import Hand, neighbours


def let_pass(queue: LiveQueue, site: Site, ticket_id: str, request_id: str, hand: Hand, people: int) -> Answer:
    """Let the next `people` who wait behind go first: the place comes just behind the last of them.

    Behind means: in the lines that share a counter with the ticket's own. Of fewer, all go first.
    Raises UnknownTicketError, IllegalMoveError, NobodyBehindError.
    """
    return _ask(queue, site, Verb.LET_PASS, ticket_id, request_id, hand, people)


def set_language(queue: LiveQueue, site: Site, ticket_id: str, request_id: str, hand: Hand, language: str) -> Answer:
    """Have a ticket called in a language of the site. The one that it has already is no change.

    Raises UnknownTicketError, IllegalMoveError.
    """
    return _ask(queue, site, Verb.SET_LANGUAGE, ticket_id, request_id, hand, language)


def _ask(
    queue: LiveQueue, site: Site, verb: Verb, ticket_id: str, request_id: str, hand: Hand, wanted: str | int
) -> Answer:
    answer = queue.run_today(
        verb,
        site,
        request_id,
        ticket_id,
        ",".join(MOVES[verb].sources),
        wanted,
        hand.counter,
        hand.mediator,
        hand.reason,
        more=neighbours(site),
    )
    return answer_of(answer)
