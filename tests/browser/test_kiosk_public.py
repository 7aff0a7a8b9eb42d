"""No way out of the kiosk: real fingers, mice, keys and files, and the page stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browser.conftest import Open
from tests.support.processes import Demo, until

KIOSK_SITE = "site-5"
LONG_PRESS_MS = 1_500

# Told last of all, when everybody else has had their say about it.
WRITE_DOWN = """
window.seen = [];
window.here = true;
for (const type of ["contextmenu", "keydown", "wheel", "dragstart", "selectstart", "drop", "auxclick", "mouseup",
        "touchmove", "copy", "paste"]) {
    addEventListener(type, event => {
        const { key, button, defaultPrevented, touches } = event;
        window.seen.push({ type, key, button, defaultPrevented, fingers: touches?.length });
    }, { passive: true });
}
"""

TWELVE_FRAMES = """() => new Promise(done => {
    let left = 12;
    const next = () => left-- > 0 ? requestAnimationFrame(next) : done();
    next();
})"""

SHORTCUTS = [
    *(f"F{number}" for number in range(1, 13)),
    *(f"Control+{key}" for key in "aAcdfFghijJklLnNoprRstTuvwWxz0+-"),
    *("Control+Shift+I", "Control+Shift+Delete", "Control+F5", "Control+PageDown"),
    *("Alt+ArrowLeft", "Alt+ArrowRight", "Alt+Home", "Alt+d", "Alt+F4", "Alt", "Meta+l", "Meta"),
    *("ContextMenu", "PrintScreen", "Insert"),
]
ON_SOME_KEYBOARDS = [
    *("BrowserBack", "BrowserForward", "BrowserRefresh", "BrowserHome", "BrowserSearch", "BrowserFavorites"),
    *("Help", "LaunchMail", "LaunchApplication1", "Print", "ZoomIn"),
]
KEYS_OF_OURS = ["Tab", "Shift+Tab", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", *"0123456789"]


@pytest.fixture
def kiosk(demo: Demo, open_page: Open) -> Page:
    page = open_page("about:blank")
    page.add_init_script(WRITE_DOWN)
    page.goto(f"{demo.url}/kiosk/{KIOSK_SITE}")
    page.locator("[data-language=fr]").wait_for()
    return page


@pytest.fixture
def hands(kiosk: Page) -> CDPSession:
    """What no ordinary test does to a page."""
    return kiosk.context.new_cdp_session(kiosk)


@pytest.fixture(autouse=True)
def the_page_stays(kiosk: Page) -> Iterator[None]:
    """After each test: the same document, not loaded anew, in its place and its size, and it works."""
    address = kiosk.url
    yield
    assert kiosk.url == address
    assert kiosk.evaluate("window.here") is True
    assert kiosk.evaluate("[visualViewport.scale, visualViewport.pageLeft, visualViewport.pageTop]") == [1, 0, 0]
    assert len(kiosk.context.pages) == 1
    kiosk.locator("[data-language=fr]").tap()
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "need")


def seen(page: Page, kind: str) -> list[dict[str, Any]]:
    """Each event of a kind, and whether the browser was kept from what it would have done."""
    return [event for event in page.evaluate("window.seen") if event["type"] == kind]


def is_refused(page: Page, kind: str) -> None:
    """It happened, and came to nothing."""
    until(lambda: bool(seen(page, kind)), f"the page has seen {kind}")
    assert [event for event in seen(page, kind) if not event["defaultPrevented"]] == []


def middle_of(page: Page, selector: str) -> tuple[float, float]:
    box = page.locator(selector).bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def touch(hands: CDPSession, kind: str, *points: tuple[float, float]) -> None:
    fingers = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(points)]
    hands.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})


def test_a_long_press_chooses_and_selects_nothing(kiosk: Page, hands: CDPSession) -> None:
    for on in ("h1", "[data-language=ar]"):
        x, y = middle_of(kiosk, on)
        press = {"x": x, "y": y, "duration": LONG_PRESS_MS, "tapCount": 1, "gestureSourceType": "touch"}
        hands.send("Input.synthesizeTapGesture", press)
    assert kiosk.evaluate("getSelection().toString()") == ""
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "language")


def test_no_menu_opens(kiosk: Page) -> None:
    # A browser without a window makes no menu of a long press; where it does, this is the event that comes of it.
    kiosk.mouse.click(*middle_of(kiosk, "h1"), button="right")
    is_refused(kiosk, "contextmenu")


def test_two_fingers_do_not_make_it_larger(kiosk: Page, hands: CDPSession) -> None:
    # Both fingers on the glass itself, no button under them.
    x, y = middle_of(kiosk, "h1")
    touch(hands, "touchStart", (x - 20, y), (x + 20, y))
    for apart in range(30, 300, 30):
        touch(hands, "touchMove", (x - apart, y), (x + apart, y))
    touch(hands, "touchEnd")
    assert max(event["fingers"] for event in seen(kiosk, "touchmove")) == 2
    is_refused(kiosk, "touchmove")


def test_one_finger_does_not_pull_it_about(kiosk: Page, hands: CDPSession) -> None:
    x, y = middle_of(kiosk, "h1")
    touch(hands, "touchStart", (x, y))
    for down in range(0, 600, 60):
        touch(hands, "touchMove", (x, y + down))
    # A finger that stops before it is lifted: what it flung would swallow the next touch.
    kiosk.evaluate(TWELVE_FRAMES)
    touch(hands, "touchEnd")


def test_a_pinch_on_a_touchpad_does_not_make_it_larger(kiosk: Page) -> None:
    kiosk.mouse.move(*middle_of(kiosk, "h1"))
    kiosk.keyboard.down("Control")
    kiosk.mouse.wheel(0, -400)
    kiosk.keyboard.up("Control")
    is_refused(kiosk, "wheel")


def test_nothing_can_be_dragged_or_selected(kiosk: Page) -> None:
    for on in ("h1", "[data-language=ar]", ".site-name"):
        x, y = middle_of(kiosk, on)
        kiosk.mouse.move(x, y)
        kiosk.mouse.down()
        kiosk.mouse.move(x + 90, y + 40, steps=6)
        kiosk.mouse.move(x + 10, y + 300, steps=6)
        kiosk.mouse.up()
        expect(kiosk.locator("main")).to_have_attribute("data-screen", "language")
    kiosk.locator("h1").dblclick()
    kiosk.locator("h1").click(click_count=3)
    kiosk.keyboard.press("Control+a")
    assert kiosk.evaluate("getSelection().toString()") == ""
    # Where a style sheet says that nothing is to be selected, nobody even begins to; where one forgets, this holds.
    kiosk.evaluate("document.body.style.userSelect = 'text'")
    kiosk.locator("h1").dblclick()
    is_refused(kiosk, "selectstart")
    assert kiosk.evaluate("getSelection().toString()") == ""


def test_a_file_dropped_on_it_does_not_open(kiosk: Page, hands: CDPSession, tmp_path: Path) -> None:
    file = tmp_path / "other.html"
    file.write_text("<h1>somewhere else</h1>")
    x, y = middle_of(kiosk, "h1")
    data = {"items": [], "files": [str(file)], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        hands.send("Input.dispatchDragEvent", {"type": kind, "x": x, "y": y, "data": data})
    is_refused(kiosk, "drop")


def test_no_other_button_of_a_mouse_does_anything(kiosk: Page, hands: CDPSession) -> None:
    x, y = middle_of(kiosk, "[data-language=ar]")
    kiosk.mouse.click(x, y, button="middle")
    is_refused(kiosk, "auxclick")
    for button in ("back", "forward"):
        for kind in ("mousePressed", "mouseReleased"):
            hands.send("Input.dispatchMouseEvent", {"type": kind, "x": x, "y": y, "button": button, "clickCount": 1})
    is_refused(kiosk, "mouseup")
    assert {event["button"] for event in seen(kiosk, "mouseup")} == {1, 3, 4}


def test_no_shortcut_of_a_browser_does_anything(kiosk: Page, hands: CDPSession) -> None:
    for keys in SHORTCUTS:
        kiosk.keyboard.press(keys)
    for key in ON_SOME_KEYBOARDS:
        hands.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "key": key})
        hands.send("Input.dispatchKeyEvent", {"type": "keyUp", "key": key})
    is_refused(kiosk, "keydown")
    pressed = {event["key"] for event in seen(kiosk, "keydown")}
    assert pressed >= {keys.rpartition("+")[2] for keys in SHORTCUTS if keys != "Control++"} | set(ON_SOME_KEYBOARDS)


def test_the_keys_with_which_one_moves_and_chooses_still_do(kiosk: Page) -> None:
    for keys in KEYS_OF_OURS:
        kiosk.keyboard.press(keys)
    assert [event["key"] for event in seen(kiosk, "keydown") if event["defaultPrevented"]] == []
    assert {event["key"] for event in seen(kiosk, "keydown")} >= {keys.rpartition("+")[2] for keys in KEYS_OF_OURS}


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_enter_and_space_choose_once_however_long_they_are_held(kiosk: Page, key: str) -> None:
    kiosk.locator("[data-language=en]").focus()
    for _ in range(3):
        kiosk.keyboard.down(key)
    kiosk.keyboard.up(key)
    expect(kiosk.locator("html")).to_have_attribute("lang", "en")
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "need")
    kiosk.locator("[data-action=back]").tap()


def test_going_back_comes_back(kiosk: Page) -> None:
    for _ in range(3):
        kiosk.locator("h1").tap()
        kiosk.go_back()
        kiosk.wait_for_function("history.state === 'held'")
        assert kiosk.evaluate("window.here") is True
    kiosk.go_forward()
    # However often: the way stays as long as it was.
    assert kiosk.evaluate("history.length") == 3
