"""The kiosk by the keys of a keyboard, for who sees and cannot touch: arrows, Enter, and not a word."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, emptied, numbers
from tests.browser.speech import listening_kiosk
from tests.support.processes import Demo

KIOSK_SITE = "site-7"


def walk(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_arrows_and_enter_lead_to_a_number(demo: Demo, open_page: Open) -> None:
    desk = emptied(demo, KIOSK_SITE)
    page, ear = listening_kiosk(open_page, f"{demo.url}/kiosk/{KIOSK_SITE}")
    walk(page, "ArrowDown")
    expect(page.locator("[data-language=fr]")).to_be_focused()
    walk(page, "Enter")
    page.locator("main[data-screen=need]").wait_for()
    walk(page, "ArrowDown")
    first = page.locator("[data-need]").first
    expect(first).to_be_focused()
    assert first.evaluate("(tile) => getComputedStyle(tile).outlineStyle") == "solid"
    walk(page, "ArrowRight")
    expect(page.locator("[data-need]").nth(1)).to_be_focused()
    walk(page, "ArrowLeft", "ArrowDown")
    expect(page.locator("[data-need]").nth(2)).to_be_focused()
    walk(page, "ArrowUp", " ")
    number = page.locator("[data-number]").get_attribute("data-number")
    assert numbers(desk) == [number]
    walk(page, "ArrowDown")
    expect(page.locator("[data-action=done]")).to_be_focused()
    walk(page, "Enter")
    expect(page.locator("main")).to_have_attribute("data-screen", "language")
    assert ear.said() == []
    expect(page.locator("body")).not_to_have_attribute("data-aloud", "")


def test_arrows_reach_the_bar_and_every_button_of_it(demo: Demo, open_page: Open) -> None:
    page, _ = listening_kiosk(open_page, f"{demo.url}/kiosk/{KIOSK_SITE}")
    walk(page, *["ArrowDown"] * 12)
    reached = {page.evaluate("document.activeElement.dataset.action")}
    for key in ["ArrowLeft"] * 8 + ["ArrowRight"] * 8:
        walk(page, key)
        reached.add(page.evaluate("document.activeElement.dataset.action"))
    shown = page.locator("#frame button:visible").evaluate_all("(all) => all.map(({ dataset }) => dataset.action)")
    assert reached - {None} == set(shown)


def test_in_arabic_an_arrow_leads_where_it_points(demo: Demo, open_page: Open) -> None:
    page, _ = listening_kiosk(open_page, f"{demo.url}/kiosk/{KIOSK_SITE}")
    page.locator("[data-language=ar]").tap()
    page.locator("main[data-screen=need]").wait_for()
    walk(page, "ArrowDown", "ArrowLeft")
    expect(page.locator("[data-need]").nth(1)).to_be_focused()
