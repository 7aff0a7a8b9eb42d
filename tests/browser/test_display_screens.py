"""Several screens of one site: each shows its own counters' calls, as large as its seats need, and the ways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from server.demo_folder import demo_settings
from server.records.store import Store
from server.records.tables import CounterRow, ScreenRow
from tests.browser.conftest import Open, emptied, token
from tests.browser.room_gallery import WAYS, Place, call, open_gallery, show
from tests.browser.setbacks import age_calls, forget_calls
from tests.browser.waiting_room import OLD_S
from tests.support.api import Client
from tests.support.languages import LANGUAGES
from tests.support.processes import Demo, until

SITE = "site-6"
HALL = {"id": "hall", "name": "Hall", "counters": ["1", "2"], "distance_m": 4.0, "diagonal_in": 43.0}
FLOOR = {"id": "etage", "name": "Étage", "counters": ["3"], "distance_m": 6.0, "diagonal_in": 43.0}
PLACE = {"fr": "1er étage", "ar": "الطابق الأول"}
# Where the head of a drawn way points: from the middle between its barbs to its tip.
POINTS = """(way) => {
    const line = document.querySelector(`#way-${way} path`).getAttribute("d");
    const head = document.createElementNS("http://www.w3.org/2000/svg", "path");
    head.setAttribute("d", line.slice(line.lastIndexOf("M")));
    const [one, tip, other] = [0, 0.5, 1].map((share) => head.getPointAtLength(share * head.getTotalLength()));
    return [tip.x - (one.x + other.x) / 2, tip.y - (one.y + other.y) / 2].map((step) => Math.sign(Math.round(step)));
}"""


@pytest.fixture(scope="module")
def screens(demo: Demo) -> Iterator[None]:
    """The site has two screens; from one the first counter lies elsewhere than it says. The third has a place too."""
    store = Store(demo_settings(demo.folder).database_url)
    plain = {"site_id": SITE, "needs": [], "voice": False, "mute": []}
    rows = [
        ScreenRow(**plain, **HALL, position=0, ways={"1": "left"}),
        ScreenRow(**plain, **FLOOR, position=1, ways={}),
    ]
    _write(store, rows, {"1": {"way": "right"}, "3": {"way": "up", "place": PLACE}})
    device = Client(demo.url, SITE, token(demo, SITE, "display"))
    until(lambda: len(device.get_site().json()["screens"]) == 2, "the server knows the screens")
    yield
    with store.session() as session:
        for row in rows:
            session.delete(session.get_one(ScreenRow, (SITE, row.id)))
    _write(store, [], {each: {"way": None, "place": {}} for each in ("1", "3")})
    until(lambda: device.get_site().json()["screens"] == [], "the server knows that they are gone")


def _write(store: Store, rows: Sequence[ScreenRow], counters: Mapping[str, Mapping[str, Any]]) -> None:
    with store.session() as session:
        for row in rows:
            session.merge(row)
        for counter, values in counters.items():
            kept = session.get_one(CounterRow, (SITE, counter))
            for name, value in values.items():
                setattr(kept, name, value)


@pytest.fixture
def desk(demo: Demo, screens: None) -> Client:
    client = emptied(demo, SITE)
    forget_calls(demo, SITE)
    return client


def opened(demo: Demo, open_page: Open, screen: str) -> Page:
    page = open_page(f"{demo.url}/display/{SITE}/{screen}", 1920, 1080)
    expect(page.locator("body")).to_have_attribute("data-state", "live")
    return page


def called(desk: Client, counter: str, language: str = "fr") -> str:
    desk.issue(language=language)
    return str(desk.call(counter).json()["number"])


def test_each_screen_announces_the_calls_of_its_own_counters_and_of_no_other(
    demo: Demo, desk: Client, open_page: Open
) -> None:
    hall, floor = opened(demo, open_page, "hall"), opened(demo, open_page, "etage")
    below, above = called(desk, "1"), called(desk, "3")
    expect(hall.locator("[data-announcing]")).to_have_attribute("data-number", below)
    expect(floor.locator("[data-announcing]")).to_have_attribute("data-number", above)
    expect(hall.locator("[data-newest]")).to_have_attribute("data-number", below)
    expect(floor.locator("[data-newest]")).to_have_attribute("data-number", above)
    assert [page.locator("body").get_attribute("data-announced") for page in (hall, floor)] == ["1", "1"]


def test_a_screen_that_nobody_knows_shows_the_calls_of_all(demo: Demo, desk: Client, open_page: Open) -> None:
    first, second = called(desk, "1"), called(desk, "3")
    age_calls(demo, SITE, OLD_S)
    page = opened(demo, open_page, "ailleurs")
    expect(page.locator("[data-newest]")).to_have_attribute("data-number", second)
    expect(page.locator("[data-previous]")).to_have_attribute("data-number", first)


def test_letters_are_as_large_as_the_screens_own_last_row_needs_them(demo: Demo, desk: Client, open_page: Open) -> None:
    # 0.7° at 4 m and at 6 m, on 43 inches of 1920 by 1080.
    for screen, size in (("hall", "147.562px"), ("etage", "221.343px")):
        page = opened(demo, open_page, screen)
        expect(page.locator(".clock")).to_have_css("font-size", size)
    assert desk.queue().json()["total"] == 0


def test_the_screens_way_to_a_counter_wins_over_the_counters_own(demo: Demo, desk: Client, open_page: Open) -> None:
    called(desk, "1")
    called(desk, "3", "ar")
    age_calls(demo, SITE, OLD_S)
    hall = opened(demo, open_page, "hall")
    expect(hall.locator("[data-newest] [data-way=left]")).to_be_visible()
    expect(hall.locator("[data-newest] [data-way-words]")).to_have_text("À gauche.")
    floor = opened(demo, open_page, "etage")
    expect(floor.locator("[data-newest] [data-way=up]")).to_be_visible()
    expect(floor.locator("[data-newest] [data-place]")).to_have_text("1er étage")
    expect(floor.locator("[data-newest] [data-own-place]")).to_have_text("الطابق الأول")


def test_no_arrow_stands_where_nobody_has_said_the_way(demo: Demo, desk: Client, open_page: Open) -> None:
    called(desk, "2")
    age_calls(demo, SITE, OLD_S)
    hall = opened(demo, open_page, "hall")
    expect(hall.locator("[data-newest] [data-label]")).to_have_text("Guichet 2")
    expect(hall.locator("[data-newest] [data-way]")).to_be_hidden()
    expect(hall.locator("[data-newest] [data-way-words]")).to_be_empty()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_is_the_rooms_in_every_language(demo: Demo, open_page: Open, language: str) -> None:
    page = open_page("about:blank", 1920, 1080)
    open_gallery(page, demo.url)
    place = Place(6)
    for nth, way in enumerate((*WAYS[1:], WAYS[0])):
        told = {"scene": {"name": "announcement", "call": call(place, 5 - nth, language), "announced": nth}}
        show(page, place, told)
        arrow = page.locator("[data-announcing] [data-way]")
        expect(arrow).to_have_attribute("data-way", way)
        assert arrow.locator("use").get_attribute("href") == f"#way-{way}"
        assert arrow.evaluate("(arrow) => getComputedStyle(arrow).transform") == "none"


def test_an_arrow_points_where_its_name_says(demo: Demo, open_page: Open) -> None:
    page = open_page("about:blank", 1920, 1080)
    open_gallery(page, demo.url)
    pointed = {way: page.evaluate(POINTS, way) for way in WAYS}
    sides = {"left": [-1, 0], "right": [1, 0], "ahead": [0, -1], "back": [0, 1], "up": [0, -1], "down": [0, 1]}
    assert pointed == sides


def test_what_the_site_changes_of_a_screen_is_seen_without_a_reload(demo: Demo, desk: Client, open_page: Open) -> None:
    called(desk, "1")
    age_calls(demo, SITE, OLD_S)
    hall = opened(demo, open_page, "hall")
    expect(hall.locator("[data-newest] [data-way=left]")).to_be_visible()
    store = Store(demo_settings(demo.folder).database_url)
    device = Client(demo.url, SITE, token(demo, SITE, "display"))
    for way in ("right", "left"):
        with store.session() as session:
            session.get_one(ScreenRow, (SITE, "hall")).ways = {"1": way}
        until(partial(_is_told, device, way), "the server knows")
        desk.issue()
        expect(hall.locator(f"[data-newest] [data-way={way}]")).to_be_visible()


def _is_told(device: Client, way: str) -> bool:
    return bool(device.get_site().json()["screens"][0]["ways"] == {"1": way})
