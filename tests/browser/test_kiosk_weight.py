"""The first screens in each language: what they weigh on the wire, and whose faces draw their letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import SITE
from tests.browser.scale import Scale
from tests.support.processes import Demo

LANGUAGES = ("fr", "ar", "en", "tr", "pt", "es", "ro", "sq", "ru", "uk", "fa", "zh")
HEAVIEST = 350_000
"""Bytes that a language may weigh, from an empty cache until its needs stand there."""

LATIN = "Atkinson Hyperlegible Next"
FACES = {LATIN, "Noto Sans", "Noto Sans Arabic", "Noto Sans SC"}
WRITE = """([lang, words]) => {
    const made = document.createElement("p");
    Object.assign(made, { lang, textContent: words, id: "written" });
    document.querySelector("main").append(made);
}"""

Weigh = Callable[[str], Scale]


@pytest.fixture
def weigh(demo: Demo, browser: Browser) -> Iterator[Weigh]:
    """Opens the kiosk in a new profile, and goes on to the needs in a language.

    The service worker is kept out: it fetches every language once and in the background, so that a page that is counted
    beside it would find in the browser's cache what it should have paid for.
    """
    contexts = []

    def weighed(language: str) -> Scale:
        context = browser.new_context(viewport={"width": 1080, "height": 1920}, has_touch=True, service_workers="block")
        contexts.append(context)
        page = context.new_page()
        scale = Scale(page, demo.url)
        page.goto(f"{demo.url}/kiosk/{SITE}")
        page.locator(f"[data-language={language}]").tap()
        page.locator("[data-need=aide]").wait_for()
        scale.settle()
        return scale

    yield weighed
    for context in contexts:
        context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_light_and_drawn_with_our_own_faces(weigh: Weigh, language: str) -> None:
    scale = weigh(language)
    fonts = scale.fonts("body")
    assert {words: drawn for words, drawn in fonts.items() if not drawn <= {(face, True) for face in FACES}} == {}
    assert len([words for words, drawn in fonts.items() if drawn]) > 10
    weight = sum(scale.came.values())
    print(f"{language}: {weight:,} bytes in {len(scale.came)} files")
    heaviest_first = sorted(scale.came.items(), key=lambda each: -each[1])
    assert weight <= HEAVIEST, heaviest_first[:20]
    # Our own words are drawn with faces that hold nothing else; the common ones are for what a site writes.
    assert [address for address in scale.came if "-common-" in address] == []


def test_digits_and_latin_letters_look_alike_in_every_language(weigh: Weigh) -> None:
    scale = weigh("fr")
    for language in LANGUAGES:
        scale.page.evaluate(WRITE, [language, "A 012 SNCF 24/7"])
        scale.settle()
        assert scale.fonts("#written") == {"A 012 SNCF 24/7": {(LATIN, True)}}, language
        scale.page.evaluate("document.querySelector('#written').remove()")


@pytest.mark.parametrize(
    ("language", "words", "face"),
    [
        ("zh", "鲸鱼、鹦鹉、滑冰", "Noto Sans SC"),  # none of them is a word of the kiosk
        ("zh", "“您好！”……", "Noto Sans SC"),  # the quotation marks and dots too
        ("fr", "“l’été” … – «ça»", LATIN),
        ("fa", "می‌شود؟ پنجشنبه، گچ ژاکت", "Noto Sans Arabic"),
        ("uk", "Ґанок її з’їзду", None),
        ("ro", "Științe și țară", LATIN),
    ],
)
def test_words_of_a_site_are_drawn_with_our_own_faces_too(
    weigh: Weigh, language: str, words: str, face: str | None
) -> None:
    scale = weigh("fr")
    scale.page.evaluate(WRITE, [language, words])
    scale.settle()
    ((_, drawn),) = scale.fonts("#written").items()
    allowed = {face} if face else {"Noto Sans", LATIN}
    if " " in words:
        allowed.add(LATIN)  # every space is Latin's
    assert {name for name, _ in drawn} <= allowed
    assert all(ours for _, ours in drawn)
