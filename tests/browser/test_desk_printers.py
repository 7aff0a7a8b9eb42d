"""Printers and paper at the desk: what changes is there by itself, without noise, and one key prints a ticket again."""

from __future__ import annotations

import re
import uuid

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open
from tests.browser.desk_printer import NAME, Agent, served
from tests.browser.desk_site import SITE, at_desk, quiet_site, row
from tests.browser.setbacks import holding
from tests.browser.test_desk_look import SIZES, looked_at
from tests.support.api import Client
from tests.support.processes import Demo

# Kept when the next answer to a request of the desk has been dealt with.
ONE_ANSWER = """() => {
    window.oneAnswer = new Promise((kept) => {
        document.body.addEventListener("htmx:afterRequest", () => kept(true), { once: true });
    });
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


def test_the_strip_follows_the_printer_keeps_the_focus_and_says_each_change_once(
    desk: Page, visitors: Client, agent: Agent
) -> None:
    line, said = desk.locator(f"[data-line={NAME}]"), desk.locator("#said")
    expect(line).to_have_attribute("data-urgency", "calm")
    expect(said).to_have_text("")
    desk.locator("#give-ticket").focus()
    agent.says("down", reason="paper_out", detail="paper end sensor")
    expect(line).to_have_text(re.compile(r"Imprimante Bureau, depuis .*\s: plus de papier\. Mettez un rouleau neuf\."))
    expect(said).to_contain_text("plus de papier")
    expect(desk.locator("[data-no-paper]")).to_be_visible()
    expect(desk.locator("#give-ticket")).to_be_focused()
    # Drawn again for another reason, it is not said again.
    desk.evaluate("document.getElementById('said').textContent = ''")
    expect(row(desk, visitors.issue().json())).to_be_visible()
    expect(said).to_have_text("")
    agent.says("low", reason="paper_low")
    expect(line).to_contain_text("le papier est bientôt fini")
    expect(desk.locator("[data-no-paper]")).to_have_count(0)
    expect(desk.locator("#give-ticket")).to_be_focused()


def test_one_key_prints_the_ticket_in_hand_again_and_its_paper_is_followed(
    desk: Page, visitors: Client, agent: Agent
) -> None:
    number = served(desk, visitors, agent)["number"]
    desk.keyboard.press("i")
    expect(desk.locator("[data-told]")).to_contain_text("marqué DUPLICATA")
    paper = desk.locator(".paper")
    expect(paper).to_have_attribute("data-paper", "queued")
    desk.keyboard.press("r")  # another press lies between: the same key twice at once counts once
    expect(desk.locator("[data-hand]")).to_contain_text("Appel : 2 fois")
    desk.keyboard.press("i")
    expect(desk.locator("[data-notice]")).to_have_text("Le ticket est en cours d’impression.")
    job = agent.claim()
    assert (job["number"], job["duplicate"]) == (number, True)
    assert agent.claim(wait=0) == {}
    agent.report(job, "failed", reason="cover_open")
    expect(paper).to_contain_text("Ticket pas imprimé : capot ouvert")
    expect(desk.locator("#said")).to_contain_text("capot ouvert")


def test_what_unfolds_the_details_stays_under_the_pointer(desk: Page) -> None:
    unfolds = desk.locator("#printers summary")
    for width, height in SIZES:
        desk.set_viewport_size({"width": width, "height": height})
        before = unfolds.bounding_box()
        unfolds.click()
        expect(desk.locator(f"#test-{NAME}")).to_be_visible()
        assert unfolds.bounding_box() == before
        unfolds.click()
        expect(desk.locator(f"#test-{NAME}")).to_be_hidden()


def test_the_button_keeps_the_focus_while_the_paper_is_on_its_way(desk: Page, visitors: Client, agent: Agent) -> None:
    served(desk, visitors, agent)
    again = desk.locator("#reprint")
    again.focus()
    desk.keyboard.press("Enter")
    expect(again).to_have_attribute("aria-disabled", "true")
    expect(again).to_be_focused()
    agent.prints_all()
    expect(again).not_to_have_attribute("aria-disabled", "true")
    expect(again).to_be_focused()


def test_the_button_keeps_the_focus_also_when_the_desk_was_being_read_as_it_was_pressed(
    desk: Page, visitors: Client, agent: Agent
) -> None:
    served(desk, visitors, agent)
    again = desk.locator("#reprint")
    reading: list[Route] = []
    pressing: list[Route] = []
    desk.route("**/now*", holding(reading))
    desk.route("**/prints", holding(pressing))
    with desk.expect_request("**/now*"):
        visitors.issue()
    again.focus()
    with desk.expect_request("**/prints"):
        desk.keyboard.press("Enter")
    desk.evaluate(ONE_ANSWER)
    reading.pop().continue_()
    desk.evaluate("window.oneAnswer")
    expect(again).to_be_disabled()
    pressing.pop().continue_()
    expect(again).to_have_attribute("aria-disabled", "true")
    expect(again).to_be_focused()


def test_somebody_who_waits_gets_another_paper_from_their_sheet_and_no_third_meanwhile(
    desk: Page, visitors: Client, agent: Agent
) -> None:
    ticket = visitors.issue().json()
    agent.prints_all()
    more, again = row(desk, ticket).locator("[data-more]"), desk.locator("[data-reprint]")
    more.click()
    again.click()
    expect(desk.locator("#sheet")).to_be_hidden()
    expect(desk.locator("[data-told]")).to_contain_text("se réimprime")
    job = agent.claim()
    assert job["number"] == ticket["number"]
    agent.report(job, "printed")
    more.click()
    again.wait_for()
    asked = visitors.http.post(f"/sites/{SITE}/tickets/{ticket['id']}/prints", json={"request_id": str(uuid.uuid4())})
    assert asked.status_code == 201
    again.click()
    expect(desk.locator("[data-sheet-notice]")).to_have_text("Le ticket est en cours d’impression.")


def test_a_test_print_shows_what_became_of_it_and_the_details_stay_open(desk: Page, agent: Agent) -> None:
    desk.locator("#printers summary").click()
    desk.locator(f"#test-{NAME}").click()
    trial = desk.locator("[data-trial]")
    expect(trial).to_have_attribute("data-trial", "queued")
    job = agent.claim()
    assert job["kind"] == "test"
    expect(trial).to_have_attribute("data-trial", "claimed")
    agent.report(job, "unconfirmed")
    expect(trial).to_contain_text("regardez")
    expect(desk.locator(f"#test-{NAME}")).to_be_visible()
    expect(desk.locator("#said")).to_contain_text("regardez")


def test_printers_and_paper_have_nothing_to_be_found(desk: Page, visitors: Client, agent: Agent) -> None:
    served(desk, visitors, agent)
    looked_at_in_each_size(desk)
    desk.locator("#printers summary").click()
    desk.locator(f"#test-{NAME}").click()
    agent.report(agent.claim(), "failed", reason="mechanical")
    expect(desk.locator("[data-trial=failed]")).to_be_visible()
    desk.locator("#reprint").click()
    agent.report(agent.claim(), "failed", reason="mechanical")
    agent.says("down", reason="mechanical", detail="the cutter did not move: ASB 0x08 (blade out of its place)")
    expect(desk.locator("[data-urgency=now]")).to_contain_text("bloquée")
    expect(desk.locator("[data-missing]")).to_be_visible()
    looked_at_in_each_size(desk)


def looked_at_in_each_size(desk: Page) -> None:
    """Nothing to find on the page as it is, wide or narrow."""
    for width, height in SIZES:
        desk.set_viewport_size({"width": width, "height": height})
        looked_at(desk)


def test_the_last_act_can_be_taken_back_without_scrolling_while_a_printer_wants_somebody(
    desk: Page, visitors: Client, agent: Agent
) -> None:
    agent.says("down", reason="paper_out", detail="paper end sensor")
    ticket = visitors.issue("papiers", "ar").json()
    visitors.move(ticket["id"], "prioritise", priority="handicap")
    expect(desk.locator("[data-no-paper]")).to_be_visible()
    expect(row(desk, ticket)).to_contain_text("avance de 30 min")
    desk.keyboard.press("Space")
    expect(desk.locator(".paper")).to_be_visible()
    expect(desk.locator("#undo")).to_be_in_viewport(ratio=1)
