"""The announcements that sites changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import redis

from server.queues import keys
from server.queues.live import LiveQueue

SETUP: Final = "setup"


@dataclass(frozen=True, slots=True)
class Change:
    """A site changed. `site` None: everything may have.

    jobs        whether there may be something to print
    about_site  whether what it says of itself may be otherwise: its settings, its door, its counters
    setup       whether it is set up otherwise: what was read of it in the records is old
    """

    site: str | None
    jobs: bool
    about_site: bool = False
    setup: bool = False


def changes(queue: LiveQueue) -> Iterator[list[Change]]:
    """Announcements of changes, for ever: each time all that came since the last time, so that a burst is one piece."""
    for said in announcements(queue, keys.CHANNEL):
        yield [Change(None, jobs=True, about_site=True, setup=True) if text is None else _change(text) for text in said]


def announce_setup(queue: LiveQueue, site_id: str) -> None:
    """Say that a site was set up otherwise. The queue did not change by it: there is no new version, and no entry.

    Raises QueueUnreachableError.
    """
    queue.announce(f"{site_id} 0 {SETUP}")


def announcements(queue: LiveQueue, channel: str) -> Iterator[list[str | None]]:
    """What is said on a channel, for ever: each time all that came since the last time.

    Each subscription begins with None: whatever was said before it, it may have been anything. A lost connection is one
    more, also where redis-py made the new one by itself. Raises nothing for an unreachable queue: it goes on trying, at
    the pace of the connection's own backoff.
    """
    while True:
        try:
            with queue.client.pubsub() as listening:
                listening.subscribe(channel)
                for message in listening.listen():
                    yield [*_said(message, listening)]
        except (redis.exceptions.ConnectionError, redis.exceptions.TimeoutError):
            continue


def _said(message: Any, listening: redis.client.PubSub) -> Iterator[str | None]:
    """An announcement, and those that are there already."""
    while message is not None:
        if message["type"] == "subscribe":
            yield None
        elif message["type"] == "message":
            yield str(message["data"])
        message = listening.get_message(timeout=0)


def _change(text: str) -> Change:
    site, _version, about = text.split(" ")
    return Change(site, jobs=about == "job", about_site=about in {"site", SETUP}, setup=about == SETUP)
