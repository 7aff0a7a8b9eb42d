"""What tickets that are done leave for the lasting records, and of which a counter can still tell."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from server.domain.catalogue import Site
from server.domain.moves import TAKEN_BACK_WITHIN
from server.domain.visits import AMENDABLE, Stay
from server.queues.live import LiveQueue, moment

FINAL_AFTER: Final = TAKEN_BACK_WITHIN + timedelta(seconds=5)
"""An end that is older than this cannot be taken back any more, also by a press that was long on its way."""
AT_ONCE: Final = 200


@dataclass(frozen=True, slots=True)
class Left:
    """A visit whose record is owed; `stay` None when its end was taken back, and its record is to go.

    at      when it ended, or when the end was taken back
    taken_back  when an earlier end of it was taken back, whose record may be there still
    text    as it lies in the queue: it is taken out only while it still says the same
    """

    ticket: str
    at: datetime
    stay: Stay | None
    text: str
    taken_back: datetime | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """A visit that ended at a counter; until when it can be told of, and whether somebody has said something of it."""

    ticket: str
    number: str
    until: datetime
    told: bool


def due(queue: LiveQueue, site: Site) -> list[Left]:
    """Visits to be written down now, or whose record is to go, so many at once. Raises QueueUnreachableError."""
    found = queue.run("stays_due", site.id, int(FINAL_AFTER.total_seconds() * 1000), AT_ONCE)["answer"]
    return [_left(text) for text in found["stays"] or ()]


def left(queue: LiveQueue, site: Site, ticket_id: str) -> tuple[Left | None, datetime]:
    """The visit of one ticket whose record is owed, and the site's time. Raises QueueUnreachableError."""
    found = queue.run("stay", site.id, ticket_id, "")["answer"]
    text = found.get("stay")
    return None if text is None else _left(text), moment(found["at"])


def ended(queue: LiveQueue, site: Site, counter_id: str) -> tuple[Ended, ...]:
    """The visits of a counter that can still be told of, the oldest first: those untold, and the latest in any case.

    Raises QueueUnreachableError.
    """
    found = queue.run("stay", site.id, "", counter_id)["answer"]
    visits: list[Mapping[str, Any]] = json.loads(found.get("ended", "[]"))
    all_of_it = (Ended(each["id"], each["number"], moment(each["at"]) + AMENDABLE, each["told"]) for each in visits)
    fresh = [each for each in all_of_it if moment(found["at"]) < each.until]
    return tuple(each for each in fresh if not each.told or each is fresh[-1])


def kept(queue: LiveQueue, site: Site, ticket_id: str, text: str, counter_id: str = "") -> None:
    """The records hold it; `counter_id`: where somebody told of it. Raises QueueUnreachableError."""
    queue.run("stay_kept", site.id, ticket_id, text, counter_id)


def _left(text: str) -> Left:
    said: Mapping[str, Any] = json.loads(text)
    stay = None if said.get("back") else _stay(said)
    back = said.get("taken_back_at")
    return Left(said["id"], moment(said["ended_at"]), stay, text, None if back is None else moment(back))


def _stay(said: Mapping[str, Any]) -> Stay:
    called, ended = said.get("called_at"), moment(said["ended_at"])
    return Stay(
        ticket=said["id"],
        day=date.fromisoformat(said["day"]),
        need=said["need"],
        language=said["language"],
        counter=said.get("counter") or "",
        wait=None if called is None else moment(called) - moment(said["arrived_at"]),
        serve=None if called is None or "was_alone" in said else ended - moment(called),
        closed_at=ended,
    )
