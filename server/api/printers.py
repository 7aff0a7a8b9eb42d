"""Print jobs, for the print agents."""

from __future__ import annotations

import math
import select
import socket
import time
from typing import Any

from flask import Response, request

from server.access import device, house, site, who
from server.actions import printing
from server.api.blueprint import api
from server.api.schemas import JobStateShown, OutcomeAsked
from server.domain.people import Role
from server.signals import waking

WAIT_AT_MOST_S = 30.0


@api.get("/printers/jobs")
@who(Role.PRINTER)
@api.doc(
    summary="Claim the next print job", responses={200: "The job", 204: "Nothing to print", 401: "", 403: "", 503: ""}
)
def claim_job() -> Any:
    """200 with the job, or 204 when none came within `wait` seconds (0 to 30)."""
    deadline = time.monotonic() + _wait_asked()
    with waking(site().id) as bell:
        while True:
            bell.clear()
            if not _listening():
                return Response(status=204)
            job = printing.next_job(house(), site(), str(device().id))
            if job is not None:
                return job.to_wire()
            left = deadline - time.monotonic()
            if left <= 0 or not bell.wait(left):
                return Response(status=204)


@api.put("/printers/jobs/<job_id>")
@who(Role.PRINTER)
@api.input(OutcomeAsked, arg_name="asked")
@api.output(JobStateShown)
@api.doc(summary="Say what became of a print job", responses=[400, 401, 403, 404, 409, 413, 422, 503])
def report_job(job_id: str, asked: OutcomeAsked) -> JobStateShown:
    """The job's state. The same outcome again changes nothing; another one is refused."""
    state = printing.report(house(), site(), job_id, asked.outcome, asked.detail)
    return JobStateShown(id=job_id, state=state)


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


def _wait_asked() -> float:
    """Seconds to wait for a job: 0 when not given or not a number, never more than WAIT_AT_MOST_S."""
    seconds = request.args.get("wait", 0.0, type=float)
    return 0.0 if math.isnan(seconds) else min(max(seconds, 0.0), WAIT_AT_MOST_S)
