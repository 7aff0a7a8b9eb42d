"""What the agent says to the server over HTTP, and what it makes of the answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx

from printers.outcome import Condition

PRINTERS = "api/v1/printers"
JOBS = f"{PRINTERS}/jobs"

# How long the server may hold a request for a job back while there is none.
POLL_SECONDS = 25

# How long anything else may take. The agent that was asked to stop still waits for one report.
ANSWER_SECONDS = 5

# Answers worth asking again for, though they are the client's fault: not signed in, not allowed, too slow, too many.
PASSING = frozenset({401, 403, 408, 429})


class ServerTroubleError(Exception):
    """No usable answer, now; the message says why, for the log."""


class NotAnnouncedError(ServerTroubleError):
    """The server does not know the printer (any more): it has to be announced."""


class OwnedElsewhereError(ServerTroubleError):
    """Another agent that is alive owns the printer: this one must not print."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Who speaks for a printer: its name, its address, and what names this agent among its likes."""

    printer: str
    address: str
    instance: str


@dataclass(frozen=True, slots=True)
class ServerLink:
    """The agent's line to its server. All calls raise ServerTroubleError when it makes sense to try again."""

    http: httpx.AsyncClient

    @classmethod
    def to(cls, server_url: str, token: str) -> ServerLink:
        """Open a link; nothing is sent yet. The server holds a poll for 25 s, so reading is given 10 s more."""
        return cls(
            httpx.AsyncClient(
                base_url=server_url,
                headers={"Authorization": f"Bearer {token}"},
                timeout=httpx.Timeout(10, read=POLL_SECONDS + 10),
                trust_env=False,  # no proxy of the machine's between a printer and its server
            )
        )

    async def announce(self, owner: Owner, condition: Condition) -> None:
        """Tell that a printer is here, and how it is."""
        said = {"instance": owner.instance, "address": owner.address, **condition.to_wire()}
        answer = await self.answer("PUT", f"{PRINTERS}/{owner.printer}", json=said, timeout=ANSWER_SECONDS)
        if not answer.is_success:
            raise ServerTroubleError(explained(answer))

    async def next_job(self, owner: Owner) -> dict[str, Any] | None:
        """The printer's next job as it came, or None when there is none for now."""
        asked = {"wait": POLL_SECONDS, "printer": owner.printer, "instance": owner.instance}
        answer = await self.answer("GET", JOBS, params=asked)
        if answer.status_code == httpx.codes.NO_CONTENT:
            return None
        if answer.status_code != httpx.codes.OK:
            raise ServerTroubleError(explained(answer))
        try:
            job = answer.json()
        except ValueError as trouble:
            raise ServerTroubleError("the server’s answer is not JSON") from trouble
        if not isinstance(job, dict) or not isinstance(job.get("id"), str):
            raise ServerTroubleError("the server’s answer is no print job: it has no id")
        return job

    async def report(self, job_id: str, outcome: dict[str, Any]) -> bool:
        """Tell what became of a job. False when the server refuses to hear it, and asking again would not help."""
        answer = await self.answer("PUT", f"{JOBS}/{quote(job_id, safe='')}", json=outcome, timeout=ANSWER_SECONDS)
        if answer.is_success:
            return True
        if answer.is_client_error and answer.status_code not in PASSING:
            return False
        raise ServerTroubleError(explained(answer))

    async def answer(self, method: str, path: str, **request: Any) -> httpx.Response:
        """One request. Raises ServerTroubleError when no answer comes, or when it is about who owns the printer."""
        try:
            answer = await self.http.request(method, path, **request)
        except httpx.HTTPError as trouble:
            raise ServerTroubleError(f"{type(trouble).__name__}: {trouble}") from trouble
        if answer.status_code == httpx.codes.CONFLICT:
            known = {"printer_unknown": NotAnnouncedError, "printer_owned": OwnedElsewhereError}
            if (trouble_kind := known.get(code_of(answer))) is not None:
                raise trouble_kind(explained(answer))
        return answer


def code_of(answer: httpx.Response) -> str:
    """The code of a problem, "" for an answer that has none."""
    try:
        problem = answer.json()
    except ValueError:
        return ""
    return str(problem.get("code", "")) if isinstance(problem, dict) else ""


def explained(answer: httpx.Response) -> str:
    """An answer that is no help, in words for the log."""
    if answer.status_code in (401, 403):
        return f"the server refuses this printer’s token ({answer.status_code}): make a new one with “accueil token”"
    if (code := code_of(answer)) in ("printer_owned", "printer_unknown"):
        return {"printer_owned": "another agent owns this printer", "printer_unknown": "it is to be announced"}[code]
    return f"the server answered {answer.status_code}"
