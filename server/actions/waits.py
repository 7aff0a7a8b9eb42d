"""The wait that a person is told: foreseen for a whole site at once, and good for two seconds."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

import gevent
from gevent.event import AsyncResult

from server.domain.catalogue import Site
from server.domain.estimate import Forecast, forecast
from server.domain.moves import State
from server.domain.ticket import Sighting, Ticket
from server.queues.live import LiveQueue
from server.queues.outlook import read_outlook, steps

GOOD_S: Final = 2.0
"""A forecast takes a script and some milliseconds: half of one at three counters with five people waiting, ten at
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
    """What one process foresees for its sites. Meanwhile it goes on with everything else."""

    def __init__(self, queue: LiveQueue, clock: Callable[[], float] = time.monotonic) -> None:
        self._queue = queue
        self._clock = clock
        self._sites: dict[str, _Foreseen] = {}
        self._asked: dict[str, AsyncResult] = {}

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
        elif asked := self._asked.get(site.id):
            # Nothing is there: whoever comes meanwhile gets what the first gets, be it a refusal.
            shared: _Foreseen = asked.get()
            return shared
        return self._foresee(site, now)

    def _foresee(self, site: Site, now: float) -> _Foreseen:
        answer = self._asked[site.id] = AsyncResult()
        try:
            outlook = read_outlook(self._queue, site)
            fresh = _Foreseen(forecast(outlook, lambda: gevent.sleep(0)), now, self._clock() + GOOD_S)
        except BaseException as error:
            answer.set_exception(error)
            raise
        finally:
            self._asked.pop(site.id, None)
        self._sites[site.id] = fresh
        answer.set(fresh)
        return fresh
