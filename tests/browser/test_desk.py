"""The desk under a mediator's hands: one click, one person; the page keeps itself true."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open, sign_in
from tests.browser.desk_site import until_held
from tests.support.api import Client
from tests.support.processes import Demo

DESK_SITE = "site-4"


@pytest.fixture
def visitors(demo: Demo) -> Client:
    client = Client(demo.url, DESK_SITE, demo.token(DESK_SITE, "counter"))
    while client.call("3").status_code in {200, 201}:
        pass
    for counter in ("1", "2", "3"):
        for row in client.queue().json()["counters"]:
            if row["id"] == counter and row["ticket"]:
                client.move(row["ticket"]["id"], "complete")
    return client


@pytest.fixture
def desk(demo: Demo, visitors: Client, open_page: Open) -> Page:
    page = open_page(f"{demo.url}/staff/", 1366, 768)
    sign_in(page, DESK_SITE, "1")
    return page


def test_who_arrives_appears_by_itself(desk: Page, visitors: Client) -> None:
    expect(desk.locator("[data-total]")).to_contain_text("personne n’attend")
    number = visitors.issue("transports", "ar").json()["number"]
    row = desk.locator(f"[data-waiting={number}]")
    expect(row).to_contain_text("Transports TCL")
    expect(row).to_contain_text("arabe")
    expect(desk.locator("[data-total]")).to_contain_text("1 personne attend")


def test_a_double_click_calls_one_person(desk: Page, visitors: Client) -> None:
    first = visitors.issue().json()["number"]
    second = visitors.issue().json()["number"]
    expect(desk.locator(f"[data-waiting={second}]")).to_be_visible()
    desk.locator("#call-next").dblclick()
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", first)
    assert [row["number"] for row in visitors.queue().json()["waiting"]] == [second]


def test_the_whole_of_a_visit_by_keyboard(desk: Page, visitors: Client) -> None:
    number = visitors.issue().json()["number"]
    expect(desk.locator(f"[data-waiting={number}]")).to_be_visible()
    hand = desk.locator("[data-hand]")
    desk.keyboard.press("Space")
    expect(hand).to_have_attribute("data-state", "called")
    desk.keyboard.press("r")
    expect(hand).to_contain_text("Appel : 2 fois")
    desk.keyboard.press("p")
    expect(hand).to_have_attribute("data-state", "serving")
    desk.keyboard.press("t")
    expect(desk.locator("[data-end]")).to_be_focused()
    desk.keyboard.press("Enter")
    expect(hand).to_have_attribute("data-hand", "")


def test_an_absent_person_frees_the_counter(desk: Page, visitors: Client) -> None:
    ticket = visitors.issue().json()
    desk.locator(f"[data-waiting={ticket['number']}]").wait_for()
    desk.locator("#call-next").click()
    desk.get_by_role("button", name="Absent").click()
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", "")
    assert visitors.ticket(ticket["id"]).json()["state"] == "no_show"


def test_a_chosen_person_can_be_called_before_the_others(desk: Page, visitors: Client) -> None:
    visitors.issue()
    chosen = visitors.issue("energie").json()["number"]
    desk.locator(f"[data-waiting={chosen}]").get_by_role("button", name="Appeler").click()
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", chosen)


def test_with_nobody_waiting_the_desk_says_so(desk: Page) -> None:
    desk.locator("#call-next").click()
    expect(desk.locator("[data-notice]")).to_contain_text("Personne n’attend")


def test_a_slow_network_makes_one_click_one_call(desk: Page, visitors: Client) -> None:
    """An answer from before the press arrives first: it must not put a fresh button under the finger."""
    first = visitors.issue().json()["number"]
    second = visitors.issue().json()["number"]
    desk.locator(f"[data-waiting={second}]").wait_for()
    held: dict[str, Route] = {}
    calls: list[str] = []

    def hold(route: Route) -> None:
        held["call" if route.request.method == "POST" else "now"] = route

    desk.route("**/now*", hold)
    desk.route("**/call", hold)
    desk.on("request", lambda request: calls.append(request.url) if request.method == "POST" else None)
    visitors.issue()  # the page asks for itself …
    until_held(desk, held, "now")
    desk.locator("#call-next").click()  # … and the mediator presses meanwhile
    until_held(desk, held, "call")
    held.pop("now").continue_()
    desk.locator("#call-next").click(force=True, no_wait_after=True)
    desk.keyboard.press("Space")
    held.pop("call").continue_()
    desk.unroute_all()
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", first)
    assert len(calls) == 1
    assert second in [row["number"] for row in visitors.queue().json()["waiting"]]


def test_a_queue_restored_from_an_older_copy_is_shown_as_it_is(desk: Page, visitors: Client) -> None:
    visitors.issue()
    desk.locator("[data-waiting]").wait_for()
    desk.evaluate("document.querySelector('[data-version]').dataset.version = '999999'")
    number = visitors.issue().json()["number"]
    expect(desk.locator(f"[data-waiting={number}]")).to_be_visible()
