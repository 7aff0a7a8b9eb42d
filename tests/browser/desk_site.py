"""A desk for one test: a site of the demo where nobody waits, with a counter's way to it."""

from __future__ import annotations

import uuid

from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import sign_in, token
from tests.support.api import Client
from tests.support.processes import Demo, until

SITE = "site-6"
COUNTERS = ("1", "2", "3")


def quiet_site(demo: Demo) -> Client:
    """Nobody waits, nobody is in hand or put aside, every counter is open, tickets are given."""
    client = Client(demo.url, SITE, token(demo, SITE, "counter"))
    for counter in COUNTERS:
        switch(client, counter, open_now=True)
    issuing(client, gives=True)
    queue = client.queue().json()
    for row in (*queue["waiting"], *queue["parked"]):
        client.move(row["id"], "expire")
    for row in queue["gone"]:
        if row["state"] == "no_show":
            client.move(row["id"], "expire")
    for counter in queue["counters"]:
        if counter["ticket"]:
            client.move(counter["ticket"]["id"], "complete")
    return client


def switch(client: Client, counter: str, *, open_now: bool) -> None:
    """Open or close a counter, from elsewhere."""
    body = {"request_id": str(uuid.uuid4()), "open": open_now}
    assert client.http.put(f"/sites/{SITE}/counters/{counter}", json=body).is_success


def issuing(client: Client, *, gives: bool) -> None:
    """Stop the kiosk's tickets, or give them again, from elsewhere."""
    body = {"request_id": str(uuid.uuid4()), "issuing": gives}
    assert client.http.put(f"/sites/{SITE}/issuing", json=body).is_success


def at_desk(page: Page) -> Page:
    """Sign in at counter 1, and wait until its buttons and keys work."""
    sign_in(page, SITE, "1")
    page.locator("#desk:not([inert])").wait_for()
    return page


def in_hand(desk: Page, client: Client) -> dict[str, str]:
    """Somebody comes and is called. Their ticket."""
    ticket: dict[str, str] = client.issue().json()
    row(desk, ticket).wait_for()
    desk.locator("#call-next").click()
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", ticket["number"])
    return ticket


def row(desk: Page, ticket: dict[str, str]) -> Locator:
    """Their line in the list of who waits."""
    return desk.locator(f"[data-waiting={ticket['number']}]")


def state(client: Client, ticket: dict[str, str]) -> str:
    """Where a ticket stands."""
    return str(client.ticket(ticket["id"]).json()["state"])


def until_held(page: Page, held: dict[str, Route], which: str) -> None:
    """Let the page's events through until a request is held."""
    until(lambda: page.evaluate("true") and which in held, f"{which} is on its way")
