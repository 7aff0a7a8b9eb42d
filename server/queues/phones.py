"""Phones that are told of their ticket's call: kept for as long as its follow link, and told once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any, Final

from server.domain.catalogue import Site
from server.domain.phones import PHONES_AT_MOST, Nudge, Subscription
from server.queues import keys
from server.queues.live import LiveQueue
from server.queues.news import announcements

TAKEN_AT_ONCE: Final = 16
"""Calls that one process takes to tell: whatever it took and could not send before it died is lost."""


def keep(queue: LiveQueue, site: Site, secret: str, phone: str, subscription: Subscription) -> None:
    """Tell this phone of the ticket's calls from now on. Once more by the same name: in place of what it gave before.

    Raises UnknownTicketError when the link's day is over, TooManyPhonesError, QueueUnreachableError.
    """
    queue.run("phone", site.id, secret, phone, json.dumps(asdict(subscription)), PHONES_AT_MOST)


def forget(queue: LiveQueue, site: Site, secret: str, phone: str) -> None:
    """Tell it no more; also when nobody knows it. Raises UnknownTicketError, QueueUnreachableError."""
    queue.run("phone", site.id, secret, phone, "", PHONES_AT_MOST)


def take_nudges(queue: LiveQueue, site: Site) -> Iterator[Nudge]:
    """Calls to tell, oldest first; the caller is the only one who gets them. Raises QueueUnreachableError."""
    more = True
    while more:
        found = queue.run("nudges", site.id, TAKEN_AT_ONCE)["answer"]
        yield from (_nudge(row) for row in found["nudges"] or ())
        more = found["more"]


def nudged_sites(queue: LiveQueue) -> Iterator[set[str | None]]:
    """Sites with calls to tell, for ever; None among them when it may be any: see `announcements`."""
    for said in announcements(queue, keys.NUDGES):
        yield set(said)


def _nudge(row: Mapping[str, Any]) -> Nudge:
    return Nudge(
        number=row["number"],
        language=row["language"],
        counter=row["counter"],
        again=row["count"] > 1,
        secret=row["secret"],
        phones={phone: Subscription(**json.loads(kept)) for phone, kept in row["phones"].items()},
    )
