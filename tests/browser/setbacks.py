"""What happens to a real site and its page: time goes by, a network is slow, records lose a device for a while."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import redis
from playwright.sync_api import Page, Route

from server.embedded import valkey_url
from server.queues.keys import base
from tests.support.api import Client
from tests.support.processes import Demo, until


def let_pass(page: Page, seconds: int) -> None:
    """Turn the page's clock, a second at a time: real requests are answered in between, as they would be."""
    for _ in range(seconds):
        page.clock.run_for(1_000)


def holding(held: list[Route]) -> Callable[[Route], None]:
    """A network that is slow: requests stay on the way until the test lets them through."""

    def hold(route: Route) -> None:
        held.append(route)

    return hold


def age_calls(demo: Demo, site: str, seconds: int) -> None:
    """Make the site's calls so much older, in its live queue itself."""
    queue = redis.Redis.from_url(valkey_url(demo.folder / "queue"), decode_responses=True)
    calls = f"{base(site)}calls"
    for ticket in queue.zrange(calls, 0, -1):
        queue.zincrby(calls, -1_000 * seconds, ticket)
        queue.hincrby(f"{base(site)}ticket:{ticket}", "called_at", -1_000 * seconds)
    queue.close()


@contextmanager
def unknown_device(demo: Demo, site: str, token: str) -> Iterator[None]:
    """The records do not know the device, as with another database mounted by mistake; afterwards they do."""
    device = Client(demo.url, site, token)
    _set_revoked(demo, token, "2026-01-01 00:00:00")
    until(lambda: device.get_site().status_code == 401, "the device is not known")
    yield
    _set_revoked(demo, token, None)


def _set_revoked(demo: Demo, token: str, at: str | None) -> None:
    records = sqlite3.connect(demo.folder / "records" / "accueil.db", timeout=30)
    with records:
        hashed = hashlib.sha256(token.encode()).hexdigest()
        changed = records.execute("UPDATE devices SET revoked_at = ? WHERE token_hash = ?", (at, hashed))
        assert changed.rowcount == 1
    records.close()
