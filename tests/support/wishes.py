"""Requests to the arena's site, whole: sent again they are the same."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from server.domain.moves import Verb
from server.domain.people import Role
from tests.support.arena import SITE


@dataclass(frozen=True)
class Request:
    """One wish, whole: sent again it is the same."""

    role: Role
    method: str
    path: str
    body: dict[str, Any]
    move: str = ""  # what the journal calls it; "" for what has no request_id
    changes: bool = True  # unless it may find things as it wants them

    @property
    def name(self) -> str:
        return self.body["request_id"]


@dataclass(frozen=True)
class Answered:
    """A request and what was answered at last, after how many tries, and when by the monotonic clock."""

    request: Request
    status: int
    body: Any
    tries: int
    at: float

    @property
    def granted(self) -> bool:
        return self.status < 300


def wish(method: str, path: str, move: str, role: Role = Role.MANAGER, name: str | None = None, **body: Any) -> Request:
    """A request about the arena's site that changes something, under a name of its own."""
    return Request(role, method, f"/sites/{SITE}{path}", {"request_id": name or str(uuid.uuid4()), **body}, move)


def ticket_asked() -> Request:
    return wish("POST", "/tickets", "issue", Role.KIOSK, need="papiers", language="fr")


def call_asked(counter: str = "1", **more: Any) -> Request:
    return wish("POST", f"/counters/{counter}/calls", "call", **more)


def move_asked(ticket: str, verb: Verb, **more: Any) -> Request:
    return wish("POST", f"/tickets/{ticket}/moves", verb, verb=verb, **more)


def job_asked() -> Request:
    """A claim has no request_id: a lost answer is a job in doubt."""
    return Request(Role.PRINTER, "GET", "/printers/jobs?wait=0", {})


def announced(printer: str, state: str = "ready") -> Request:
    """An agent's word has no request_id: saying it again changes nothing."""
    said = {"instance": "one", "address": f"network://{printer}", "state": state}
    return Request(Role.PRINTER, "PUT", f"/printers/{printer}", said)


def report_of(job: str, outcome: str) -> Request:
    return Request(Role.PRINTER, "PUT", f"/printers/jobs/{job}", {"outcome": outcome})
