"""The messages of a site, told at the foot of the screen in turn: page by page, French first, and never in motion."""

from __future__ import annotations

import re
import tomllib
from io import BytesIO
from typing import Any, Final

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.browser.conftest import ROOT, Open
from tests.browser.room_gallery import LONG, SHORT, SIZES, Place, open_gallery, scenes, show
from tests.support.languages import LANGUAGES
from tests.support.processes import Demo

MODULE = "const { pagesOf, pageAt, tellingsOf, timeFor } = await import('/assets/display/room/messages.js');"
PAGES = f"""async ([text, language, most]) => {{
    {MODULE}
    return pagesOf({{ text, language }}, (page) => page.length <= most);
}}"""
TOLD = f"""async (site) => {{
    {MODULE}
    return tellingsOf(site).map(({{ text, language }}) => [language, text]);
}}"""
TURNS = f"""async (texts) => {{
    {MODULE}
    const pages = texts.map((text) => ({{ text }}));
    const whole = texts.reduce((sum, text) => sum + timeFor(text), 0);
    const seen = [];
    for (let now = 0; now < 2 * whole; now += 50) {{
        const {{ text }} = pageAt(pages, now);
        if (seen.at(-1)?.text !== text) seen.push({{ text, from: now }});
    }}
    return seen.map(({{ text, from }}, nth) => [text, (seen[nth + 1]?.from ?? 2 * whole) - from]);
}}"""
# Whatever stands at the foot while so much time goes by, one line for each change.
WATCHED = """async ([site, told, until]) => {
    const seen = [];
    const box = document.querySelector("[data-message]");
    for (let now = 0; now < until; now += 1_000) {
        await window.show(site, { ...told, now }, ["ar", "en"]);
        const line = [box.lang, box.dir, box.textContent, box.scrollHeight - box.clientHeight < box.clientHeight / 2];
        if (JSON.stringify(seen.at(-1)) !== JSON.stringify(line)) seen.push(line);
    }
    return seen;
}"""


# From the count to the letters beside it, in % of the height, and how thick the line between is, in px.
APART = """() => {
    const words = document.createRange();
    words.selectNodeContents(document.querySelector("[data-message]"));
    const count = document.querySelector("[data-how-many]").getBoundingClientRect();
    const line = parseFloat(getComputedStyle(document.querySelector("[data-waiting]")).borderInlineEndWidth);
    return [(100 * (words.getBoundingClientRect().left - count.right)) / innerHeight, line];
}"""
SEED: Final = ROOT / "server" / "seeds" / "pimms-lyon.toml"


@pytest.fixture
def room(demo: Demo, open_page: Open) -> Page:
    page = open_page("about:blank", *SIZES["wall"])
    open_gallery(page, demo.url)
    return page


def unmarked(pages: list[str]) -> str:
    """The letters of a message, without its spaces and the marks where a page breaks off."""
    return re.sub(r"[ \u00a0…]", "", "".join(pages))


def calls_of(place: Place) -> dict[str, Any]:
    return next(told for name, told in scenes(place, "fr") if name == "calls")


@pytest.mark.parametrize(
    ("text", "language", "most", "pages"),
    [
        ("Une question ?", "fr", 20, ["Une question ?"]),
        ("Une question ? Venez à l’accueil.", "fr", 20, ["Une question ?", "Venez à l’accueil."]),
        ("Oui. Non. Venez à l’accueil demain.", "fr", 19, ["Oui. Non.", "Venez à l’accueil\u00a0…", "…\u00a0demain."]),
        ("un deux trois quatre cinq six", "fr", 20, ["un deux trois\u00a0…", "…\u00a0quatre cinq six"]),
        ("Anticonstitutionnellement vôtre", "fr", 10, ["Anticonstitutionnellement\u00a0…", "…\u00a0vôtre"]),
        ("数字技能课下午三点开始。", "zh", 9, ["数字技能课下午……", "……三点开始。"]),
        ("سؤال؟ تفضّلوا إلى مكتب الاستقبال.", "ar", 18, ["سؤال؟", "تفضّلوا إلى\u00a0…", "…\u00a0مكتب الاستقبال."]),
    ],
)
def test_a_message_is_divided_at_its_sentences_and_words_into_even_pages(
    room: Page, text: str, language: str, most: int, pages: list[str]
) -> None:
    assert room.evaluate(PAGES, [text, language, most]) == pages


def test_nothing_of_a_message_is_lost_whatever_the_width(room: Page) -> None:
    for language, text in LONG.items():
        for most in range(6, len(text) + 1):
            pages = room.evaluate(PAGES, [text, language, most])
            assert unmarked(pages) == text.replace(" ", "")


def test_french_comes_first_and_again_after_every_two_other_languages(room: Page) -> None:
    texts = {"fr": "F", "ar": "A", "en": "E", "tr": "T", "zh": "Z"}
    site = {"languages": ["fr", "ar", "en", "tr", "pt", "zh"], "messages": [{"texts": texts}, {"texts": {"fr": "G"}}]}
    told = [("fr", "F"), ("ar", "A"), ("en", "E"), ("fr", "G")]
    told += [("fr", "F"), ("tr", "T"), ("fr", "G"), ("fr", "F"), ("zh", "Z"), ("fr", "G")]
    assert room.evaluate(TOLD, site) == [list(each) for each in told]


def test_a_site_without_other_languages_tells_its_messages_in_french(room: Page) -> None:
    site = {"languages": ["fr"], "messages": [{"texts": {"fr": "Un"}}, {"texts": {"fr": "Deux"}}]}
    assert room.evaluate(TOLD, site) == [["fr", "Un"], ["fr", "Deux"]]
    assert room.evaluate(TOLD, site | {"messages": []}) == []


