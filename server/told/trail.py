"""What the journal tells of one print job: its latest step, with the reason of a failure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from server.domain.catalogue import Site
from server.queues import keys
from server.queues.journal import AT_ONCE
from server.queues.live import LiveQueue

EARLIER: Final = timedelta(seconds=5)
"""Entries are named by the queue's own time, moments by the site's clock, which may be a little ahead of it."""


def latest_step(
    queue: LiveQueue, site: Site, job_id: str, since: datetime, until: datetime | None = None
) -> Mapping[str, str] | None:
    """The latest entry about a job among those written between two moments; None when there is none.

    Raises QueueUnreachableError.
    """
    after, last = _name(since - EARLIER), "+" if until is None else _name(until)
    found = None
    while page := queue.pages(keys.journal(site.id), after, last, AT_ONCE):
        for entry_id, entry in page:
            if entry.get("job") == job_id:
                found = entry
            after = f"({entry_id}"
    return found


def _name(at: datetime) -> str:
    return str(int(at.timestamp() * 1000))
