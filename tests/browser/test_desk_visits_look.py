"""The closing sheet looked at: on a laptop all of it is on one screen, on a phone its ends are always in view."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.desk_site import SITE, at_desk, in_hand, quiet_site
from tests.browser.test_desk_look import SIZES, looked_at
from tests.support.api import Client
from tests.support.processes import Demo


@pytest.fixture
def visitors(demo: Demo) -> Client:
    return quiet_site(demo)


@pytest.fixture(params=SIZES, ids=["desk", "phone"])
def sized(request: pytest.FixtureRequest, demo: Demo, visitors: Client, open_page: Open) -> Page:
    return at_desk(open_page(f"{demo.url}/staff/", *request.param))


def test_axe_finds_nothing_in_the_sheet_and_a_finger_finds_every_choice(sized: Page, visitors: Client) -> None:
    in_hand(sized, visitors)
    sized.locator("#move-complete").click()
    sized.locator("form.visit").wait_for()
    # On a phone its foot lies over whatever is scrolled beneath it: the rest is looked at as if it did not.
    sized.evaluate("document.querySelector('.visit .ends').style.position = 'static'")
    looked_at(sized)
    for key in ("c", "o", "3", "9", "e", "3"):
        sized.keyboard.press(key)
    sized.locator(".bands summary").click()
    looked_at(sized)


def test_all_of_it_is_on_one_screen_of_a_laptop(demo: Demo, visitors: Client, open_page: Open) -> None:
    desk = at_desk(open_page(f"{demo.url}/staff/", 1366, 768))
    in_hand(desk, visitors)
    desk.keyboard.press("t")
    expect(desk.locator("[data-end]")).to_be_focused()
    for key in ("c", "o", "1", "9", "e", "f", "3"):
        desk.keyboard.press(key)
    desk.locator(".bands summary").click()
    hidden = "({scrollHeight, clientHeight}) => scrollHeight - clientHeight"
    assert desk.locator("#sheet").evaluate(hidden) == 0


def test_on_a_phone_both_ways_to_end_it_are_in_view_at_once(demo: Demo, visitors: Client, open_page: Open) -> None:
    phone = at_desk(open_page(f"{demo.url}/staff/", 390, 844))
    in_hand(phone, visitors)
    phone.locator("#move-complete").click()
    for end in ("[data-bare]", "[data-end]", "#sheet-title"):
        expect(phone.locator(end)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", SIZES, ids=["desk", "phone"])
def test_a_manager_counts_the_passes_by_keyboard(demo: Demo, open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(f"{demo.url}/staff/", *size)
    page.get_by_role("button", name="Entrer dans la démonstration").click()
    page.goto(f"{demo.url}/staff/site-5/passes")
    page.locator("#left").focus()
    for keys in ("3", "Tab", "Control+A", "9", "Enter"):
        page.keyboard.press(keys)
    expect(page.locator("[data-told]")).to_be_visible()
    expect(page.locator("[data-left='3'][data-low]")).to_be_visible()
    expect(page.locator(".bar [data-mark]")).to_contain_text("plus que 3")
    looked_at(page)
    page.get_by_role("button", name="Ne plus compter le stock").click()
    expect(page.locator("[data-left='']")).to_be_visible()


@pytest.fixture
def counted(demo: Demo, sized: Page) -> Iterator[Callable[[int], None]]:
    """A function that counts the site's passes, few of them being nine; nobody counts them afterwards."""

    def count(left: int) -> None:
        sized.goto(f"{demo.url}/staff/{SITE}/passes")
        sized.locator("#left").fill(str(left))
        sized.locator("#low").fill("9")
        sized.keyboard.press("Enter")
        sized.locator("[data-told]").wait_for()
        sized.goto(f"{demo.url}/staff/{SITE}/1")
        sized.locator("#desk:not([inert])").wait_for()

    yield count
    sized.goto(f"{demo.url}/staff/{SITE}/passes")
    sized.get_by_role("button", name="Ne plus compter le stock").click()
    sized.locator("[data-left='']").wait_for()


@pytest.mark.parametrize("left", [3, 0])
def test_few_passes_are_seen_at_the_desk_and_on_the_sheet(
    sized: Page, visitors: Client, counted: Callable[[int], None], left: int
) -> None:
    counted(left)
    expect(sized.locator(f".few-passes[data-passes='{left}']")).to_be_visible()
    in_hand(sized, visitors)
    looked_at(sized)
    sized.locator("#move-complete").click()
    expect(sized.locator("#visit-stock[data-low]")).to_be_visible()
    expect(sized.locator("[data-step]")).to_have_count(2 if left else 0)
    sized.evaluate("document.querySelector('.visit .ends').style.position = 'static'")
    looked_at(sized)
