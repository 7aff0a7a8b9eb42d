"""Where the paper of one ticket stands, in words: whether the person can have it, and why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from server.domain.catalogue import Site
from server.domain.ticket import Ticket
from server.queues import keys
from server.queues.live import LiveQueue
from server.queues.prints import REPRINTED
from server.staff.words import say
from server.told.reasons import reason_of
from server.told.trail import latest_step

ON_ITS_WAY: Final = frozenset({"queued", "claimed"})
MISSING: Final = frozenset({"failed", "expired"})

JOB_AT_MOST: Final = timedelta(milliseconds=keys.JOB_LIFE_MS + keys.JOB_LEASE_MS)
"""After this long every job has come to its end."""
COPY_REMEMBERED: Final = timedelta(minutes=15)
"""How far back the reason of a failed copy is looked for: it was asked for at this desk, a moment ago."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The latest paper of a ticket. `state` is its print job's."""

    state: str
    words: str

    @property
    def on_its_way(self) -> bool:
        """One more would be a double."""
        return self.state in ON_ITS_WAY

    @property
    def is_missing(self) -> bool:
        """The person has none, as far as is known."""
        return self.state in MISSING


def paper_of(queue: LiveQueue, site: Site, ticket: Ticket, at: datetime) -> Paper | None:
    """The paper of a ticket at a moment of the site's clock; None for a ticket that needs none any more.

    Raises QueueUnreachableError.
    """
    if ticket.state not in REPRINTED:
        return None
    state = ticket.print.state
    if state != "failed":
        return Paper(state, say(f"paper-{state}"))
    return Paper(state, say("paper-failed", why=say(f"paper-why-{reason_of(_failure(queue, site, ticket, at))}")))


def _failure(queue: LiveQueue, site: Site, ticket: Ticket, at: datetime) -> Mapping[str, str] | None:
    if ticket.print.id == ticket.id:
        return latest_step(queue, site, ticket.id, ticket.arrived_at, ticket.arrived_at + JOB_AT_MOST)
    return latest_step(queue, site, ticket.print.id, max(ticket.arrived_at, at - COPY_REMEMBERED))
