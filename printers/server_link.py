"""What the agent says to the server over HTTP, and what it makes of the answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx

from printers.outcome import Outcome

JOBS = "api/v1/printers/jobs"

# How long the server may hold a request for a job back while there is none.
POLL_SECONDS = 25

# How long a report may take. The agent that was asked to stop still waits for one.
REPORT_SECONDS = 5

# Answers worth asking again for, though they are the client's fault: not signed in, not allowed, too slow, too many.
PASSING = frozenset({401, 403, 408, 429})


class ServerTroubleError(Exception):
    """No usable answer, now; the message says why, for the log."""


@dataclass(frozen=True, slots=True)
class ServerLink:
    """One printer's line to its server. Both calls raise ServerTroubleError when it makes sense to try again."""

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

    async def next_job(self) -> dict[str, Any] | None:
        """The next job as it came, or None when there is none for now."""
        answer = await self.answer("GET", JOBS, params={"wait": POLL_SECONDS})
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

    async def report(self, job_id: str, outcome: Outcome) -> bool:
        """Tell what became of a job. False when the server refuses to hear it, and asking again would not help."""
        answer = await self.answer(
            "PUT", f"{JOBS}/{quote(job_id, safe='')}", json=outcome.to_wire(), timeout=REPORT_SECONDS
        )
        if answer.is_success:
            return True
        if answer.is_client_error and answer.status_code not in PASSING:
            return False
        raise ServerTroubleError(explained(answer))

    async def answer(self, method: str, path: str, **request: Any) -> httpx.Response:
        """One request. Raises ServerTroubleError when no answer comes."""
        try:
            return await self.http.request(method, path, **request)
        except httpx.HTTPError as trouble:
            raise ServerTroubleError(f"{type(trouble).__name__}: {trouble}") from trouble


def explained(answer: httpx.Response) -> str:
    """An answer that is no help, in words for the log."""
    if answer.status_code in (401, 403):
        return f"the server refuses this printer’s token ({answer.status_code}): make a new one with “accueil token”"
    return f"the server answered {answer.status_code}"
