"""A server that was asked too often is left alone by the phone's page, whatever happens on the way."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page, Route, WebSocketRoute, expect

from tests.browser.conftest import Open, emptied
from tests.browser.phone_site import HEIGHT, WIDTH, in_state, stop_clock
from tests.browser.setbacks import holding, let_pass
from tests.support.api import Client
from tests.support.processes import Demo, until

PHONE_SITE = "site-6"
BUSY = {"code": "too_many_requests", "detail": "Trop de demandes."}


def refuse(route: Route) -> None:
    """A server that is asked too often."""
    route.fulfill(status=429, json=BUSY, content_type="application/problem+json")


def open_stopped(phone: Page, address: str, wait_until: Literal["load", "commit"] = "load") -> None:
    """Open the page with its clock stopped: a busy machine takes longer to open it than the page waits to ask again."""
    phone.clock.install()
    stop_clock(phone)
    phone.goto(address, wait_until=wait_until)


def says_busy(phone: Page, asked: list[Route]) -> None:
    """Wait until it has asked, and shows the refusal. The words may be on their way longer than the page waits."""
    until(lambda: phone.clock.run_for(10) is None and len(asked) == 1, "it has asked")
    let_pass(phone, 4)
    # A tick shows them when they are there.
    until(
        lambda: phone.clock.run_for(10) is None and phone.locator("main").get_attribute("data-state") == "busy", "busy"
    )


@pytest.fixture
def desk(demo: Demo) -> Client:
    return emptied(demo, PHONE_SITE)


def test_a_server_that_was_asked_too_often_is_left_alone_for_a_while(desk: Client, open_page: Open) -> None:
    ticket = desk.issue().json()
    phone = open_page("about:blank", WIDTH, HEIGHT)
    asked: list[Route] = []

    def refuse_one(route: Route) -> None:
        asked.append(route)
        if len(asked) == 1:
            refuse(route)
        else:
            route.continue_()

    phone.route("**/api/v1/follow/*", refuse_one)
    open_stopped(phone, ticket["follow_url"])
    says_busy(phone, asked)
    expect(phone.locator("[data-lost]")).to_have_text("Too many requests. The page goes on by itself.")
    let_pass(phone, 10)
    assert len(asked) == 1
    let_pass(phone, 12)
    in_state(phone, "waiting")
    expect(phone.locator("[data-lost]")).to_be_hidden()


def test_nothing_that_happens_on_the_way_asks_a_server_that_wants_to_be_left_alone(
    desk: Client, open_page: Open
) -> None:
    """Neither the end of a slow opening, nor a phone that is looked at again, nor a network that is back."""
    ticket = desk.issue().json()
    phone = open_page("about:blank", WIDTH, HEIGHT)
    asked: list[Route] = []
    late: list[Route] = []

    phone.route("**/api/v1/follow/*", lambda route: (asked.append(route), refuse(route)))
    phone.route("**/start.js?again", holding(late))
    open_stopped(phone, ticket["follow_url"], wait_until="commit")
    says_busy(phone, asked)
    for held in late:
        held.continue_()
    phone.wait_for_load_state("load")
    phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    phone.evaluate("dispatchEvent(new Event('online'))")
    let_pass(phone, 10)
    assert (len(late), len(asked)) == (1, 1)
    let_pass(phone, 12)
    assert len(asked) == 2


def test_a_link_with_too_many_sockets_is_not_asked_for_one_with_every_answer(desk: Client, open_page: Open) -> None:
    ticket = desk.issue().json()
    phone = open_page("about:blank", WIDTH, HEIGHT)
    asked: list[str] = []

    def refuse_socket(socket: WebSocketRoute) -> None:
        def answer(said: str | bytes) -> None:
            if str(said).startswith("40/follow"):
                asked.append(str(said))
                socket.send('44/follow,{"message":"too_many_requests"}')

        socket.on_message(answer)
        socket.send('0{"sid":"s","upgrades":[],"pingInterval":600000,"pingTimeout":600000,"maxPayload":1000000}')

    polled: list[str] = []
    phone.on("request", lambda request: polled.append(request.url) if "/api/v1/follow/" in request.url else None)
    phone.route_web_socket("**/socket.io/**", refuse_socket)
    open_stopped(phone, ticket["follow_url"])
    until(lambda: phone.clock.run_for(10) is None and len(asked) == 1, "it has asked for a socket")
    before = len(polled)
    let_pass(phone, 15)
    in_state(phone, "waiting")
    assert (len(asked), 1 <= len(polled) - before <= 3) == (1, True)
    until(lambda: phone.clock.run_for(1_000) is None and len(asked) == 2, "it asks again later")
