"""Who is still in hand where somebody leaves a counter: the desk asks, and every desk shows whom nobody sits with."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.desk_site import at_desk, in_hand, quiet_site, state
from tests.browser.test_desk_look import SIZES, looked_at
from tests.support.api import Client
from tests.support.processes import Demo

FREE = "2"


@pytest.fixture
def visitors(demo: Demo) -> Client:
    return quiet_site(demo)


@pytest.fixture(params=SIZES, ids=["desk", "phone"])
def desk(request: pytest.FixtureRequest, demo: Demo, visitors: Client, open_page: Open) -> Page:
    return at_desk(open_page(f"{demo.url}/staff/", *request.param))


def goes_elsewhere(desk: Page) -> None:
    """To the list of counters, and to another one of them."""
    desk.goto(desk.url.rpartition("/")[0])
    desk.locator(f"[data-counter='{FREE}']").press("Enter")
    desk.locator("#desk:not([inert]) .partings").wait_for()


def test_whoever_changes_counters_is_asked_and_comes_with_the_person_by_keyboard(desk: Page, visitors: Client) -> None:
    ticket = in_hand(desk, visitors)
    goes_elsewhere(desk)
    expect(desk.locator("[value=along]")).to_be_focused()
    looked_at(desk)
    desk.keyboard.press("Enter")
    expect(desk.locator(f"[data-hand={ticket['number']}]")).to_be_visible()


def test_who_is_left_alone_is_seen_and_called_from_another_desk(desk: Page, visitors: Client) -> None:
    ticket = in_hand(desk, visitors)
    goes_elsewhere(desk)
    desk.locator("[value=stay]").press("Enter")
    expect(desk.locator("#desk:not([inert]) [data-list=alone]")).to_contain_text("Guichet 1")
    looked_at(desk)
    desk.locator("[data-list=alone] [id^=call]").press("Enter")
    expect(desk.locator(f"[data-hand={ticket['number']}]")).to_be_visible()
    expect(desk.locator("[data-list=alone]")).to_have_count(0)


def test_the_visit_of_who_is_left_alone_is_ended_from_another_desk(desk: Page, visitors: Client) -> None:
    ticket = in_hand(desk, visitors)
    goes_elsewhere(desk)
    desk.locator("[value=stay]").press("Enter")
    desk.locator("#desk:not([inert]) [data-list=alone] [id^=end]").press("Enter")
    expect(desk.locator(f"[data-visit={ticket['number']}]")).to_be_visible()
    desk.locator("[data-bare]").press("Enter")
    expect(desk.locator("[data-list=alone]")).to_have_count(0)
    assert state(visitors, ticket) == "done"


def test_whoever_leaves_the_counter_says_it_in_the_sheet(desk: Page, visitors: Client) -> None:
    in_hand(desk, visitors)
    desk.locator("#close-counter").press("Enter")
    desk.locator(".partings").scroll_into_view_if_needed()
    looked_at(desk)
    desk.locator("[value=back]").press("Enter")
    expect(desk.locator("[data-counter='1']")).to_contain_text("libre")


def test_the_sheet_of_keys_shows_them_on_a_phone_too(desk: Page) -> None:
    desk.locator("#keys-help").click()
    keys = desk.locator(".keys kbd")
    keys.first.wait_for()
    assert all(key.is_visible() for key in keys.all())
    looked_at(desk)
