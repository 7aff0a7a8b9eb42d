"""The kiosk's speaker: the whole screen or one tile, one sound at a time, and as loud as the person wants it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open, emptied, numbers
from tests.browser.setbacks import holding, let_pass
from tests.browser.speech import Ear, Said, listening_kiosk, message, spoken, touch
from tests.support.api import Client
from tests.support.hearing import LANGUAGES
from tests.support.processes import Demo

KIOSK_SITE = "site-3"
AS_A_PERSON_HEARS = 1


@pytest.fixture
def desk(demo: Demo) -> Client:
    """A counter of the kiosk's site, where nobody waits any more."""
    return emptied(demo, KIOSK_SITE)


@pytest.fixture
def address(demo: Demo) -> str:
    return f"{demo.url}/kiosk/{KIOSK_SITE}"


def choose_language(page: Page, language: str) -> None:
    # Where it is by then: while letters find their face, keys still move a little.
    page.locator(f"[data-language={language}]").tap()
    page.locator("main[data-screen=need]").wait_for()


def tiles(page: Page) -> list[Said]:
    language = page.locator("html").get_attribute("lang") or ""
    return [Said(language, spoken(each)) for each in page.evaluate(TILES)]


TILES = "[...document.querySelectorAll('.tile')].map((tile) => tile.dataset.say)"


def test_the_start_says_each_language_in_that_language(open_page: Open, address: str) -> None:
    page, ear = listening_kiosk(open_page, address)
    touch(page.locator("[data-action=speak]"))
    ear.hears(message("fr", "greeting"), *(message(each, "language-name") for each in ("fr", "ar", "en", "zh")))
    ear.falls_silent()
    assert {said.language for said in ear.said()} == set(LANGUAGES)
    ear.heard_real_speech()


@pytest.mark.parametrize("language", ["fr", "ar", "zh"])
def test_the_speaker_says_the_whole_screen(open_page: Open, address: str, language: str) -> None:
    page, ear = listening_kiosk(open_page, address)
    choose_language(page, language)
    speaker = page.locator("[data-action=speak]")
    touch(speaker)
    expect(page.locator("#sound-strip")).to_be_visible()
    ear.hears(message(language, "need-question"), *tiles(page))
    ear.falls_silent()
    expect(speaker).to_have_attribute("aria-pressed", "false")
    ear.heard_real_speech()


def test_a_second_tap_on_the_speaker_stops_it(open_page: Open, address: str) -> None:
    page, ear = listening_kiosk(open_page, address, AS_A_PERSON_HEARS)
    choose_language(page, "fr")
    speaker = page.locator("[data-action=speak]")
    touch(speaker)
    expect(speaker).to_have_attribute("aria-pressed", "true")
    # So long after the first tap that it is no double one.
    ear.hears(message("fr", "need-question"), tiles(page)[0])
    touch(speaker)
    ear.falls_silent()
    expect(speaker).to_have_attribute("aria-pressed", "false")
    assert tiles(page)[-1] not in ear.said()


def test_the_strip_gives_its_place_back_when_it_is_silent_and_nothing_is_pressed(open_page: Open, address: str) -> None:
    page, ear = listening_kiosk(open_page, address)
    choose_language(page, "fr")
    page.clock.install()
    strip, help_ = page.locator("#sound-strip"), page.locator("[data-action=contrast]")
    touch(page.locator("[data-action=speak]"))
    expect(strip).to_be_visible()
    expect(help_).to_be_hidden()
    for action in ("sound-louder", "sound-quieter"):
        ear.falls_silent()
        page.clock.run_for(6_000)
        touch(page.locator(f"[data-action={action}]"))
    ear.falls_silent()
    expect(strip).to_be_visible()
    page.clock.run_for(11_000)
    expect(strip).to_be_hidden()
    expect(help_).to_be_visible()


def test_silence_closes_the_strip_at_once(open_page: Open, address: str) -> None:
    page, ear = listening_kiosk(open_page, address, AS_A_PERSON_HEARS)
    choose_language(page, "fr")
    page.clock.install()
    touch(page.locator("[data-action=speak]"))
    ear.hears(message("fr", "need-question"))
    # From here on no time passes: the strip does not close by itself.
    page.clock.pause_at(page.evaluate("Date.now() + 1000"))
    touch(page.locator("[data-action=sound-stop]"))
    ear.falls_silent()
    expect(page.locator("#sound-strip")).to_be_hidden()
    assert tiles(page)[-1] not in ear.said()


def test_a_tile_s_speaker_says_that_tile_and_chooses_nothing(open_page: Open, address: str, desk: Client) -> None:
    page, ear = listening_kiosk(open_page, address)
    choose_language(page, "fr")
    touch(page.locator("[data-speaks=need-transports]"))
    ear.falls_silent()
    assert ear.said() == [each for each in tiles(page) if each.text.startswith("Mes transports")]
    expect(page.locator("main")).to_have_attribute("data-screen", "need")
    assert numbers(desk) == []
    ear.heard_real_speech()


