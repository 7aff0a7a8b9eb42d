"""The whole way for who cannot see, by a keypad alone and by taps alone, in each language: what is said on it."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SITE, Open, numbers
from tests.browser.speech import Ear, Said, double_tap, hold, listening_kiosk, message, spoken, touch
from tests.support.api import Client
from tests.support.hearing import LANGUAGES
from tests.support.processes import Demo


@cache
def address(demo: Demo, _language: str) -> str:
    """A kiosk that is a device of its own: an ear that listens so quickly asks for more sentences than one may."""
    return f"{demo.url}/kiosk/{SITE}#token={demo.token(SITE, 'kiosk')}"


def tile_of(counter: Client, need: str, language: str) -> tuple[str, str]:
    """What a need's tile is called, and all that it says."""
    each: dict[str, Any] = next(each for each in counter.get_site().json()["needs"] if each["id"] == need)
    label, hint = each["labels"][language], each["hints"][language]
    return label, f"{label}. {hint}."


def says_how_it_works(language: str) -> list[Said]:
    return [message(language, "aloud-on"), message(language, "aloud-keys")]


def chosen(language: str, label: str) -> Said:
    return message(language, "aloud-chosen", label=label)


def chosen_language(language: str) -> list[Said]:
    """In French until then, and yet the language keeps its own name."""
    name = message(language, "language-name")
    whole = chosen("fr", name.text)
    return [whole] if language == "fr" else [Said("fr", whole.text.removesuffix(name.text).strip()), name]


def hears_the_ticket(ear: Ear, page: Page, language: str, need: str, ahead: int) -> str:
    """Everything that the ticket's screen has to say, the paper included when it is there. Gives the number."""
    shown = page.locator("[data-number]")
    number = str(shown.get_attribute("data-number"))
    ear.hears(
        chosen(language, need),
        message(language, "your-number"),
        Said(language, " ".join(number)),
        message(language, "people-ahead", count=ahead),
        message(language, "sit-down"),
        message(language, "watch-screen"),
        message(language, "aloud-choices", count=1),
    )
    ear.has_heard(message(language, "paper-take"))
    return number


def is_as_the_next_person_finds_it(page: Page, ear: Ear) -> None:
    expect(page.locator("main")).to_have_attribute("data-screen", "language")
    expect(page.locator("body")).not_to_have_attribute("data-aloud", "")
    expect(page.locator("#sound-strip")).to_be_hidden()
    ear.falls_silent()


def goes_to(page: Page, key: str, goal: str) -> None:
    """From stop to stop, until one is heard."""
    heard = page.locator(f"{goal}[data-heard]")
    for _ in range(20):
        page.keyboard.press(key)
        page.locator("[data-heard]").wait_for()
        if heard.count() == 1:
            break
    expect(heard).to_be_focused()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_keypad_leads_from_the_start_to_the_end(demo: Demo, open_page: Open, counter: Client, language: str) -> None:
    before = counter.issue().json()["number"]
    page, ear = listening_kiosk(open_page, address(demo, language))
    page.keyboard.press("Numpad5")
    ear.hears(*says_how_it_works("fr"), message("fr", "greeting"), message("fr", "aloud-choices", count=len(LANGUAGES)))
    goes_to(page, "Numpad6", f"[data-language={language}]")
    ear.hears(message(language, "language-name"))
    assert numbers(counter) == [before]

    page.keyboard.press("Numpad5")
    ear.hears(*chosen_language(language))
    # French has been explained; another language is.
    explained = [] if language == "fr" else says_how_it_works(language)
    ear.hears(*explained, message(language, "need-question"), message(language, "aloud-choices", count=6))
    label, all_of_it = tile_of(counter, "allocations", language)
    goes_to(page, "Numpad2", "[data-need=allocations]")
    ear.hears(Said(language, spoken(all_of_it)))

    page.keyboard.press("NumpadEnter")
    page.locator("[data-number]").wait_for()
    number = hears_the_ticket(ear, page, language, label, ahead=1)
    assert numbers(counter) == [before, number]
    goes_to(page, "Numpad2", "[data-action=done]")
    ear.hears(message(language, "done"))
    page.keyboard.press("Numpad5")
    is_as_the_next_person_finds_it(page, ear)
    ear.heard_real_speech()


@pytest.mark.parametrize("language", LANGUAGES)
def test_taps_lead_from_the_start_to_the_end(demo: Demo, open_page: Open, counter: Client, language: str) -> None:
    page, ear = listening_kiosk(open_page, address(demo, language))
    main = page.locator("main")
    hold(page.locator("[data-action=speak]"))
    ear.hears(*says_how_it_works("fr"), message("fr", "aloud-choices", count=len(LANGUAGES)))
    own = page.locator(f"[data-language={language}]")
    touch(own)
    ear.hears(message(language, "language-name"))
    expect(main).to_have_attribute("data-screen", "language")

    double_tap(own)
    ear.hears(*chosen_language(language))
    ear.hears(message(language, "need-question"), message(language, "aloud-choices", count=6))
    label, all_of_it = tile_of(counter, "transports", language)
    tile = page.locator("[data-need=transports]")
    touch(tile)
    ear.hears(Said(language, spoken(all_of_it)))
    assert numbers(counter) == []

    double_tap(tile)
    page.locator("[data-number]").wait_for()
    number = hears_the_ticket(ear, page, language, label, ahead=0)
    assert numbers(counter) == [number]
    done = page.locator("[data-action=done]")
    touch(done)
    ear.hears(message(language, "done"))
    expect(main).to_have_attribute("data-screen", "ticket")
    double_tap(done)
    is_as_the_next_person_finds_it(page, ear)
    ear.heard_real_speech()
