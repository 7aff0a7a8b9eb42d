"""No press on the desk is lost: its buttons can be pressed once they work, and none is replaced under a finger."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open
from tests.browser.desk_site import at_desk, quiet_site, row, until_held
from tests.browser.setbacks import holding
from tests.support.api import Client
from tests.support.processes import Demo, until


@pytest.fixture
def visitors(demo: Demo) -> Client:
    return quiet_site(demo)


@pytest.fixture
def desk(demo: Demo, visitors: Client, open_page: Open) -> Page:
    return at_desk(open_page(f"{demo.url}/staff/", 1366, 768))


def open_needs(desk: Page) -> None:
    desk.locator("#needs-served").click()
    expect(desk.locator("#sheet")).to_be_visible()


def test_it_takes_neither_a_finger_nor_a_key_before_its_buttons_have_got_their_work(desk: Page) -> None:
    # Told first of all, before htmx: it gives the buttons their work at this very word.
    desk.add_init_script(
        """document.addEventListener("DOMContentLoaded", () => {
            window.tookFinger = !document.querySelector("#desk").inert;
            const key = new KeyboardEvent("keydown", { key: "d", bubbles: true, cancelable: true });
            window.tookKey = !document.body.dispatchEvent(key);
        });"""
    )
    desk.reload()
    assert desk.evaluate("[window.tookFinger, window.tookKey]") == [False, False]
    open_needs(desk)


def test_it_waits_for_nothing_that_is_beside_it(desk: Page) -> None:
    held: list[Route] = []
    desk.route("**/gaps.js", holding(held))
    desk.reload(wait_until="commit")
    open_needs(desk)
    held.pop().continue_()


def test_a_drawing_that_was_asked_for_before_a_press_takes_no_button_from_under_it(
    desk: Page, visitors: Client
) -> None:
    held: dict[str, Route] = {}
    desk.route("**/now*", lambda route: held.update(now=route))
    ticket = visitors.issue().json()  # the page asks for itself …
    until_held(desk, held, "now")
    desk.locator("#needs-served").hover()
    desk.mouse.down()  # … and somebody presses before it has an answer
    desk.evaluate(
        "document.body.addEventListener('htmx:afterRequest', () => { window.isAnswered = true; }, { once: true })"
    )
    held.pop("now").continue_()
    desk.unroute_all()
    until(lambda: bool(desk.evaluate("window.isAnswered")), "it has an answer")
    desk.mouse.up()
    expect(desk.locator("#sheet")).to_be_visible()
    # It is drawn as soon as the press is over.
    expect(row(desk, ticket)).to_have_count(1)


def test_a_drawing_that_comes_while_a_sheet_is_fetched_does_not_lose_the_sheet(desk: Page, visitors: Client) -> None:
    held: dict[str, Route] = {}
    desk.route("**/needs", lambda route: held.update(needs=route))
    desk.locator("#needs-served").click()
    until_held(desk, held, "needs")
    row(desk, visitors.issue().json()).wait_for()
    held["needs"].continue_()
    expect(desk.locator("#sheet")).to_be_visible()
