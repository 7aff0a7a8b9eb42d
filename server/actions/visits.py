"""Closing a visit at the desk: the person is done in the queue, and one anonymous record keeps what is said of them.

The queue goes first: the person can go before their visit is written, and also where that fails. See
`actions/stays.py` for the visits of which nobody says anything, and for what is asked of the records all the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from server.actions import counter
from server.actions.counter import Acting
from server.actions.house import House
from server.actions.stays import let_go
from server.domain.catalogue import Site
from server.domain.errors import IllegalMoveError, RecordsUnreachableError
from server.domain.moves import State, Verb
from server.domain.ticket import Ticket
from server.domain.visits import (
    Account,
    NoPassesError,
    VisitNotKeptError,
    VisitOverError,
    check,
    check_complete,
)
from server.queues import stays, tickets
from server.queues.snapshots import read_queue
from server.records.visits import Kept

TAKEN_BACK: Final = "La fin de cette visite vient d’être annulée."


@dataclass(frozen=True, slots=True)
class Closed:
    """A visit that was closed: its ticket, and how many of the passes that were said to be given were not there."""

    ticket: Ticket
    lacking: int


def close(
    house: House, site: Site, acting: Acting, ticket_id: str, request_id: str, account: Account | None = None
) -> Closed:
    """Complete a ticket, and keep what is said of its visit; None: nobody says anything, and somebody may still.

    Of whom their mediator left alone nothing has to be said: whoever ends the visit has not met them.
    A ticket that is done already only gets its account. Raises what a move raises, UnknownChoiceError,
    TooMuchGivenError, VisitIncompleteError and NoPassesError before anything was done, VisitOverError, and
    VisitNotKeptError when the person is done but the account could not be kept: the same request can be sent again.
    """
    check(site, account or Account())
    if account is not None or (site.visit_asks and _has_to_be_told(house, site, ticket_id)):
        check_complete(site, account or Account())
    _check_stock(house, site, ticket_id, account or Account())
    ticket = _complete(house, site, acting, ticket_id, request_id)
    if account is None:
        return Closed(ticket, 0)
    try:
        kept = _keep(house, site, ticket_id, account)
    except RecordsUnreachableError as error:
        raise VisitNotKeptError(
            "La personne est sortie de la file. Mais la visite n’est pas notée : renvoyez-la."
        ) from error
    return Closed(ticket, kept.lacking)


def is_alone(house: House, site: Site, ticket_id: str) -> bool:
    """Whether somebody is in hand at a counter that nobody sits at any more. Raises QueueUnreachableError."""
    queue = read_queue(house.queue, site)
    return any(queue.hands[counter_id].id == ticket_id for counter_id in queue.alone)


def _has_to_be_told(house: House, site: Site, ticket_id: str) -> bool:
    """Not of whom nobody here has met; and who is done already is ended by nobody: the same press came again."""
    is_over = tickets.read(house.queue, site, ticket_id).ticket.state is State.DONE
    return not is_over and not is_alone(house, site, ticket_id)


def _complete(house: House, site: Site, acting: Acting, ticket_id: str, request_id: str) -> Ticket:
    try:
        return counter.move(house, site, acting, ticket_id, Verb.COMPLETE, request_id).ticket
    except IllegalMoveError as refusal:
        if refusal.extra["state"] != State.DONE:
            raise
        # The call of the next person, or a device, has ended it meanwhile.
        return tickets.read(house.queue, site, ticket_id).ticket


def _keep(house: House, site: Site, ticket_id: str, account: Account) -> Kept:
    left, at = stays.left(house.queue, site, ticket_id)
    if left is None:
        kept = house.visits.amend(site, ticket_id, account, at)
    elif left.stay is None:
        raise VisitOverError(TAKEN_BACK)
    else:
        let_go(house, site, left)
        kept = house.visits.keep(site, left.stay, account)
    ticket = tickets.read(house.queue, site, ticket_id).ticket
    if left is not None and _taken_back(house, site, left, ticket):
        # Whoever took the end back while this was written found no record to let go of.
        house.visits.take_back(site, ticket_id, left.at)
        raise VisitOverError(TAKEN_BACK)
    stays.kept(house.queue, site, ticket_id, left.text if left else "", ticket.counter or "")
    return kept


def _taken_back(house: House, site: Site, left: stays.Left, ticket: Ticket) -> bool:
    again, _ = stays.left(house.queue, site, ticket.id)
    return ticket.state != State.DONE or (again is not None and again.text != left.text)


def _check_stock(house: House, site: Site, ticket_id: str, account: Account) -> None:
    """Raises NoPassesError when more are to be given than there are. Records that do not answer stop nobody here."""
    if not account.passes:
        return
    try:
        seen = tickets.read(house.queue, site, ticket_id)
        stock, before = house.visits.stock(site), house.visits.account(site, ticket_id, seen.at)
    except RecordsUnreachableError:
        return
    left = None if stock is None else stock.left + (before.passes if before else 0)
    if left is not None and left < account.passes:
        raise NoPassesError(_few(left), left=left)


def _few(left: int) -> str:
    if left == 0:
        return "Il ne reste plus de titre TCL. Mettez 0, ou faites recompter le stock."
    return (
        f"Il ne reste que {left} titre{'s' if left > 1 else ''} TCL. Corrigez le nombre, ou faites recompter le stock."
    )
