"""The waiting-room screen: what it shows is true, or it says that it does not know."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.support.api import Client
from tests.support.processes import Demo, descendants, until

ROOM_SITE = "site-3"

WRITE_DOWN_ANNOUNCEMENTS = """() => {
    window.announced = [];
    const seen = new WeakSet();
    new MutationObserver(() => {
        const node = document.querySelector("[data-announcing]");
        if (node && !seen.has(node)) {
            seen.add(node);
            window.announced.push(node.dataset.number);
        }
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
}"""


@pytest.fixture
def desk(demo: Demo) -> Client:
    client = Client(demo.url, ROOM_SITE, demo.token(ROOM_SITE, "counter"))
    while client.call().status_code in {200, 201}:
        pass
    return client


@pytest.fixture
def room(demo: Demo, desk: Client, open_page: Open) -> Page:
    page = open_page(f"{demo.url}/display/{ROOM_SITE}", 1920, 1080)
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
    expect(room.locator(f"[data-announcing][data-number={called[-1]}]")).to_be_visible()
    expect(room.locator("[data-newest]")).to_have_attribute("data-number", called[-1])
    announced = [number for number in room.evaluate("window.announced") if number in called]
    assert announced == called


def test_a_recall_is_announced_as_a_recall(room: Page, desk: Client) -> None:
    desk.issue()
    ticket = desk.call("2").json()
    expect(room.locator("[data-newest]")).to_have_attribute("data-count", "1")
    desk.move(ticket["id"], "recall")
    expect(room.locator("[data-newest]")).to_have_attribute("data-count", "2")
    expect(room.locator("[data-newest]")).to_contain_text("Rappel")


def test_an_old_call_is_not_announced_again_when_the_screen_is_switched_on(
    demo: Demo, desk: Client, open_page: Open
) -> None:
    desk.issue()
    number = desk.call("2").json()["number"]
    page = open_page(f"{demo.url}/display/{ROOM_SITE}", 1920, 1080)
    page.clock.install()
    page.clock.run_for(30_000)
    page.reload()
    expect(page.locator("[data-newest]")).to_have_attribute("data-number", number)


class TestWhenTheServerGoes:
    """On a demo of its own, whose web process is killed."""

    @pytest.fixture
    def breakable(self, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
        running = Demo(tmp_path_factory.mktemp("breakable"))
        yield running
        running.stop()

    def test_it_says_so_and_heals_alone(self, breakable: Demo, open_page: Open) -> None:
        desk = Client(breakable.url, ROOM_SITE, breakable.token(ROOM_SITE, "counter"))
        page = open_page(f"{breakable.url}/display/{ROOM_SITE}", 1920, 1080)
        desk.issue()
        first = desk.call("1").json()["number"]
        expect(page.locator("[data-newest]")).to_have_attribute("data-number", first)

        # The whole demo stops: nobody starts the web process again until we do.
        breakable.stop()
        expect(page.locator("body")).to_have_attribute("data-state", "offline")
        expect(page.locator("body")).to_contain_text("non connecté")
        expect(page.locator(f"[data-newest][data-number={first}]")).to_have_count(0)

        breakable.start()
        expect(page.locator("body")).to_have_attribute("data-state", "live")
        desk.issue()
        second = desk.call("2").json()["number"]
        expect(page.locator("[data-newest]")).to_have_attribute("data-number", second)

    def test_a_killed_web_process_comes_back_and_the_screen_with_it(self, breakable: Demo, open_page: Open) -> None:
        desk = Client(breakable.url, ROOM_SITE, breakable.token(ROOM_SITE, "counter"))
        page = open_page(f"{breakable.url}/display/{ROOM_SITE}", 1920, 1080)
        expect(page.locator("body")).to_have_attribute("data-state", "live")
        for pid in web_processes(breakable):
            os.kill(pid, signal.SIGKILL)
        until(breakable.ready, "the web process is back")
        expect(page.locator("body")).to_have_attribute("data-state", "live")
        desk.issue()
        number = desk.call("2").json()["number"]
        expect(page.locator("[data-newest]")).to_have_attribute("data-number", number)


def web_processes(demo: Demo) -> list[int]:
    """The demo's gunicorn, master and worker."""
    return [pid for pid in descendants(demo.process.pid) if b"gunicorn" in command_of(pid)]


def command_of(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()
