"""What concerns a whole site and not one ticket: its door, the stop of its tickets, its counters."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from server.domain.catalogue import Site
from server.domain.hours import Phase
from server.queues.live import LiveQueue, moment


@dataclass(frozen=True, slots=True)
class Door:
    """What stands at a site's door.

    stopped     a mediator stopped the kiosk's tickets; `texts` says why in each language, empty for the ordinary words
    full        needs for which as many people wait as the site allows
    closed      counters that are closed for now
    """

    at: datetime
    version: int
    phase: Phase
    stopped: bool
    texts: Mapping[str, str]
    full: frozenset[str]
    closed: frozenset[str]

    @property
    def gives_tickets(self) -> bool:
        """Whether the kiosk gives tickets now."""
        return self.phase is Phase.OPEN and not self.stopped


def door(queue: LiveQueue, site: Site) -> Door:
    """Look at the door. Raises QueueUnreachableError, also when the queue takes no changes: no ticket could be had."""
    found = queue.run_today("door", site, ",".join(need.id for need in site.needs))["answer"]
    waiting = found["waiting"]
    return Door(
        at=moment(found["at"]),
        version=found["version"],
        phase=Phase(found["phase"]),
        stopped=found["stopped"],
        texts=json.loads(found.get("texts") or "{}"),
        full=frozenset(need.id for need in site.needs if need.limit is not None and waiting[need.id] >= need.limit),
        closed=frozenset(found["closed"] or ()),
    )


def stop_issuing(queue: LiveQueue, site: Site, request_id: str, texts: Mapping[str, str], mediator: str) -> None:
    """The kiosk gives no more tickets until somebody lifts it, or the day ends."""
    words = json.dumps(dict(texts), ensure_ascii=False, sort_keys=True) if texts else ""
    queue.run_today("issuing", site, request_id, "", words, mediator)


def resume_issuing(queue: LiveQueue, site: Site, request_id: str, mediator: str) -> None:
    """The kiosk gives tickets again."""
    queue.run_today("issuing", site, request_id, "1", "", mediator)


def open_counter(queue: LiveQueue, site: Site, counter_id: str, request_id: str, mediator: str) -> bool:
    """A counter calls again. Gives whether it is open then: True."""
    return _switch(queue, site, counter_id, request_id, "1", mediator)


def close_counter(queue: LiveQueue, site: Site, counter_id: str, request_id: str, mediator: str) -> bool:
    """A counter calls nobody for now; who was sent to it by name waits for their need again. Gives False."""
    return _switch(queue, site, counter_id, request_id, "", mediator)


def _switch(queue: LiveQueue, site: Site, counter_id: str, request_id: str, opens: str, mediator: str) -> bool:
    return bool(queue.run_today("counter", site, request_id, counter_id, opens, mediator)["answer"]["open"])
