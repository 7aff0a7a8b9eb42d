"""Every screen of the kiosk, in every language, both themes and three sizes.

axe-core finds nothing, keys are 20 mm, letters large enough, and nothing is cut off, covered or out of reach.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import ROOT, token
from tests.browser.gallery import LANGUAGES, SIZES, Gallery
from tests.support.api import Client
from tests.support.processes import Demo

SITE = "site-7"
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
MEASURED = (ROOT / "tests" / "browser" / "measured.js").read_text("utf-8")
# A third of axe-core's time goes into loading ahead what one rule asks of sounds and films that play by themselves.
FIND = """async () => {
    const preload = document.querySelector("audio, video") !== null;
    await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => 0)));
    const { violations } = await axe.run(document, { resultTypes: ["violations"], preload });
    return violations.flatMap((fault) => fault.nodes.map((node) => `${fault.id}: ${node.html}`));
}"""
SET = """async (wanted) => (await import("/assets/kiosk/comfort.js")).setComfort(wanted)"""

AS_SET = {"theme": "normal", "text": "normal", "reach": "normal", "mirror": False}
STRONG = AS_SET | {"theme": "contrast"}
LARGE = AS_SET | {"text": "large", "mirror": True}
LOW = AS_SET | {"reach": "low"}
"""What a person can make of a screen; axe-core is asked of both themes, the measure of all."""


@pytest.fixture(scope="module")
def page_of(browser: Browser) -> Iterator[Any]:
    """One page a size: the screens follow one another in it, as they do at a kiosk."""
    contexts = []

    def opened(size: str) -> Page:
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height}, has_touch=True, service_workers="block"
        )
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def told(demo: Demo) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the real server says of a site and of a ticket."""
    kiosk = Client(demo.url, SITE, token(demo, SITE, "kiosk"))
    return kiosk.get_site().json(), kiosk.issue("energie", "fr").json()


def faults(page: Page, screen: str, *, low: bool) -> list[str]:
    """What is wrong with the screen that stands, in any way a person can want it."""
    found = []
    ways = {"": AS_SET, "strong": STRONG, "large": LARGE} | ({"low": LOW} if low else {})
    for name, wanted in ways.items():
        page.evaluate(SET, wanted)
        page.clock.run_for(400)
        wrong = page.evaluate(MEASURED)
        if wanted in (AS_SET, STRONG):
            wrong += page.evaluate(FIND)
        found += [f"{screen} {name}: {fault}" for fault in wrong]
    page.evaluate(SET, AS_SET)
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_of_the_road(demo: Demo, page_of: Any, told: Any, size: str, language: str) -> None:
    page = page_of(size)
    gallery = Gallery(page, f"{demo.url}/kiosk/{SITE}", *told)
    gallery.open()
    page.evaluate(AXE)
    found = [fault for screen in gallery.road(language) for fault in faults(page, screen, low=size == "portrait")]
    assert found == []


@pytest.mark.parametrize("size", SIZES)
def test_every_screen_without_a_ticket(demo: Demo, page_of: Any, told: Any, size: str) -> None:
    page = page_of(size)
    gallery = Gallery(page, f"{demo.url}/kiosk/{SITE}", *told)
    gallery.open()
    page.evaluate(AXE)
    found = [fault for screen in gallery.shut_screens() for fault in faults(page, screen, low=size == "portrait")]
    assert found == []
