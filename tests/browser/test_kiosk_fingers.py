"""Fingers that tap twice, thrice, two at a time and too early: one ticket, and no step that nobody chose."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import CDPSession, Locator, Page, Route, expect

from tests.browser.conftest import Open, emptied, numbers
from tests.browser.kiosk_site import asking, retell, shows
from tests.browser.setbacks import holding, let_pass
from tests.browser.speech import middle_of
from tests.support.api import Client
from tests.support.processes import Demo

KIOSK_SITE = "site-7"
TAPS = [2, 3]
SHOWN = """() => {
    const main = document.querySelector("main");
    window.shown = [];
    new MutationObserver(() => window.shown.push(main.dataset.screen)).observe(main, { childList: true });
}"""


@pytest.fixture
def desk(demo: Demo) -> Client:
    """A counter of the kiosk's site, where nobody waits any more."""
    return emptied(demo, KIOSK_SITE)


@pytest.fixture
def kiosk(demo: Demo, open_page: Open) -> Page:
    page = open_page(f"{demo.url}/kiosk/{KIOSK_SITE}")
    shows(page, "language")
    page.evaluate(SHOWN)
    return page


@pytest.fixture
def hands(kiosk: Page) -> CDPSession:
    return kiosk.context.new_cdp_session(kiosk)


def tap_times(hands: CDPSession, where: Locator, times: int) -> None:
    """As quick as a nervous finger: nothing is awaited in between."""
    x, y = middle_of(where)
    for count in range(1, times + 1):
        for kind in ("mousePressed", "mouseReleased"):
            press = {"type": kind, "x": x, "y": y, "button": "left", "clickCount": count, "pointerType": "mouse"}
            hands.send("Input.dispatchMouseEvent", press)


def touch_times(page: Page, where: Locator, times: int) -> None:
    """The same with a finger of glass and blood."""
    x, y = middle_of(where)
    for _ in range(times):
        page.touchscreen.tap(x, y)


def came(page: Page) -> list[str]:
    """The screens that have come since, in their order."""
    found: list[str] = page.evaluate("window.shown")
    return found


@pytest.mark.parametrize("times", TAPS)
@pytest.mark.parametrize("by", ["mouse", "finger"])
def test_quick_taps_on_every_step_are_one_each(
    kiosk: Page, hands: CDPSession, desk: Client, by: str, times: int
) -> None:
    def tap(where: str) -> None:
        part = kiosk.locator(where)
        expect(part).to_be_visible()
        if by == "mouse":
            tap_times(hands, part, times)
        else:
            touch_times(kiosk, part, times)

    tap("[data-language=pt]")
    shows(kiosk, "need")
    expect(kiosk.locator("html")).to_have_attribute("lang", "pt")
    tap("[data-need-more]")
    expect(kiosk.locator("[data-need=ateliers]")).to_be_visible()
    shows(kiosk, "need")
    assert came(kiosk) == ["need", "need"]
    tap("[data-need=ateliers]")
    shows(kiosk, "ticket")
    number = kiosk.locator("[data-number]").get_attribute("data-number")
    tap("[data-action=done]")
    shows(kiosk, "language")
    assert [screen for screen in came(kiosk) if screen != "moment"] == ["need", "need", "ticket", "language"]
    assert numbers(desk) == [number]
    expect(kiosk.locator("html")).to_have_attribute("lang", "fr")


@pytest.mark.parametrize("times", TAPS)
def test_quick_taps_on_back_go_one_step_back(kiosk: Page, times: int) -> None:
    kiosk.locator("[data-language=pt]").tap()
    shows(kiosk, "need")
    kiosk.locator("[data-need-more]").tap()
    expect(kiosk.locator("[data-need=ateliers]")).to_be_visible()
    shows(kiosk, "need")
    touch_times(kiosk, kiosk.locator("[data-action=back]"), times)
    expect(kiosk.locator("[data-need=papiers]")).to_be_visible()
    shows(kiosk, "need")
    assert came(kiosk) == ["need", "need", "need"]


def test_quick_taps_on_a_reason_give_one_ticket(demo: Demo, kiosk: Page, desk: Client) -> None:
    retell(demo, kiosk, KIOSK_SITE, asking)
    kiosk.reload()
    kiosk.locator("[data-language=pt]").tap()
    shows(kiosk, "need")
    touch_times(kiosk, kiosk.locator("[data-need=transports]"), 3)
    shows(kiosk, "priority")
    assert numbers(desk) == []
    touch_times(kiosk, kiosk.locator("[data-priority='']"), 3)
    shows(kiosk, "ticket")
    assert numbers(desk) == [kiosk.locator("[data-number]").get_attribute("data-number")]


