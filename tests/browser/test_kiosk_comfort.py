"""How a person wants the page, one tap each; how a machine is set; and sizes that are right on this very screen."""

from __future__ import annotations

import math
from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, take_ticket, token
from tests.browser.kiosk_site import asking, retell, shows
from tests.browser.setbacks import let_pass
from tests.support.processes import Demo

KIOSK_SITE = "site-6"
KEPT_AS = f"accueil.kiosk.{KIOSK_SITE}.device"
AS_BUILT: Final = {"theme": "normal", "text": "normal", "reach": "normal", "mirror": False}
HELPS: Final = {
    "text": {"text": "large"},
    "contrast": {"theme": "contrast"},
    "reach": {"reach": "low"},
    "mirror": {"mirror": True},
}
IS = """() => {
    const { theme, text, reach, mirror } = document.documentElement.dataset;
    return { theme, text, reach, mirror: mirror !== undefined };
}"""
SEEN = """() => {
    const box = (part) => document.querySelector(part).getBoundingClientRect();
    return {
        text: Number.parseFloat(getComputedStyle(document.querySelector(".tile-label")).fontSize),
        contrast: getComputedStyle(document.body).backgroundColor === "rgb(0, 0, 0)" ? 1 : 0,
        reach: box("[data-need]").top,
        mirror: box("[data-action=back]").left,
    };
}"""
"""What each help makes larger: letters, blackness, how low the first tile stands, how far on the right "back" does."""
SIZES = """async () => {
    await document.fonts.load("16px 'Atkinson Hyperlegible Next'");
    const style = getComputedStyle(document.documentElement);
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.cssText = "position: fixed; inline-size: var(--target); block-size: 1px";
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = `1000px ${getComputedStyle(document.body).fontFamily}`;
    const capital = pen.measureText("H").actualBoundingBoxAscent / 1_000;
    return {
        mm: Number.parseFloat(style.getPropertyValue("--mm")),
        capital: capital * Number.parseFloat(style.getPropertyValue("--text")),
        target: probe.getBoundingClientRect().width,
    };
}"""
HIGH_KEYS = """() => [...document.querySelectorAll("button")]
    .filter((key) => key.checkVisibility() && key.getBoundingClientRect().top < innerHeight * 0.45)
    .map((key) => key.outerHTML)"""
LEAVES = ("done", "quiet", "silence")


def kiosk_of(demo: Demo, open_page: Open, settings: str = "", width: int = 1080, height: int = 1920) -> Page:
    """A kiosk at its start, opened as who sets it up opens it. Its clock can be turned."""
    page = open_page("about:blank", width, height)
    page.clock.install()
    page.goto(f"{demo.url}/kiosk/{KIOSK_SITE}{settings}")
    shows(page, "language")
    return page


def comfort(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(IS)
    return found


def press(page: Page, action: str) -> None:
    # With a key: two quick taps in one place are one, and a test is quicker than a hand.
    page.locator(f"[data-action={action}]").focus()
    page.keyboard.press("Enter")


@pytest.mark.parametrize("help_", HELPS)
def test_each_help_is_one_tap_and_the_same_again_takes_it_back(demo: Demo, open_page: Open, help_: str) -> None:
    page = kiosk_of(demo, open_page)
    page.locator("[data-language=fr]").tap()
    shows(page, "need")
    key = page.locator(f"[data-action={help_}]")
    before, name = page.evaluate(SEEN), key.get_attribute("aria-label")
    key.tap()
    assert comfort(page) == AS_BUILT | HELPS[help_]
    assert page.evaluate(SEEN)[help_] > before[help_]
    expect(key).to_be_focused()
    press(page, help_)
    assert comfort(page) == AS_BUILT
    assert page.evaluate(SEEN) == before
    expect(key).to_have_attribute("aria-label", str(name))


@pytest.mark.parametrize("leaves", LEAVES)
def test_the_next_person_finds_the_page_as_this_machine_is_set(demo: Demo, open_page: Open, leaves: str) -> None:
    page = kiosk_of(demo, open_page, "#reach=low")
    for help_ in HELPS:
        press(page, help_)
    theirs = {"theme": "contrast", "text": "large", "reach": "normal", "mirror": True}
    assert comfort(page) == theirs
    if leaves == "silence":
        let_pass(page, 61)
    else:
        take_ticket(page, "fr", "papiers")
        shows(page, "ticket")
        assert comfort(page) == theirs
        if leaves == "done":
            page.locator("[data-action=done]").tap()
        else:
            let_pass(page, 92)
    shows(page, "language")
    assert comfort(page) == AS_BUILT | {"reach": "low"}
    expect(page.locator("[data-action=text]")).to_have_attribute("aria-label", "Texte plus grand")


def test_the_address_sets_a_machine_once_and_its_token_still_works(demo: Demo, open_page: Open) -> None:
    mine = token(demo, KIOSK_SITE, "kiosk")
    page = open_page("about:blank")
    page.route("**/api/v1/demo/tokens", lambda route: route.fulfill(status=404, json={}))
    wanted = "diagonal=32&distance=1,2&reach=low&text=large&theme=contrast&mirror=true&volume=5"
    page.goto(f"{demo.url}/kiosk/{KIOSK_SITE}#token={mine}&{wanted}")
    for _ in range(3):
        shows(page, "language")
        assert page.url == f"{demo.url}/kiosk/{KIOSK_SITE}"
        assert comfort(page) == {"theme": "contrast", "text": "large", "reach": "low", "mirror": True}
        settings = page.evaluate("async () => (await import('/assets/kiosk/device.js')).deviceSettings()")
        assert (settings["diagonal_in"], settings["distance_m"], settings["volume"]) == (32, 1.2, 5)
        with page.expect_request(f"**/sites/{KIOSK_SITE}") as asked:
            page.reload()
        assert asked.value.headers["authorization"] == f"Bearer {mine}"
    page.goto(f"{demo.url}/kiosk/{KIOSK_SITE}#reach=normal&text=huge&diagonal=far")
    page.reload()
    shows(page, "language")
    assert page.url == f"{demo.url}/kiosk/{KIOSK_SITE}"
    assert comfort(page) == {"theme": "contrast", "text": "large", "reach": "normal", "mirror": True}


def test_what_a_machine_keeps_is_its_own_and_not_what_a_person_wanted(demo: Demo, open_page: Open) -> None:
    page = kiosk_of(demo, open_page)
    press(page, "text")
    page.reload()
    shows(page, "language")
    assert comfort(page) == AS_BUILT
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEPT_AS, '{"text": "large"}'])
    page.reload()
    shows(page, "language")
    assert comfort(page) == AS_BUILT | {"text": "large"}


