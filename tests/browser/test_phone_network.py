"""A bad network and an old phone: each request takes three seconds, one in three is lost, no socket can be had."""

from __future__ import annotations

from itertools import count

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open, emptied
from tests.browser.phone_site import HEIGHT, WIDTH, in_state, slow_down
from tests.support.api import Client
from tests.support.processes import Demo

SITE = "site-6"
LATENCY_MS, SLOWER = 3_000, 4
PATIENCE_MS = 90_000


@pytest.fixture
def desk(demo: Demo) -> Client:
    return emptied(demo, SITE)


def lose_one_in_three(phone: Page) -> list[str]:
    """What was lost, as it is lost; the page itself has come."""
    lost: list[str] = []
    parts, truths = count(1), count(3)

    def pass_or_lose(route: Route) -> None:
        if route.request.is_navigation_request():
            route.continue_()
        elif next(truths if "/follow/" in route.request.url else parts) % 3 == 0:
            lost.append(route.request.url)
            route.abort("internetdisconnected")
        else:
            route.continue_()

    phone.route("**/*", pass_or_lose)
    phone.route_web_socket("**/socket.io/**", lambda socket: socket.close())
    return lost


@pytest.mark.timeout(300)  # ninety real seconds may pass before each of three answers
def test_a_bad_line_and_an_old_phone_are_enough(desk: Client, open_page: Open) -> None:
    ticket = desk.issue().json()
    desk.issue()
    phone = open_page("about:blank", WIDTH, HEIGHT)
    slow_down(phone, latency_ms=LATENCY_MS, times=SLOWER)
    lost = lose_one_in_three(phone)
    phone.goto(ticket["follow_url"], wait_until="commit")
    expect(phone.locator("[data-ahead]")).to_have_text("Il n’y a personne avant vous", timeout=PATIENCE_MS)
    assert [url for url in lost if url.endswith(".js")], "a part of the program was lost, and came again"
    # A lost style sheet came again.
    expect(phone.locator("[data-leave]")).to_have_css("border-radius", "16px", timeout=PATIENCE_MS)
    phone.locator("[data-pass]").tap()
    phone.locator("[data-answer='1']").tap()
    expect(phone.locator("[data-ahead]")).to_have_text("1 personne avant vous", timeout=PATIENCE_MS)
    desk.call("2", ticket=ticket["id"])
    expect(phone.locator("main")).to_have_attribute("data-state", "called", timeout=PATIENCE_MS)
    assert [url for url in lost if "/follow/" in url], "truths were lost, too"


def test_a_socket_that_cannot_be_had_is_not_needed(desk: Client, open_page: Open) -> None:
    ticket = desk.issue().json()
    phone = open_page("about:blank", WIDTH, HEIGHT)
    phone.route("**/vendor/socket.io.js", lambda route: route.abort())
    phone.goto(ticket["follow_url"])
    in_state(phone, "waiting")
    desk.call("2")
    in_state(phone, "called")
