"""The staff corner by a keypad or a keyboard alone: no finger, no mouse, from the start to a button of the panel."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.corner import DOOR, PANEL, new_pin
from tests.browser.paper import SITE, kiosk_of
from tests.browser.setbacks import let_pass
from tests.support.processes import Demo

HELD_MS = 5_000
UNLOCKED = {"0": "Insert", "2": "ArrowDown", "4": "ArrowLeft", "6": "ArrowRight", "8": "ArrowUp", "5": "Clear"}
UNLOCKED |= {"1": "End", "3": "PageDown", "7": "Home", "9": "PageUp"}
SEND = """({ type, key, code }) => {
    const event = new KeyboardEvent(type, { key, code, bubbles: true, cancelable: true, composed: true });
    document.activeElement.dispatchEvent(event);
}"""


@pytest.fixture
def kiosk(demo: Demo, open_page: Open) -> Page:
    return kiosk_of(demo, open_page)


def walk(page: Page, key: str, goal: str) -> None:
    """Press an arrow until the focus is there: a few steps cross the panel."""
    for _ in range(6):
        if page.locator(f"{goal}:focus").count():
            return
        page.keyboard.press(key)
    raise AssertionError(f"{goal} is not reached: {page.evaluate('document.activeElement.outerHTML')}")


def hold(page: Page, key: str) -> None:
    page.keyboard.down(key)
    page.clock.run_for(HELD_MS)
    page.locator(DOOR).wait_for()
    page.keyboard.up(key)


@pytest.mark.parametrize(
    ("zero", "digits", "enter", "down", "right"),
    [("Numpad0", "Numpad", "NumpadEnter", "Numpad2", "Numpad6"), ("0", "Digit", "Enter", "ArrowDown", "ArrowRight")],
)
def test_keys_alone_open_the_corner_and_press_its_buttons(
    demo: Demo, kiosk: Page, zero: str, digits: str, enter: str, down: str, right: str
) -> None:
    pin = new_pin(demo, SITE)
    hold(kiosk, zero)
    # A keypad's first key reads aloud; staff have come instead.
    expect(kiosk.locator("body")).not_to_have_attribute("data-aloud", "")
    for digit in pin:
        kiosk.keyboard.press(f"{digits}{digit}")
    expect(kiosk.locator("#corner-pin")).to_have_value(pin)
    kiosk.keyboard.press(enter)
    kiosk.locator("[data-fact=version]").wait_for()
    let_pass(kiosk, 1)
    walk(kiosk, down, "[data-tab]")
    walk(kiosk, right, "[data-tab=settings]")
    kiosk.keyboard.press(enter)
    expect(kiosk.locator(PANEL)).to_have_attribute("data-page", "settings")
    expect(kiosk.locator("body")).not_to_have_attribute("data-aloud", "")


def test_a_keypad_without_numlock_opens_the_door_and_writes_the_pin(demo: Demo, kiosk: Page) -> None:
    """Playwright's keypad has NumLock on: these are the events of one that has not."""
    pin = new_pin(demo, SITE)
    kiosk.evaluate(SEND, {"type": "keydown", "key": "Insert", "code": "Numpad0"})
    kiosk.clock.run_for(HELD_MS)
    kiosk.locator(DOOR).wait_for()
    kiosk.evaluate(SEND, {"type": "keyup", "key": "Insert", "code": "Numpad0"})
    for digit in pin:
        kiosk.evaluate(SEND, {"type": "keydown", "key": UNLOCKED[digit], "code": f"Numpad{digit}"})
    expect(kiosk.locator("#corner-pin")).to_have_value(pin)
    kiosk.keyboard.press("NumpadEnter")
    expect(kiosk.locator(PANEL)).to_be_visible()
