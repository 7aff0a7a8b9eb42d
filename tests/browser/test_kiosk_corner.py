"""The staff corner at the kiosk: nobody comes in by chance or by guessing, and nobody stays in by forgetting."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.corner import DOOR, NAME, PANEL, PRESS_MS, enter, knock, new_pin, press, type_pin
from tests.browser.paper import SITE, kiosk_of, tap
from tests.browser.setbacks import let_pass
from tests.support.processes import Demo

START = "main[data-screen=language]"


@pytest.fixture
def kiosk(demo: Demo, open_page: Open) -> Page:
    return kiosk_of(demo, open_page)


def stays_shut(page: Page) -> None:
    """Nothing has come of it, however long one waits."""
    page.clock.run_for(2 * PRESS_MS)
    expect(page.locator(START)).to_be_visible()


def test_three_seconds_on_the_houses_name_lead_to_the_door(kiosk: Page) -> None:
    press(kiosk, PRESS_MS - 100)
    stays_shut(kiosk)
    press(kiosk)
    expect(kiosk.locator(DOOR)).to_be_visible()
    expect(kiosk.locator("h1")).to_have_text("Pour le personnel")


def test_a_screen_that_is_drawn_again_meanwhile_costs_nobody_their_press(kiosk: Page) -> None:
    kiosk.locator(NAME).hover(position={"x": 15, "y": 15})
    kiosk.mouse.down()
    kiosk.clock.run_for(PRESS_MS - 500)
    # As the site's next answer does it, once something has changed there.
    kiosk.evaluate("""() => {
        const main = document.querySelector("main");
        main.replaceChildren(...[...main.childNodes].map((part) => part.cloneNode(true)));
    }""")
    kiosk.clock.run_for(500)
    kiosk.mouse.up()
    expect(kiosk.locator(DOOR)).to_be_visible()


def test_nothing_shows_that_there_is_anything_to_press(kiosk: Page) -> None:
    look = "getComputedStyle(document.querySelector('.site-name')).cursor"
    assert kiosk.evaluate(look) == "auto"
    assert kiosk.locator(f"{NAME}[role], {NAME}[tabindex], {NAME}[title]").count() == 0


def slide(page: Page) -> None:
    page.mouse.move(500, 1400)


def second_finger(page: Page) -> None:
    page.locator(".languages").dispatch_event("pointerdown", {"isPrimary": False, "button": 0})


def lost_window(page: Page) -> None:
    page.evaluate("dispatchEvent(new Event('blur'))")


@pytest.mark.parametrize("disturb", [slide, second_finger, lost_window])
def test_a_press_in_passing_leads_nowhere(kiosk: Page, disturb: Callable[[Page], None]) -> None:
    kiosk.locator(NAME).hover(position={"x": 15, "y": 15})
    kiosk.mouse.down()
    kiosk.clock.run_for(PRESS_MS - 500)
    disturb(kiosk)
    stays_shut(kiosk)
    kiosk.mouse.up()


def test_a_press_elsewhere_or_during_a_visit_leads_nowhere(kiosk: Page) -> None:
    press(kiosk, place="main .greeting")
    stays_shut(kiosk)
    tap(kiosk, "[data-language=fr]")
    kiosk.locator("main[data-screen=need]").wait_for()
    let_pass(kiosk, 1)
    press(kiosk, place="main .question")
    kiosk.keyboard.down("0")
    kiosk.clock.run_for(10_000)
    expect(kiosk.locator("main[data-screen=need]")).to_be_visible()


def test_five_seconds_on_a_key_lead_there_too(kiosk: Page) -> None:
    kiosk.keyboard.down("0")
    kiosk.clock.run_for(4_900)
    kiosk.keyboard.up("0")
    stays_shut(kiosk)
    kiosk.keyboard.down("0")
    kiosk.keyboard.down("0")  # a key held down says so again and again
    kiosk.clock.run_for(5_000)
    expect(kiosk.locator(DOOR)).to_be_visible()


def test_who_came_by_chance_reads_that_and_goes_back_as_everywhere(kiosk: Page) -> None:
    knock(kiosk)
    expect(kiosk.get_by_text("Vous venez pour l’accueil\u202f? Touchez la flèche pour revenir.")).to_be_visible()
    kiosk.locator("#frame [data-action=back]").tap()
    expect(kiosk.locator(START)).to_be_visible()


def test_nothing_of_the_panel_is_fetched_before_the_pin_is_right(demo: Demo, kiosk: Page) -> None:
    asked: list[str] = []
    kiosk.on("request", lambda request: asked.append(request.url))
    new_pin(demo, SITE)
    knock(kiosk)
    type_pin(kiosk, "1234567")
    expect(kiosk.locator(".corner-said")).to_have_text("Ce code n’est pas le bon.")
    assert any("/corner/door.js" in url for url in asked)
    assert not [url for url in asked if "panel" in url or "printers.js" in url]
    expect(kiosk.locator("#corner-pin")).to_have_value("")
    type_pin(kiosk, new_pin(demo, SITE))
    expect(kiosk.locator(PANEL)).to_be_visible()


@pytest.fixture
def wrong_tries(demo: Demo, kiosk: Page) -> Page:
    """A door at which somebody has guessed too often."""
    new_pin(demo, SITE)
    knock(kiosk)
    for guess in range(5):
        type_pin(kiosk, f"765432{guess}")
        expect(kiosk.locator(".corner-said")).to_have_text("Ce code n’est pas le bon.")
    return kiosk


def test_after_wrong_pins_the_right_one_has_to_wait_and_the_door_says_how_long(demo: Demo, wrong_tries: Page) -> None:
    type_pin(wrong_tries, "7654321")
    expect(wrong_tries.locator(".corner-said")).to_contain_text("Trop d’essais. Attendez ")
    # A new PIN is not held up: whoever makes one sits at the server.
    type_pin(wrong_tries, new_pin(demo, SITE))
    expect(wrong_tries.locator(PANEL)).to_be_visible()


def test_the_pin_can_be_typed_with_a_keyboard_and_no_digit_is_seen(demo: Demo, kiosk: Page) -> None:
    knock(kiosk)
    pin = new_pin(demo, SITE)
    kiosk.keyboard.type(f"x{pin}9")
    kiosk.keyboard.press("Backspace")
    expect(kiosk.locator("#corner-pin")).to_have_value(pin)
    assert kiosk.evaluate("getComputedStyle(document.querySelector('#corner-pin')).webkitTextSecurity") == "disc"
    kiosk.keyboard.press("Enter")
    expect(kiosk.locator(PANEL)).to_be_visible()


def test_the_same_digit_twice_in_quick_succession_is_two_digits(kiosk: Page) -> None:
    knock(kiosk)
    kiosk.locator(".corner-key", has_text="7").dblclick()
    expect(kiosk.locator("#corner-pin")).to_have_value("77")
    kiosk.locator("[data-action=erase]").tap()
    expect(kiosk.locator("#corner-pin")).to_have_value("7")


def test_a_pin_that_is_too_short_is_told_and_not_tried(kiosk: Page) -> None:
    knock(kiosk)
    asked: list[str] = []
    kiosk.on("request", lambda request: asked.append(request.url))
    type_pin(kiosk, "12345")
    expect(kiosk.locator(".corner-said")).to_have_text("Le code a au moins 6 chiffres.")
    assert not [url for url in asked if url.endswith("/corner")]


def test_without_the_server_the_door_says_so(kiosk: Page) -> None:
    knock(kiosk)
    kiosk.route("**/api/**", lambda route: route.abort())
    type_pin(kiosk, "123456")
    expect(kiosk.locator(".corner-said")).to_have_text("Le serveur ne répond pas. Réessayez dans un moment.")


def test_the_door_closes_by_itself_and_every_touch_holds_it_open(kiosk: Page) -> None:
    knock(kiosk)
    let_pass(kiosk, 20)
    kiosk.locator(".corner-key", has_text="1").tap()
    let_pass(kiosk, 29)
    expect(kiosk.locator(DOOR)).to_be_visible()
    let_pass(kiosk, 2)
    expect(kiosk.locator(START)).to_be_visible()


def test_a_panel_that_was_forgotten_closes_and_who_comes_then_is_not_disturbed(demo: Demo, kiosk: Page) -> None:
    enter(kiosk, demo, SITE)
    let_pass(kiosk, 181)
    expect(kiosk.locator(START)).to_be_visible()
    tap(kiosk, "[data-language=fr]")
    kiosk.keyboard.press("Escape")
    let_pass(kiosk, 31)
    expect(kiosk.locator("main[data-screen=need]")).to_be_visible()


def test_escape_closes_it(demo: Demo, kiosk: Page) -> None:
    enter(kiosk, demo, SITE)
    kiosk.keyboard.press("Escape")
    expect(kiosk.locator(START)).to_be_visible()


def test_a_new_pin_closes_what_the_one_before_had_opened(demo: Demo, kiosk: Page) -> None:
    enter(kiosk, demo, SITE)
    new_pin(demo, SITE)
    let_pass(kiosk, 6)
    expect(kiosk.locator(START)).to_be_visible()
