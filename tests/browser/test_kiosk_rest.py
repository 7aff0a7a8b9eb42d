"""A kiosk that nobody uses spares its screen and keeps it on; whoever comes finds it as it was."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, take_ticket
from tests.browser.own_server import OwnServer, shows
from tests.browser.setbacks import let_pass
from tests.browser.test_accessibility import faults

SAVER_S = 5 * 60
MOVE_S = 20
A_PERSON_S = 45


@pytest.fixture
def kiosk(own: OwnServer, open_page: Open) -> Page:
    """A kiosk on whose clock time passes as the test says."""
    page = open_page("about:blank")
    page.clock.install()
    page.goto(own.set_up)
    shows(page, "language")
    return page


def is_covered(page: Page) -> None:
    """Nobody comes for as long as it takes."""
    page.clock.fast_forward(SAVER_S * 1_000)
    let_pass(page, 1)
    expect(page.locator(".saver")).to_be_visible()


def test_a_cover_comes_over_a_kiosk_that_nobody_touches(kiosk: Page) -> None:
    cover = kiosk.locator(".saver")
    kiosk.clock.fast_forward((SAVER_S - 10) * 1_000)
    expect(cover).to_have_count(0)
    let_pass(kiosk, 15)
    expect(cover).to_be_visible()
    expect(cover).to_have_css("background-color", "rgb(0, 0, 0)")
    box = cover.bounding_box()
    assert box == {"x": 0, "y": 0, "width": 1080, "height": 1920}


def test_it_says_what_to_do_in_one_language_after_another_and_wanders(kiosk: Page) -> None:
    offered = [str(each.get_attribute("data-language")) for each in kiosk.locator("[data-language]").all()]
    is_covered(kiosk)
    words, drift = kiosk.locator(".saver-words > [lang]"), kiosk.locator(".saver-drift")
    expect(words).to_have_text("Touchez l’écran.")
    said, places = [], set()
    for _ in offered:
        said.append(str(words.get_attribute("lang")))
        places.add(drift.evaluate("it => it.style.getPropertyValue('--x') + ' ' + it.style.getPropertyValue('--y')"))
        assert drift.evaluate(
            """it => {
                it.getAnimations().forEach(each => each.finish());
                const { left, top, right, bottom } = it.getBoundingClientRect();
                return left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
            }"""
        )
        kiosk.clock.fast_forward(MOVE_S * 1_000)
    assert said == offered
    assert len(places) == len(offered)


@pytest.mark.parametrize("on", ["[data-language=ar]", "h1"])
def test_the_touch_that_takes_it_away_chooses_nothing(kiosk: Page, on: str) -> None:
    box = kiosk.locator(on).bounding_box()
    assert box is not None
    is_covered(kiosk)
    kiosk.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(kiosk.locator(".saver")).to_have_count(0)
    let_pass(kiosk, 1)
    shows(kiosk, "language")
    # Elsewhere: two touches of one place in a row are one that bounced.
    kiosk.locator("[data-language=en]").tap()
    shows(kiosk, "need")


def test_a_mouse_that_takes_it_away_chooses_nothing(kiosk: Page) -> None:
    box = kiosk.locator("[data-language=ar]").bounding_box()
    assert box is not None
    is_covered(kiosk)
    kiosk.mouse.click(box["x"] + 20, box["y"] + 20)
    expect(kiosk.locator(".saver")).to_have_count(0)
    let_pass(kiosk, 1)
    shows(kiosk, "language")


@pytest.mark.parametrize("key", ["Enter", "NumpadEnter", "Space", "Tab", "5"])
def test_the_key_that_takes_it_away_chooses_nothing(kiosk: Page, key: str) -> None:
    kiosk.locator("[data-language=en]").focus()
    is_covered(kiosk)
    kiosk.keyboard.press(key)
    expect(kiosk.locator(".saver")).to_have_count(0)
    let_pass(kiosk, 2)
    expect(kiosk.locator(".saver")).to_have_count(0)
    shows(kiosk, "language")
    expect(kiosk.locator("[data-language=en]")).to_be_focused()


@pytest.mark.parametrize("key", ["Numpad5", "NumpadAdd", "NumpadMultiply", "*"])
def test_the_key_of_who_cannot_see_it_reads_everything_aloud_at_once(kiosk: Page, key: str) -> None:
    is_covered(kiosk)
    kiosk.keyboard.press(key)
    expect(kiosk.locator(".saver")).to_have_count(0)
    expect(kiosk.locator("body")).to_have_attribute("data-aloud", "")
    let_pass(kiosk, 2)
    expect(kiosk.locator(".saver")).to_have_count(0)
    shows(kiosk, "language")


def test_who_does_not_see_it_is_not_stopped_by_it(kiosk: Page) -> None:
    is_covered(kiosk)
    expect(kiosk.locator(".saver")).to_have_attribute("aria-hidden", "true")
    expect(kiosk.get_by_role("button", name="English")).to_have_count(1)
    # As a screen reader does it.
    kiosk.locator("[data-language=en]").evaluate("it => it.click()")
    expect(kiosk.locator(".saver")).to_have_count(0)
    shows(kiosk, "need")


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_axe_finds_nothing(kiosk: Page, motion: Literal["reduce", "no-preference"]) -> None:
    kiosk.emulate_media(reduced_motion=motion)
    is_covered(kiosk)
    assert faults(kiosk) == []


def test_who_wants_no_motion_gets_none(kiosk: Page) -> None:
    kiosk.emulate_media(reduced_motion="reduce")
    is_covered(kiosk)
    expect(kiosk.locator(".saver-drift")).to_have_css("transition-duration", "0s")


def test_it_stays_while_the_kiosk_learns_that_its_server_has_gone_and_is_back(own: OwnServer, kiosk: Page) -> None:
    is_covered(kiosk)
    with own.front.gone():
        let_pass(kiosk, 12)
        shows(kiosk, "unavailable")
        expect(kiosk.locator(".saver")).to_be_visible()
    let_pass(kiosk, 12)
    shows(kiosk, "language")
    expect(kiosk.locator(".saver")).to_be_visible()


def test_it_comes_also_where_the_line_breaks_before_it_is_due(own: OwnServer, kiosk: Page) -> None:
    kiosk.clock.fast_forward((SAVER_S - 60) * 1_000)
    with own.front.gone():
        let_pass(kiosk, 12)
        shows(kiosk, "unavailable")
    let_pass(kiosk, 12)
    shows(kiosk, "language")
    let_pass(kiosk, 40)
    expect(kiosk.locator(".saver")).to_be_visible()


def test_it_never_comes_over_a_person(kiosk: Page) -> None:
    take_ticket(kiosk, "fr", "papiers")
    for _ in range(SAVER_S // A_PERSON_S + 1):
        kiosk.clock.fast_forward(A_PERSON_S * 1_000)
        kiosk.locator("h1").tap()
    shows(kiosk, "ticket")
    expect(kiosk.locator(".saver")).to_have_count(0)


def test_it_never_comes_over_a_person_who_only_listens(kiosk: Page) -> None:
    kiosk.locator("[data-language=fr]").tap()
    shows(kiosk, "need")
    kiosk.evaluate("document.body.toggleAttribute('data-speaking', true)")
    for _ in range(SAVER_S // A_PERSON_S + 1):
        kiosk.clock.fast_forward(A_PERSON_S * 1_000)
    let_pass(kiosk, 2)
    shows(kiosk, "need")
    expect(kiosk.locator(".saver")).to_have_count(0)


def test_the_screen_is_kept_on(open_page: Open, own: OwnServer) -> None:
    page = open_page("about:blank")
    page.add_init_script(
        """window.locks = [];
        const request = async kind => { window.locks.push(kind); };
        Object.defineProperty(Navigator.prototype, "wakeLock", { value: { request } });"""
    )
    page.goto(own.set_up)
    shows(page, "language")
    assert page.evaluate("window.locks") == ["screen"]
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.evaluate("window.locks") == ["screen", "screen"]


@pytest.mark.parametrize(
    "browser_says",
    [
        """const request = async () => { throw new DOMException("no", "NotAllowedError"); };
        Object.defineProperty(Navigator.prototype, "wakeLock", { value: { request } });""",
        "delete Navigator.prototype.wakeLock",
    ],
)
def test_where_it_cannot_be_kept_on_nothing_is_said(open_page: Open, own: OwnServer, browser_says: str) -> None:
    page = open_page("about:blank")
    page.add_init_script(browser_says)
    page.goto(own.set_up)
    shows(page, "language")
    # An error would fail the test: see open_page.
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
