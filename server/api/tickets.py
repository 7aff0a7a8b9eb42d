"""Tickets: taken by visitors, called and moved by counters."""

from __future__ import annotations

from flask import Response

from server import shown, wire
from server.access import house, site, who
from server.actions import counter, reception
from server.api.blueprint import api
from server.api.schemas import CallAsked, IssueAsked, MoveAsked
from server.domain.people import Role
from server.domain.ticket import Answer
from server.queues import tickets


@api.post("/sites/<site_id>/tickets")
@who(Role.KIOSK, Role.COUNTER, Role.MANAGER)
@api.input(IssueAsked, arg_name="asked")
@api.output(wire.TicketShown, status_code=201)
@api.doc(summary="Take a ticket", responses=[200, 400, 401, 403, 404, 409, 413, 422, 503])
def issue_ticket(site_id: str, asked: IssueAsked) -> Response:  # noqa: ARG001 - the gate has read it
    """201 with the ticket, or 200 with the first answer for a repeated request_id."""
    answer = reception.take_ticket(house(), site(), asked.need, asked.language, asked.request_id)
    return _created(answer)


@api.get("/sites/<site_id>/tickets/<ticket_id>")
@who(Role.KIOSK, Role.COUNTER, Role.MANAGER)
@api.output(wire.TicketShown)
@api.doc(summary="One ticket as it stands", responses=[401, 403, 404, 503])
def get_ticket(site_id: str, ticket_id: str) -> wire.TicketShown:  # noqa: ARG001 - the gate has read it
    """Where a ticket stands, its paper included."""
    return shown.ticket(house(), site(), tickets.read(house().queue, site(), ticket_id).ticket)


@api.post("/sites/<site_id>/counters/<counter_id>/calls")
@who(Role.COUNTER, Role.MANAGER)
@api.input(CallAsked, arg_name="asked")
@api.output(wire.TicketShown, status_code=201)
@api.doc(summary="Call the next person, or a chosen ticket", responses=[200, 400, 401, 403, 404, 409, 413, 422, 503])
def call(site_id: str, counter_id: str, asked: CallAsked) -> Response:  # noqa: ARG001 - the gate has read it
    """201 with the ticket called; 200 with the first answer for a repeat; 409 queue_empty when nobody waits."""
    answer = counter.call(house(), site(), counter_id, asked.request_id, asked.ticket)
    return _created(answer)


@api.post("/sites/<site_id>/tickets/<ticket_id>/moves")
@who(Role.COUNTER, Role.MANAGER)
@api.input(MoveAsked, arg_name="asked")
@api.output(wire.TicketShown)
@api.doc(summary="Recall, serve, mark absent, complete", responses=[400, 401, 403, 404, 409, 413, 422, 503])
def move(site_id: str, ticket_id: str, asked: MoveAsked) -> wire.TicketShown:  # noqa: ARG001 - the gate has read it
    """The ticket after the move; 409 illegal_move with the state it found and the moves that are possible."""
    answer = counter.move(
        house(),
        site(),
        ticket_id,
        asked.verb,
        asked.request_id,
        counter_id=asked.counter,
        reason=asked.reason,
    )
    return shown.ticket(house(), site(), answer.ticket)


def _created(answer: Answer) -> Response:
    """The ticket as JSON that pydantic writes by itself: in a third of the time of a dict and Flask's encoder."""
    seen = shown.ticket(house(), site(), answer.ticket)
    return Response(seen.model_dump_json(), 200 if answer.repeat else 201, content_type="application/json")
