"""The announcements that sites changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import redis

from server.queues import keys
from server.queues.live import LiveQueue


@dataclass(frozen=True, slots=True)
class Change:
    """A site changed; `jobs` says whether there may be something to print. `site` None: everything may have."""

    site: str | None
    jobs: bool


def changes(queue: LiveQueue) -> Iterator[list[Change]]:
    """Announcements, for ever: each time all that came since the last time, so that a burst is one piece of news.

    Each subscription begins with `Change(None, …)`: whatever was announced before it, everything may have changed.
    A lost connection is one more, also where redis-py made the new one by itself. Raises nothing for an unreachable
    queue: it goes on trying, at the pace of the connection's own backoff.
    """
    while True:
        try:
            with queue.client.pubsub() as listening:
                listening.subscribe(keys.CHANNEL)
                for message in listening.listen():
                    yield [*_news(message, listening)]
        except (redis.exceptions.ConnectionError, redis.exceptions.TimeoutError):
            continue


def _news(message: Any, listening: redis.client.PubSub) -> Iterator[Change]:
    """An announcement, and those that are there already."""
    while message is not None:
        if message["type"] == "subscribe":
            yield Change(None, jobs=True)
        elif message["type"] == "message":
            yield _change(message["data"])
        message = listening.get_message(timeout=0)


def _change(text: str) -> Change:
    site, _version, about = text.split(" ")
    return Change(site, jobs=about == "job")