@pytest.mark.parametrize(
    "kept",
    [
        '{"reach": "lo',
        '"low"',
        "null",
        "[1, 2]",
        "7",
        '{"reach": "sideways", "text": 5, "theme": null, "mirror": "perhaps", "diagonal_in": "wide", "distance_m": -1}',
    ],
)
def test_what_cannot_be_read_is_as_if_nothing_was_set(demo: Demo, open_page: Open, kept: str) -> None:
    page = kiosk_of(demo, open_page)
    sizes = page.evaluate(SIZES)
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEPT_AS, kept])
    page.reload()
    shows(page, "language")
    assert comfort(page) == AS_BUILT
    assert page.evaluate(SIZES) == sizes


@pytest.mark.parametrize(
    ("width", "height", "settings", "diagonal_in", "capital_mm"),
    [
        (1080, 1920, "", 21.5, 7.33),
        (1080, 1920, "#diagonal=21.5", 21.5, 7.33),
        (1080, 1920, "#diagonal=32&distance=0.8", 32, 9.77),
        (1920, 1080, "", 21.5, 7.33),
        (1280, 800, "", 10.1, 4.89),
        (1280, 800, "#diagonal=10.1&distance=0.6", 10.1, 7.33),
    ],
)
def test_letters_and_keys_are_as_large_as_this_screen_and_its_distance_want(
    demo: Demo, open_page: Open, width: int, height: int, settings: str, diagonal_in: float, capital_mm: float
) -> None:
    page = kiosk_of(demo, open_page, settings, width, height)
    sizes = page.evaluate(SIZES)
    # A diagonal in pixels over the same in millimetres; a capital H of 0.7° (EN 301 549); keys of 20 mm.
    assert sizes["mm"] == pytest.approx(math.hypot(width, height) / (diagonal_in * 25.4))
    assert sizes["capital"] / sizes["mm"] == pytest.approx(capital_mm, rel=0.01)
    assert sizes["target"] / sizes["mm"] == pytest.approx(20, abs=0.05)


def test_low_reach_brings_every_key_of_a_portrait_screen_into_its_lower_part(demo: Demo, open_page: Open) -> None:
    page = open_page("about:blank")
    retell(demo, page, KIOSK_SITE, asking)
    page.goto(f"{demo.url}/kiosk/{KIOSK_SITE}#reach=low")
    for tap, screen in [
        ("", "language"),
        ("[data-language=ro]", "need"),
        ("[data-need-more]", "need"),
        ("[data-action=language]", "languages"),
        ("[data-language=sq]", "need"),
        ("[data-need=ateliers]", "priority"),
    ]:
        if tap:
            page.locator(tap).tap(position={"x": 60, "y": 100} if tap == "[data-need=ateliers]" else None)
        shows(page, screen)
        assert page.evaluate(HIGH_KEYS) == []
    page.unroute_all()
    page.locator("[data-priority='']").tap()
    shows(page, "ticket")
    assert page.evaluate(HIGH_KEYS) == []
