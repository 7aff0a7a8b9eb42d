"""Twelve languages by their own names, changed on any screen without losing the step, and told to who comes after."""

from __future__ import annotations

import unicodedata
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import Open, choose_need, emptied, numbers
from tests.browser.kiosk_site import asking, retell, shows
from tests.browser.speech import message
from tests.support.api import Client
from tests.support.processes import Demo, until

KIOSK_SITE = "site-5"
RIGHT_TO_LEFT = {"ar", "fa"}
NAMES: Final = {
    "fr": ("Français", "LATIN"),
    "ar": ("العربية", "ARABIC"),
    "en": ("English", "LATIN"),
    "tr": ("Türkçe", "LATIN"),
    "pt": ("Português", "LATIN"),
    "es": ("Español", "LATIN"),
    "ro": ("Română", "LATIN"),
    "sq": ("Shqip", "LATIN"),
    "ru": ("Русский", "CYRILLIC"),
    "uk": ("Українська", "CYRILLIC"),
    "fa": ("فارسی / دری", "ARABIC"),
    "zh": ("中文", "CJK"),
}
STEPS: Final = {
    "needs": ([], "need", "[data-need=papiers]", "need-question"),
    "more needs": (["[data-need-more]"], "need", "[data-need=ateliers]", "need-other-question"),
    "priority": (["[data-need=papiers]"], "priority", "[data-priority=grossesse]", "priority-question"),
    "ticket": (["[data-need=papiers]"], "ticket", "[data-number]", "your-number"),
}
"""What is tapped to get there, the screen's name, what stands on it, and what its heading says."""


@pytest.fixture
def desk(demo: Demo) -> Client:
    """A counter of the kiosk's site, where nobody waits any more."""
    return emptied(demo, KIOSK_SITE)


@pytest.fixture
def kiosk(demo: Demo, open_page: Open) -> Page:
    page = open_page("about:blank")
    page.goto(f"{demo.url}/kiosk/{KIOSK_SITE}")
    shows(page, "language")
    return page


def direction_of(language: str) -> str:
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def is_in(where: Locator, language: str) -> None:
    """Language and direction of a page, or of a part of it."""
    expect(where).to_have_attribute("lang", language)
    expect(where).to_have_attribute("dir", direction_of(language))


def change_language(page: Page, language: str) -> None:
    """Two taps, from any screen of the road."""
    page.locator("[data-action=language]").tap()
    shows(page, "languages")
    page.locator(f"[data-language={language}]").tap()


def says(page: Page, language: str, heading: str) -> None:
    """The page is of that language, its heading too."""
    is_in(page.locator("html"), language)
    expect(page.locator("h1")).to_contain_text(message(language, heading).text)


def test_each_language_stands_at_the_start_by_its_own_name_in_its_own_script(kiosk: Page) -> None:
    offered = kiosk.locator("[data-language]")
    expect(offered).to_have_text([name for name, _ in NAMES.values()])
    assert kiosk.locator("main img").count() == 0
    for language, (name, script) in NAMES.items():
        button = kiosk.locator(f"[data-language={language}]")
        is_in(button, language)
        assert {unicodedata.name(letter).split()[0] for letter in name if letter.isalpha()} == {script}


@pytest.mark.parametrize("step", STEPS)
def test_another_language_keeps_the_step_and_the_page_is_of_that_language(
    demo: Demo, desk: Client, kiosk: Page, step: str
) -> None:
    taps, screen, part, heading = STEPS[step]
    if screen == "priority":
        retell(demo, kiosk, KIOSK_SITE, asking)
        kiosk.reload()
    kiosk.locator("[data-language=fr]").tap()
    for each in taps:
        shows(kiosk, "need")
        kiosk.locator(each).tap()
    shows(kiosk, screen)
    number = kiosk.locator("[data-number]").all_inner_texts()
    for language in ("ar", "zh", "fr", "fa", "ro"):
        change_language(kiosk, language)
        shows(kiosk, screen)
        expect(kiosk.locator(part)).to_be_visible()
        says(kiosk, language, heading)
        expect(kiosk.locator("[data-action=language]")).to_contain_text(NAMES[language][0])
        assert kiosk.locator("[data-number]").all_inner_texts() == number
    assert len(numbers(desk)) == len(number)


