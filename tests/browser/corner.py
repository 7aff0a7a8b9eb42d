"""The staff corner of a kiosk, entered as staff do: a long press, a PIN."""

from __future__ import annotations

from typing import Final

from playwright.sync_api import Locator, Page, expect

from server.app import build_house
from server.demo_folder import demo_settings
from tests.browser.setbacks import let_pass
from tests.support.processes import Demo, until

NAME: Final = "main[data-screen=language] .site-name"
DOOR: Final = "main[data-screen=corner] .corner-keys"
PANEL: Final = "main[data-screen=corner] .corner-page"
PRESS_MS: Final = 3_000


def new_pin(demo: Demo, site: str) -> str:
    """A PIN, as `accueil pin` makes it; wrong tries of the one before are forgotten with it."""
    return build_house(demo_settings(demo.folder)).pins.make(site)


def press(page: Page, milliseconds: int = PRESS_MS, place: str = NAME) -> None:
    """Hold the mouse down for so long on the page's clock, and let it go."""
    # Letters that come late move what is pressed: a press beside it is none.
    page.evaluate("document.fonts.ready.then(() => null)")
    until(lambda: is_under_the_mouse(page.locator(place)), "the mouse is where it is to press")
    page.mouse.down()
    page.clock.run_for(milliseconds)
    page.mouse.up()


def is_under_the_mouse(place: Locator) -> bool:
    """Move the mouse there. Whether it is there still when that is done."""
    place.hover(position={"x": 15, "y": 15})
    return bool(place.evaluate("(place) => place.matches(':hover')"))


def knock(page: Page, place: str = NAME) -> None:
    """Press as long as it takes. The door stands."""
    press(page, place=place)
    page.locator(DOOR).wait_for()
    let_pass(page, 1)


def type_pin(page: Page, pin: str) -> None:
    """Touch its digits, and the key that opens."""
    for digit in pin:
        page.locator(".corner-key", has_text=digit).tap()
    page.locator("[data-action=open]").tap()


def enter(page: Page, demo: Demo, site: str) -> None:
    """All the way in: the house's page stands."""
    knock(page)
    type_pin(page, new_pin(demo, site))
    page.locator("[data-fact=version]").wait_for()
    let_pass(page, 1)


def turn_to(page: Page, tab: str) -> None:
    """Another page of the panel."""
    page.locator(f"[data-tab={tab}]").tap()
    expect(page.locator(PANEL)).to_have_attribute("data-page", tab)
    let_pass(page, 1)
