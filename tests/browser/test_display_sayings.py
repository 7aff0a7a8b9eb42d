"""What the waiting room says of a call, to the letter, in each language; how long a call stands; the mute hours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Page

from server.domain.screens import Way
from tests.browser.conftest import Open
from tests.support.languages import LANGUAGES
from tests.support.processes import Demo
from tests.support.room_sayings import CALLED, CALLED_AGAIN, THE_WAY

CALL = {"number": "A012", "counter": "3", "label": "Guichet 3", "count": 1}
NOWHERE: dict[str, Any] = {"way": None, "place": {}}
LEFT = {"way": "left", "place": {"fr": "1er étage", "en": "First floor."}}

SAYINGS = """async ([call, there, languages, isRepeated]) => {
    const { loadWords } = await import("/look/words.js");
    const { sayingsOf } = await import("/assets/display/room/sayings.js");
    const load = (language) => loadWords("/assets/display/room/locales", language);
    const [french, ...others] = await Promise.all(languages.map(load));
    return sayingsOf(call, { french, others }, there, isRepeated);
}"""
IS_MUTE = """async ([periods, time]) => {
    const { isMute } = await import("/assets/display/room/setting.js");
    return isMute(periods, time);
}"""

SHOWN_AFTER = """async ([seconds, voice]) => {
    const { START, advance, told } = await import("/assets/display/room/board.js");
    const begun = advance({ ...START, pending: [{ nth: 0 }, { nth: 1 }] }, 0);
    return advance(voice === "done" ? told(begun, begun.announced) : begun, 1_000 * seconds).showing.call.nth;
}"""


@pytest.fixture
def page(demo: Demo, open_page: Open) -> Page:
    """A page of the server that does nothing by itself."""
    return open_page(f"{demo.url}/healthz")


def sayings(page: Page, there: dict[str, Any] = NOWHERE, *, repeated: bool = True, **call: Any) -> list[dict[str, str]]:
    """What is said of A012, in this order."""
    return list(page.evaluate(SAYINGS, [CALL | call, there, LANGUAGES, repeated]))


def texts(found: list[dict[str, str]]) -> list[str]:
    return [each["text"] for each in found]


def french_and(language: str, *tables: Mapping[str, str]) -> list[str]:
    """What these tables say in French and in a language, where that is another."""
    return [table[each] for table in tables for each in dict.fromkeys(["fr", language])]


def test_a_call_is_said_in_french_and_then_in_the_language_of_the_resident(page: Page) -> None:
    found = {language: sayings(page, language=language) for language in LANGUAGES}
    assert {language: texts(each) for language, each in found.items()} == {
        language: french_and(language, CALLED) for language in LANGUAGES
    }
    for language, each in found.items():
        assert (each[-1]["language"], each[-1]["dir"]) == (language, "rtl" if language in {"ar", "fa"} else "ltr")


def test_a_recall_says_so_and_is_said_twice(page: Page) -> None:
    assert {language: texts(sayings(page, language=language, count=2)) for language in LANGUAGES} == {
        language: french_and(language, CALLED_AGAIN, CALLED) for language in LANGUAGES
    }


def test_a_recall_is_said_once_where_others_wait_for_their_turn(page: Page) -> None:
    found = sayings(page, language="en", count=3, repeated=False)
    assert texts(found) == [CALLED_AGAIN["fr"], CALLED_AGAIN["en"]]


def test_the_way_is_said_and_the_floor_in_the_languages_of_its_sign(page: Page) -> None:
    found = {language: texts(sayings(page, LEFT, language=language))[-1] for language in LANGUAGES}
    assert found == THE_WAY


def test_each_way_has_its_own_words_in_each_language(page: Page) -> None:
    for language in LANGUAGES:
        said = {texts(sayings(page, {"way": way, "place": {}}, language=language))[-1] for way in Way}
        assert len(said) == len(Way)
        assert all(each.startswith(CALLED[language]) and "room-way" not in each for each in said)


def test_a_language_that_the_site_does_not_offer_is_not_said(page: Page) -> None:
    assert texts(sayings(page, language="ta")) == [CALLED["fr"]]


def test_the_caption_is_written_as_the_number_is_shown(page: Page) -> None:
    assert sayings(page, language="fr")[0]["written"] == "Numéro A\u202f012. Guichet 3."


def test_a_sign_s_own_words_are_said(page: Page) -> None:
    assert texts(sayings(page, language="fr", label="Bureau de Mme Roux")) == ["Numéro A 0 1 2. Bureau de Mme Roux."]


@pytest.mark.parametrize(
    ("periods", "mute", "heard"),
    [
        ([], [], ["00:00", "12:00", "23:59"]),
        (["12:00-14:00"], ["12:00", "13:59"], ["11:59", "14:00"]),
        (["20:00-08:00"], ["20:00", "23:59", "00:00", "07:59"], ["08:00", "19:59"]),
        (["08:00-09:00", "12:00-14:00"], ["08:30", "12:30"], ["10:00", "15:00"]),
        (["00:00-00:00"], ["00:00", "16:00", "23:59"], []),
    ],
)
def test_mute_hours_begin_and_end_on_the_minute(
    page: Page, periods: list[str], mute: list[str], heard: list[str]
) -> None:
    assert [time for time in mute + heard if page.evaluate(IS_MUTE, [periods, time])] == mute


@pytest.mark.parametrize(
    ("seconds", "voice", "shown"), [(5, "done", 0), (6, "done", 1), (60, "hangs", 0), (66, "hangs", 1)]
)
def test_a_call_stands_while_it_is_said_six_seconds_at_least_and_a_minute_longer_at_most(
    page: Page, seconds: int, voice: str, shown: int
) -> None:
    assert page.evaluate(SHOWN_AFTER, [seconds, voice]) == shown
