"""How long it will be: what the server foresees, in words on the ticket's screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open, emptied, take_ticket
from tests.support.api import Client
from tests.support.processes import Demo

SITE = "site-6"
ISSUED = "**/api/v1/sites/*/tickets*"
READ = "**/api/v1/sites/*/tickets/*"


@pytest.fixture
def desk(demo: Demo) -> Client:
    return emptied(demo, SITE)


@pytest.fixture
def kiosk(demo: Demo, desk: Client, open_page: Open) -> Page:
    page = open_page(f"{demo.url}/kiosk/{SITE}")
    page.locator("[data-language=fr]").wait_for()
    return page


def foresee(page: Page, wait: dict[str, int] | None) -> None:
    """From now on every ticket is told this wait."""

    def retold(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, json=answer.json() | {"wait": wait})

    page.route(ISSUED, retold)
    page.route(READ, retold)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (10, 20, "environ 10\u00a0à\u00a020 minutes"),
        (0, 15, "moins de 15 minutes"),
        (10, 10, "environ 10 minutes"),
        (60, 90, "environ 60\u00a0à\u00a090 minutes"),
    ],
)
def test_the_wait_is_told_in_minutes(kiosk: Page, low: int, high: int, words: str) -> None:
    foresee(kiosk, {"low_min": low, "high_min": high})
    take_ticket(kiosk, "fr", "papiers")
    expect(kiosk.locator(".wait")).to_have_text(words)
    expect(kiosk.locator(".wait")).to_have_attribute("data-say", "")


def test_a_wait_that_nobody_knows_is_not_spoken_of(kiosk: Page) -> None:
    foresee(kiosk, None)
    take_ticket(kiosk, "fr", "papiers")
    expect(kiosk.locator(".ahead")).to_be_visible()
    expect(kiosk.locator(".wait")).to_have_count(0)


def test_what_the_counters_did_lately_becomes_words_on_the_kiosk(kiosk: Page, desk: Client) -> None:
    """The whole road: three visits that were over at once, and a counter that has just been free."""
    for _ in range(3):
        desk.issue()
        visitor = desk.call("1").json()
        desk.move(visitor["id"], "complete")
    take_ticket(kiosk, "fr", "papiers")
    expect(kiosk.locator(".wait")).to_have_text("moins de 5 minutes")
