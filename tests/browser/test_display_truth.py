"""The screen tells the truth, or that it does not know: whatever broke, two seconds later it holds what the server has.

Time is the screen's own clock, which the tests turn: a cut of a minute takes a second. What is cut, killed and answered
is real.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import LocatorAssertions, Page, WebSocket, expect

from server.domain.people import Role
from tests.browser.conftest import Open, emptied
from tests.browser.hall import SCREEN, SITE, STEP_MS, Hall, pass_time, soon
from tests.browser.setbacks import unknown_device
from tests.browser.waiting_room import ROOM_SITE, call_and_see, screen
from tests.support.front import Front
from tests.support.processes import Demo, until

ACCEPTED = "40/board,"
"""So begins the frame with which Socket.IO's server takes a client in."""
TOKEN = f"() => localStorage.getItem('accueil.display.{ROOM_SITE}')"

Cut = Callable[[Front], AbstractContextManager[None]]


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """A waiting room that tests may break, as long as they mend it."""
    opened = Hall(tmp_path_factory.mktemp("hall"))
    yield opened
    opened.stop()


@pytest.fixture
def room(hall: Hall, open_page: Open) -> Page:
    return hall.screen(open_page)


@pytest.fixture
def joined(hall: Hall, open_page: Open) -> Page:
    """A screen whose line to the server stands: one that is still being made is not given up for another."""
    lines: list[WebSocket] = []
    accepted: set[WebSocket] = set()

    def heard(line: WebSocket, frame: str | bytes) -> None:
        if str(frame).startswith(ACCEPTED):
            accepted.add(line)

    def listen(line: WebSocket) -> None:
        lines.append(line)
        line.on("framereceived", lambda frame: heard(line, frame))

    def listened_to(url: str, width: int, height: int) -> Page:
        page = open_page(url, width, height)
        page.on("websocket", listen)
        return page

    def stands() -> bool:
        # Only while the page is asked something does the test hear of its lines.
        return bool(room.evaluate("true")) and lines[-1] in accepted

    def stands_soon() -> bool:
        room.clock.run_for(STEP_MS)
        return soon(stands)

    room = hall.screen(listened_to)
    until(stands_soon, "the line stands")
    return room


def body(page: Page) -> LocatorAssertions:
    return expect(page.locator("body"))


@pytest.mark.parametrize("seconds", [1, 5, 20, 60])
@pytest.mark.parametrize("cut", [Front.gone, Front.silent], ids=["refused", "silent"])
def test_a_link_that_was_cut(hall: Hall, room: Page, cut: Cut, seconds: int) -> None:
    with cut(hall.front):
        hall.let_wait()
        pass_time(room, seconds)
        assert not hall.is_same(room)
    hall.converges(room)


def test_a_server_that_was_killed_and_started_again(hall: Hall, room: Page) -> None:
    hall.web.kill()
    hall.let_wait()
    pass_time(room, 10)
    hall.web.start()
    hall.converges(room)


def test_a_queue_that_was_killed_and_started_again(hall: Hall, room: Page) -> None:
    hall.queue.kill()
    pass_time(room, 10)
    hall.queue.start()
    hall.let_wait()
    hall.converges(room)


def test_a_proxy_that_answers_for_a_server_that_is_away(hall: Hall, room: Page) -> None:
    with hall.front.bad_gateway():
        hall.let_wait()
        pass_time(room, 20)
    hall.converges(room)


def test_a_laptop_that_slept(hall: Hall, room: Page) -> None:
    with hall.front.silent():
        hall.let_wait()
        # The lid is shut: timers that were due meanwhile run once.
        room.clock.fast_forward("08:00:00")
        body(room).to_have_attribute("data-state", "offline")
        expect(room.locator("[data-number]")).to_have_count(0)
    hall.converges(room)


