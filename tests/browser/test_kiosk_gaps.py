"""What a site left out, or wrote too long, and a language that cannot be had: the kiosk still works."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, emptied, numbers, take_ticket
from tests.browser.kiosk_site import Told, asking, retell, shows
from tests.browser.speech import message
from tests.support.api import Client
from tests.support.languages import LANGUAGES
from tests.support.processes import Demo

KIOSK_SITE = "site-2"
SIZES: Final = {"portrait": (1080, 1920), "landscape": (1920, 1080), "tablet": (1280, 800)}
LONG = "Renseignements complémentaires sur les démarches numériques d"
"""61 letters, in long words."""
TOO_SMALL = """async () => {
    const { overflowing } = await import("/assets/kiosk/fit.js");
    return overflowing(document.querySelector("main")).map((box) => box.outerHTML.slice(0, 200));
}"""
READABLE = """(tile) => {
    const label = tile.querySelector(".tile-label");
    const { width, height } = label.getBoundingClientRect();
    const paint = getComputedStyle(label);
    const isOn = tile.contains(document.elementFromPoint(...middle(label)));
    return { text: label.textContent, seen: width > 50 && height > 20 && isOn, ink: paint.color,
        ground: getComputedStyle(tile).backgroundColor };
    function middle(part) {
        const { left, top, width, height } = part.getBoundingClientRect();
        return [left + width / 2, top + height / 2];
    }
}"""


@pytest.fixture
def desk(demo: Demo) -> Client:
    """A counter of the kiosk's site, where nobody waits any more."""
    return emptied(demo, KIOSK_SITE)


def kiosk_of(
    demo: Demo, open_page: Open, change: Callable[[Told], Told], screen: str = "language", size: str = "portrait"
) -> Page:
    """A kiosk that is told of its site in another way."""
    page = open_page("about:blank", *SIZES[size])
    retell(demo, page, KIOSK_SITE, change)
    page.goto(f"{demo.url}/kiosk/{KIOSK_SITE}")
    shows(page, screen)
    return page


def each_need(**news: Any) -> Callable[[Told], Told]:
    return lambda told: told | {"needs": [need | news for need in told["needs"]]}


def only_in(labels: str, *languages: str) -> Callable[[Told], Told]:
    """Needs or priorities whose words are there in these languages alone."""

    def change(told: Told) -> Told:
        kept = [
            each | {"labels": {language: each["labels"][language] for language in languages}} for each in told[labels]
        ]
        return told | {labels: kept}

    return change


def test_a_site_without_needs_says_so_in_every_language(demo: Demo, open_page: Open) -> None:
    page = kiosk_of(demo, open_page, lambda told: told | {"needs": []}, "no_needs")
    expect(page.locator("h1")).to_have_text(message("fr", "no-needs").text)
    expect(page.locator(".notice-next")).to_have_text(message("fr", "no-needs-next").text)
    for language in LANGUAGES:
        if language != "fr":
            said = page.locator(f".notice-others [lang={language}]")
            expect(said).to_have_text(message(language, "no-needs-next").text)
            expect(said).to_have_attribute("dir", "rtl" if language in {"ar", "fa"} else "ltr")
    expect(page.locator("main button")).to_have_count(0)


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_a_need_without_words_in_a_language_is_shown_in_french_and_marked_so(
    demo: Demo, desk: Client, open_page: Open, language: str
) -> None:
    page = kiosk_of(demo, open_page, only_in("needs", "fr"))
    page.locator(f"[data-language={language}]").tap()
    tile = page.locator("[data-need=papiers]")
    expect(tile.locator(".tile-label")).to_have_text("Mes papiers et mes démarches")
    expect(tile).to_have_attribute("lang", "fr")
    expect(tile).to_have_attribute("dir", "ltr")
    # What the site does say in that language is marked as that.
    expect(tile.locator(".tile-hint")).to_have_attribute("lang", language)
    expect(page.locator("html")).to_have_attribute("lang", language)
    shows(page, "need")
    tile.tap(position={"x": 60, "y": 200})
    shows(page, "ticket")
    expect(page.locator(".stub-need [lang=fr]")).to_have_text("Mes papiers et mes démarches")
    assert desk.queue().json()["waiting"][0]["language"] == language


