"""Closing a visit: two clicks, or five keys, and everything that can be said of it on one screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.desk_site import at_desk, in_hand, quiet_site, row, state
from tests.support.api import Client
from tests.support.processes import Demo


@pytest.fixture
def visitors(demo: Demo) -> Client:
    return quiet_site(demo)


@pytest.fixture
def desk(demo: Demo, visitors: Client, open_page: Open) -> Page:
    return at_desk(open_page(f"{demo.url}/staff/", 1366, 768))


@pytest.fixture
def ticket(desk: Page, visitors: Client) -> dict[str, str]:
    """Somebody in hand."""
    return in_hand(desk, visitors)


def opened(desk: Page, key: str = "t") -> None:
    """The closing sheet, by its key; Enter would end the visit."""
    desk.keyboard.press(key)
    expect(desk.locator("[data-end]")).to_be_focused()


def done(desk: Page) -> None:
    """The visit has ended."""
    expect(desk.locator("#sheet")).to_be_hidden()
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", "")


def kept(desk: Page) -> list[str | None]:
    """The requests that are kept of the visit that ended last, as the sheet shows them when it is opened again."""
    expect(desk.locator("#tell-visit[data-is-told]")).to_be_visible()
    opened(desk, "v")
    found = desk.locator("input[name=request]")
    return [found.nth(at).get_attribute("value") for at in range(found.count())]


def option(desk: Page, name: str, value: str) -> Locator:
    return desk.locator(f"input[name={name}][value={value}]")


def test_two_clicks_end_a_visit(desk: Page, visitors: Client, ticket: dict[str, str]) -> None:
    desk.locator("#move-complete").click()
    desk.locator("[data-bare]").click()
    done(desk)
    assert state(visitors, ticket) == "done"
    expect(desk.locator("#tell-visit")).to_contain_text("Compléter la visite de")


def test_five_keys_end_a_visit_and_say_what_it_was(desk: Page, visitors: Client, ticket: dict[str, str]) -> None:
    opened(desk)
    for key in ("c", "o", "1", "Enter"):
        desk.keyboard.press(key)
    done(desk)
    assert state(visitors, ticket) == "done"
    assert kept(desk) == ["caf,droits,solved,"]


def test_every_choice_shows_its_key_and_no_two_of_a_list_share_one(desk: Page, ticket: dict[str, str]) -> None:
    opened(desk)
    for name in ("operator", "topic"):
        radios = desk.locator(f"input[name={name}]")
        signs = radios.evaluate_all("(all) => all.map((one) => one.dataset.sign.toUpperCase())")
        shown = radios.evaluate_all("(all) => all.map((one) => one.closest('label').querySelector('kbd').textContent)")
        assert shown == signs
        assert len(set(signs)) == len(signs) > 5


def test_several_requests_are_told_one_after_the_other(desk: Page, ticket: dict[str, str]) -> None:
    opened(desk)
    for key in ("c", "o", "1", "9", "e", "f", "3"):
        desk.keyboard.press(key)
    expect(desk.locator("[data-requests] li")).to_have_text("CAF · Ouverture de droits · Résolu ici")
    desk.locator("select[name=to]").select_option("enedis")
    desk.locator("[data-end]").click()
    done(desk)
    assert kept(desk) == ["caf,droits,solved,", "edf,facture,referred,enedis"]


def test_a_request_that_was_added_can_be_removed(desk: Page, ticket: dict[str, str]) -> None:
    opened(desk)
    for key in ("c", "9", "e", "9"):
        desk.keyboard.press(key)
    desk.locator("[data-remove]").first.click()
    expect(desk.locator("[data-end]")).to_be_focused()
    desk.keyboard.press("Enter")
    done(desk)
    assert kept(desk) == ["edf,,,"]


@pytest.mark.parametrize("key", ["&", "1"])
def test_a_digit_is_one_on_a_french_keyboard_too(desk: Page, ticket: dict[str, str], key: str) -> None:
    """Its row of digits gives others without Shift."""
    opened(desk)
    pressed = "new KeyboardEvent('keydown', {key, code: 'Digit1', bubbles: true})"
    desk.evaluate(f"(key) => document.activeElement.dispatchEvent({pressed})", key)
    expect(option(desk, "outcome", "solved")).to_be_checked()


def test_what_was_chosen_is_taken_back_by_the_same_key_or_click(desk: Page, ticket: dict[str, str]) -> None:
    opened(desk)
    desk.keyboard.press("1")
    desk.keyboard.press("1")
    expect(option(desk, "outcome", "solved")).not_to_be_checked()
    choice = desk.locator("label", has=option(desk, "operator", "caf"))
    choice.click()
    expect(option(desk, "operator", "caf")).to_be_checked()
    choice.click()
    expect(option(desk, "operator", "caf")).not_to_be_checked()


def test_a_slip_is_corrected_by_the_letter_of_another(desk: Page, ticket: dict[str, str]) -> None:
    opened(desk)
    for key in ("c", "o", "s"):
        desk.keyboard.press(key)
    expect(option(desk, "topic", "suivi")).to_be_checked()
    expect(option(desk, "topic", "droits")).not_to_be_checked()
    expect(option(desk, "operator", "caf")).to_be_checked()


def test_passes_and_the_difficulty_have_keys(desk: Page, ticket: dict[str, str]) -> None:
    opened(desk)
    passes = desk.locator("input[name=passes]")
    for key, count in (("+", "1"), ("+", "2"), ("-", "1"), ("-", "0"), ("-", "0")):
        desk.keyboard.press(key)
        expect(passes).to_have_value(count)
    desk.keyboard.press("4")
    expect(option(desk, "difficulty", "yes")).to_be_checked()
    desk.keyboard.press("5")
    expect(option(desk, "difficulty", "no")).to_be_checked()


def test_what_is_typed_in_a_field_chooses_nothing_else(desk: Page, ticket: dict[str, str]) -> None:
    opened(desk)
    desk.locator("input[name=passes]").fill("")
    desk.keyboard.type("1")
    expect(desk.locator("input[name=passes]")).to_have_value("1")
    expect(option(desk, "outcome", "solved")).not_to_be_checked()
    desk.locator(".bands summary").click()
    desk.locator("select[name=age]").focus()
    desk.keyboard.type("c")
    expect(option(desk, "operator", "caf")).not_to_be_checked()


def test_escape_ends_nothing_and_the_desk_has_its_keys_back(
    desk: Page, visitors: Client, ticket: dict[str, str]
) -> None:
    opened(desk)
    desk.keyboard.press("c")
    desk.keyboard.press("Escape")
    expect(desk.locator("#sheet")).to_be_hidden()
    assert state(visitors, ticket) == "called"
    desk.keyboard.press("p")
    expect(desk.locator("[data-hand]")).to_have_attribute("data-state", "serving")


def test_a_choice_that_is_refused_stays_on_the_sheet_with_the_reason(
    desk: Page, visitors: Client, ticket: dict[str, str]
) -> None:
    opened(desk)
    desk.keyboard.press("c")
    desk.evaluate("document.querySelector('input[name=passes]').removeAttribute('max')")
    desk.locator("input[name=passes]").fill("21")
    desk.locator("[data-end]").click()
    expect(desk.locator("[data-sheet-notice]")).to_contain_text("20 titres TCL au plus")
    expect(option(desk, "operator", "caf")).to_be_checked()
    assert state(visitors, ticket) == "called"


def test_the_call_of_the_next_waits_for_no_sheet_and_the_visit_is_told_afterwards(
    desk: Page, visitors: Client, ticket: dict[str, str]
) -> None:
    second = visitors.issue().json()
    row(desk, second).wait_for()
    desk.keyboard.press("Space")
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", second["number"])
    expect(desk.locator("#tell-visit")).to_have_attribute("data-latest", ticket["number"])
    desk.locator("#tell-visit").click()
    expect(desk.locator("[data-end]")).to_be_focused()
    for key in ("c", "Enter"):
        desk.keyboard.press(key)
    expect(desk.locator("#sheet")).to_be_hidden()
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", second["number"])
    assert kept(desk) == ["caf,,,"]
