"""Print jobs, for the print agents."""

from __future__ import annotations

import select
import socket
import time
from http import HTTPStatus
from typing import Any

from flask import Response, request
from werkzeug.exceptions import MethodNotAllowed
from werkzeug.routing import BaseConverter

from server import wire
from server.access import device, house, site, who
from server.actions import printing
from server.api.blueprint import api
from server.api.refusable import refuses
from server.api.schemas import (
    JobStateShown,
    OutcomeAsked,
    PrinterAsked,
    PrinterStateShown,
    WaitAsked,
)
from server.domain import errors, paper_errors
from server.domain.people import Role
from server.domain.printer import Agent, Condition, PrinterState
from server.queues.prints import Nothing, Told
from server.signals import Bell, waking

WAIT_AT_MOST_S = 30.0


class PrinterName(BaseConverter):
    """A printer's name in an address. None is called “jobs”: that is the address of the jobs."""

    regex = "(?!jobs$)[a-z0-9-]{1,32}"


@api.get("/printers/jobs")
@who(Role.PRINTER)
@refuses(
    paper_errors.PrinterUnknownError,
    paper_errors.PrinterOwnedError,
    errors.QueueUnreachableError,
    (HTTPStatus.UNPROCESSABLE_ENTITY, "invalid_field"),
)
@api.input(WaitAsked, location="query", arg_name="asked")
@api.output(wire.JobShown)
@api.doc(summary="Claim the next print job", responses={200: "The job", 204: "Nothing to print"})
def claim_job(asked: WaitAsked) -> Any:
    """200 with the job, or 204 when none came within `wait` seconds."""
    if request.method == "HEAD":
        # Flask offers HEAD wherever there is GET: it would take a job and throw it away.
        raise MethodNotAllowed(["GET", "OPTIONS"])
    agent = Agent(str(device().id), asked.instance, asked.printer)
    deadline = time.monotonic() + min(asked.wait, WAIT_AT_MOST_S)
    with waking(site().id, Bell.PAPER) as bell:
        while True:
            bell.clear()
            if not _listening():
                return Response(status=204)
            job = printing.next_job(house(), site(), agent)
            if not isinstance(job, Nothing):
                return job.to_wire()
            left = deadline - time.monotonic()
            # A job that waits for another printer first is looked for again when this one may take it.
            due = left if job.due_s is None else min(left, job.due_s)
            if left <= 0 or (not bell.wait(due) and due == left):
                return Response(status=204)
            # Its token may have been taken back while it waited: what it prints then, nobody asked of it.
            if house().devices.revoked({device().id}):
                raise errors.UnauthenticatedError("Cet appareil n’est plus autorisé.")


@api.put("/printers/jobs/<job_id>")
@who(Role.PRINTER)
@refuses(paper_errors.UnknownJobError, paper_errors.JobClosedError, errors.QueueUnreachableError)
@api.input(OutcomeAsked, arg_name="asked")
@api.output(JobStateShown)
@api.doc(summary="Say what became of a print job")
def report_job(job_id: str, asked: OutcomeAsked) -> JobStateShown:
    """The job's state. The same outcome again changes nothing; another one is refused."""
    told = Told(asked.outcome, asked.reason or "", asked.detail or "", asked.sent)
    state = printing.report(house(), site(), job_id, told)
    return JobStateShown.model_validate({"id": job_id, "state": state})


@api.put("/printers/<printer_name:printer>")
@who(Role.PRINTER)
@refuses(paper_errors.PrinterOwnedError, errors.QueueUnreachableError)
@api.input(PrinterAsked, arg_name="asked")
@api.output(PrinterStateShown)
@api.doc(summary="Announce a printer, and say how it is")
def put_printer(printer: str, asked: PrinterAsked) -> PrinterStateShown:
    """The printer's state. 409 printer_owned when another agent that is alive has its name or its address."""
    state = PrinterState(asked.state)
    condition = Condition(state, asked.reason or "", asked.detail, asked.tells_status, asked.confirms)
    printing.announce(house(), site(), Agent(str(device().id), asked.instance, printer), asked.address, condition)
    return PrinterStateShown(id=printer, state=asked.state)


def _listening() -> bool:
    """Whether the agent still holds the line: a job claimed for an agent that went would never be printed."""
    line = request.environ.get("gunicorn.socket")
    if line is None:
        return True
    try:
        readable, _, _ = select.select([line], [], [], 0)
        return not readable or line.recv(1, socket.MSG_PEEK) != b""
    except OSError:
        return False
