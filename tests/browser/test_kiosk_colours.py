"""The kiosk where a person's machine chooses the colours: nothing that is to be seen takes the colour of the ground."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page

from tests.browser.conftest import Open
from tests.browser.paper import SIZES
from tests.support.processes import Demo

SITE = "site-5"
"""Without a printer: the code is on the screen at once."""

SEEN_APART = 80
"""Between two greys of 255, for a shape that is large."""

BUTTONS = ":is(.main-button, .side-button)"

Box = tuple[float, float, float, float]


class Seen:
    """What the screen shows, in greys."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._shown = Image.open(io.BytesIO(page.screenshot())).convert("L")

    def unseen(self) -> list[str]:
        """Pictograms in their emblems, other pictures and edges of buttons that have the colour of their ground."""
        return [
            f"{kind} {at}"
            for kind, cut in (
                (".emblem", middle),
                (":is(.step, .no-paper) .picture", whole),
                (BUTTONS, across_the_edge),
            )
            for at, part in enumerate(self._page.locator(f"{kind}:visible").all())
            if self._shades(cut(part)) < SEEN_APART
        ]

    def _shades(self, box: Box) -> int:
        darkest, lightest = self._shown.crop(box).getextrema()
        return int(lightest) - int(darkest)


def whole(part: Locator) -> Box:
    """Where it stands on the screen."""
    at = part.bounding_box()
    assert at is not None
    return (at["x"], at["y"], at["x"] + at["width"], at["y"] + at["height"])


def middle(emblem: Locator) -> Box:
    """Half of its width: within the shape, so that only the pictogram makes a difference."""
    left, top, right, bottom = whole(emblem)
    quarter = (right - left) / 4
    return (left + quarter, top + quarter, right - quarter, bottom - quarter)


def across_the_edge(button: Locator) -> Box:
    """From above the middle of its upper edge to just below."""
    left, top, right, _ = whole(button)
    return ((left + right) / 2 - 2, top - 6, (left + right) / 2 + 2, top + 6)


@pytest.mark.parametrize("size", ["portrait", "tablet"])
def test_everything_is_seen_on_the_black_that_a_machine_chooses(demo: Demo, open_page: Open, size: str) -> None:
    kiosk = open_page("about:blank", *SIZES[size])
    kiosk.emulate_media(forced_colors="active", color_scheme="dark")
    kiosk.goto(f"{demo.url}/kiosk/{SITE}")
    kiosk.locator("[data-language=fr]").tap()
    kiosk.locator("body:not([data-fresh]) [data-need=papiers]").wait_for()
    assert kiosk.locator(".emblem").count() == 6
    assert Seen(kiosk).unseen() == []
    kiosk.locator("[data-need=papiers]").tap()
    kiosk.locator(".follow-code").wait_for()
    assert Seen(kiosk).unseen() == []
    (_, _, end, _), (start, _, _, _) = (
        whole(kiosk.locator(part)) for part in (".follow-code", ".paper-state[data-say]")
    )
    assert start - end > min(SIZES[size]) / 50
