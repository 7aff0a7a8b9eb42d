"""Twelve languages on the wall and on the phone, counted and lettered alike in the browser and on the paper."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
from playwright.sync_api import Locator, expect

from printers.words import words_in
from tests.browser.conftest import Open, emptied
from tests.browser.setbacks import closed, forget_calls, last_tickets, let_pass
from tests.browser.waiting_room import OUTSIDE, ROOM_SITE, TURN_S, screen
from tests.support.api import Client
from tests.support.languages import LANGUAGES
from tests.support.processes import Demo

RIGHT_TO_LEFT = {"ar", "fa"}
COUNTS = [0, 1, 2, 3, 5, 11, 20, 21, 22, 25, 100, 101, 102, 999]
WORDS_OF = """async ([language, counts]) => {
    const { loadWords } = await import("/look/words.js");
    const kiosk = await loadWords("/assets/kiosk/locales", language);
    const said = (id, values) => kiosk.say(id, values).replaceAll(/[\\u2066-\\u2069]/g, "").replaceAll("\\u00a0", " ");
    return counts.map((count) => [
        said("people-ahead", { count }),
        said("wait-about", { high: count }),
        said("wait-less", { high: count }),
        said("wait-range", { low: 1, high: count }),
    ]);
}"""
SCENES = {
    "welcome": lambda *_: nullcontext(),
    "no-tickets": last_tickets,
    "closed": closed,
}


@pytest.fixture
def desk(demo: Demo) -> Client:
    """A counter of the site, where nobody waits and nobody was called."""
    client = emptied(demo, ROOM_SITE)
    forget_calls(demo, ROOM_SITE)
    return client


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_browser_counts_as_the_paper_does_in_western_digits(demo: Demo, open_page: Open, language: str) -> None:
    page = open_page(f"{demo.url}/display/{ROOM_SITE}")
    paper = words_in(language)

    def on_paper(message: str, **values: int) -> str:
        return str(paper.messages.format_value(message, values)).replace("\u00a0", " ")

    wanted = [
        [
            paper.ahead(count),
            on_paper("wait-about", high=count),
            on_paper("wait-less", high=count),
            on_paper("wait-range", low=1, high=count),
        ]
        for count in COUNTS
    ]
    assert page.evaluate(WORDS_OF, [language, COUNTS]) == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phone_speaks_the_language_that_was_chosen_at_the_kiosk(
    demo: Demo, desk: Client, open_page: Open, language: str
) -> None:
    ahead = desk.issue()
    ticket = desk.issue(language=language).json()
    phone = open_page(ticket["follow_url"], 360, 640)
    expect(phone.locator("html")).to_have_attribute("lang", language)
    expect(phone.locator("html")).to_have_attribute("dir", "rtl" if language in RIGHT_TO_LEFT else "ltr")
    expect(phone.locator("[data-ahead]")).to_contain_text(words_in(language).ahead(1).split()[0])
    desk.call("2", ticket=ticket["id"])
    expect(phone.locator("main")).to_have_attribute("data-state", "called")
    if language != "fr":
        expect(phone.locator("[data-counter-own]")).to_contain_text("2")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    assert ahead.status_code == 201


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1080, 1920)])
@pytest.mark.parametrize("scene", SCENES)
def test_on_the_wall_every_language_is_whole_beside_any_other(
    demo: Demo, desk: Client, open_page: Open, scene: str, size: tuple[int, int]
) -> None:
    with SCENES[scene](demo, ROOM_SITE):
        # In their turns each stands with the one before it or behind it; two of the longest do not meet so.
        for languages in (LANGUAGES, ("fr", "ru", "zh")):
            room = screen(demo, open_page, size=size, languages=languages)
            shown = room.locator(f"[data-scene={scene}] [lang]")
            missing = set(languages[1:])
            while missing:
                expect(shown).to_have_count(2 if scene == "closed" else 3)
                assert room.evaluate(OUTSIDE) == []
                now = languages_of(shown)
                missing -= set(now)
                if missing:
                    room.clock.fast_forward(TURN_S * 1_000)
                    expect(shown.last).not_to_have_attribute("lang", now[-1])
    assert desk.queue().json()["waiting"] == []


def test_on_the_wall_two_languages_stand_beside_french_and_then_the_next_two(
    demo: Demo, desk: Client, open_page: Open
) -> None:
    desk.issue()
    room = screen(demo, open_page)
    shown = room.locator("[data-scene=welcome] [lang]")
    expect(shown).to_have_count(3)
    french, *first = languages_of(shown)
    let_pass(room, TURN_S)
    assert (french, *languages_of(shown)) == ("fr", "fr", *next_of(first))


def test_a_screen_without_its_server_says_so_in_every_language(demo: Demo, desk: Client, open_page: Open) -> None:
    desk.issue()
    room = screen(demo, open_page)
    expect(room.locator("[data-scene=welcome] [lang]")).to_have_count(3)
    room.route("**/api/**", lambda route: route.abort())
    room.context.set_offline(True)
    let_pass(room, 90)
    shown = room.locator("[data-scene=offline] [lang]")
    expect(shown).to_have_count(2)
    seen = []
    for _ in LANGUAGES[1:]:
        assert room.evaluate(OUTSIDE) == []
        seen += languages_of(shown)
        let_pass(room, TURN_S)
    assert {language: seen.count(language) for language in seen} == dict.fromkeys(seen, 2)
    assert set(seen) == set(LANGUAGES[1:])


def languages_of(shown: Locator) -> list[str]:
    return [str(language) for language in shown.evaluate_all("(parts) => parts.map((part) => part.lang)")]


def next_of(pair: list[str]) -> list[str]:
    """The two whose turn it is after these; after the last comes the first."""
    others = LANGUAGES[1:]
    return [others[(others.index(language) + len(pair)) % len(others)] for language in pair]


def test_a_dead_link_is_told_in_every_language_the_phones_own_first(demo: Demo, open_page: Open) -> None:
    phone = open_page(f"{demo.url}/t/1-AAAAAAAAAAAAAAAAAAAAAA", 360, 640)
    lines = phone.locator("[data-unknown] > p")
    expect(lines).to_have_count(len(LANGUAGES))
    told = [str(line.get_attribute("lang")) for line in lines.all()]
    assert sorted(told) == sorted(LANGUAGES)
    assert told[0] == phone.evaluate("navigator.language").split("-")[0]