@pytest.mark.parametrize("order", ["together", "one after another", "crossed"])
def test_two_fingers_on_two_tiles_give_one_ticket_at_most(
    kiosk: Page, hands: CDPSession, desk: Client, order: str
) -> None:
    kiosk.locator("[data-language=pt]").tap()
    shows(kiosk, "need")
    places = [middle_of(kiosk.locator(f"[data-need={need}]")) for need in ("papiers", "transports")]
    one, other = ({"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(places))
    touches = {
        "together": [("touchStart", [one, other]), ("touchEnd", [])],
        "one after another": [("touchStart", [one]), ("touchStart", [one, other]), ("touchEnd", [other])],
        "crossed": [("touchStart", [one]), ("touchStart", [one, other]), ("touchEnd", [one])],
    }[order]
    for kind, points in touches:
        hands.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    if touches[-1][1]:
        hands.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    # What the fingers did has been done: one more tap comes after it.
    if kiosk.locator("main").get_attribute("data-screen") == "need":
        kiosk.locator("[data-need=aide]").tap()
    shows(kiosk, "ticket")
    assert numbers(desk) == [kiosk.locator("[data-number]").get_attribute("data-number")]


def test_what_is_tapped_while_an_answer_is_awaited_does_nothing(kiosk: Page, desk: Client) -> None:
    held: list[Route] = []
    kiosk.route("**/api/v1/sites/*/tickets", holding(held))
    kiosk.locator("[data-language=pt]").tap()
    shows(kiosk, "need")
    keys = ["[data-need=papiers]", "[data-need-more]", "[data-action=back]", "[data-action=language]"]
    where = [middle_of(kiosk.locator(key)) for key in keys]
    kiosk.locator("[data-need=transports]").tap()
    for x, y in where:
        kiosk.touchscreen.tap(x, y)
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "moment")
    for x, y in where:
        kiosk.touchscreen.tap(x, y)
    kiosk.keyboard.press("Enter")
    assert came(kiosk) == ["need", "moment"]
    assert len(held) == 1
    held.pop().continue_()
    shows(kiosk, "ticket")
    assert held == []
    assert numbers(desk) == [kiosk.locator("[data-number]").get_attribute("data-number")]
    expect(kiosk.locator("html")).to_have_attribute("lang", "pt")


def test_taps_while_the_kiosk_starts_choose_nothing(demo: Demo, open_page: Open, desk: Client) -> None:
    held: list[Route] = []
    page = open_page("about:blank")
    page.clock.install()
    page.route(f"**/api/v1/sites/{KIOSK_SITE}", holding(held))
    page.goto(f"{demo.url}/kiosk/{KIOSK_SITE}")
    let_pass(page, 1)
    for x, y in [(300, 900), (300, 1300), (800, 1300)]:
        page.touchscreen.tap(x, y)
    expect(page.locator("main")).to_have_attribute("data-screen", "moment")
    held.pop().continue_()
    shows(page, "language")
    assert numbers(desk) == []


def test_a_tiles_speaker_takes_no_ticket_and_leads_nowhere(kiosk: Page, desk: Client) -> None:
    kiosk.locator("[data-language=pt]").tap()
    shows(kiosk, "need")
    speakers = kiosk.locator(".tile-speaker")
    for speaker in speakers.all():
        speaker.tap()
        expect(kiosk.locator("main")).to_have_attribute("data-screen", "need")
    for one, other in pairwise(speakers.all()):
        touch_times(kiosk, one, 3)
        touch_times(kiosk, other, 2)
    assert came(kiosk) == ["need"]
    assert numbers(desk) == []


@pytest.mark.parametrize("times", TAPS)
def test_quick_taps_on_a_key_that_goes_on_are_a_step_each(kiosk: Page, hands: CDPSession, times: int) -> None:
    kiosk.locator("[data-action=speak]").tap()
    volume = kiosk.locator("[data-volume]")
    tap_times(hands, kiosk.locator("[data-action=sound-quieter]"), 2)
    expect(volume).to_have_attribute("data-volume", "1")
    tap_times(hands, kiosk.locator("[data-action=sound-louder]"), times)
    expect(volume).to_have_attribute("data-volume", str(1 + times))
