"""The test prints that this mediator asked for a moment ago, and what became of them.

Their names live in the mediator's session: the desk is drawn again and again, and must go on telling.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from flask import session

from server.domain.catalogue import Site
from server.queues import keys
from server.queues.live import LiveQueue, moment
from server.staff.papers import reason_of
from server.staff.trail import latest_step
from server.staff.words import say

KEPT: Final = timedelta(minutes=3)
"""A result is told long enough to walk to the printer and back, and not so long that it becomes untrue."""

_SESSION: Final = "trials"


@dataclass(frozen=True, slots=True)
class Trial:
    """A test print. `state` is its job's: queued, claimed, printed, unconfirmed, failed or expired."""

    state: str
    words: str


def remember(site: Site, printer: str, job_id: str, at: datetime) -> None:
    """A test print was asked for at this moment of the site's clock. A repeat changes nothing."""
    kept: dict[str, list[str]] = session.get(_SESSION, {})
    name = f"{site.id} {printer}"
    if kept.get(name, [""])[0] == job_id:
        return
    fresh = {other: found for other, found in kept.items() if at - datetime.fromisoformat(found[1]) <= KEPT}
    session[_SESSION] = fresh | {name: [job_id, at.astimezone(UTC).isoformat()]}


def trials(queue: LiveQueue, site: Site, at: datetime) -> dict[str, Trial]:
    """By printer, what is known of the test prints of the last minutes. Raises QueueUnreachableError."""
    kept: dict[str, list[str]] = session.get(_SESSION, {})
    found = {}
    for name, (job_id, asked_text) in kept.items():
        site_id, _, printer = name.partition(" ")
        asked_at = datetime.fromisoformat(asked_text)
        if site_id == site.id and at - asked_at <= KEPT:
            found[printer] = _trial(latest_step(queue, site, job_id, asked_at), asked_at, at)
    return found


def _trial(step: Mapping[str, str] | None, asked_at: datetime, at: datetime) -> Trial:
    state, since = ("queued", asked_at) if step is None else (step["to"], moment(int(step["at"])))
    # As the queue reads a job: one past its life or its lease has ended, also when nobody says so.
    if state == "queued" and at - since > timedelta(milliseconds=keys.JOB_LIFE_MS):
        state = "expired"
    if state == "claimed" and at - since > timedelta(milliseconds=keys.JOB_LEASE_MS):
        state = "unconfirmed"
    if state == "failed":
        return Trial(state, _failed(reason_of(step)))
    return Trial(state, say(f"trial-{state}"))


def _failed(reason: str) -> str:
    # What a printer that cannot read tickets asks for is a test print: this was one.
    act = "trial-unreadable-act" if reason == "job_unreadable" else f"printer-down-{reason}-act"
    return say("trial-failed", why=say(f"paper-why-{reason}"), act=say(act))
