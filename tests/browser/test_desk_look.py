"""The desk in every state: axe-core finds nothing, nothing is cut off, and a finger finds every button."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.desk_site import at_desk, in_hand, issuing, quiet_site, row, switch
from tests.browser.test_accessibility import faults
from tests.support.api import Client
from tests.support.processes import Demo

SIZES = [(1366, 768), (390, 844)]

# Buttons that are cut off at a side, lie over one another, or are lower than a finger needs.
HARD_TO_TOUCH = """() => {
    const over = document.querySelector("dialog[open]");
    const all = [...(over ?? document).querySelectorAll("button, input, select, summary")];
    const seen = all.filter((one) => one.checkVisibility());
    const boxes = seen.map((one) => [one, (one.closest("label") ?? one).getBoundingClientRect()]);
    const hit = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    return boxes
        .filter(([, box], at) =>
            box.left < 0 || box.right > innerWidth || box.height < 40 ||
            boxes.some(([, other], where) => where > at && hit(box, other)))
        .map(([one]) => one.outerHTML);
}"""

# Without one, a drawing of the desk takes the keyboard's focus away.
WITHOUT_ID = """() => [...document.querySelectorAll("#desk :is(a[href], button, input, select, summary)")]
    .filter((one) => !one.id && one.type !== "hidden")
    .map((one) => one.outerHTML)"""


@pytest.fixture
def visitors(demo: Demo) -> Client:
    return quiet_site(demo)


@pytest.fixture(params=SIZES, ids=["desk", "phone"])
def desk(request: pytest.FixtureRequest, demo: Demo, visitors: Client, open_page: Open) -> Page:
    return at_desk(open_page(f"{demo.url}/staff/", *request.param))


def looked_at(desk: Page) -> None:
    """Nothing to find on the page as it is."""
    assert faults(desk) == []
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert desk.evaluate(HARD_TO_TOUCH) == []
    assert desk.evaluate(WITHOUT_ID) == []


def test_free_with_nobody_waiting(desk: Page) -> None:
    looked_at(desk)


def test_a_full_line_with_priorities_someone_aside_and_someone_gone(desk: Page, visitors: Client) -> None:
    for need, language in (
        ("papiers", "ar"),
        ("energie", "fr"),
        ("ateliers", "en"),
        ("numerique", "fr"),
        ("aide", "fr"),
    ):
        visitors.issue(need, language)
    waiting = visitors.queue().json()["waiting"]
    for ticket, priority in zip(waiting, ("grossesse", "petits-enfants", "handicap"), strict=False):
        visitors.move(ticket["id"], "prioritise", priority=priority)
    visitors.move(waiting[3]["id"], "transfer", to_counter="2")
    for ticket, verb in ((waiting[0], "park"), (waiting[1], "no_show")):
        visitors.call("2", ticket=ticket["id"])
        visitors.move(ticket["id"], verb)
    expect(desk.locator("#parked [data-aside]")).to_have_count(1)
    desk.locator("#others summary").click()
    desk.locator("#gone summary").click()
    expect(desk.locator("[data-next]")).to_be_visible()
    looked_at(desk)


def test_someone_in_hand_whom_the_desk_proposes_to_mark_absent(desk: Page, visitors: Client) -> None:
    ticket = in_hand(desk, visitors)
    for _ in range(3):
        visitors.move(ticket["id"], "recall")
    expect(desk.locator("[data-absent-due]")).to_be_visible()
    looked_at(desk)


def test_the_counter_closed_the_tickets_stopped_and_a_word_told(desk: Page, visitors: Client) -> None:
    ticket = visitors.issue().json()
    visitors.call("2", ticket=ticket["id"])
    desk.locator("#call-next").click()
    switch(visitors, "1", open_now=False)
    visitors.issue()
    issuing(visitors, gives=False)
    expect(desk.locator("[data-stopped]")).to_be_visible()
    expect(desk.locator("#open-counter")).to_be_visible()
    expect(desk.get_by_role("button", name="Appeler")).to_be_disabled()
    expect(desk.locator("[data-notice]")).to_be_visible()
    looked_at(desk)


def test_where_a_ticket_goes(desk: Page, visitors: Client) -> None:
    in_hand(desk, visitors)
    switch(visitors, "2", open_now=False)
    desk.locator("#move-transfer").click()
    expect(desk.locator("#sheet")).to_be_visible()
    expect(desk.locator("[data-to='counter:2']")).to_be_disabled()
    looked_at(desk)


def test_all_that_can_be_done_with_a_ticket(desk: Page, visitors: Client) -> None:
    ticket = visitors.issue("papiers", "ar").json()
    visitors.move(ticket["id"], "prioritise", priority="handicap")
    row(desk, ticket).locator("[data-more]").click()
    expect(desk.locator("#sheet")).to_be_visible()
    looked_at(desk)


@pytest.mark.parametrize("opener", ["#give-ticket", "#needs-served", "#stop-issuing"])
def test_what_concerns_the_house(desk: Page, opener: str) -> None:
    desk.locator(opener).click()
    expect(desk.locator("#sheet")).to_be_visible()
    looked_at(desk)


def test_a_number_that_was_given(desk: Page) -> None:
    desk.locator("#give-ticket").click()
    desk.locator("[data-give=ateliers]").click()
    expect(desk.locator("[data-given]")).to_be_visible()
    looked_at(desk)
