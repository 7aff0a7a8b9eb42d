"""The desk by keyboard: one key a move, and none of them while something is being typed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.desk_site import at_desk, in_hand, quiet_site, row, state, switch
from tests.support.api import Client
from tests.support.processes import Demo


@pytest.fixture
def visitors(demo: Demo) -> Client:
    return quiet_site(demo)


@pytest.fixture
def desk(demo: Demo, visitors: Client, open_page: Open) -> Page:
    return at_desk(open_page(f"{demo.url}/staff/", 1366, 768))


@pytest.mark.parametrize(
    ("key", "verb", "leads_to"),
    [
        ("r", "recall", "called"),
        ("p", "serve", "serving"),
        ("a", "no_show", "no_show"),
        ("m", "park", "parked"),
    ],
)
def test_each_move_has_the_key_that_its_button_shows(
    desk: Page, visitors: Client, key: str, verb: str, leads_to: str
) -> None:
    ticket = in_hand(desk, visitors)
    expect(desk.locator(f"#move-{verb} kbd")).to_have_text(key.upper())
    desk.keyboard.press(key)
    stays = verb in {"recall", "serve"}
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", ticket["number"] if stays else "")
    if verb == "recall":
        expect(desk.locator("[data-hand]")).to_contain_text("Appel : 2 fois")
    if verb == "serve":
        expect(desk.locator("[data-hand]")).to_have_attribute("data-state", "serving")
    assert state(visitors, ticket) == leads_to


def test_no_two_buttons_share_a_key(desk: Page, visitors: Client) -> None:
    in_hand(desk, visitors)
    keys = desk.locator("button[data-key]").evaluate_all("(all) => all.map((one) => one.dataset.key)")
    assert sorted(keys) == sorted(set(keys))
    # V tells of the visit before, where there was one; Z takes the call back, for ten seconds.
    assert set(keys) - {"v", "z"} == {" ", "r", "p", "a", "t", "m", "f", "g", "d", "i", "u", "?"}


def test_after_as_many_recalls_absent_is_proposed_and_is_one_key(desk: Page, visitors: Client) -> None:
    ticket = in_hand(desk, visitors)
    for _ in range(2):
        visitors.move(ticket["id"], "recall")
    expect(desk.locator("[data-hand]")).to_contain_text("Appel : 3 fois")
    expect(desk.locator("[data-absent-due]")).to_have_count(0)
    visitors.move(ticket["id"], "recall")
    expect(desk.locator("[data-absent-due]")).to_have_text("3 rappels. Marquer l’absence\u202f? Touche A.")
    desk.keyboard.press("a")
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", "")
    assert state(visitors, ticket) == "no_show"


def test_somebody_is_sent_to_another_counter_by_keyboard_alone(desk: Page, visitors: Client) -> None:
    ticket = visitors.issue().json()
    row(desk, ticket).wait_for()
    desk.keyboard.press("Space")
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", ticket["number"])
    desk.keyboard.press("f")
    expect(desk.locator("[data-to]").first).to_be_focused()
    desk.keyboard.press("Shift+Tab")
    expect(desk.locator("#reason")).to_be_focused()
    desk.keyboard.type("parle turc")
    while desk.evaluate("document.activeElement.dataset.to") != "counter:2":
        desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    expect(desk.locator("#sheet")).to_be_hidden()
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", "")
    seen = visitors.ticket(ticket["id"]).json()
    assert (seen["state"], seen["to_counter"]) == ("waiting", "2")


def test_a_word_that_is_typed_presses_no_button(desk: Page, visitors: Client) -> None:
    ticket = in_hand(desk, visitors)
    visitors.issue()
    desk.keyboard.press("f")
    desk.locator("#reason").click()
    desk.keyboard.type("part, m a g d r f t o i")
    expect(desk.locator("#reason")).to_have_value("part, m a g d r f t o i")
    desk.locator("[data-to]").first.focus()
    desk.keyboard.press("t")
    desk.keyboard.press("Escape")
    expect(desk.locator("#sheet")).to_be_hidden()
    assert state(visitors, ticket) == "called"
    desk.keyboard.press("a")
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", "")
    assert state(visitors, ticket) == "no_show"


def test_a_ticket_is_given_by_keyboard_and_its_number_stays(desk: Page, visitors: Client) -> None:
    desk.keyboard.press("d")
    expect(desk.locator("[data-give]").first).to_be_focused()
    desk.keyboard.press("Enter")
    given = desk.locator("[data-given]")
    number = given.get_attribute("data-given")
    expect(desk.locator(f"[data-waiting={number}]")).to_be_attached()
    assert visitors.issue("energie").status_code == 201
    expect(desk.locator("[data-total]")).to_contain_text("2 personnes")
    expect(given).to_be_visible()
    desk.keyboard.press("Enter")
    expect(desk.locator("#sheet")).to_be_hidden()


def test_a_closed_counter_is_opened_with_a_key(desk: Page, visitors: Client) -> None:
    switch(visitors, "1", open_now=False)
    expect(desk.locator("#open-counter")).to_be_visible()
    expect(desk.locator("#call-next")).to_have_count(0)
    desk.keyboard.press("o")
    expect(desk.locator("#call-next")).to_be_visible()


@pytest.mark.parametrize("opens", ["click", "key"])
def test_after_a_sheet_that_no_key_on_its_button_opened_space_calls_the_next(
    desk: Page, visitors: Client, opens: str
) -> None:
    ticket = visitors.issue().json()
    row(desk, ticket).wait_for()
    if opens == "click":
        desk.locator("#give-ticket").click()
    else:
        desk.locator("#give-ticket").focus()
        desk.keyboard.press("d")
    expect(desk.locator("#sheet")).to_be_visible()
    desk.keyboard.press("Escape")
    expect(desk.locator("#desk")).to_be_focused()
    desk.keyboard.press("Space")
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", ticket["number"])


def test_the_focus_stays_on_the_button_that_is_drawn_again_or_falls_to_the_desk(desk: Page, visitors: Client) -> None:
    in_hand(desk, visitors)
    desk.locator("#move-recall").focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("[data-hand]")).to_contain_text("Appel : 2 fois")
    expect(desk.locator("#move-recall")).to_be_focused()
    desk.locator("#move-no_show").focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", "")
    expect(desk.locator("#desk")).to_be_focused()


@pytest.mark.parametrize("key", ["Enter", " "])
@pytest.mark.parametrize("how", ["held", "struck twice"])
def test_a_key_held_or_struck_twice_on_the_button_calls_one_person(desk: Page, visitors: Client, key, how) -> None:
    """The browser presses a focused button by itself: there too one press is one act."""
    first, second = visitors.issue().json(), visitors.issue().json()
    expect(row(desk, second)).to_be_visible()
    desk.locator("#call-next").focus()
    desk.keyboard.down(key)
    if how == "held":
        desk.keyboard.down(key)  # the keyboard repeats it
        desk.keyboard.up(key)
    else:
        desk.keyboard.up(key)
        desk.keyboard.press(key)
    expect(desk.locator(f"[data-hand={first['number']}]")).to_be_visible()
    expect(desk.locator("[data-waiting]")).to_have_count(1)
    assert visitors.ticket(second["id"]).json()["state"] == "waiting"
