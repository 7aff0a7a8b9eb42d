"""A screen on a wall has nobody to reload it: it loads itself anew after an update, and never again and again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open
from tests.browser.hall import SCREEN, SITE, Hall, pass_time

BUILD = "document.querySelector('meta[name=build]').content"
PAGE = f"**/display/{SITE}/{SCREEN}"
OLD = "body[data-old]"
"""A page carries this mark until it is loaded anew."""


@pytest.fixture
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    opened = Hall(tmp_path_factory.mktemp("hall"))
    yield opened
    opened.stop()


@pytest.fixture
def room(hall: Hall, open_page: Open) -> Page:
    return marked(hall, open_page)


def marked(hall: Hall, open_page: Open) -> Page:
    """A screen with the mark of the old page."""
    page = open_page("about:blank", 1920, 1080)
    page.clock.install()
    page.goto(f"{hall.front.url}/display/{SITE}/{SCREEN}#token={hall.token}")
    expect(page.locator("body")).to_have_attribute("data-state", "live")
    page.evaluate("document.body.dataset.old = ''")
    return page


def test_after_an_update_it_loads_itself_anew(hall: Hall, room: Page) -> None:
    old = room.evaluate(BUILD)
    assert old == hall.truth()["build"] != ""
    update(hall)
    expect(room.locator(OLD)).to_have_count(0)
    expect(room.locator("body")).to_have_attribute("data-state", "live")
    assert room.evaluate(BUILD) == hall.truth()["build"] != old


def test_it_does_not_while_somebody_is_being_called(hall: Hall, open_page: Open) -> None:
    hall.edit("room/board.js", "const SHOW_MS = 6_000;", "const SHOW_MS = 600_000;")
    room = marked(hall, open_page)
    hall.let_wait()
    ticket = hall.desk.call("1").json()
    update(hall)
    hall.converges(room)
    pass_time(room, 10)
    expect(room.locator(f"{OLD} [data-announcing]")).to_be_visible()
    # Taken back: nobody is being called any more.
    assert hall.desk.move(ticket["id"], "transfer", to_counter="3").status_code == 200
    expect(room.locator(OLD)).to_have_count(0)


def test_while_an_old_server_still_answers_beside_the_new_one_it_stays_as_it_is(hall: Hall, room: Page) -> None:
    asked = []
    page = room.request.get(room.url).text()

    def old_page(route: Route) -> None:
        asked.append(route.request.is_navigation_request())
        route.fulfill(body=page, content_type="text/html")

    room.route(PAGE, old_page)
    update(hall)
    hall.converges(room)
    pass_time(room, 60)
    assert 1 <= len(asked) <= 6
    assert not any(asked)


def test_a_page_that_is_still_old_when_loaded_anew_is_not_loaded_again_and_again(hall: Hall, room: Page) -> None:
    loaded = []
    page = room.request.get(room.url).text()

    def old_page_when_loaded(route: Route) -> None:
        if route.request.is_navigation_request():
            loaded.append(route.request)
            route.fulfill(body=page, content_type="text/html")
        else:
            route.continue_()

    room.route(PAGE, old_page_when_loaded)
    update(hall)
    expect(room.locator(OLD)).to_have_count(0)
    hall.converges(room)
    pass_time(room, 20)
    assert len(loaded) == 1


def update(hall: Hall) -> None:
    """Another version of the page, and the server that brings it."""
    hall.edit("room/turn.js", "export", "// Another version.\nexport")
    hall.web.kill()
    hall.web.start()
