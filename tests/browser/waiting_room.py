"""A waiting-room screen under test: its site, its times, and what happens on it when somebody is called."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open
from tests.browser.room_voice import stand_in
from tests.browser.setbacks import let_pass
from tests.support.api import Client
from tests.support.languages import LANGUAGES
from tests.support.processes import Demo

ROOM_SITE = "site-3"

# Older than what a screen that is switched on still announces, and what an announcement fills the screen for.
OLD_S = 25
SHOWN_S = 6

# How long two languages stand beside French before it is the next ones' turn.
TURN_S = 8

# The words that lie outside the screen.
OUTSIDE = """() => [...document.querySelectorAll(".top *, main *")]
    .filter((part) => part.offsetParent && !part.children.length && part.textContent.trim() && !part.closest(".spoken"))
    .map((part) => [part.textContent.trim(), part.getBoundingClientRect()])
    .filter(([, at]) => at.left < 0 || at.top < 0 || at.right > innerWidth + 1 || at.bottom > innerHeight + 1)
    .map(([words]) => words)"""

WRITE_DOWN_ANNOUNCEMENTS = """() => {
    window.announced = [];
    // By its count, not by its node: a screen that was away for a moment draws the same announcement again.
    const seen = new Set();
    new MutationObserver(() => {
        const node = document.querySelector("[data-announcing]");
        if (node && !seen.has(document.body.dataset.announced)) {
            seen.add(document.body.dataset.announced);
            window.announced.push(node.dataset.number);
        }
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
}"""


def screen(
    demo: Demo,
    open_page: Open,
    setting_up: str = "",
    size: tuple[int, int] = (1920, 1080),
    languages: Sequence[str] = LANGUAGES,
) -> Page:
    """A screen on whose clock time may pass faster; the server's pushes come when they come. It is heard at once."""
    page = open_page("about:blank", *size)
    stand_in(page)
    page.clock.install()

    def narrow(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, json=answer.json() | {"languages": list(languages)})

    if languages != LANGUAGES:
        page.route(f"**/api/v1/sites/{ROOM_SITE}", narrow)
    page.goto(f"{demo.url}/display/{ROOM_SITE}{setting_up}")
    return page


def call_and_see(page: Page, desk: Client) -> str:
    """Call somebody, and see it announced and then stand as the newest call."""
    desk.issue()
    number = str(desk.call("2").json()["number"])
    expect(page.locator(f"[data-announcing][data-number={number}]")).to_be_visible()
    let_pass(page, SHOWN_S)
    expect(page.locator("[data-newest]")).to_have_attribute("data-number", number)
    return number
