"""A call on small screens: what to do, where, and how to stop the ring stand in the first view, without scrolling."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, emptied
from tests.browser.phone_site import LISTEN, in_state
from tests.support.api import Client
from tests.support.languages import LANGUAGES
from tests.support.processes import Demo

SITE = "site-6"
SCREENS = ((740, 360), (320, 568), (360, 640))
"""CSS px: a phone on its side, the smallest phones still in use, and a common small one under its browser's bars."""

OUT_OF_SIGHT = """() => [...document.querySelectorAll("main p, main button, main h1 span, .figure")]
    .filter((part) => part.checkVisibility() && part.textContent.trim() !== "")
    .map((part) => [part.textContent, part.getBoundingClientRect()])
    .filter(([_, box]) => box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > innerWidth)
    .map(([words]) => words)"""
ONE_LINE = """() => {
    const [words] = document.querySelector("[data-counter]").childNodes;
    const line = document.createRange();
    line.selectNodeContents(words);
    const figure = document.querySelector(".figure").getBoundingClientRect();
    return figure.left >= line.getBoundingClientRect().right && figure.top < line.getBoundingClientRect().bottom;
}"""


@pytest.fixture
def desk(demo: Demo) -> Client:
    return emptied(demo, SITE)


def rung(desk: Client, open_page: Open, language: str, width: int, height: int) -> Page:
    """A phone that rings for the second call, which has more words than the first."""
    ticket = desk.issue(language=language).json()
    phone = open_page("about:blank", width, height)
    phone.add_init_script(f"({LISTEN})()")
    phone.goto(ticket["follow_url"])
    in_state(phone, "waiting")
    phone.locator("[data-ring]").tap()
    desk.call("2")
    in_state(phone, "called")
    called = phone.locator("[data-heading]").inner_text()
    desk.move(ticket["id"], "recall")
    expect(phone.locator("[data-heading]")).not_to_have_text(called)
    expect(phone.locator("[data-quiet]")).to_be_visible()
    return phone


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_of_a_call_stands_in_the_first_view(desk: Client, open_page: Open, language: str) -> None:
    phone = rung(desk, open_page, language, *SCREENS[0])
    for width, height in SCREENS:
        phone.set_viewport_size({"width": width, "height": height})
        assert (width, height, phone.evaluate(OUT_OF_SIGHT)) == (width, height, [])


def test_on_a_phone_on_its_side_the_counter_has_one_line(desk: Client, open_page: Open) -> None:
    phone = rung(desk, open_page, "fr", *SCREENS[0])
    expect(phone.locator("[data-counter]")).to_have_text("Guichet 2")
    assert phone.evaluate(ONE_LINE)
