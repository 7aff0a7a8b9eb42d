"""Many calls: each is shown and said once, in their order; a screen that has shown a day's is as it was.

The page is the product's own, but for how long it shows and rings, and how often it looks at its clock.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open
from tests.browser.hall import COUNTERS, SCREEN, SITE, Hall
from tests.browser.room_voice import call_of, heard, one_at_a_time, said, stand_in
from tests.browser.setbacks import holding
from tests.browser.waiting_room import WRITE_DOWN_ANNOUNCEMENTS
from tests.support.processes import until

BURST = 200
DAY = 2_000
WARM_UP = 200
LAYOUTS_A_CALL = 15
"""How often a browser may work out where everything stands: the two scenes of a call take six; to measure the site's
messages again with each would take forty more."""
AT_WORK = [str(counter) for counter in range(1, COUNTERS + 1)]


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    opened = Hall(tmp_path_factory.mktemp("hall"))
    for name, was, is_now in (
        ("board.js", "const SHOW_MS = 6_000;", "const SHOW_MS = 1;"),
        ("board.js", "const SHOW_IN_HASTE_MS = 4_000;", "const SHOW_IN_HASTE_MS = 1;"),
        ("voice.js", "const READ_MS = 3_000;", "const READ_MS = 1;"),
        ("voice.js", "const READ_IN_HASTE_MS = 2_000;", "const READ_IN_HASTE_MS = 1;"),
        ("chime.js", "const APART_S = 0.45;", "const APART_S = 0.001;"),
        ("chime.js", "const RING_S = 1;", "const RING_S = 0.001;"),
        ("app.js", "const TICK_MS = 250;", "const TICK_MS = 1;"),
    ):
        opened.edit(f"room/{name}", was, is_now)
    yield opened
    opened.stop()


@pytest.fixture
def room(hall: Hall, open_page: Open) -> Page:
    """A screen on a day on which nobody was called yet."""
    hall.queue.client.flushall()
    page = open_page(f"{hall.front.url}/display/{SITE}/{SCREEN}#token={hall.token}", 1920, 1080)
    expect(page.locator("body")).to_have_attribute("data-state", "live")
    return page


@pytest.fixture
def loud(hall: Hall, open_page: Open) -> Page:
    """On such a day, a screen that is heard: the one for the whole site."""
    hall.queue.client.flushall()
    page = open_page("about:blank", 1920, 1080)
    stand_in(page, lasts_s=0.001)
    page.goto(f"{hall.front.url}/display/{SITE}#token={hall.token}")
    expect(page.locator("body")).to_have_attribute("data-state", "live")
    expect(page.locator("body")).to_have_attribute("data-sound", "on")
    return page


def test_two_hundred_calls_from_twelve_counters_are_each_shown_once_in_their_order(hall: Hall, room: Page) -> None:
    room.evaluate(WRITE_DOWN_ANNOUNCEMENTS)
    in_order = call_many(hall)
    until(lambda: announced(room) >= BURST, "all were announced")
    assert room.evaluate("window.announced") == [call["number"] for call in in_order]
    assert hall.is_same(room)


def test_two_hundred_calls_from_twelve_counters_are_each_said_once_in_their_order(hall: Hall, loud: Page) -> None:
    in_order = call_many(hall)
    until(lambda: int(loud.evaluate("room.ended")) >= 2 * BURST, "each had its chime and its sentence")
    assert said(loud) == [call_of("fr", call["number"], call["counter"]) for call in in_order]
    # What was said stood on the screen.
    assert [each.number for each in heard(loud)] == [call["number"] for call in in_order]
    one_at_a_time(loud)


def call_many(hall: Hall) -> list[dict[str, Any]]:
    """A burst, from all counters at once. The calls in the order in which the server made them."""
    for _ in range(BURST):
        hall.let_wait()
    with ThreadPoolExecutor(COUNTERS) as counters:
        called = set(counters.map(hall.call, islice(cycle(AT_WORK), BURST)))
    assert len(called) == BURST
    in_order: list[dict[str, Any]] = hall.desk.http.get(f"/sites/{SITE}/calls", params={"after": 0}).json()["calls"]
    assert {call["number"] for call in in_order} == called
    return in_order


def test_what_fell_between_two_boards_is_shown_before_what_comes_while_it_is_asked_for(hall: Hall, room: Page) -> None:
    frames: list[str] = []
    room.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(str(frame))))
    room.reload()
    expect(room.locator("body")).to_have_attribute("data-state", "live")
    room.evaluate(WRITE_DOWN_ANNOUNCEMENTS)
    held: list[Route] = []
    room.route("**/calls?*", holding(held))
    called = []
    # While the web process stands still, more is called than a board holds.
    os.killpg(hall.web.process.pid, signal.SIGSTOP)
    for counter in AT_WORK:
        hall.let_wait()
        called.append(hall.call(counter))
    with room.expect_request("**/calls?*"):
        os.killpg(hall.web.process.pid, signal.SIGCONT)
    hall.let_wait()
    called.append(hall.call("1"))
    until(lambda: was_told(room, frames, called[-1]), "the page has heard the last call")
    for route in held:
        route.continue_()
    room.unroute_all()
    until(lambda: announced(room) >= len(called), "all were announced")
    assert room.evaluate("window.announced") == called


def was_told(room: Page, frames: list[str], number: str) -> bool:
    """Whether the screen's socket has brought a board with that number."""
    room.evaluate("1")  # what happened in the browser is told with its answers
    return any(f'"number":"{number}"' in frame for frame in frames)


@pytest.mark.timeout(300)  # two thousand announcements, each drawn and measured
def test_a_screen_that_has_shown_the_calls_of_a_day_is_no_heavier_than_in_the_morning(hall: Hall, room: Page) -> None:
    show(hall, room, WARM_UP)
    morning = weight(room)
    show(hall, room, DAY - WARM_UP)
    evening = weight(room)
    assert announced(room) == DAY
    assert evening["Nodes"] <= morning["Nodes"] + 50
    assert evening["JSEventListeners"] <= morning["JSEventListeners"] + 5
    assert evening["LayoutCount"] <= morning["LayoutCount"] + LAYOUTS_A_CALL * (DAY - WARM_UP)
    # What is remembered of calls is full after the first 240; a thousandth of a leak of each call would show.
    assert evening["JSHeapUsedSize"] <= morning["JSHeapUsedSize"] + 500_000


def show(hall: Hall, room: Page, calls: int) -> None:
    """Call so many, one after the other, and see them all announced."""
    wanted = announced(room) + calls
    for counter in islice(cycle(AT_WORK), calls):
        hall.let_wait()
        hall.call(counter)
    expect(room.locator("body")).to_have_attribute("data-announced", str(wanted), timeout=240_000)


def announced(room: Page) -> int:
    return int(room.locator("body").get_attribute("data-announced") or 0)


def weight(room: Page) -> dict[str, Any]:
    """What the page holds once the collector has been: nodes, listeners, bytes; and what it has worked out so far."""
    browser = room.context.new_cdp_session(room)
    browser.send("Performance.enable")
    browser.send("HeapProfiler.collectGarbage")
    found = {each["name"]: each["value"] for each in browser.send("Performance.getMetrics")["metrics"]}
    browser.detach()
    return found
