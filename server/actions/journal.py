"""Holds a site's journal against its live queue, through the checker that shares no code with the queue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from server.actions.house import House
from server.checker import Live, LiveTicket, Report, check
from server.domain.catalogue import Site
from server.queues.journal import entries, inside


def check_journal(house: House, site: Site) -> Report:
    """Replay the journal up to this moment and say where a promise was broken. Raises QueueUnreachableError.

    Safe on a live system: who lives is read in one step, the journal beside the work that goes on.
    """
    found = inside(house.queue, site)
    return check(entries(house.queue, site, found["last"]), _live(found))


def _live(found: Mapping[str, Any]) -> Live:
    return Live(
        version=found["version"],
        tickets={
            row["id"]: LiveTicket(
                number=row["number"],
                state=row["state"],
                need=row["need"],
                line=row["line"],
                place=int(row["place"]),
                counter=row.get("counter") or "",
            )
            for row in found["tickets"] or ()
        },
        lines={row["line"]: row["ids"] or () for row in found["lines"] or ()},
        hands={row["counter"]: row["id"] for row in found["hands"] or ()},
        numbers={row["number"]: row["id"] for row in found["numbers"] or ()},
        seats={row["counter"]: row["person"] for row in found["seats"] or ()},
    )