def test_another_screen_is_silence(open_page: Open, address: str) -> None:
    page, ear = listening_kiosk(open_page, address, AS_A_PERSON_HEARS)
    choose_language(page, "fr")
    touch(page.locator("[data-action=speak]"))
    ear.hears(message("fr", "need-question"))
    last = tiles(page)[-1]
    touch(page.locator("[data-action=language]"))
    page.locator("main[data-screen=languages]").wait_for()
    ear.falls_silent()
    assert last not in ear.said()


def test_however_hastily_it_is_touched_there_is_one_sound(open_page: Open, address: str) -> None:
    page, ear = listening_kiosk(open_page, address, AS_A_PERSON_HEARS)
    for language in ("fr", "ar", "en"):
        choose_language(page, language)
        for speaker in page.locator(".tile-speaker").all():
            touch(speaker)
        touch(page.locator("[data-action=speak]"))
        for action in ("speak", "sound-louder", "sound-quieter", "sound-stop", "speak", "sound-louder"):
            page.evaluate("(action) => document.querySelector(`[data-action=${action}]`).click()", action)
        page.evaluate("for (const each of document.querySelectorAll('.tile-speaker')) { each.click(); each.click(); }")
        page.evaluate("for (const each of document.querySelectorAll('.tile-speaker')) each.click()")
        ear.hears(tiles(page)[-1])
        touch(page.locator("[data-action=back]"))
        page.locator("main[data-screen=language]").wait_for()
    ear.falls_silent()
    ear.heard_real_speech()


def loudness(page: Page, ear: Ear) -> float:
    """How loud the screen's heading leaves the page, at most."""
    page.evaluate("ear.level = 0")
    ear.skip()
    touch(page.locator("[data-speaks=need-transports]"))
    ear.falls_silent()
    return float(page.evaluate("ear.level"))


def test_the_volume_has_five_steps_and_the_next_person_finds_the_usual_one(open_page: Open, address: str) -> None:
    page, ear = listening_kiosk(open_page, address)
    choose_language(page, "fr")
    touch(page.locator("[data-action=speak]"))
    volume = page.locator("[data-volume]")
    expect(volume).to_have_attribute("data-volume", "3")
    levels = {}
    for action, goal in (("sound-quieter", "1"), ("sound-louder", "5")):
        button = page.locator(f"[data-action={action}]")
        while volume.get_attribute("data-volume") != goal:
            touch(button)
        expect(button).to_have_attribute("aria-disabled", "true")
        touch(button)
        expect(volume).to_have_attribute("data-volume", goal)
        levels[goal] = loudness(page, ear)
    # 20 dB between the softest and the loudest, ten times the amplitude; no two sentences are equally loud.
    assert levels["1"] * 4 < levels["5"] < levels["1"] * 25

    touch(page.locator("[data-need=transports]"))
    page.locator("[data-number]").wait_for()
    expect(page.locator("[data-volume]")).to_have_attribute("data-volume", "5")
    touch(page.locator("[data-action=done]"))
    page.locator("main[data-screen=language]").wait_for()
    expect(page.locator("#sound-strip")).to_be_hidden()
    touch(page.locator("[data-action=speak]"))
    expect(page.locator("[data-volume]")).to_have_attribute("data-volume", "3")


def test_a_machine_may_be_set_to_another_volume(open_page: Open, address: str) -> None:
    page, _ = listening_kiosk(open_page, f"{address}#volume=5")
    touch(page.locator("[data-action=speak]"))
    expect(page.locator("[data-volume]")).to_have_attribute("data-volume", "5")


def test_words_of_two_languages_on_one_tile_are_said_each_in_its_own(open_page: Open, address: str) -> None:
    page, ear = listening_kiosk(open_page, address)

    def unlabelled(route: Route) -> None:
        site = route.fetch().json()
        next(need for need in site["needs"] if need["id"] == "papiers")["labels"].pop("en")
        route.fulfill(json=site)

    page.route(f"**/api/v1/sites/{KIOSK_SITE}", unlabelled)
    page.reload()
    choose_language(page, "en")
    touch(page.locator("[data-speaks=need-papiers]"))
    ear.falls_silent()
    assert [said.language for said in ear.said()] == ["fr", "en"]
    assert ear.said()[0].text == page.locator("[data-need=papiers] .tile-label").inner_text()


def test_whoever_listens_is_not_asked_whether_they_are_still_there(open_page: Open, address: str) -> None:
    page, _ = listening_kiosk(open_page, address)
    page.clock.install()
    choose_language(page, "fr")
    held: list[Route] = []
    # Sentences that never come: each is waited for during eight seconds.
    page.route("**/speech?**", holding(held))
    page.clock.run_for(1_000)
    touch(page.locator("[data-action=speak]"))
    assert len(tiles(page)) == 6
    let_pass(page, 61)
    expect(page.locator("body")).to_have_attribute("data-speaking", "")
    expect(page.locator("#still-here")).to_be_hidden()
    let_pass(page, 70)
    expect(page.locator("#still-here")).to_be_visible()
