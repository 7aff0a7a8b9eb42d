"""The desk sees what the public sees: a live copy of each screen, which is none itself."""

from __future__ import annotations

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.conftest import Open, emptied
from tests.browser.setbacks import forget_calls
from tests.browser.walls import SITE, devices_page, wall
from tests.support.api import Client
from tests.support.processes import Demo

COPY_WITHIN_MS = 2_000


@pytest.fixture
def visitors(demo: Demo) -> Client:
    forget_calls(demo, SITE)
    return emptied(demo, SITE)


@pytest.fixture
def desk(demo: Demo, open_page: Open) -> Page:
    return devices_page(demo, open_page)


def copy_of(desk: Page) -> FrameLocator:
    return desk.frame_locator("[data-copy=''] iframe")


def test_the_copy_shows_the_number_that_the_screen_shows(
    demo: Demo, desk: Page, visitors: Client, open_page: Open
) -> None:
    screen = wall(demo, open_page)
    expect(copy_of(desk).locator("body")).to_have_attribute("data-state", "live")
    for _ in range(2):
        visitors.issue()
        number = visitors.call().json()["number"]
        shown = f"[data-number={number}]"
        screen.locator(f"[data-announcing]{shown}").wait_for()
        expect(copy_of(desk).locator(f"[data-announcing]{shown}")).to_be_visible(timeout=COPY_WITHIN_MS)
        screen.locator(f"[data-newest]{shown}").wait_for()
        expect(copy_of(desk).locator(f"[data-newest]{shown}")).to_be_visible()
    same = screen.locator("body").get_attribute("data-hash")
    expect(copy_of(desk).locator("body")).to_have_attribute("data-hash", str(same))


def test_the_copy_is_the_whole_page_of_the_screen_made_small(desk: Page, demo: Demo, open_page: Open) -> None:
    expect(copy_of(desk).locator("body")).to_have_attribute("data-state", "live")
    assert copy_of(desk).locator("body").evaluate("() => [innerWidth, innerHeight]") == [1920, 1080]
    upright = open_page(f"{demo.url}/display/{SITE}", 1080, 1920)
    expect(upright.locator("body")).to_have_attribute("data-state", "live")
    expect(desk.locator("[data-size='1080x1920']")).to_be_attached()
    frame, picture = (desk.locator(part).bounding_box() for part in (".frame", ".frame iframe"))
    assert frame
    assert picture
    assert picture["width"] == pytest.approx(frame["width"], abs=1)
    assert picture["height"] == pytest.approx(frame["height"], abs=1)
    assert frame["height"] > frame["width"]


def test_a_copy_is_no_screen(demo: Demo, open_page: Open) -> None:
    page = devices_page(demo, open_page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    page.reload()
    body = copy_of(page).locator("body")
    expect(body).to_have_attribute("data-state", "live")
    expect(body).to_have_attribute("data-sound", "off")
    # Drawn again, so that the copy has stood for a while.
    with page.expect_response("**/devices/now"):
        pass
    expect(page.locator("[data-device]")).to_have_count(0)
    expect(page.locator(".nobody")).to_be_visible()
    assert [line for line in asked if line.startswith("PUT") or "demo/tokens" in line] == []
    assert page.evaluate(f"localStorage.getItem('accueil.display.{SITE}')") is None


def test_without_a_session_a_copy_shows_nothing_of_the_site(demo: Demo, open_page: Open) -> None:
    page = open_page(f"{demo.url}/display/{SITE}?copy", 1920, 1080)
    expect(page.locator("body")).to_have_attribute("data-state", "offline")
