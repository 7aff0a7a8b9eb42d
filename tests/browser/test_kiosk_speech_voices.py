"""Whose voice it is: the browser's own before the server's, never a stranger's; and what is left when there is none."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open, emptied, numbers
from tests.browser.setbacks import let_pass
from tests.browser.speech import Ear, listening_kiosk, message, steady, touch
from tests.support.api import Client
from tests.support.hearing import LANGUAGES
from tests.support.processes import Demo, until

KIOSK_SITE = "site-6"
SPEECH = "**/api/v1/sites/*/speech?**"
LOCAL, REMOTE = True, False
BROWSER_VOICES = """
    window.voices = { asked: [], sounding: 0, most: 0 };
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    let current = null;
    const over = (how) => {
        const ended = current;
        current = null;
        if (ended) voices.sounding -= 1;
        ended?.[how]?.({});
    };
    Object.defineProperty(window, "speechSynthesis", { value: {
        getVoices: () => VOICES.map(([lang, localService, name]) => ({ lang, localService, name, voiceURI: name })),
        speak(utterance) {
            voices.asked.push([utterance.voice.name, utterance.text, utterance.volume]);
            if (utterance.voice.name === "mute") return;
            voices.sounding += 1;
            voices.most = Math.max(voices.most, voices.sounding);
            current = utterance;
            setTimeout(() => current === utterance && utterance.onstart?.({}), 20);
            setTimeout(() => current === utterance && over("onend"), 60);
        },
        cancel: () => over("onerror"),
    } });
"""


@pytest.fixture
def address(demo: Demo) -> str:
    return f"{demo.url}/kiosk/{KIOSK_SITE}"


@pytest.fixture
def desk(demo: Demo) -> Client:
    """A counter of the kiosk's site, where nobody waits any more."""
    return emptied(demo, KIOSK_SITE)


def with_voices(open_page: Open, address: str, *voices: tuple[str, bool, str]) -> tuple[Page, Ear]:
    """A kiosk whose browser has these voices: their language, whether they are on this machine, their name."""
    return listening_kiosk(open_page, address, before=BROWSER_VOICES.replace("VOICES", json.dumps(voices)))


def engines(page: Page) -> dict[str, set[str]]:
    """Language -> who said something in it."""
    found: dict[str, set[str]] = {}
    for said in page.evaluate("ear.said"):
        found.setdefault(said["language"], set()).add(said["engine"])
    return found


def asked(page: Page) -> list[list[Any]]:
    """What the browser's voices were asked to say."""
    return list(page.evaluate("voices.asked"))


def test_the_browser_s_own_voice_is_preferred_where_it_has_one(open_page: Open, address: str) -> None:
    page, ear = with_voices(
        open_page, address, ("fr-CA", LOCAL, "Simone"), ("fr_FR", LOCAL, "Amélie"), ("zh-HK", LOCAL, "Sinji")
    )
    touch(page.locator("[data-action=speak]"))
    ear.hears(message("fr", "greeting"), message("zh", "language-name"))
    ear.falls_silent()
    assert engines(page) == {language: {"browser" if language == "fr" else "server"} for language in LANGUAGES}
    # The accent of this country first; and Cantonese is not the Chinese that is written here.
    assert {name for name, _, _ in asked(page)} == {"Amélie"}


def test_a_voice_of_somebody_else_s_server_is_never_used(open_page: Open, address: str) -> None:
    page, ear = with_voices(open_page, address, ("fr-FR", REMOTE, "Far away"))
    touch(page.locator("[data-action=speak]"))
    ear.hears(message("fr", "greeting"), message("zh", "language-name"))
    assert asked(page) == []
    ear.falls_silent()
    ear.heard_real_speech()


def test_a_browser_s_voice_that_says_nothing_gives_way_to_the_server_s(open_page: Open, address: str) -> None:
    page, ear = with_voices(open_page, address, ("fr-FR", LOCAL, "mute"))
    touch(page.locator("[data-action=speak]"))
    ear.hears(message("fr", "greeting"))
    assert engines(page)["fr"] == {"server"}
    # It is not waited for again.
    assert len(asked(page)) == 1


def test_a_browser_s_voice_stops_for_another_sentence_and_follows_the_volume(open_page: Open, address: str) -> None:
    page, ear = with_voices(open_page, address, ("fr-FR", LOCAL, "Amélie"))
    touch(page.locator("[data-language=fr]"))
    page.locator("[data-need]").first.wait_for()
    page.evaluate("for (const each of document.querySelectorAll('.tile-speaker')) each.click()")
    touch(page.locator("[data-action=speak]"))
    touch(page.locator("[data-action=sound-louder]"))
    ear.falls_silent()
    assert page.evaluate("voices.most") == 1
    softer, louder = (min(asked(page), key=lambda each: each[2])[2], asked(page)[-1][2])
    # One step is 5 dB.
    assert louder / softer == pytest.approx(10 ** (5 / 20))