def test_a_need_without_any_words_is_called_as_the_staff_call_it(demo: Demo, open_page: Open) -> None:
    page = kiosk_of(demo, open_page, each_need(labels={}, hints={}))
    page.locator("[data-language=en]").tap()
    expect(page.locator("[data-need=papiers] .tile-label")).to_have_text("Papiers et démarches")
    expect(page.locator("[data-need=papiers]")).to_have_attribute("lang", "fr")


def test_a_priority_without_words_in_a_language_is_shown_in_french_and_marked_so(demo: Demo, open_page: Open) -> None:
    page = kiosk_of(demo, open_page, lambda told: asking(only_in("priorities", "fr")(told)))
    page.locator("[data-language=fa]").tap()
    shows(page, "need")
    page.locator("[data-need=papiers]").tap()
    reason = page.locator("[data-priority=grossesse]")
    expect(reason).to_have_text("Je suis enceinte")
    expect(reason).to_have_attribute("lang", "fr")
    expect(reason).to_have_attribute("dir", "ltr")
    expect(page.locator("[data-priority='']")).not_to_have_attribute("lang", "fr")
    expect(page.locator("html")).to_have_attribute("lang", "fa")


@pytest.mark.parametrize(
    "unknown",
    [{"pictogram": "unicorn"}, {"shape": "blob"}, {"colour": "mauve"}, {"pictogram": "", "shape": "", "colour": ""}],
    ids=str,
)
def test_a_need_with_an_unknown_mark_still_has_a_tile_to_read_and_to_choose(
    demo: Demo, desk: Client, open_page: Open, unknown: dict[str, str]
) -> None:
    page = kiosk_of(demo, open_page, each_need(**unknown))
    page.locator("[data-language=fr]").tap()
    shows(page, "need")
    seen = page.locator("[data-need=papiers]").evaluate(READABLE)
    assert (seen["text"], seen["seen"]) == ("Mes papiers et mes démarches", True)
    assert (seen["ink"], seen["ground"]) == ("rgb(29, 27, 34)", "rgb(255, 255, 255)")
    page.locator("[data-need=papiers]").tap()
    number = page.locator("[data-number]").get_attribute("data-number")
    assert numbers(desk) == [number]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", ["normal", "large"])
def test_a_very_long_label_is_whole_on_every_screen_that_shows_it(
    demo: Demo, open_page: Open, size: str, text: str
) -> None:
    def change(told: Told) -> Told:
        priorities = [each | {"labels": {"fr": LONG}} for each in told["priorities"]]
        return asking(each_need(labels={"fr": LONG})(told) | {"priorities": priorities})

    page = kiosk_of(demo, open_page, change, size=size)
    if text == "large":
        page.locator("[data-action=text]").tap()
    page.locator("[data-language=de], [data-language=tr]").tap()
    shows(page, "need")
    expect(page.locator("[data-need=papiers] .tile-label")).to_have_text(LONG)
    assert page.evaluate(TOO_SMALL) == []
    page.locator("[data-need=aide]").tap()
    shows(page, "priority")
    expect(page.locator("[data-priority=grossesse]")).to_have_text(LONG)
    assert page.evaluate(TOO_SMALL) == []
    page.locator("[data-priority='']").tap()
    shows(page, "ticket")
    expect(page.locator(".stub-need")).to_have_text(LONG)
    assert page.evaluate(TOO_SMALL) == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_without_the_words_of_one_language_the_kiosk_still_starts(
    demo: Demo, desk: Client, open_page: Open, language: str
) -> None:
    page = open_page("about:blank")
    page.route(f"**/locales/{language}.ftl", lambda route: route.fulfill(status=404))
    page.goto(f"{demo.url}/kiosk/{KIOSK_SITE}")
    shows(page, "language")
    offered = page.locator("[data-language]").evaluate_all("(keys) => keys.map((key) => key.dataset.language)")
    assert offered == [each for each in LANGUAGES if each != language]
    number = take_ticket(page, "tr", "papiers")
    assert numbers(desk) == [number]
