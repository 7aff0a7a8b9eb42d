"""The wait that a person is told: foreseen for a whole site at once, and good for two seconds."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from server.domain.catalogue import Site
from server.domain.estimate import Forecast, forecast
from server.domain.moves import State
from server.domain.ticket import Sighting, Ticket
from server.queues.live import LiveQueue
from server.queues.outlook import read_outlook, steps

GOOD_S: Final = 2.0
"""A forecast takes a script and some milliseconds: eight at three counters with five people waiting, a hundred at
twelve with sixty. A site's queue moves every few minutes."""
OLD_S: Final = 10.0
"""Older than this, nobody is told it any more, not even while another asks."""


@dataclass(slots=True)
class _Foreseen:
    forecast: Forecast
    since: float
    until: float
    steps: dict[str, str] = field(default_factory=dict)


class Waits:
    """What one process foresees for its sites."""

    def __init__(self, queue: LiveQueue, clock: Callable[[], float] = time.monotonic) -> None:
        self._queue = queue
        self._clock = clock
        self._sites: dict[str, _Foreseen] = {}

    def steps(self, site: Site, line: str) -> str:
        """The waits of who takes a ticket now, by people ahead, for the script that will know how many there are."""
        seen = self._foreseen(site)
        if line not in seen.steps:
            seen.steps[line] = steps(seen.forecast, line)
        return seen.steps[line]

    def told(self, site: Site, ticket: Ticket) -> Ticket:
        """The ticket with the wait it has before it now. Raises QueueUnreachableError."""
        if ticket.state is not State.WAITING:
            return ticket
        return replace(ticket, wait=self._foreseen(site).forecast.wait(ticket.line, ticket.ahead))

    def seen(self, site: Site, sighting: Sighting) -> Sighting:
        """The same for a sighting."""
        return replace(sighting, ticket=self.told(site, sighting.ticket))

    def forget(self) -> None:
        """Ask anew: the queue is another one, or its clock was moved."""
        self._sites.clear()

    def _foreseen(self, site: Site) -> _Foreseen:
        known, now = self._sites.get(site.id), self._clock()
        if known and now < known.until:
            return known
        if known and now < known.since + OLD_S:
            # One asks; whoever comes meanwhile takes what is there.
            known.until = now + GOOD_S
        fresh = _Foreseen(forecast(read_outlook(self._queue, site)), now, self._clock() + GOOD_S)
        self._sites[site.id] = fresh
        return fresh
