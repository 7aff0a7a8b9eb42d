"""Every scene of the waiting room, measured as it is drawn: large enough for the last row, whole, apart."""

from __future__ import annotations

import re
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, Open
from tests.browser.room_gallery import LONG, SHORT, SIZES, Place, faults, open_gallery, scenes, show
from tests.support.processes import Demo

LANGUAGES = ("fr", "ar", "zh", "ru")
# Font size, unit, angle of view, and the height of a capital in mm, of a picture of so many inches at so many metres.
READ_AT = """async ([diagonal_in, distance_m]) => {
    const { measure } = await import("/assets/display/room/measure.js");
    const { text, unit, angle } = measure({ width: innerWidth, height: innerHeight }, { diagonal_in, distance_m });
    const wanted = 1000 * distance_m * Math.tan((0.7 * Math.PI) / 180);
    return [text, unit, Math.round(angle * 1e6) / 1e6, Math.round(wanted)];
}"""


def room(demo: Demo, open_page: Open, size: str, query: str = "") -> Page:
    page = open_page("about:blank", *SIZES[size])
    open_gallery(page, demo.url, query)
    return page


@pytest.mark.parametrize("size", ["wall", "upright"])
def test_on_43_inches_at_4_metres_everything_is_49_mm_and_whole(demo: Demo, open_page: Open, size: str) -> None:
    page = room(demo, open_page, size)
    rows = 5 if size == "wall" else 3
    wrong = []
    for counters, messages, language in product((1, 4, 12), ((), (LONG,)), LANGUAGES):
        found = faults(page, Place(counters, messages), language, rows)
        wrong += [f"{counters} counters, {len(messages)} messages, {language}: {fault}" for fault in found]
    assert wrong == []


@pytest.mark.parametrize("size", ["wall", "upright"])
def test_the_last_five_calls_stand_beside_the_newest(demo: Demo, open_page: Open, size: str) -> None:
    page = room(demo, open_page, size)
    place = Place(4, (SHORT,))
    for scene in ("calls", "recalled"):
        show(page, place, dict(scenes(place, "ar"))[scene])
        expect(page.locator("[data-previous]:visible")).to_have_count(5)


@pytest.mark.parametrize("size", ["wall", "upright"])
def test_a_number_that_is_called_again_is_as_large_as_before(demo: Demo, open_page: Open, size: str) -> None:
    page = room(demo, open_page, size)
    sizes = "() => parseFloat(getComputedStyle(document.querySelector('.number-box .number')).fontSize)"
    # Without a way and a place, so that nothing but the recall can cost it room.
    for counters, language in ((1, "fr"), (4, "fr"), (4, "ar")):
        place = Place(counters, (SHORT,), signed=False)
        told = dict(scenes(place, language))
        for once, again in (("calls", "recalled"), ("announced", "announced_again")):
            show(page, place, told[once])
            large = page.evaluate(sizes)
            show(page, place, told[again])
            assert page.evaluate(sizes) >= large - 1


@pytest.mark.parametrize("size", ["small", "fine"])
def test_the_pixels_of_a_screen_make_no_difference(demo: Demo, open_page: Open, size: str) -> None:
    page = room(demo, open_page, size)
    assert faults(page, Place(12, (LONG,)), "ar") == []


@pytest.mark.parametrize("size", ["wall", "upright"])
def test_on_65_inches_at_6_metres_everything_is_73_mm_and_whole(demo: Demo, open_page: Open, size: str) -> None:
    page = room(demo, open_page, size)
    place = Place(4, (SHORT, LONG), distance_m=6, diagonal_in=65)
    assert faults(page, place, "ru", 5 if size == "wall" else 3) == []


@pytest.mark.parametrize("size", ["wall", "upright"])
def test_on_43_inches_at_6_metres_three_calls_are_listed_and_no_letter_is_smaller(
    demo: Demo, open_page: Open, size: str
) -> None:
    page = room(demo, open_page, size)
    assert faults(page, Place(4, (SHORT, LONG), distance_m=6), "ar", 3) == []


def test_in_high_contrast_everything_is_black_white_and_yellow(demo: Demo, open_page: Open) -> None:
    page = room(demo, open_page, "wall", "?theme=contrast")
    assert faults(page, Place(4, (LONG,)), "ar") == []
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"


def test_a_screen_that_is_too_small_for_its_room_says_so_to_who_sets_it_up(demo: Demo, open_page: Open) -> None:
    page = room(demo, open_page, "wall")
    angles = {}
    for distance in (2, 4, 6, 12):
        place = Place(4, distance_m=distance)
        show(page, place, next(told for name, told in scenes(place, "fr") if name == "calls"))
        angles[distance] = float(str(page.locator("body").get_attribute("data-angle")))
    assert angles[2] > 1
    assert angles[4] == angles[6] == 0.7
    assert angles[12] < 0.4


def test_the_table_of_sizes_and_distances_is_true(demo: Demo, open_page: Open) -> None:
    page = open_page(f"{demo.url}/display/etats-unis", *SIZES["wall"])
    guide = (ROOT / "docs" / "displays.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+)″ \| to ([\d.]+) m \| to ([\d.]+) m \| (\d+) / (\d+) mm \|$", guide, re.MULTILINE)
    assert len(rows) == 6
    for diagonal, everything, three, *heights in rows:
        for distance, height, most in ((everything, heights[0], 13.8), (three, heights[1], 21)):
            text, unit, angle, capital = page.evaluate(READ_AT, [float(diagonal), float(distance)])
            assert angle >= 0.7
            assert text <= most * unit * 1.001
            assert capital == int(height)