@pytest.mark.parametrize("step", STEPS)
def test_back_from_the_languages_changes_nothing(demo: Demo, desk: Client, kiosk: Page, step: str) -> None:
    taps, screen, part, heading = STEPS[step]
    if screen == "priority":
        retell(demo, kiosk, KIOSK_SITE, asking)
        kiosk.reload()
    kiosk.locator("[data-language=uk]").tap()
    for each in taps:
        shows(kiosk, "need")
        kiosk.locator(each).tap()
    shows(kiosk, screen)
    kiosk.locator("[data-action=language]").tap()
    shows(kiosk, "languages")
    says(kiosk, "uk", "choose-language")
    expect(kiosk.locator("[data-language]")).to_have_count(len(NAMES))
    expect(kiosk.locator("[aria-current=true]")).to_have_text("Українська")
    kiosk.locator("[data-action=back]").tap()
    shows(kiosk, screen)
    expect(kiosk.locator(part)).to_be_visible()
    says(kiosk, "uk", heading)
    assert len(numbers(desk)) == (screen == "ticket")


@pytest.mark.parametrize("language", NAMES)
def test_the_language_chosen_last_is_that_of_the_ticket_the_phone_and_the_call(
    demo: Demo, desk: Client, kiosk: Page, open_page: Open, language: str
) -> None:
    kiosk.locator("[data-language=pt]").tap()
    shows(kiosk, "need")
    kiosk.locator("[data-need-more]").tap()
    kiosk.locator("[data-need=ateliers]").wait_for()
    change_language(kiosk, language)
    # In the middle, at the foot: a second tap in the place of the one before, so soon, is one that bounced.
    tile = kiosk.locator("[data-need=ateliers]")
    box = tile.bounding_box()
    assert box is not None
    tile.tap(position={"x": box["width"] / 2, "y": box["height"] - 20})
    number = kiosk.locator("[data-number]").get_attribute("data-number")
    says(kiosk, language, "your-number")

    (waiting,) = desk.queue().json()["waiting"]
    assert (waiting["number"], waiting["need"], waiting["language"]) == (number, "ateliers", language)
    phone = open_page(desk.ticket(waiting["id"]).json()["follow_url"], 390, 844)
    is_in(phone.locator("html"), language)

    assert desk.call("2").status_code == 201
    call = desk.board().json()["calls"][0]
    assert (call["number"], call["language"]) == (number, language)
    expect(phone.locator("main")).to_have_attribute("data-state", "called")


def test_a_number_read_in_another_language_is_still_in_it_after_a_reload(kiosk: Page) -> None:
    kiosk.locator("[data-language=fr]").tap()
    choose_need(kiosk, "energie")
    shows(kiosk, "ticket")
    number = kiosk.locator("[data-number]").inner_text()
    change_language(kiosk, "fa")
    shows(kiosk, "ticket")
    kiosk.reload()
    shows(kiosk, "ticket")
    says(kiosk, "fa", "your-number")
    expect(kiosk.locator("[data-number]")).to_have_text(number)


def test_a_language_changed_before_the_number_is_that_of_the_call(desk: Client, kiosk: Page) -> None:
    kiosk.locator("[data-language=fr]").tap()
    choose_need(kiosk, "energie")
    shows(kiosk, "ticket")
    lost: list[Route] = []

    def lose_one(route: Route) -> None:
        lost.append(route)
        if len(lost) == 1:
            route.abort("internetdisconnected")
        else:
            route.continue_()

    kiosk.route("**/tickets/*/moves", lose_one)
    change_language(kiosk, "sq")
    says(kiosk, "sq", "your-number")
    until(
        lambda: bool(kiosk.evaluate("1")) and desk.queue().json()["waiting"][0]["language"] == "sq",
        "the ticket knows it",
    )
    assert len(lost) == 2
    assert desk.call("2").status_code == 201
    assert desk.board().json()["calls"][0]["language"] == "sq"


def test_the_next_person_finds_the_start_in_french(kiosk: Page) -> None:
    kiosk.locator("[data-language=ar]").tap()
    choose_need(kiosk, "energie")
    shows(kiosk, "ticket")
    kiosk.locator("[data-action=done]").tap()
    shows(kiosk, "language")
    says(kiosk, "fr", "greeting")