def test_each_page_stays_long_enough_to_be_read_slowly(room: Page) -> None:
    texts = ["Une question ?", "Venez à l’accueil.", "下午三点开始。"]
    turns = room.evaluate(TURNS, texts)
    assert [text for text, _ in turns] == texts * 2
    # Two seconds to find the line, then a hundred words a minute, or three Chinese signs a second.
    for text, ms in turns:
        assert ms >= 2_000 + (350 if "三" in text else 115) * (len(text) - 1)


@pytest.mark.parametrize("size", ["wall", "upright"])
def test_every_message_is_told_whole_and_each_language_in_its_own_direction(
    demo: Demo, open_page: Open, size: str
) -> None:
    room = open_page("about:blank", *SIZES[size])
    open_gallery(room, demo.url)
    place = Place(4, (LONG,))
    told = room.evaluate(WATCHED, [place.told(), calls_of(place), 300_000])
    for language, text in LONG.items():
        pages = [words for lang, _, words, _ in told if lang == language]
        assert text.replace(" ", "") in unmarked(pages)
    assert {(lang, way) for lang, way, _, _ in told} == {("fr", "ltr"), ("ar", "rtl"), ("ru", "ltr"), ("zh", "ltr")}
    assert [line for *line, whole in told if not whole] == []


def test_how_many_wait_stays_while_the_messages_take_turns(room: Page) -> None:
    place = Place(4, (SHORT,))
    for now in range(0, 30_000, 1_000):
        show(room, place, calls_of(place) | {"now": now})
        assert room.locator("[data-how-many]").inner_text() == "12"


def test_that_no_more_tickets_are_given_is_told_first(room: Page) -> None:
    place = Place(4, (SHORT,))
    told = calls_of(place) | {"note": "room-no-tickets-note"}
    seen = [words for _, _, words, _ in room.evaluate(WATCHED, [place.told(), told, 60_000])]
    assert next(nth for nth, words in enumerate(seen) if words.startswith("Plus de ticket")) < seen.index(
        "Une question ?"
    )


def test_a_message_is_changed_on_the_screen_when_the_site_changes_it(room: Page) -> None:
    seen = []
    for text in ("Bonjour.", "À demain."):
        place = Place(4, ({"fr": text},))
        seen.append([words for *_, words, _ in room.evaluate(WATCHED, [place.told(), calls_of(place), 20_000])])
    assert "Bonjour." in seen[0]
    assert "À demain." in seen[1]
    assert "Bonjour." not in seen[1]


def test_nothing_at_the_foot_moves(room: Page) -> None:
    place = Place(4, (LONG,))
    room.emulate_media(reduced_motion="no-preference")
    show(room, place, calls_of(place))
    moving = "[...document.querySelectorAll('.strip, .strip *')].flatMap((part) => part.getAnimations()).length"
    assert room.evaluate(moving) == 0
    assert room.evaluate("getComputedStyle(document.querySelector('.message')).transitionDuration") == "0s"


@pytest.mark.parametrize("size", ["wall", "upright"])
def test_no_letter_of_arabic_or_persian_is_cut(demo: Demo, open_page: Open, size: str) -> None:
    room = open_page("about:blank", *SIZES[size])
    open_gallery(room, demo.url)
    # Marks above a tall letter and below one under the line; shadda with kasra, highest; tails that hang deepest.
    texts = ("تفضّلوا إلى حي", "المُعلِّم", "الملفِّ في حيِّ", "لديكم سؤال؟")
    for language, text in (*(("ar", text) for text in texts), ("fa", "به پذیرش بیایید.")):
        place = Place(4, ({language: text},))
        show(room, place, calls_of(place) | {"waiting": 0})
        assert room.locator("[data-message]").inner_text() == text
        kept = room.screenshot()
        room.evaluate("document.querySelector('[data-message]').style.overflow = 'visible'")
        assert room.screenshot() == kept
        room.evaluate("document.querySelector('[data-message]').style.overflow = ''")
        with Image.open(BytesIO(kept)) as picture:
            foot = picture.convert("L").crop((picture.width // 4, picture.height - 1, picture.width, picture.height))
        # Nor by the end of the screen.
        assert len(foot.getcolors() or ()) == 1


def test_each_sentence_of_the_seed_has_a_page_of_its_own_in_every_language(room: Page) -> None:
    (seeded,) = tomllib.loads(SEED.read_text("utf-8"))["messages"]
    place = Place(4, (seeded["texts"],))
    told = room.evaluate(WATCHED, [place.told(), calls_of(place), 200_000])
    assert {language for language, *_ in told} == set(LANGUAGES)
    assert [words for _, _, words, _ in told if "…" in words] == []


def test_who_waits_is_a_cell_of_its_own_from_which_no_sentence_runs_on(room: Page) -> None:
    place = Place(4, (SHORT,))
    show(room, place, calls_of(place))
    gap, line = room.evaluate(APART)
    assert gap >= 5
    assert line > 0


def test_that_nobody_waits_is_told_once(room: Page) -> None:
    place = Place(4, (SHORT,))
    seen = [words for *_, words, _ in room.evaluate(WATCHED, [place.told(), calls_of(place) | {"waiting": 0}, 20_000])]
    assert room.locator("[data-how-many]").inner_text() == "0"
    assert set(seen) == {"Une question ?", "Venez à l’accueil."}
