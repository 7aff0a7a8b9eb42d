"""Two at the desks of one site, by keyboard: who sits where, a pause, a slip taken back, a word that goes along."""

from __future__ import annotations

import uuid

import pytest
from playwright.sync_api import Locator, Page, expect

from server.actions.house import build_house
from server.demo_folder import demo_settings
from server.domain.people import Job
from tests.browser.conftest import Open
from tests.browser.desk_site import SITE, at_desk, in_hand, quiet_site, row, state
from tests.browser.test_desk_look import looked_at
from tests.support.api import Client
from tests.support.processes import Demo

PASSWORD = "une longue phrase de passe"
SIZES = [(1366, 768), (390, 844)]


@pytest.fixture
def visitors(demo: Demo) -> Client:
    return quiet_site(demo)


@pytest.fixture
def desk(demo: Demo, visitors: Client, open_page: Open) -> Page:
    """Counter 1, and the demo's person at it."""
    return at_desk(open_page(f"{demo.url}/staff/", 1366, 768))


@pytest.fixture
def colleague(demo: Demo, visitors: Client, open_page: Open) -> Page:
    """Somebody else, before the counters of the site."""
    name = f"Aïcha {uuid.uuid4().hex[:6]}"
    build_house(demo_settings(demo.folder)).people.add(name, Job.MEDIATOR, PASSWORD)
    page = open_page(f"{demo.url}/staff/", 1366, 768)
    page.locator("#name").fill(name)
    page.locator("#password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.locator("#password").wait_for(state="detached")
    page.goto(f"{demo.url}/staff/{SITE}")
    return page


def version(desk: Page) -> int:
    return int(desk.locator("[data-version]").get_attribute("data-version") or "0")


def seconds(left: Locator) -> int:
    return int((left.text_content() or "").strip("() s"))


def sit(page: Page, counter: str) -> None:
    """Take a counter, and wait until its buttons and keys work."""
    page.reload()
    page.locator(f"[data-counter='{counter}']").press("Enter")
    page.locator("#desk:not([inert])").wait_for()
    # Somebody of another test may sit there.
    if page.locator("#take-counter").count() > 0:
        page.keyboard.press("Enter")
    page.locator("#desk:not([inert]) #call-next").wait_for()


def test_whoever_takes_a_counter_over_is_asked_first_and_the_other_desk_stops(desk: Page, colleague: Page) -> None:
    expect(colleague.locator("[data-counter='1']")).to_contain_text("depuis")
    colleague.locator("[data-counter='1']").press("Enter")
    expect(colleague.locator("[data-lost=taken]")).to_contain_text("est à ce guichet depuis")
    expect(colleague.locator("#take-counter")).to_be_focused()
    looked_at(colleague)
    colleague.keyboard.press("Enter")
    expect(colleague.locator("#call-next")).to_be_visible()
    expect(desk.locator("[data-lost=taken]")).to_contain_text("Aïcha")
    expect(desk.locator("#call-next")).to_have_count(0)
    looked_at(desk)
    desk.locator("#take-counter").press("Enter")
    expect(desk.locator("#call-next")).to_be_visible()
    expect(colleague.locator("[data-lost=taken]")).to_be_visible()


def test_a_pause_says_why_with_two_keys_and_colleagues_read_it(desk: Page, colleague: Page) -> None:
    desk.keyboard.press("u")
    expect(desk.locator("[data-why=break]")).to_be_focused()
    looked_at(desk)
    desk.keyboard.press("Enter")
    expect(desk.locator("[data-pause]")).to_contain_text("en pause depuis")
    colleague.reload()
    expect(colleague.locator("[data-counter='1']")).to_contain_text("en pause depuis")
    desk.keyboard.press("o")
    expect(desk.locator("#call-next")).to_be_visible()


def test_who_leaves_a_counter_is_before_the_counters_again(desk: Page, colleague: Page) -> None:
    desk.keyboard.press("u")
    desk.locator("[data-leave]").press("Enter")
    expect(desk.locator("[data-counter='1']")).to_contain_text("libre")
    sit(colleague, "1")


def test_a_wrong_call_is_taken_back_with_one_key(desk: Page, visitors: Client) -> None:
    ticket = in_hand(desk, visitors)
    expect(desk.locator("#undo")).to_contain_text("Annuler l’appel")
    looked_at(desk)
    desk.keyboard.press("z")
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", "")
    expect(row(desk, ticket)).to_be_visible()
    expect(desk.locator("#undo")).to_have_count(0)
    expect(desk.locator("#told")).to_contain_text("de nouveau à sa place")
    assert state(visitors, ticket) == "waiting"
    assert ticket["number"] not in {call["number"] for call in visitors.board().json()["calls"]}


def test_a_wrong_absence_brings_the_person_back_to_the_hands(desk: Page, visitors: Client) -> None:
    ticket = in_hand(desk, visitors)
    desk.keyboard.press("a")
    expect(desk.locator("#undo")).to_contain_text("Annuler l’absence")
    desk.keyboard.press("z")
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", ticket["number"])
    assert state(visitors, ticket) == "called"


def test_the_seconds_run_down_and_the_button_goes_with_the_last(desk: Page, visitors: Client) -> None:
    in_hand(desk, visitors)
    left = desk.locator("#undo .left")
    first = seconds(left)
    expect(left).not_to_have_text(f"({first} s)")
    assert seconds(left) < first
    expect(desk.locator("#undo")).to_have_count(0)
    expect(desk.locator("[data-hand]")).not_to_have_attribute("data-hand", "")


def test_a_word_for_the_colleague_goes_along_with_a_transfer(desk: Page, colleague: Page, visitors: Client) -> None:
    sit(colleague, "2")
    ticket = in_hand(desk, visitors)
    desk.keyboard.press("f")
    desk.locator("#note").fill("A déjà sa pièce d’identité.")
    looked_at(desk)
    desk.locator("[data-to='counter:2']").press("Enter")
    expect(row(colleague, ticket).locator("[data-noted]")).to_be_visible()
    expect(row(colleague, ticket)).not_to_contain_text("pièce d’identité")
    looked_at(colleague)
    colleague.keyboard.press(" ")
    expect(colleague.locator("[data-note]")).to_contain_text("A déjà sa pièce d’identité.")
    looked_at(colleague)
    colleague.keyboard.press("f")
    expect(colleague.locator("#note")).to_have_value("A déjà sa pièce d’identité.")


def test_two_desks_show_one_queue_after_each_act(desk: Page, colleague: Page, visitors: Client) -> None:
    sit(colleague, "2")
    in_hand(desk, visitors)
    for pressing, key in ((desk, "p"), (desk, "m"), (desk, "z"), (desk, "t"), (colleague, "u")):
        pressing.keyboard.press(key)
        if key in "tu":
            pressing.keyboard.press("Escape" if key == "t" else "Enter")
        queue = visitors.queue().json
        for page in (desk, colleague):
            page.wait_for_function(
                "version => Number(document.querySelector('[data-version]').dataset.version) >= version",
                arg=queue()["version"],
            )
    now = visitors.queue().json()
    assert version(desk) == version(colleague) == now["version"]
    for page in (desk, colleague):
        expect(page.locator("[data-total]")).to_have_attribute("data-total", str(now["total"]))


@pytest.mark.parametrize("size", SIZES, ids=["desk", "phone"])
def test_the_counters_page_and_the_sheet_of_keys(demo: Demo, visitors: Client, open_page: Open, size) -> None:
    page = at_desk(open_page(f"{demo.url}/staff/", *size))
    page.keyboard.press("?")
    expect(page.locator("dl.keys")).to_contain_text("Annuler un appel, une présence, une absence, une fin")
    looked_at(page)
    page.keyboard.press("Escape")
    expect(page.locator("#sheet")).to_be_hidden()
    page.keyboard.press("u")
    expect(page.locator("[data-why=break]")).to_be_visible()
    looked_at(page)
    page.goto(f"{demo.url}/staff/{SITE}")
    expect(page.locator("[data-counter='1']")).to_contain_text("vous y êtes depuis")
    looked_at(page)
