"""What concerns a whole site and not one ticket: its door, the stop of its tickets, its counters."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from server.domain.catalogue import Site
from server.domain.hours import Phase
from server.queues.live import LiveQueue, moment


@dataclass(frozen=True, slots=True)
class Door:
    """What stands at a site's door.

    stopped     a mediator stopped the kiosk's tickets; `texts` says why in each language, empty for the ordinary words
    full        needs for which as many people wait as the site allows
    closed      counters that are closed for now
    paper       whether a printer can print, as far as is known
    """

    at: datetime
    version: int
    phase: Phase
    stopped: bool
    texts: Mapping[str, str]
    full: frozenset[str]
    closed: frozenset[str]
    paper: bool

    @property
    def gives_tickets(self) -> bool:
        """Whether the kiosk gives tickets now."""
        return self.phase is Phase.OPEN and not self.stopped


@dataclass(frozen=True, slots=True)
class CounterChange:
    """What is asked of a counter: to open, to close, or neither; and which needs to serve, None for those it has.

    reason      why it closes: a Pause, or words; "" where nothing is said
    """

    counter: str
    opens: bool | None = None
    needs: tuple[str, ...] | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CounterStands:
    """A counter as it stood when it was answered."""

    open: bool
    needs: tuple[str, ...]


_WISH: Final = {True: "1", False: "", None: "-"}


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
        paper=found["paper"],
    )


def stop_issuing(
    queue: LiveQueue, site: Site, request_id: str, texts: Mapping[str, str], mediator: str, corner: str = ""
) -> None:
    """The kiosk gives no more tickets until somebody lifts it, or the day ends.

    `corner`: the kiosk whose staff corner asks, "" for a desk.
    """
    words = json.dumps(dict(texts), ensure_ascii=False, sort_keys=True) if texts else ""
    queue.run_today("issuing", site, request_id, "", words, mediator, more=(corner,))


def resume_issuing(queue: LiveQueue, site: Site, request_id: str, mediator: str, corner: str = "") -> None:
    """The kiosk gives tickets again."""
    queue.run_today("issuing", site, request_id, "1", "", mediator, more=(corner,))


def set_counter(queue: LiveQueue, site: Site, change: CounterChange, request_id: str, mediator: str) -> CounterStands:
    """Open or close a counter, and keep what is answered, the needs it serves included. Raises RequestIdReusedError."""
    return _stands(_change_counter(queue, site, change, request_id, mediator, look=False))


def counter_answered(queue: LiveQueue, site: Site, change: CounterChange, request_id: str) -> CounterStands | None:
    """What was answered to this request before, None when it is new. Raises RequestIdReusedError."""
    found = _change_counter(queue, site, change, request_id, "", look=True)
    return _stands(found) if found else None


def _change_counter(
    queue: LiveQueue, site: Site, change: CounterChange, request_id: str, mediator: str, *, look: bool
) -> Mapping[str, Any]:
    asked = "-" if change.needs is None else ",".join(change.needs)
    serves = ",".join(site.counter(change.counter).needs) if change.needs is None else asked
    given = (request_id, change.counter, _WISH[change.opens], mediator, asked, serves, "1" if look else "")
    found: Mapping[str, Any] = queue.run_today("counter", site, *given, more=(change.reason,))["answer"]
    return found


def _stands(found: Mapping[str, Any]) -> CounterStands:
    return CounterStands(open=found["open"], needs=tuple(found["needs"].split(",")) if found["needs"] else ())
