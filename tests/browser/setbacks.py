"""What happens to a real site and its page: time goes by, a network is slow, the reception closes or fills up."""

from __future__ import annotations

import hashlib
import sqlite3
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import redis
from playwright.sync_api import Page, Route, expect

from server.demo_folder import demo_settings
from server.embedded import valkey_url
from server.queues.keys import base
from server.records.store import Store
from server.records.tables import Base, NeedRow, PriorityRow, SiteRow
from tests.browser.conftest import token
from tests.support.api import Client
from tests.support.processes import Demo, until

DAY_AND_NIGHT = {day: ["00:00-00:00"] for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday")}
DAY_AND_NIGHT["sunday"] = ["00:00-00:00"]
LONGER_THAN_A_DAY_MIN = 26 * 60


def let_pass(page: Page, seconds: int) -> None:
    """Turn the page's clock, a second at a time: real requests are answered in between, as they would be."""
    for _ in range(seconds):
        page.clock.run_for(1_000)


def tap_although_full(page: Page, need: str) -> None:
    """Tap a tile that is not to be chosen. Playwright has to be told that it is meant, and then waits for nothing."""
    tile = page.locator(f"[data-need={need}][aria-disabled=true]")
    tile.wait_for()
    expect(page.locator("body")).not_to_have_attribute("data-fresh", "")
    tile.tap(force=True)


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
        queue.hincrby(f"{base(site)}ticket:{ticket}", "called_at", -1_000 * seconds)
    queue.close()


def forget_calls(demo: Demo, site: str) -> None:
    """Nobody was called yet."""
    queue = redis.Redis.from_url(valkey_url(demo.folder / "queue"))
    queue.delete(f"{base(site)}calls")
    queue.close()


def end_for(demo: Demo, site: str, ticket: str) -> None:
    """Write into a ticket that waits what the end of its day writes there; no day ends while a test runs."""
    queue = redis.Redis.from_url(valkey_url(demo.folder / "queue"), decode_responses=True)
    waiting = f"{base(site)}waiting:{queue.hget(f'{base(site)}ticket:{ticket}', 'line')}"
    assert queue.zrem(waiting, ticket) == 1
    queue.hset(f"{base(site)}ticket:{ticket}", "state", "expired")
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


@contextmanager
def last_tickets(demo: Demo, site: str) -> Iterator[None]:
    """Shortly before a closing, whatever the time is: desks go on, the kiosk gives no more tickets."""
    hours = {"weekly": DAY_AND_NIGHT, "last_tickets_min": LONGER_THAN_A_DAY_MIN}
    with _catalogue(demo, site, lambda told: told["phase"] == "last_tickets", {(SiteRow, site): hours}):
        yield


@contextmanager
def closed(demo: Demo, site: str) -> Iterator[None]:
    """A day without an opening."""
    with _catalogue(demo, site, lambda told: told["phase"] == "closed", {(SiteRow, site): {"weekly": {}}}):
        yield


@contextmanager
def full(demo: Demo, site: str, need: str, limit: int) -> Iterator[None]:
    """The site lets so many people wait for a need; so many must wait already."""

    def is_full(told: dict[str, Any]) -> bool:
        return any(each["id"] == need and each["full"] for each in told["needs"])

    with _catalogue(demo, site, is_full, {(NeedRow, (site, need)): {"limit": limit}}):
        yield


@contextmanager
def kiosk_asks(demo: Demo, site: str, *priorities: str) -> Iterator[None]:
    """The site has its kiosk ask for these priorities."""

    def is_asked(told: dict[str, Any]) -> bool:
        return all(each["kiosk"] for each in told["priorities"] if each["id"] in priorities)

    with _catalogue(demo, site, is_asked, {(PriorityRow, (site, each)): {"kiosk": True} for each in priorities}):
        yield


@contextmanager
def stopped(desk: Client, texts: Mapping[str, str] | None = None) -> Iterator[None]:
    """A mediator has stopped the tickets, in words of their own or without."""
    _put_issuing(desk, issuing=False, **({"texts": texts} if texts else {}))
    try:
        yield
    finally:
        _put_issuing(desk, issuing=True)


def _put_issuing(desk: Client, **asked: Any) -> None:
    answer = desk.http.put(f"/sites/{desk.site}/issuing", json={"request_id": str(uuid.uuid4()), **asked})
    assert answer.status_code == 200, answer.text


@contextmanager
def _catalogue(
    demo: Demo,
    site: str,
    is_seen: Callable[[dict[str, Any]], bool],
    changes: Mapping[tuple[type[Base], Any], Mapping[str, Any]],
) -> Iterator[None]:
    """Rows of the records with other values, until the server has seen them; afterwards as they were."""
    kiosk = Client(demo.url, site, token(demo, site, "kiosk"))
    store = Store(demo_settings(demo.folder).database_url)
    before = _written(store, changes)
    until(lambda: is_seen(kiosk.get_site().json()), "the server knows the change")
    try:
        yield
    finally:
        _written(store, before)
    until(lambda: not is_seen(kiosk.get_site().json()), "the server knows that it was taken back")


def _written(
    store: Store, changes: Mapping[tuple[type[Base], Any], Mapping[str, Any]]
) -> dict[tuple[type[Base], Any], dict[str, Any]]:
    """Write values into rows. Gives what stood there."""
    before = {}
    with store.session() as session:
        for (table, key), values in changes.items():
            row = session.get_one(table, key)
            before[table, key] = {name: getattr(row, name) for name in values}
            for name, value in values.items():
                setattr(row, name, value)
    return before
