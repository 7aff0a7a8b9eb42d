"""The bar at the foot: whoever has found the speaker once finds it again, on every screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open, token
from tests.browser.gallery import SIZES, Gallery
from tests.support.api import Client
from tests.support.processes import Demo

SITE = "site-7"


def place(page: Page) -> tuple[int, int, int, int]:
    """Where the speaker stands that can be touched: the bar's own, or the one beside what is said over a screen."""
    box = page.locator(
        "dialog[open] [data-action=speak], body:not(:has(dialog[open])) #frame-speak button"
    ).bounding_box()
    assert box is not None
    return round(box["x"]), round(box["y"]), round(box["width"]), round(box["height"])


@pytest.mark.parametrize("size", ["portrait", "tablet"])
def test_the_speaker_stands_at_one_place_on_every_screen(demo: Demo, open_page: Open, size: str) -> None:
    kiosk = Client(demo.url, SITE, token(demo, SITE, "kiosk"))
    page = open_page("about:blank", *SIZES[size])
    gallery = Gallery(page, f"{demo.url}/kiosk/{SITE}", kiosk.get_site().json(), kiosk.issue("energie", "fr").json())
    gallery.open()
    places = {"start": place(page)}
    places |= {screen: place(page) for screen in gallery.shut_screens()}
    places |= {screen: place(page) for screen in gallery.road("fr")}
    assert {screen: at for screen, at in places.items() if at != places["start"]} == {}
    width, height = SIZES[size]
    left, top, wide, high = places["start"]
    assert left + wide > width * 0.9
    assert top + high > height * 0.9
