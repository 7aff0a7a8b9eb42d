"""What a person keeps at the kiosk: the time to hear a question, their number in sight, and to be told a thing once."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open, emptied, take_ticket
from tests.browser.setbacks import let_pass
from tests.support.api import Client
from tests.support.processes import Demo

KIOSK_SITE = "site-4"


@pytest.fixture
def desk(demo: Demo) -> Client:
    return emptied(demo, KIOSK_SITE)


@pytest.fixture
def kiosk(demo: Demo, open_page: Open) -> Page:
    page = open_page("about:blank")
    page.clock.install()
    page.goto(f"{demo.url}/kiosk/{KIOSK_SITE}")
    page.locator("[data-language=fr]").wait_for()
    return page


def until_asked(kiosk: Page) -> None:
    """A second at a time, so that nothing of what follows the question is missed."""
    question = kiosk.get_by_role("dialog")
    for _ in range(75):
        if question.is_visible():
            return
        let_pass(kiosk, 1)
    raise AssertionError("nobody was asked")


def test_who_has_the_question_read_aloud_keeps_the_whole_time_to_answer(kiosk: Page, desk: Client) -> None:
    number = take_ticket(kiosk, "fr", "papiers")
    until_asked(kiosk)
    let_pass(kiosk, 25)
    kiosk.locator("#still-here [data-action=speak]").tap()
    let_pass(kiosk, 25)
    expect(kiosk.get_by_role("dialog")).to_be_visible()
    kiosk.locator("[data-action=still-here]").tap()
    expect(kiosk.locator(f"[data-number={number}]")).to_be_visible()


def test_a_full_need_is_told_once_and_not_on_each_screen_after_it(kiosk: Page, desk: Client) -> None:
    refusal = {"code": "need_full"}
    kiosk.route("**/api/v1/sites/*/tickets", lambda route: route.fulfill(status=409, json=refusal))
    kiosk.locator("[data-language=fr]").tap()
    kiosk.locator("[data-need=papiers]").tap()
    kiosk.locator("[data-action=understood]").tap()
    kiosk.locator("[data-need-more]").tap()
    kiosk.locator("[data-need=energie]").wait_for()
    expect(kiosk.locator("dialog[open]")).to_have_count(0)
    kiosk.locator("[data-action=back]").tap()
    expect(kiosk.locator("[data-need=papiers]")).to_have_attribute("aria-disabled", "true")
    expect(kiosk.locator("dialog[open]")).to_have_count(0)


def test_the_number_stays_in_sight_among_the_languages_and_a_call_comes_before_them(kiosk: Page, desk: Client) -> None:
    number = take_ticket(kiosk, "fr", "papiers")
    kiosk.locator("[data-action=language]").tap()
    expect(kiosk.locator("main[data-screen=languages] .kept-number")).to_have_text(f"{number[0]}\u202f{number[1:]}")
    desk.call("2")
    for _ in range(12):
        let_pass(kiosk, 1)
    expect(kiosk.locator("main[data-screen=ticket] .your-turn")).to_contain_text("Guichet 2")


def test_while_the_server_is_away_the_next_person_finds_the_page_as_the_machine_is_set(kiosk: Page) -> None:
    away: list[Route] = []

    def abort(route: Route) -> None:
        away.append(route)
        route.abort("connectionrefused")

    kiosk.locator("[data-language=fr]").tap()
    kiosk.route("**/api/**", abort)
    kiosk.locator("[data-action=contrast]").tap()
    kiosk.locator("[data-need=papiers]").tap()
    for _ in range(4):
        let_pass(kiosk, 1)
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "unavailable")
    expect(kiosk.locator("html")).to_have_attribute("data-theme", "contrast")
    for _ in range(7):
        let_pass(kiosk, 10)
    expect(kiosk.locator("html")).to_have_attribute("data-theme", "normal")
    assert away
