"""The waiting-room screen: what it shows is true, or it says that it does not know."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, emptied
from tests.browser.setbacks import age_calls, let_pass, unknown_device
from tests.browser.waiting_room import OLD_S, ROOM_SITE, SHOWN_S, WRITE_DOWN_ANNOUNCEMENTS, call_and_see, screen
from tests.support.api import Client
from tests.support.processes import Demo, descendants, until


@pytest.fixture
def desk(demo: Demo) -> Client:
    client = emptied(demo, ROOM_SITE)
    age_calls(demo, ROOM_SITE, OLD_S)
    return client


@pytest.fixture
def room(demo: Demo, desk: Client, open_page: Open) -> Page:
    page = screen(demo, open_page)
    expect(page.locator("body")).to_have_attribute("data-state", "live")
    return page


def test_it_shows_how_many_wait_as_they_come(room: Page, desk: Client) -> None:
    desk.issue()
    expect(room.locator("[data-waiting]")).to_have_attribute("data-waiting", "1")
    desk.issue("energie")
    expect(room.locator("[data-waiting]")).to_have_attribute("data-waiting", "2")


def test_calls_at_the_same_moment_are_announced_one_after_the_other(room: Page, desk: Client) -> None:
    room.evaluate(WRITE_DOWN_ANNOUNCEMENTS)
    called = []
    for counter in ("1", "2", "3"):
        desk.issue()
        called.append(desk.call(counter).json()["number"])
    expect(room.locator(f"[data-announcing][data-number={called[0]}]")).to_be_visible()
    let_pass(room, SHOWN_S * len(called))
    expect(room.locator("[data-newest]")).to_have_attribute("data-number", called[-1])
    assert room.evaluate("window.announced") == called


def test_a_recall_is_announced_as_a_recall(room: Page, desk: Client) -> None:
    desk.issue()
    ticket = desk.call("2").json()
    expect(room.locator("[data-announcing]")).to_have_attribute("data-count", "1")
    let_pass(room, SHOWN_S)
    desk.move(ticket["id"], "recall")
    expect(room.locator("[data-announcing]")).to_have_attribute("data-count", "2")
    expect(room.locator("[data-announcing]")).to_contain_text("Rappel")
    let_pass(room, SHOWN_S)
    expect(room.locator("[data-newest]")).to_have_attribute("data-count", "2")
    expect(room.locator("[data-newest]")).to_contain_text("Rappel")


def test_a_call_that_was_taken_back_is_told_no_more_and_nothing_is_said_of_it(room: Page, desk: Client) -> None:
    room.evaluate(WRITE_DOWN_ANNOUNCEMENTS)
    tickets = []
    for counter in ("1", "2"):
        desk.issue()
        tickets.append(desk.call(counter).json())
    first, second = (ticket["number"] for ticket in tickets)
    expect(room.locator(f"[data-announcing][data-number={first}]")).to_be_visible()
    # The second call has not had its turn; the first one fills the screen.
    for ticket in reversed(tickets):
        desk.move(ticket["id"], "transfer", to_counter="3")
    expect(room.locator(f"[data-number={first}], [data-number={second}]")).to_have_count(0)
    desk.call("3")
    let_pass(room, SHOWN_S)
    expect(room.locator("[data-newest]")).to_have_attribute("data-counter", "3")
    assert room.evaluate("window.announced") == [first, first]
    assert desk.queue().json()["waiting"][0]["number"] == second


def test_a_call_pushed_off_the_board_by_newer_ones_is_still_announced(room: Page, desk: Client) -> None:
    room.evaluate(WRITE_DOWN_ANNOUNCEMENTS)
    called = []
    for _ in range(8):
        desk.issue()
        called.append(desk.call("1").json()["number"])

    def last_is_announced() -> bool:
        let_pass(room, 1)
        return called[-1] in room.evaluate("window.announced")

    until(last_is_announced, "the last of them is announced")
    assert room.evaluate("window.announced") == called


def test_an_old_call_is_not_announced_again_when_the_screen_is_switched_on(
    demo: Demo, desk: Client, open_page: Open
) -> None:
    desk.issue()
    number = desk.call("2").json()["number"]
    age_calls(demo, ROOM_SITE, OLD_S)
    page = open_page(f"{demo.url}/display/{ROOM_SITE}", 1920, 1080)
    expect(page.locator("[data-newest]")).to_have_attribute("data-number", number)
    expect(page.locator("body")).to_have_attribute("data-announced", "0")


def test_a_call_just_made_is_announced_when_the_screen_is_switched_on(
    demo: Demo, desk: Client, open_page: Open
) -> None:
    desk.issue()
    number = desk.call("2").json()["number"]
    page = open_page(f"{demo.url}/display/{ROOM_SITE}", 1920, 1080)
    expect(page.locator("[data-announcing]")).to_have_attribute("data-number", number)
    expect(page.locator("body")).to_have_attribute("data-announced", "1")


def test_a_screen_that_is_not_known_for_a_while_says_so_and_comes_back(demo: Demo, open_page: Open) -> None:
    token = demo.token(ROOM_SITE, "display")
    page = screen(demo, open_page, f"#token={token}")
    expect(page.locator("body")).to_have_attribute("data-state", "live")
    page.route("**/api/v1/demo/tokens", lambda route: route.fulfill(status=404, json={"code": "not_found"}))
    with unknown_device(demo, ROOM_SITE, token):
        page.reload()
        let_pass(page, 6)
        expect(page.locator("body")).to_have_attribute("data-state", "offline")
        expect(page.locator("body")).to_contain_text("L’écran n’est pas reconnu")
    expect(page.locator("body")).to_have_attribute("data-state", "live")


@pytest.fixture(scope="module")
def breakable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """A demo that tests may break, as long as they mend it."""
    running = Demo(tmp_path_factory.mktemp("breakable"))
    yield running
    running.kill()


class TestWhenTheServerGoes:
    """On a demo of its own, whose web process is killed."""

    def test_it_says_so_and_heals_alone(self, breakable: Demo, open_page: Open) -> None:
        desk = emptied(breakable, ROOM_SITE)
        page = screen(breakable, open_page)
        expect(page.locator("body")).to_have_attribute("data-state", "live")
        first = call_and_see(page, desk)

        # The whole demo stops: nobody starts the web process again until we do.
        breakable.stop()
        let_pass(page, 61)
        expect(page.locator("body")).to_have_attribute("data-state", "offline")
        expect(page.locator("body")).to_contain_text("non connecté")
        expect(page.locator(f"[data-newest][data-number={first}]")).to_have_count(0)

        breakable.start()
        expect(page.locator("body")).to_have_attribute("data-state", "live")
        call_and_see(page, desk)

    def test_a_killed_web_process_comes_back_and_the_screen_with_it(self, breakable: Demo, open_page: Open) -> None:
        desk = emptied(breakable, ROOM_SITE)
        age_calls(breakable, ROOM_SITE, OLD_S)
        page = screen(breakable, open_page)
        expect(page.locator("body")).to_have_attribute("data-state", "live")
        for pid in web_processes(breakable):
            os.kill(pid, signal.SIGKILL)
        until(breakable.ready, "the web process is back")
        expect(page.locator("body")).to_have_attribute("data-state", "live")
        call_and_see(page, desk)


def web_processes(demo: Demo) -> list[int]:
    """The demo's gunicorn, master and worker."""
    return [pid for pid in descendants(demo.process.pid) if b"gunicorn" in command_of(pid)]


def command_of(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()
