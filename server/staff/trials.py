"""The test prints that this mediator asked for a moment ago, and what became of them.

Their names live in the mediator's session: the desk is drawn again and again, and must go on telling.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from flask import session

from server.domain.catalogue import Site
from server.queues.live import LiveQueue
from server.told.trail import latest_step
from server.told.trials import KEPT, Trial, trial_of

_SESSION: Final = "trials"


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
            found[printer] = trial_of(latest_step(queue, site, job_id, asked_at), asked_at, at)
    return found
