"""What became of a test print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from server.queues import keys
from server.queues.live import moment
from server.told.reasons import reason_of
from server.told.words import say

KEPT: Final = timedelta(minutes=3)
"""A result is told long enough to walk to the printer and back, and not so long that it becomes untrue."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A test print. `state` is its job's: queued, claimed, printed, unconfirmed, failed or expired."""

    state: str
    words: str


def trial_of(step: Mapping[str, str] | None, asked_at: datetime, at: datetime) -> Trial:
    """How it stands at a moment of the site's clock, by the latest entry about it in the journal."""
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