def without_voice(page: Page, language: str) -> None:
    """The server has no voice for this language."""

    def answer(route: Route) -> None:
        if f"language={language}&" not in route.request.url:
            route.continue_()
            return
        problem = {"type": "about:blank", "status": 404, "code": "no_voice"}
        route.fulfill(status=404, content_type="application/problem+json", body=json.dumps(problem))

    page.route(SPEECH, answer)


def test_where_a_language_has_no_voice_the_speaker_shows_it_and_all_else_works(
    open_page: Open, address: str, desk: Client
) -> None:
    page, ear = listening_kiosk(open_page, address)
    without_voice(page, "ar")
    speaker = page.locator("[data-action=speak]")
    expect(speaker).to_have_attribute("aria-disabled", "false")
    touch(page.locator("[data-language=ar]"))
    page.locator("main[data-screen=need]").wait_for()
    expect(speaker).to_have_attribute("aria-disabled", "true")
    expect(speaker.locator("use")).to_have_attribute("href", "/look/vendor/pictograms.svg#speaker-slash")
    expect(page.locator(".tile-speaker[aria-disabled=true]")).to_have_count(page.locator(".tile").count())
    touch(speaker)
    touch(page.locator(".tile-speaker").first)
    ear.falls_silent()
    # Nothing is said in the voice of another language.
    assert ear.said() == []
    touch(page.locator("[data-need=papiers]"))
    number = page.locator("[data-number]").get_attribute("data-number")
    assert numbers(desk) == [number]
    touch(page.locator("[data-action=done]"))
    page.locator("main[data-screen=language]").wait_for()
    expect(speaker).to_have_attribute("aria-disabled", "false")
    touch(speaker)
    ear.hears(message("fr", "greeting"), message("en", "language-name"))
    ear.falls_silent()
    assert "ar" not in engines(page)


def test_what_was_said_once_sounds_when_the_server_is_away(open_page: Open, address: str) -> None:
    page, ear = listening_kiosk(open_page, address)
    touch(page.locator("[data-language=en]"))
    page.locator("main[data-screen=need]").wait_for()
    touch(page.locator("[data-speaks=need-papiers]"))
    ear.falls_silent()
    kept = ear.said()
    assert len(kept) == 1
    page.route("**/api/**", lambda route: route.abort("connectionrefused"))
    ear.skip()
    touch(page.locator("[data-speaks=need-transports]"))
    ear.falls_silent()
    assert ear.said() == kept
    touch(page.locator("[data-speaks=need-papiers]"))
    ear.hears(*kept)
    expect(page.locator("[data-action=speak]")).to_have_attribute("aria-disabled", "false")
    ear.falls_silent()
    ear.heard_real_speech()


def sounds(fetched: list[str]) -> set[str]:
    """The sentences that were sent; asking whether there is a voice (HEAD) sends none."""
    return {each for each in fetched if each.startswith("GET ") and "/speech?" in each}


def test_the_screen_that_says_the_kiosk_does_not_work_speaks_without_a_server(open_page: Open, address: str) -> None:
    fetched: list[str] = []
    page, ear = listening_kiosk(open_page, address)
    page.on("requestfinished", lambda request: fetched.append(f"{request.method} {request.url}"))
    page.clock.install()
    # Another screen, so that its time runs on the clock that is turned from here on.
    touch(page.locator("[data-language=fr]"))
    page.locator("main[data-screen=need]").wait_for()
    page.clock.run_for(1_000)
    touch(page.locator("[data-action=back]"))
    page.locator("main[data-screen=language]").wait_for()
    page.clock.run_for(20_000)
    sentences = 2 * len(LANGUAGES)
    # Looking at the page lets Playwright tell of its requests.
    until(lambda: page.title() != "" and len(sounds(fetched)) == sentences, "all are kept")
    page.route("**/api/**", lambda route: route.abort("connectionrefused"))
    let_pass(page, 11)
    page.locator("main[data-screen=unavailable]").wait_for()
    page.clock.run_for(1_000)
    steady(page)
    touch(page.locator("[data-action=speak]"))
    ear.hears(message("fr", "unavailable"), message("fr", "unavailable-next"))
    until(lambda: {said.language for said in ear.said()} == set(LANGUAGES), "it is said in each language")
    ear.falls_silent()
    ear.heard_real_speech()
