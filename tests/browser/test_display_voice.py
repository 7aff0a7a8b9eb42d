"""The voice of the waiting room: a chime, then French, then the resident's language; one call after the other."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, emptied
from tests.browser.room_voice import call_of, course, heard, one_at_a_time, said, stand_in
from tests.browser.setbacks import age_calls, let_pass
from tests.browser.speech import Said, spoken
from tests.browser.waiting_room import OLD_S, ROOM_SITE, SHOWN_S, screen
from tests.support.api import Client
from tests.support.languages import LANGUAGES
from tests.support.processes import Demo, until

FOREIGN = [language for language in LANGUAGES if language != "fr"]


@pytest.fixture
def desk(demo: Demo) -> Client:
    client = emptied(demo, ROOM_SITE)
    age_calls(demo, ROOM_SITE, OLD_S)
    return client


@pytest.fixture
def room(demo: Demo, desk: Client, open_page: Open) -> Page:
    page = screen(demo, open_page)
    live(page)
    return page


def live(page: Page) -> None:
    """It has the board, and nothing is announced."""
    expect(page.locator("body")).to_have_attribute("data-state", "live")
    expect(page.locator("[data-announcing]")).to_have_count(0)


def called(desk: Client, language: str = "fr", counter: str = "2") -> str:
    """Somebody who speaks this language is called. Their number."""
    desk.issue(language=language)
    return str(desk.call(counter).json()["number"])


def both(language: str, number: str, counter: str = "2", *, again: bool = False) -> list[Said]:
    """A call as it is to be heard."""
    return [call_of(each, number, counter, again=again) for each in dict.fromkeys(["fr", language])]


def hears(page: Page, *expected: Said) -> None:
    """Lets time pass until this was said, and nothing else."""

    def all_is_said() -> bool:
        let_pass(page, 1)
        return len(said(page)) >= len(expected) and page.evaluate("room.begun === room.ended")

    until(all_is_said, f"{len(expected)} sentences are said")
    assert said(page) == list(expected)


def test_a_chime_comes_first_then_french_then_the_resident_s_language(room: Page, desk: Client) -> None:
    number = called(desk, "ar")
    hears(room, *both("ar", number))
    assert course(room) == ["chime", "fr", "ar"]
    one_at_a_time(room)


def test_a_resident_of_any_language_is_called_in_it(room: Page, desk: Client) -> None:
    expected = []
    for language in FOREIGN:
        expected += both(language, called(desk, language))
        # One after the other, so that nobody is in haste.
        hears(room, *expected)
        let_pass(room, SHOWN_S)
        live(room)
    assert course(room) == [each for language in FOREIGN for each in ("chime", "fr", language)]


def test_calls_at_the_same_moment_are_said_one_after_the_other_in_their_order(room: Page, desk: Client) -> None:
    numbers = [called(desk, language, counter) for language, counter in (("ar", "1"), ("fr", "2"), ("zh", "3"))]
    hears(room, *both("ar", numbers[0], "1"), *both("fr", numbers[1], "2"), *both("zh", numbers[2], "3"))
    # While it was said, it was shown.
    shown = [numbers[0], numbers[0], numbers[1], numbers[2], numbers[2]]
    assert [each.number for each in heard(room)] == shown
    one_at_a_time(room)


def test_the_next_call_waits_until_a_long_sentence_has_been_said(demo: Demo, desk: Client, open_page: Open) -> None:
    page = open_page("about:blank", 1920, 1080)
    stand_in(page, lasts_s=3 * SHOWN_S)
    page.clock.install()
    page.goto(f"{demo.url}/display/{ROOM_SITE}")
    live(page)
    first, second = called(desk), called(desk)
    expect(page.locator(f"[data-announcing][data-number={first}]")).to_be_visible()
    let_pass(page, 2 * SHOWN_S)
    expect(page.locator("[data-announcing]")).to_have_attribute("data-number", first)
    hears(page, *both("fr", first), *both("fr", second))
    one_at_a_time(page)


def test_a_recall_says_that_it_is_one_and_is_said_twice(room: Page, desk: Client) -> None:
    desk.issue(language="tr")
    ticket = desk.call("2").json()
    first = both("tr", ticket["number"])
    hears(room, *first)
    let_pass(room, SHOWN_S)
    live(room)
    desk.move(ticket["id"], "recall")
    hears(room, *first, *both("tr", ticket["number"], again=True), *first)
    assert course(room) == ["chime", "fr", "tr", "chime", "fr", "tr", "fr", "tr"]


def test_in_haste_one_note_is_enough_and_the_words_are_the_same(room: Page, desk: Client) -> None:
    numbers = [called(desk, "en", counter) for counter in ("1", "2", "3", "1", "2")]
    counters = ["1", "2", "3", "1", "2"]
    expected = [each for number, counter in zip(numbers, counters, strict=True) for each in both("en", number, counter)]
    hears(room, *expected)
    chimes = [each for each in course(room) if each.startswith("chime")]
    # Of five, three or more still waited behind the first or the second; the last were not in haste.
    assert len(chimes) == len(numbers)
    assert "chime of 1" in chimes[:2]
    assert chimes[2:] == ["chime", "chime", "chime"]


def test_the_caption_is_what_is_being_said(room: Page, desk: Client) -> None:
    number = called(desk, "fa")
    hears(room, *both("fa", number))
    assert [spoken(each.caption or "") for each in heard(room)] == [each.text for each in both("fa", number)]
    caption = room.locator("[data-caption-now]")
    expect(caption).to_have_attribute("lang", "fa")
    expect(caption).to_have_attribute("dir", "rtl")
    # A screen reader has a caption of its own: it hears the call once.
    expect(caption).to_have_attribute("aria-hidden", "true")


def test_who_is_called_no_more_is_not_spoken_of_to_the_end(demo: Demo, desk: Client, open_page: Open) -> None:
    page = open_page("about:blank", 1920, 1080)
    stand_in(page, lasts_s=600)
    page.clock.install()
    page.goto(f"{demo.url}/display/{ROOM_SITE}")
    live(page)
    desk.issue(language="en")
    ticket = desk.call("2").json()
    until(lambda: said(page) == both("fr", ticket["number"])[:1], "its sentence has begun")
    desk.move(ticket["id"], "transfer", to_counter="3")
    expect(page.locator("[data-announcing]")).to_have_count(0)
    until(lambda: page.evaluate("room.begun === room.ended"), "there is silence")
    assert said(page) == both("fr", ticket["number"])
