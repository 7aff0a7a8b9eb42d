"""The desk in English, from the button on the door to a person in hand."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.desk_site import SITE, quiet_site
from tests.browser.test_accessibility import faults
from tests.browser.test_desk_look import HARD_TO_TOUCH, SIZES
from tests.support.processes import Demo


def looked_at(page: Page) -> None:
    """Nothing to find on the page as it is: its words have other lengths than the French ones."""
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(HARD_TO_TOUCH) == []


@pytest.mark.parametrize("size", SIZES, ids=["desk", "phone"])
def test_english_is_chosen_at_the_door_and_holds_to_the_person_in_hand(
    demo: Demo, open_page: Open, size: tuple[int, int]
) -> None:
    visitors = quiet_site(demo)
    visitors.issue("papiers", "ar")
    desk = open_page(f"{demo.url}/staff/", *size)
    desk.get_by_role("button", name="English").focus()
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", level=1)).to_have_text("Hello")
    looked_at(desk)
    desk.get_by_role("button", name="Enter the demonstration").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Where are you working today?")
    looked_at(desk)
    desk.goto(f"{demo.url}/staff/{SITE}")
    desk.locator("[data-counter='1']").click()
    expect(desk.locator("#desk:not([inert]) #call-next")).to_contain_text("Call the next person")
    looked_at(desk)
    desk.keyboard.press("Space")
    expect(desk.locator(".ticket .language")).to_have_text("Arabic")
    expect(desk.locator(".ticket .since")).to_contain_text("Called: once · waiting for less than a minute")
    looked_at(desk)
    desk.keyboard.press("f")
    expect(desk.get_by_role("dialog")).to_contain_text("The person keeps their number")
    looked_at(desk)
