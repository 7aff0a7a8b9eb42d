"""The waiting room when everything is said at once: nothing is cut, and nothing lies outside the screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SITE, Open, emptied
from tests.browser.setbacks import age_calls, forget_calls, stopped
from tests.browser.waiting_room import OLD_S, OUTSIDE
from tests.support.api import Client
from tests.support.processes import Demo

SIZES = [(1366, 768), (1280, 720), (1920, 1080), (1080, 1920)]
CALLS = 6

LINES = "(part) => part.getBoundingClientRect().height / parseFloat(getComputedStyle(part).lineHeight)"


@pytest.fixture
def desk(demo: Demo) -> Client:
    """The site with the longest name. Six were called, the latest twice, in a foreign language; a dozen wait."""
    client = emptied(demo, SITE)
    forget_calls(demo, SITE)
    for _ in range(CALLS + 12):
        client.issue(language="en")
    for nth in range(CALLS):
        latest = client.call("12"[nth % 2]).json()
    client.move(latest["id"], "recall")
    age_calls(demo, SITE, OLD_S)
    return client


def full_room(page: Page) -> None:
    """Everything that can stand on the screen beside the calls stands there."""
    expect(page.locator("[data-previous]")).to_have_count(CALLS - 1)
    for part in (".sound", "[data-note]", "[data-newest] [data-recall]", "[data-newest] [data-phrase]"):
        expect(page.locator(part)).to_be_visible()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_five_calls_a_recall_a_phrase_and_who_waits_are_whole_under_note_and_badge(
    demo: Demo, desk: Client, open_page: Open, width: int, height: int
) -> None:
    with stopped(desk):
        room = open_page("about:blank", width, height)
        # The browser of these tests plays sound unasked; a room's does not.
        room.add_init_script("Object.defineProperty(AudioContext.prototype, 'state', { get: () => 'suspended' });")
        room.goto(f"{demo.url}/display/{SITE}")
        full_room(room)
        assert room.evaluate(OUTSIDE) == []
        assert room.locator("[data-site]").evaluate(LINES) <= 2.1
