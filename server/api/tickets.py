"""Tickets: taken by visitors, called and moved by counters."""

from __future__ import annotations

from flask import Response

from server import shown, wire
from server.access import device, house, site, who
from server.actions import counter, reception
from server.actions.counter import Acting, Wanted
from server.actions.reception import TicketAsked
from server.api.blueprint import api
from server.api.move_schemas import MoveAsked
from server.api.refusable import refuses
from server.api.schemas import CallAsked, IssueAsked
from server.domain import errors, seats
from server.domain.moves import Verb
from server.domain.people import Role
from server.domain.ticket import Answer
from server.queues import tickets


@api.post("/sites/<site_id>/tickets")
@who(Role.KIOSK, Role.COUNTER, Role.MANAGER)
@refuses(
    errors.UnknownNeedError,
    errors.UnknownLanguageError,
    errors.UnknownPriorityError,
    errors.PriorityNotOfferedError,
    errors.SiteClosedError,
    errors.NeedFullError,
    errors.RequestIdReusedError,
    errors.QueueUnreachableError,
)
@api.input(IssueAsked, arg_name="asked")
@api.output(wire.TicketShown, status_code=201)
@api.doc(summary="Take a ticket", responses={200: "The first answer again", 201: "The ticket"})
def issue_ticket(site_id: str, asked: IssueAsked) -> Response:  # noqa: ARG001 - the gate has read it
    """201 with the ticket, or 200 with the first answer for a repeated request_id."""
    wish = TicketAsked(asked.need, asked.language, asked.priority, by_hand=device().role is not Role.KIOSK)
    return _created(reception.take_ticket(house(), site(), wish, asked.request_id))


@api.get("/sites/<site_id>/tickets/<ticket_id>")
@who(Role.KIOSK, Role.COUNTER, Role.MANAGER)
@refuses(errors.UnknownTicketError, errors.QueueUnreachableError)
@api.output(wire.TicketShown)
@api.doc(summary="One ticket as it stands")
def get_ticket(site_id: str, ticket_id: str) -> wire.TicketShown:  # noqa: ARG001 - the gate has read it
    """Where a ticket stands, its paper included."""
    seen = tickets.read(house().queue, site(), ticket_id).ticket
    return shown.ticket(house(), site(), house().waits.told(site(), seen))


@api.post("/sites/<site_id>/counters/<counter_id>/calls")
@who(Role.COUNTER, Role.MANAGER)
@refuses(
    errors.UnknownCounterError,
    errors.UnknownMediatorError,
    errors.QueueEmptyError,
    errors.UnknownTicketError,
    errors.IllegalMoveError,
    errors.CounterClosedError,
    errors.CounterBusyError,
    errors.RequestIdReusedError,
    errors.QueueUnreachableError,
)
@api.input(CallAsked, arg_name="asked")
@api.output(wire.TicketShown, status_code=201)
@api.doc(
    summary="Call the next person, or a chosen ticket",
    responses={200: "The first answer again", 201: "The ticket called"},
)
def call(site_id: str, counter_id: str, asked: CallAsked) -> Response:  # noqa: ARG001 - the gate has read it
    """201 with the ticket called; 200 with the first answer for a repeat; 409 queue_empty when nobody waits."""
    acting = Acting(counter_id, asked.mediator, asked.reason)
    return _created(counter.call(house(), site(), acting, counter_id, asked.request_id, asked.ticket))


@api.post("/sites/<site_id>/tickets/<ticket_id>/moves")
@who(Role.KIOSK, Role.COUNTER, Role.MANAGER)
@refuses(
    errors.UnknownVerbError,
    errors.MisplacedFieldError,
    errors.UnknownLanguageError,
    errors.NobodyBehindError,
    errors.UnknownCounterError,
    errors.UnknownMediatorError,
    errors.UnknownNeedError,
    errors.UnknownPriorityError,
    errors.TransferNowhereError,
    errors.UnknownTicketError,
    errors.IllegalMoveError,
    errors.AtAnotherCounterError,
    errors.CounterClosedError,
    errors.CounterBusyError,
    errors.TransferToSelfError,
    seats.TooLateError,
    errors.DayOverError,
    errors.RequestIdReusedError,
    errors.QueueUnreachableError,
)
@api.input(MoveAsked, arg_name="asked")
@api.output(wire.TicketShown)
@api.doc(summary="Move a ticket: recall, serve, park, transfer, complete …")
def move(site_id: str, ticket_id: str, asked: MoveAsked) -> wire.TicketShown:  # noqa: ARG001 - the gate has read it
    """The ticket after the move; 409 illegal_move with the state it found and the moves that are possible.

    A kiosk may do one thing: tell that the person in front of it has chosen another language.
    """
    if device().role is Role.KIOSK:
        _check_kiosk(asked)
    acting = Acting(asked.counter, asked.mediator, asked.reason)
    to = (asked.to_need, asked.to_counter, asked.to_mediator)
    wanted = Wanted(*to, asked.priority, asked.people, asked.language, asked.note)
    answer = counter.move(house(), site(), acting, ticket_id, asked.verb, asked.request_id, wanted)
    return shown.ticket(house(), site(), answer.ticket)


def _check_kiosk(asked: MoveAsked) -> None:
    """Raises WrongRoleError, and MisplacedFieldError for what only staff may have written into the journal."""
    if asked.verb != Verb.SET_LANGUAGE:
        raise errors.WrongRoleError("Une borne ne change que la langue d’un ticket.")
    for field in ("counter", "mediator", "reason"):
        if getattr(asked, field) is not None:
            raise errors.MisplacedFieldError(f"Une borne ne dit rien dans le champ « {field} ».", field=field)


def _created(answer: Answer) -> Response:
    """The ticket as JSON that pydantic writes by itself: in a third of the time of a dict and Flask's encoder."""
    seen = shown.ticket(house(), site(), answer.ticket)
    return Response(seen.model_dump_json(), 200 if answer.repeat else 201, content_type="application/json")
