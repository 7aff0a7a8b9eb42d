"""What mediators ask of the printers: a ticket once more, or a test."""

from __future__ import annotations

from server import shown, wire
from server.access import house, site, who
from server.actions import printing
from server.actions.counter import Acting
from server.api.blueprint import api
from server.api.refusable import refuses
from server.api.schemas import JobStateShown, ReprintAsked, TestPrintAsked
from server.domain import errors, paper_errors
from server.domain.people import Role


@api.post("/sites/<site_id>/tickets/<ticket_id>/prints")
@who(Role.COUNTER, Role.MANAGER)
@refuses(
    errors.UnknownCounterError,
    errors.UnknownMediatorError,
    errors.UnknownTicketError,
    paper_errors.TicketOverError,
    paper_errors.PrintPendingError,
    errors.RequestIdReusedError,
    errors.QueueUnreachableError,
)
@api.input(ReprintAsked, arg_name="asked")
@api.output(wire.TicketShown, status_code=201)
@api.doc(
    summary="Print a ticket again, marked as a duplicate",
    responses={200: "The first answer again", 201: "The ticket, with its new print job"},
)
def reprint(site_id: str, ticket_id: str, asked: ReprintAsked) -> tuple[wire.TicketShown, int]:  # noqa: ARG001 - the gate
    """The same number on another paper. 409 print_pending while one is on its way."""
    acting = Acting(asked.counter, asked.mediator)
    answer = printing.reprint(house(), site(), acting, ticket_id, asked.request_id)
    return shown.ticket(house(), site(), answer.ticket), 200 if answer.repeat else 201


@api.post("/sites/<site_id>/printers/<printer>/tests")
@who(Role.COUNTER, Role.MANAGER)
@refuses(
    errors.UnknownCounterError,
    errors.UnknownMediatorError,
    paper_errors.UnknownPrinterError,
    errors.RequestIdReusedError,
    errors.QueueUnreachableError,
)
@api.input(TestPrintAsked, arg_name="asked")
@api.output(JobStateShown, status_code=201)
@api.doc(summary="A test print from one printer", responses={200: "The first answer again", 201: "The job"})
def test_print(site_id: str, printer: str, asked: TestPrintAsked) -> tuple[JobStateShown, int]:  # noqa: ARG001 - the gate
    """The job, which only this printer takes."""
    acting = Acting(asked.counter, asked.mediator)
    job, repeat = printing.test_print(house(), site(), acting, printer, asked.request_id)
    return JobStateShown.model_validate({"id": job.id, "state": job.state}), 200 if repeat else 201
