"""Settings that somebody changes are seen on running kiosks and screens within two seconds, and under nobody's hand."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from server.actions import setup
from server.actions.house import House
from server.domain.catalogue import Site
from server.domain.people import COMMAND
from server.domain.screens import Message
from tests.browser.conftest import Open, find_need
from tests.browser.hall import SITE as HALL
from tests.browser.hall import Hall, soon
from tests.browser.own_server import SITE, OwnServer, shows

WITHIN_MS = 2_000
STEP_MS = 250
Change = Callable[..., None]


@pytest.fixture
def change(own: OwnServer) -> Iterator[Change]:
    """A function that saves the kiosk's site with some of it changed; in the end all is as it was."""
    before = own.house.catalogue.site(SITE)

    def save(**fields: Any) -> None:
        setup.save(own.house, replace(latest(own.house, SITE), **fields), COMMAND)

    yield save
    setup.save(own.house, replace(before, revision=latest(own.house, SITE).revision), COMMAND)


@pytest.fixture
def kiosk(own: OwnServer, open_page: Open) -> Page:
    """A kiosk on whose clock time passes only when it is turned; it has a question for news waiting at the server."""
    own.call_everyone()
    page = open_page("about:blank")
    page.clock.install(time=time.time())
    with page.expect_request(lambda request: "/news?mark=&" not in request.url and "/news?" in request.url):
        page.goto(own.set_up)
        shows(page, "language")
        page.clock.run_for(1_000)
    page.clock.pause_at(time.time() + 2)
    return page


def latest(house: House, site: str) -> Site:
    house.catalogue.forget(site)
    return house.catalogue.site(site)


def comes_true(page: Page, true: Callable[[], bool]) -> bool:
    """Whether it comes true within two seconds of the page's own clock; answers take what this machine takes."""
    for _ in range(0, WITHIN_MS, STEP_MS):
        if soon(true):
            return True
        page.clock.run_for(STEP_MS)
    return soon(true)


def says(page: Page, words: str) -> Callable[[], bool]:
    return lambda: words in page.locator("main").inner_text()


def known(page: Page, field: str, value: Any) -> Callable[[], bool]:
    """What the page knows of its site, though it does not show it."""
    asked = f"async () => (await import('/assets/kiosk/state.js')).state.site.{field}"
    return lambda: page.evaluate(asked) == value


def labelled(site: Site, need: str, words: str) -> tuple[Any, ...]:
    return tuple(replace(each, labels={**each.labels, "fr": words}) if each.id == need else each for each in site.needs)


def test_a_kiosk_at_rest_shows_the_sites_new_name(kiosk: Page, change: Change) -> None:
    change(name="PIMMS de la Duchère")
    assert comes_true(kiosk, says(kiosk, "PIMMS de la Duchère"))


def test_a_kiosk_at_rest_stops_when_the_site_is_closed_and_opens_with_it(kiosk: Page, change: Change) -> None:
    for is_open, screen in ((False, "closed"), (True, "language")):
        change(open=is_open)
        assert comes_true(kiosk, lambda screen=screen: kiosk.locator(f"main[data-screen={screen}]").count() == 1)


def test_the_next_person_reads_a_need_in_its_new_words(own: OwnServer, kiosk: Page, change: Change) -> None:
    needs = labelled(latest(own.house, SITE), "papiers", "Mes papiers d’identité")
    change(needs=needs)
    assert comes_true(kiosk, known(kiosk, "needs[0].labels.fr", "Mes papiers d’identité"))
    kiosk.clock.run_for(500)
    kiosk.locator("[data-language=fr]").tap()
    expect(find_need(kiosk, "papiers")).to_contain_text("Mes papiers d’identité")


def test_new_words_change_nothing_under_a_hand(own: OwnServer, kiosk: Page, change: Change) -> None:
    kiosk.locator("[data-language=fr]").tap()
    tile = find_need(kiosk, "papiers")
    tile.evaluate("tile => { tile.dataset.stood = '' }")
    before = tile.inner_text()
    change(needs=labelled(latest(own.house, SITE), "papiers", "Mes papiers d’identité"))
    assert comes_true(kiosk, known(kiosk, "needs[0].labels.fr", "Mes papiers d’identité"))
    assert kiosk.locator("[data-need=papiers][data-stood]").inner_text() == before


def test_a_need_that_is_taken_out_leaves_the_screen_of_who_chooses(own: OwnServer, kiosk: Page, change: Change) -> None:
    kiosk.locator("[data-language=fr]").tap()
    kiosk.locator("[data-need=papiers]").wait_for()
    change(needs=latest(own.house, SITE).needs[1:])
    assert comes_true(kiosk, lambda: kiosk.locator("[data-need=papiers]").count() == 0)
    kiosk.clock.run_for(500)
    find_need(kiosk, "energie").tap()
    kiosk.clock.run_for(500)
    shows(kiosk, "ticket")


def test_who_taps_a_need_that_has_just_gone_chooses_among_those_that_are_left(
    own: OwnServer, kiosk: Page, change: Change
) -> None:
    told = own.desk.get_site().json()
    kiosk.route(f"**/api/v1/sites/{SITE}", lambda route: route.fulfill(json=told))
    kiosk.locator("[data-language=fr]").tap()
    tile = find_need(kiosk, "papiers")
    with kiosk.expect_response(f"**/api/v1/sites/{SITE}"):
        change(needs=latest(own.house, SITE).needs[1:])
    kiosk.unroute(f"**/api/v1/sites/{SITE}")
    kiosk.clock.run_for(500)
    tile.tap()
    assert comes_true(kiosk, lambda: kiosk.locator("[data-need]").count() > 0 and tile.count() == 0)
    assert kiosk.locator("main").get_attribute("data-screen") == "need"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Hall]:
    """A waiting room's own server."""
    hall = Hall(tmp_path)
    yield hall
    hall.stop()


def test_a_screen_tells_a_new_message(room: Hall, open_page: Open) -> None:
    page = room.screen(open_page)
    message = Message("midi", {"fr": "Nous fermons à midi."})
    setup.save(room.house, replace(latest(room.house, HALL), messages=(message,)), COMMAND)
    assert comes_true(page, lambda: "Nous fermons à midi." in page.locator("body").inner_text())


def test_a_screen_has_a_counters_new_name_for_the_next_call(room: Hall, open_page: Open) -> None:
    page = room.screen(open_page)
    here = latest(room.house, HALL)
    counters = tuple(replace(each, label="Bureau bleu") if each.id == "1" else each for each in here.counters)
    setup.save(room.house, replace(here, counters=counters), COMMAND)
    room.let_wait()
    assert room.desk.call("1").status_code == 201
    assert comes_true(page, lambda: "Bureau bleu" in page.locator("body").inner_text())
