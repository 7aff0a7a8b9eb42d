"""What the agent says to the server over HTTP, and what it makes of the answers."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, TypeGuard
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


# The codes with which the server says that it does not know the agent, or not as one that prints.
UNKNOWN = frozenset({"unauthenticated", "wrong_role"})

# What the server takes at most of a sentence and of an address, in characters: more is refused, for good.
DETAIL_AT_MOST = 500
ADDRESS_AT_MOST = 200


class ServerTroubleError(Exception):
    """No usable answer, now; the message says why, for the log.

    state     what the log calls it
    answered  whether the server answered at all
    """

    state = "away"

    def __init__(self, why: str, *, answered: bool) -> None:
        super().__init__(why)
        self.answered = answered


class NotAnnouncedError(ServerTroubleError):
    """The server does not know the printer (any more): it has to be announced."""


class OwnedElsewhereError(ServerTroubleError):
    """Another agent that is alive owns the printer: this one must not print."""

    state = "another agent owns this printer"


class RefusedTokenError(ServerTroubleError):
    """The server does not take the printer's token."""

    state = "refuses this printer’s token"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who speaks for a printer: its name, its address, and what names this agent among its likes."""

    printer: str
    address: str
    instance: str


@dataclass(frozen=True, slots=True)
class ServerLink:
    """The agent's line to its server. All calls raise ServerTroubleError when it makes sense to try again.

    refused   set while the server does not know the agent, or not as one that prints
    """

    http: httpx.AsyncClient
    refused: asyncio.Event = field(default_factory=asyncio.Event)

    @classmethod
    def to(cls, server_url: str, token: str) -> ServerLink:
        """Open a link; nothing is sent yet. The server holds a poll for 25 s, so reading is given 10 s more."""
        link = cls(
            httpx.AsyncClient(
                base_url=server_url,
                timeout=httpx.Timeout(10, read=POLL_SECONDS + 10),
                trust_env=False,  # no proxy of the machine's between a printer and its server
                # No cookies: what stands between may set one that HTTP cannot send back.
                cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            )
        )
        if token:
            link.show(token)
        return link

    def show(self, token: str) -> None:
        """Show this token from now on."""
        self.http.headers["Authorization"] = f"Bearer {token}"
        self.refused.clear()

    async def announce(self, owner: Owner, condition: Condition) -> None:
        """Tell that a printer is here, and how it is."""
        address = sendable(owner.address, ADDRESS_AT_MOST)
        said = {"instance": owner.instance, "address": address, **told(condition.to_wire())}
        answer = await self.answer("PUT", f"{PRINTERS}/{owner.printer}", json=said, timeout=ANSWER_SECONDS)
        if not answer.is_success:
            raise trouble_in(answer)
        must_name(answer, owner.printer)

    async def next_job(self, owner: Owner, wait: float) -> dict[str, Any] | None:
        """The printer's next job as it came, or None when there is none within `wait` seconds."""
        asked = {"wait": wait, "printer": owner.printer, "instance": owner.instance}
        answer = await self.answer("GET", JOBS, params=asked)
        if answer.status_code == httpx.codes.NO_CONTENT:
            return None
        if answer.status_code != httpx.codes.OK:
            raise trouble_in(answer)
        job = content_of(answer)
        if not is_job_id(job.get("id")):
            raise ServerTroubleError("the server’s answer is no print job: it has no id", answered=True)
        return job

    async def report(self, job_id: str, outcome: dict[str, Any]) -> bool:
        """Tell what became of a job. False when the server refuses to hear it, and asking again would not help.

        Only its own answer counts: the portal of a guest network says 200 or 404, too, and has heard nothing.
        """
        path = f"{JOBS}/{quote(job_id, safe='')}"
        answer = await self.answer("PUT", path, json=told(outcome), timeout=ANSWER_SECONDS)
        if answer.is_success:
            must_name(answer, job_id)
            return True
        if answer.is_client_error and answer.status_code not in PASSING and "code" in content_of(answer):
            return False
        raise trouble_in(answer)

    async def answer(self, method: str, path: str, **request: Any) -> httpx.Response:
        """One request. Raises ServerTroubleError when no answer comes, or when it is about who owns the printer."""
        try:
            answer = await self.http.request(method, path, **request)
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as trouble:
            raise ServerTroubleError(f"{type(trouble).__name__}: {trouble}", answered=False) from trouble
        if content_of(answer).get("code") in UNKNOWN:
            # What was asked before the agent was let in says nothing of its new token.
            if answer.request.headers.get("Authorization") == self.http.headers.get("Authorization"):
                self.refused.set()
        elif path.startswith(PRINTERS) and answer.is_success:
            self.refused.clear()
        if code_of(answer) in ("printer_unknown", "printer_owned"):
            raise trouble_in(answer)
        return answer


def told(wire: dict[str, Any]) -> dict[str, Any]:
    """What goes to the server, its sentence as the server takes it."""
    detail = wire.get("detail")
    return {**wire, "detail": sendable(detail, DETAIL_AT_MOST)} if isinstance(detail, str) else wire


def sendable(text: str, at_most: int) -> str:
    """A text that JSON can hold, which half a character of a file's name is not, and no longer than this."""
    whole = text.encode("utf-8", "replace").decode()
    return whole if len(whole) <= at_most else f"{whole[: at_most - 1]}…"


def trouble_in(answer: httpx.Response) -> ServerTroubleError:
    """An answer that is no help, in words for the log."""
    if answer.status_code in (401, 403):
        why = f"it answered {answer.status_code}: the agent has to be let in at the desk, or to have another token"
        return RefusedTokenError(why, answered=True)
    match code_of(answer):
        case "printer_owned":
            return OwnedElsewhereError("stop one of the two agents, or give each its own printers", answered=True)
        case "printer_unknown":
            return NotAnnouncedError("it is to be announced", answered=True)
        case _:
            return ServerTroubleError(f"the server answered {answer.status_code}", answered=True)


def code_of(answer: httpx.Response) -> str:
    """The code of a problem that is about who owns what, "" for every other answer."""
    return str(content_of(answer).get("code", "")) if answer.status_code == httpx.codes.CONFLICT else ""


def must_name(answer: httpx.Response, name: str) -> None:
    """See that the server said of which printer or job it heard. Raises ServerTroubleError."""
    if content_of(answer).get("id") != name:
        raise ServerTroubleError(
            f"the answer {answer.status_code} is not the server’s: it does not say “{name}”", answered=True
        )


def content_of(answer: httpx.Response) -> dict[str, Any]:
    """The JSON object that an answer holds, empty for every other."""
    try:
        content = answer.json()
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def is_job_id(name: object) -> TypeGuard[str]:
    """Whether this can name a job in an address and in the log."""
    return isinstance(name, str) and name.isprintable() and bool(name)
