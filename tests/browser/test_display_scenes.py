"""The waiting room for who cannot see it well, cannot hear it, or must not be flashed at."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, Open
from tests.browser.room_gallery import LONG, SIZES, Place, call, open_gallery, scenes, show
from tests.support.languages import LANGUAGES
from tests.support.processes import Demo

AXE = Axe((ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8"))
OTHERS = [language for language in LANGUAGES if language != "fr"]
PAIRS = [*zip(OTHERS[::2], OTHERS[1::2], strict=False), (OTHERS[-1], OTHERS[0])]
TURNING = ("welcome", "no_tickets", "closed", "offline")
CALLED = ("locked", "stale", "announced_again")
FLASHES_A_SECOND = 3
# How bright the ground of an announcement is, through its whole swell: a value each 20 ms of its animations' own time.
BRIGHTNESS = """() => {
    const part = document.querySelector(".announcement");
    const moving = part.getAnimations();
    const share = (each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const seen = [];
    for (let at = 0; at <= 4_000; at += 20) {
        for (const each of moving) each.currentTime = at;
        canvas.fillStyle = getComputedStyle(part).backgroundColor;
        canvas.fillRect(0, 0, 1, 1);
        const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((each) => share(each / 255));
        seen.push(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    }
    return seen;
}"""


@pytest.fixture
def room(demo: Demo, open_page: Open) -> Page:
    page = open_page("about:blank", *SIZES["wall"])
    open_gallery(page, demo.url)
    return page


def faults(page: Page) -> list[str]:
    """What axe-core finds, one line a fault."""
    found = AXE.run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]


def told(place: Place, name: str, language: str) -> dict[str, Any]:
    return dict(scenes(place, language))[name]


@pytest.mark.parametrize("scene", CALLED)
def test_axe_finds_nothing_in_a_call_in_any_language(room: Page, scene: str) -> None:
    place, wrong = Place(4, (LONG,)), []
    for language in LANGUAGES:
        show(room, place, told(place, scene, language))
        wrong += [f"{language}: {fault}" for fault in faults(room)]
    assert wrong == []


@pytest.mark.parametrize("scene", TURNING)
def test_axe_finds_nothing_where_languages_take_turns(room: Page, scene: str) -> None:
    place, wrong = Place(4, (LONG,)), []
    for pair in PAIRS:
        show(room, place, told(place, scene, "fr"), pair)
        expect(room.locator(f"[lang={pair[0]}]").first).to_be_attached()
        wrong += [f"{pair}: {fault}" for fault in faults(room)]
    assert wrong == []


def test_axe_finds_nothing_in_high_contrast_on_an_upright_screen(demo: Demo, open_page: Open) -> None:
    page = open_page("about:blank", *SIZES["upright"])
    open_gallery(page, demo.url, "?theme=contrast")
    place, wrong = Place(12, (LONG,)), []
    for name, what in scenes(place, "ar"):
        show(page, place, what)
        wrong += [f"{name}: {fault}" for fault in faults(page)]
    assert wrong == []


def test_who_asks_their_system_for_more_contrast_gets_it(demo: Demo, open_page: Open) -> None:
    page = open_page("about:blank", *SIZES["wall"])
    open_gallery(page, demo.url)
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) != "rgb(0, 0, 0)"
    page.emulate_media(contrast="more")
    expect(page.locator("html")).to_have_attribute("data-theme", "contrast")
    assert page.evaluate(ground) == "rgb(0, 0, 0)"


def test_an_announcement_never_flashes_more_than_three_times_a_second(room: Page) -> None:
    room.emulate_media(reduced_motion="no-preference")
    place = Place(4)
    show(room, place, told(place, "announced", "fr"))
    bright = room.evaluate(BRIGHTNESS)
    # WCAG 2.3.1: a flash is a pair of opposing changes of a tenth and more; half of the turns of the tide is as many.
    assert max(bright) - min(bright) > 0.1
    rising = [after > before for before, after in pairwise(bright) if after != before]
    in_a_second = [rising[at : at + 50] for at in range(len(rising))]
    turns = max(sum(one != other for one, other in pairwise(second)) for second in in_a_second)
    assert turns / 2 <= FLASHES_A_SECOND


def test_nothing_moves_for_who_asks_for_less_motion(room: Page) -> None:
    place = Place(4, (LONG,))
    for _, what in scenes(place, "ar"):
        show(room, place, what)
        assert room.evaluate("document.getAnimations().length") == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_call_is_written_and_captioned_in_french_and_then_in_the_residents_language(
    room: Page, language: str
) -> None:
    place = Place(4)
    what = {"scene": {"name": "announcement", "call": call(place, 0, language), "announced": 1}}
    expected = ["fr"] if language == "fr" else ["fr", language]
    for nth, spoken in enumerate(expected):
        show(room, place, what | {"saying": nth})
        caption = room.locator("[data-caption-now]")
        expect(caption).to_have_attribute("lang", spoken)
        expect(caption).to_contain_text("A 012")
    phrase = room.locator("[data-announcing] [data-phrase]")
    if language == "fr":
        expect(phrase).to_be_hidden()
    else:
        expect(phrase).to_have_attribute("lang", language)
        expect(phrase.locator("[data-counter-name]")).to_contain_text("4")


def test_a_long_caption_goes_along_with_the_voice_page_by_page(room: Page) -> None:
    place = Place(4)
    what = told(place, "long_announced", "fr")
    pages: list[str] = []
    for now in range(0, 8_000, 250):
        show(room, place, what | {"now": now})
        page = room.locator("[data-caption-now]").inner_text()
        pages += [page] if pages[-1:] != [page] else []
    # Written in two lines at most, and nothing of it is lost.
    said = "Rappel. Numéro D 010. Bureau des écrivains publics. Tout droit. 1er étage."
    assert len(pages) > 1
    assert " ".join(pages).split() == said.replace("D 010", "D\u202f010").split()


def test_the_way_is_told_to_who_hears_the_screen_read(room: Page) -> None:
    place = Place(4)
    show(room, place, told(place, "announced", "ar"))
    read = room.locator("[data-caption] p")
    assert read.nth(0).inner_text() == "A\u202f012 · Guichet 4. En haut."
    assert read.nth(1).get_attribute("lang") == "ar"
