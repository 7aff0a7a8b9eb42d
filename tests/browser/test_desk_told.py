"""The word about the latest press: it covers no button, and goes when the desk shows otherwise."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.desk_printer import Agent, served
from tests.browser.desk_site import at_desk, quiet_site, row
from tests.browser.test_desk_look import SIZES
from tests.support.api import Client
from tests.support.processes import Demo

# The buttons that the word about the latest press covers.
UNDER_THE_WORD = """() => {
    const word = document.querySelector(".told .notice").getBoundingClientRect();
    const covered = (box) =>
        word.left < box.right && box.left < word.right && word.top < box.bottom && box.top < word.bottom;
    return [...document.querySelectorAll("#desk button")]
        .filter((one) => one.checkVisibility() && covered(one.getBoundingClientRect()))
        .map((one) => one.outerHTML);
}"""


@pytest.fixture
def visitors(demo: Demo) -> Client:
    return quiet_site(demo)


@pytest.fixture
def agent(demo: Demo) -> Agent:
    return Agent(demo)


@pytest.fixture
def desk(demo: Demo, visitors: Client, agent: Agent, open_page: Open) -> Page:
    return at_desk(open_page(f"{demo.url}/staff/", 1366, 768))


@pytest.mark.parametrize("change", ["paper", "strip"])
def test_the_word_about_paper_goes_when_the_desk_shows_otherwise(
    desk: Page, visitors: Client, agent: Agent, change: str
) -> None:
    served(desk, visitors, agent)
    desk.locator("#reprint").click()
    word = desk.locator("[data-told]")
    expect(word).to_contain_text("se réimprime")
    # Drawn again for another reason, it stays.
    expect(row(desk, visitors.issue("energie").json())).to_be_visible()
    expect(word).to_be_visible()
    if change == "paper":
        agent.report(agent.claim(), "failed", reason="cover_open")
    else:
        agent.says("low", reason="paper_low")
    expect(word).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_word_about_a_press_covers_no_button_and_a_touch_takes_it_away(
    desk: Page, visitors: Client, agent: Agent, width: int, height: int
) -> None:
    desk.set_viewport_size({"width": width, "height": height})
    served(desk, visitors, agent)
    # The list reaches past the foot of the screen.
    for _ in range(8):
        ticket = visitors.issue("energie").json()
    expect(row(desk, ticket)).to_be_attached()
    desk.evaluate("scrollTo(0, 0)")
    desk.keyboard.press("i")
    expect(desk.locator(".told .notice")).to_be_in_viewport(ratio=1)
    assert desk.evaluate(UNDER_THE_WORD) == []
    desk.locator(".told .notice").click()
    expect(desk.locator("#told")).to_be_empty()
