"""The kiosk under hurried fingers, slow networks and a server that goes away. One ticket, whatever happens."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open, emptied, numbers, take_ticket
from tests.browser.setbacks import holding, let_pass
from tests.support.api import Client
from tests.support.processes import Demo

KIOSK_SITE = "site-2"


@pytest.fixture
def desk(demo: Demo) -> Client:
    """A counter of the kiosk's site, where nobody waits any more."""
    return emptied(demo, KIOSK_SITE)


@pytest.fixture
def kiosk(demo: Demo, open_page: Open) -> Page:
    page = open_page(f"{demo.url}/kiosk/{KIOSK_SITE}")
    page.locator("[data-language=fr]").wait_for()
    return page


def test_a_double_tap_on_a_need_gives_one_ticket(kiosk: Page, desk: Client) -> None:
    kiosk.locator("[data-language=fr]").click()
    kiosk.locator("[data-need=papiers]").dblclick()
    number = kiosk.locator("[data-number]").get_attribute("data-number")
    assert numbers(desk) == [number]


def test_a_double_tap_on_a_language_chooses_no_need(kiosk: Page, desk: Client) -> None:
    kiosk.locator("[data-language=fr]").dblclick()
    kiosk.locator("main[data-screen=need]").wait_for()
    expect(kiosk.locator("body")).not_to_have_attribute("data-fresh", "")
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "need")
    assert numbers(desk) == []


def test_many_taps_at_once_give_one_ticket(kiosk: Page, desk: Client) -> None:
    kiosk.locator("[data-language=fr]").tap()
    kiosk.locator("[data-need=papiers]").wait_for()
    expect(kiosk.locator("body")).not_to_have_attribute("data-fresh", "")
    kiosk.evaluate("for (const tile of document.querySelectorAll('[data-need]')) { tile.click(); tile.click(); }")
    number = kiosk.locator("[data-number]").get_attribute("data-number")
    assert numbers(desk) == [number]


def test_an_answer_that_gets_lost_is_asked_for_again_and_is_the_same_ticket(kiosk: Page, desk: Client) -> None:
    lost: list[str] = []

    def lose_the_first(route: Route) -> None:
        if lost:
            route.continue_()
            return
        lost.append(route.fetch().json()["number"])
        route.abort("connectionreset")

    kiosk.route("**/api/v1/sites/*/tickets", lose_the_first)
    number = take_ticket(kiosk, "fr", "papiers")
    assert lost == [number]
    assert numbers(desk) == [number]


CALLED = "C’est à vous\u202f: Guichet 2."
NOBODY_AHEAD = "Il n’y a personne avant vous"


def says(kiosk: Page, words: str) -> None:
    """Beneath who is ahead stands how long that takes, where it is known; beneath anything else stands nothing."""
    expect(kiosk.locator(".ahead" if words == NOBODY_AHEAD else ".queue")).to_have_text(words)


@pytest.mark.parametrize(
    "moves",
    [
        {"serve": "", "complete": ""},
        {"no_show": "Votre numéro est passé. Venez à l’accueil.", "restore": NOBODY_AHEAD},
        {
            "park": "Nous gardons votre place. Nous vous rappelons.",
            "cancel": "Ce numéro est annulé. Venez à l’accueil.",
        },
        {"transfer": NOBODY_AHEAD},
    ],
    ids=" ".join,
)
def test_after_a_call_the_ticket_tells_what_became_of_it(kiosk: Page, desk: Client, moves: dict[str, str]) -> None:
    number = take_ticket(kiosk, "fr", "papiers")
    says(kiosk, NOBODY_AHEAD)
    ticket = desk.call("2").json()
    says(kiosk, CALLED)
    for verb, words in moves.items():
        where = {"to_counter": "3"} if verb == "transfer" else {}
        assert desk.move(ticket["id"], verb, **where).status_code == 200
        says(kiosk, words)
        # Who waits, again or still, is told to sit down; nobody else is.
        expect(kiosk.get_by_text("Asseyez-vous")).to_be_visible(visible=words == NOBODY_AHEAD)
    expect(kiosk.locator("[data-number]")).to_have_attribute("data-number", number)


def test_a_slow_network_shows_a_calm_moment_and_then_the_number(kiosk: Page, desk: Client) -> None:
    held: list[Route] = []
    kiosk.route("**/api/v1/sites/*/tickets", holding(held))
    kiosk.locator("[data-language=fr]").tap()
    kiosk.locator("[data-need=papiers]").tap()
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "moment")
    expect(kiosk.locator("main")).to_contain_text("Un instant")
    held[0].continue_()
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "ticket")
    assert len(numbers(desk)) == 1


def test_with_the_server_away_the_kiosk_says_so_in_every_language_and_recovers(kiosk: Page, desk: Client) -> None:
    kiosk.locator("[data-language=fr]").tap()
    kiosk.route("**/api/**", lambda route: route.abort("connectionrefused"))
    kiosk.locator("[data-need=papiers]").tap()
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "unavailable")
    for words in ("La borne ne marche pas", "reception", "الاستقبال"):
        expect(kiosk.locator("main")).to_contain_text(words)
    assert numbers(desk) == []
    kiosk.unroute_all()
    # The request that was under way is not forgotten: the person still gets the number.
    number = kiosk.locator("[data-number]").get_attribute("data-number")
    assert numbers(desk) == [number]


def test_a_server_that_says_it_cannot_reach_the_queue_is_away_too(kiosk: Page) -> None:
    kiosk.locator("[data-language=fr]").tap()
    kiosk.route("**/api/**", lambda route: route.fulfill(status=503, json={"code": "queue_unreachable"}))
    kiosk.locator("[data-need=papiers]").tap()
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "unavailable")


def test_paper_that_did_not_come_is_not_promised(kiosk: Page) -> None:
    def no_paper(route: Route) -> None:
        answer = route.fetch()
        ticket = answer.json()
        ticket["print"]["state"] = "failed"
        route.fulfill(response=answer, json=ticket)

    kiosk.route("**/api/v1/sites/*/tickets/*", no_paper)
    number = take_ticket(kiosk, "fr", "papiers")
    expect(kiosk.locator("[data-print-state=failed]")).to_contain_text(number[1:])
    expect(kiosk.locator("[data-print-state=failed]")).to_contain_text("Retenez votre numéro")


def test_nobody_there_any_more_and_the_start_comes_back_after_a_question(kiosk: Page) -> None:
    kiosk.clock.install()
    kiosk.reload()
    kiosk.locator("[data-language=fr]").tap()
    kiosk.locator("main[data-screen=need]").wait_for()
    let_pass(kiosk, 61)
    expect(kiosk.get_by_role("dialog")).to_contain_text("Vous êtes encore là")
    let_pass(kiosk, 1)
    kiosk.locator("[data-action=still-here]").tap()
    expect(kiosk.get_by_role("dialog")).to_be_hidden()
    let_pass(kiosk, 61)
    expect(kiosk.get_by_role("dialog")).to_be_visible()
    let_pass(kiosk, 31)
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "language")