def test_a_page_that_the_browser_had_frozen(hall: Hall, room: Page) -> None:
    browser = room.context.new_cdp_session(room)
    browser.send("Page.setWebLifecycleState", {"state": "frozen"})
    with hall.front.silent():
        hall.let_wait()
    browser.send("Page.setWebLifecycleState", {"state": "active"})
    hall.converges(room)


@pytest.mark.parametrize(
    "told", ["() => dispatchEvent(new Event('online'))", "() => document.dispatchEvent(new Event('resume'))"]
)
def test_a_page_that_hears_that_it_may_work_again_asks_at_once(joined: Page, told: str) -> None:
    with joined.expect_request("**/board?*"), joined.expect_websocket():
        joined.evaluate(told)
        joined.clock.run_for(1)


def test_after_a_nap_too_short_to_have_missed_anything_it_asks_at_once(joined: Page) -> None:
    with joined.expect_request("**/board?*"), joined.expect_websocket():
        joined.clock.fast_forward(5_000)


def test_a_network_in_which_no_socket_can_be_had(hall: Hall, open_page: Open) -> None:
    page = open_page("about:blank", 1920, 1080)
    page.route_web_socket("**/*", lambda socket: socket.close())
    page.clock.install()
    page.goto(f"{hall.front.url}/display/{SITE}/{SCREEN}#token={hall.token}")
    body(page).to_have_attribute("data-state", "live")
    hall.let_wait()
    hall.converges(page)


def test_a_screen_that_is_known_no_longer_is_let_go_says_so_and_goes_on_with_another_token(
    hall: Hall, open_page: Open
) -> None:
    token, other = (hall.house.devices.create(SITE, Role.DISPLAY) for _ in range(2))
    room = hall.screen(open_page, token)
    device = hall.house.devices.recognise(token)
    assert device is not None
    hall.house.devices.revoke(device.id)
    until(lambda: is_offline(room), "the screen is let go")
    body(room).to_contain_text("L’écran n’est pas reconnu")
    room.evaluate("token => { location.hash = `token=${token}`; }", other)
    hall.let_wait()
    hall.converges(room)


def test_in_the_demo_a_screen_that_is_known_no_longer_gets_another_token(demo: Demo, open_page: Open) -> None:
    desk = emptied(demo, ROOM_SITE)
    page = screen(demo, open_page)
    body(page).to_have_attribute("data-state", "live")
    token = page.evaluate(TOKEN)
    with unknown_device(demo, ROOM_SITE, token):
        until(lambda: page.evaluate(TOKEN) != token, "it has another token")
        call_and_see(page, desk)


def test_what_it_shows_says_its_age_and_is_gone_after_a_minute(hall: Hall, room: Page) -> None:
    hall.let_wait()
    number = hall.desk.call().json()["number"]
    until(lambda: has_been_announced(room, number), "the call has filled the screen and stands on the board")
    hall.let_wait()
    hall.converges(room)
    with hall.front.silent():
        pass_time(room, 19)
        body(room).to_have_attribute("data-state", "live")
        pass_time(room, 3)
        body(room).to_have_attribute("data-state", "stale")
        expect(room.locator("[data-note]")).to_contain_text("secondes")
        # The last row reads it at the foot, where nobody vouches any more for how many wait.
        expect(room.locator("[data-message]")).to_have_text(re.compile(r"^Pas à jour\u202f: 2\d s$"))
        expect(room.locator("[data-waiting]")).to_be_hidden()
        pass_time(room, 37)
        body(room).to_have_attribute("data-state", "stale")
        pass_time(room, 3)
        body(room).to_have_attribute("data-state", "offline")
        expect(room.locator("[data-number]")).to_have_count(0)
    hall.converges(room)


def has_been_announced(room: Page, number: str) -> bool:
    """Whether a call is the newest on the board, a second later."""
    pass_time(room, 1)
    return room.locator(f"[data-newest][data-number='{number}']").count() == 1


def is_offline(room: Page) -> bool:
    """Whether it says so, a second later."""
    pass_time(room, 1)
    return room.locator("body").get_attribute("data-state") == "offline"
