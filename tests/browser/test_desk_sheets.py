"""The sheets over the desk: no push closes one, nothing typed is lost, and what lies under stays true."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open
from tests.browser.desk_site import SITE, at_desk, in_hand, quiet_site, row, state, switch
from tests.browser.setbacks import holding
from tests.support.api import Client
from tests.support.processes import Demo


@pytest.fixture
def visitors(demo: Demo) -> Client:
    return quiet_site(demo)


@pytest.fixture
def desk(demo: Demo, visitors: Client, open_page: Open) -> Page:
    return at_desk(open_page(f"{demo.url}/staff/", 1366, 768))


def test_a_push_closes_no_sheet_and_takes_no_word(desk: Page, visitors: Client) -> None:
    ticket = in_hand(desk, visitors)
    desk.locator("#move-transfer").click()
    desk.locator("#reason").fill("parle tur")
    newcomer = visitors.issue("energie").json()
    expect(row(desk, newcomer)).to_be_attached()
    expect(desk.locator("#sheet")).to_be_visible()
    expect(desk.locator("#reason")).to_be_focused()
    desk.keyboard.type("c")
    expect(desk.locator("#reason")).to_have_value("parle turc")
    desk.locator("[data-to='counter:3']").click()
    expect(desk.locator("#sheet")).to_be_hidden()
    assert visitors.ticket(ticket["id"]).json()["to_counter"] == "3"


def test_a_reason_goes_along_from_one_sheet_to_the_next_and_no_further(desk: Page, visitors: Client) -> None:
    ticket = visitors.issue().json()
    row(desk, ticket).locator("[data-more]").click()
    desk.locator("#reason").fill("parle turc")
    desk.locator("[data-move=transfer]").click()
    expect(desk.locator("[data-to]").first).to_be_focused()
    expect(desk.locator("#reason")).to_have_value("parle turc")
    desk.keyboard.press("Escape")
    row(desk, ticket).locator("[data-more]").click()
    expect(desk.locator("#sheet")).to_be_visible()
    expect(desk.locator("#reason")).to_have_value("")


def test_what_happens_under_a_sheet_is_there_when_it_closes(desk: Page, visitors: Client) -> None:
    ticket = in_hand(desk, visitors)
    desk.locator("#move-transfer").click()
    expect(desk.locator("#sheet")).to_be_visible()
    visitors.move(ticket["id"], "complete")
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", "")
    desk.keyboard.press("Escape")
    expect(desk.locator("#sheet")).to_be_hidden()
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", "")


def test_escape_gives_the_focus_back_although_the_desk_was_drawn_again(desk: Page, visitors: Client) -> None:
    ticket = visitors.issue().json()
    more = row(desk, ticket).locator("[data-more]")
    more.focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("#sheet")).to_be_visible()
    expect(row(desk, visitors.issue().json())).to_be_attached()
    desk.keyboard.press("Escape")
    expect(desk.locator("#sheet")).to_be_hidden()
    expect(more).to_be_focused()


def test_a_refused_press_leaves_the_sheet_with_its_words_and_what_was_typed(desk: Page, visitors: Client) -> None:
    ticket = in_hand(desk, visitors)
    desk.locator("#move-transfer").click()
    desk.locator("#reason").fill("parle turc")
    switch(visitors, "2", open_now=False)
    desk.locator("[data-to='counter:2']").click()
    expect(desk.locator("[data-sheet-notice]")).to_have_text("Le guichet 2 est fermé pour le moment.")
    expect(desk.locator("#reason")).to_have_value("parle turc")
    expect(desk.locator("#told")).to_be_empty()
    assert state(visitors, ticket) == "called"
    desk.locator("[data-to='counter:3']").click()
    expect(desk.locator("#sheet")).to_be_hidden()
    assert state(visitors, ticket) == "waiting"


def test_without_a_network_the_sheet_says_so_and_the_same_press_works_later(desk: Page, visitors: Client) -> None:
    ticket = in_hand(desk, visitors)
    desk.locator("#move-transfer").click()
    desk.route("**/transfer", lambda route: route.abort())
    desk.locator("[data-to='counter:3']").click()
    expect(desk.locator("[data-sheet-notice]")).to_contain_text("Pas de connexion")
    assert state(visitors, ticket) == "called"
    desk.unroute_all()
    desk.locator("[data-to='counter:3']").click()
    expect(desk.locator("#sheet")).to_be_hidden()
    assert state(visitors, ticket) == "waiting"


def test_an_answer_that_was_lost_is_asked_for_again_and_sends_nobody_twice(desk: Page, visitors: Client) -> None:
    ticket = in_hand(desk, visitors)
    desk.locator("#move-transfer").click()

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    desk.route("**/transfer", lose)
    desk.locator("[data-to='counter:3']").click()
    expect(desk.locator("[data-sheet-notice]")).to_contain_text("Pas de connexion")
    desk.unroute_all()
    version = visitors.queue().json()["version"]
    desk.locator("[data-to='counter:3']").click()
    expect(desk.locator("#sheet")).to_be_hidden()
    assert visitors.queue().json()["version"] == version
    assert visitors.ticket(ticket["id"]).json()["to_counter"] == "3"


def test_a_double_click_in_a_sheet_sends_one_request(desk: Page, visitors: Client) -> None:
    in_hand(desk, visitors)
    visitors.issue()
    sent: list[str] = []
    desk.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    desk.locator("#move-transfer").click()
    desk.locator("[data-to='need:papiers']").dblclick()
    expect(desk.locator("#sheet")).to_be_hidden()
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", "")
    assert len(sent) == 1


def test_a_refusal_stays_to_be_read_when_the_desk_is_drawn_again(desk: Page, visitors: Client) -> None:
    in_hand(desk, visitors)
    desk.locator("#call-next").click()
    expect(desk.locator("[data-notice]")).to_contain_text("Personne n’attend")
    expect(row(desk, visitors.issue().json())).to_be_visible()
    expect(desk.locator("[data-notice]")).to_be_visible()
    desk.locator("#move-no_show").click()
    expect(desk.locator("[data-notice]")).to_have_count(0)


def test_a_list_that_was_opened_stays_open(desk: Page, visitors: Client) -> None:
    in_hand(desk, visitors)
    desk.locator("#move-no_show").click()
    expect(desk.locator("[data-hand='']")).to_be_visible()
    gone = desk.locator("#gone")
    expect(gone.locator("[data-aside]")).to_have_count(visitors_gone(visitors))
    expect(gone).not_to_have_attribute("open", "")
    gone.locator("summary").click()
    expect(gone).to_have_attribute("open", "")
    expect(row(desk, visitors.issue().json())).to_be_visible()
    expect(gone).to_have_attribute("open", "")
    gone.get_by_role("button", name="Remettre dans la file").first.click()
    expect(gone.locator("[data-aside]")).to_have_count(visitors_gone(visitors))


def visitors_gone(visitors: Client) -> int:
    """How many are absent or gone."""
    return len(visitors.queue().json()["gone"])


def test_a_priority_is_given_from_the_row_and_the_list_says_why(desk: Page, visitors: Client) -> None:
    visitors.issue()
    second = visitors.issue().json()
    row(desk, second).locator("[data-more]").click()
    desk.locator("[data-priority=rendez-vous]").click()
    expect(desk.locator("#sheet")).to_be_hidden()
    expect(desk.locator("[data-next]")).to_have_attribute("data-waiting", second["number"])
    expect(desk.locator("[data-next] [data-why]")).to_contain_text("avance de 20 min")


def test_the_needs_of_a_counter_are_ticked_and_others_stand_apart(desk: Page, visitors: Client) -> None:
    ticket = visitors.issue("energie").json()
    row(desk, ticket).wait_for()
    desk.locator("#needs-served").click()
    desk.get_by_role("checkbox", name="Énergie").uncheck()
    desk.get_by_role("button", name="Enregistrer").click()
    expect(desk.locator("#sheet")).to_be_hidden()
    expect(desk.locator("#others [data-waiting]")).to_have_attribute("data-waiting", ticket["number"])
    desk.locator("#needs-served").click()
    desk.get_by_role("checkbox", name="Énergie").check()
    desk.get_by_role("button", name="Enregistrer").click()
    expect(desk.locator("#others")).to_have_count(0)


def test_a_sheet_that_comes_after_a_later_press_is_not_shown(desk: Page, visitors: Client) -> None:
    ticket = visitors.issue().json()
    row(desk, ticket).wait_for()
    held: list[Route] = []
    desk.route(f"**/staff/{SITE}/1/stop", holding(held))
    with desk.expect_request("**/stop"):
        desk.locator("#stop-issuing").click()
    desk.locator("#call-next").click()
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", ticket["number"])
    with desk.expect_response("**/stop"):
        held.pop().continue_()
    desk.locator("#move-no_show").click()
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", "")
    expect(desk.locator("#sheet")).to_be_hidden()


@pytest.mark.parametrize("status", [400, 404])
def test_a_page_that_is_out_of_date_loads_anew_and_speaks_of_no_lost_connection(
    desk: Page, visitors: Client, status: int
) -> None:
    desk.route("**/call", lambda asked: asked.fulfill(status=status, body=""))
    desk.evaluate("() => { window.before = true; }")
    desk.locator("#call-next").click()
    desk.wait_for_function("() => window.before === undefined")
    expect(desk.locator("#offline")).to_be_hidden()
