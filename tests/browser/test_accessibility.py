"""axe-core finds nothing on any page, in any state that the main road passes through."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, Open, sign_in, take_ticket, token
from tests.browser.paper import Agent
from tests.browser.setbacks import closed, forget_calls, full, kiosk_asks, last_tickets, stopped, tap_although_full
from tests.support.api import Client
from tests.support.processes import Demo

Size = tuple[int, int]
Shut = Callable[[Demo, str], AbstractContextManager[None]]

SITE = "site-5"
AXE = Axe((ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8"))


def faults(page: Page) -> list[str]:
    """What axe-core finds, one line a fault, once nothing on the page moves any more."""
    page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished.catch(() => 0)))")
    found = AXE.run(page).response["violations"]
    return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]


@pytest.mark.parametrize("language", ["fr", "en", "ar"])
def test_the_kiosk_of_a_site_without_a_printer(demo: Demo, open_page: Open, language: str) -> None:
    page = open_page(f"{demo.url}/kiosk/{SITE}")
    page.locator("[data-language]").first.wait_for()
    expect(page.locator(".no-paper")).not_to_be_empty()
    assert faults(page) == []
    page.locator(f"[data-language={language}]").tap()
    page.locator("[data-need]").first.wait_for()
    expect(page.locator(".no-paper")).not_to_be_empty()
    assert faults(page) == []
    page.locator("[data-need=transports]").tap()
    page.locator(".follow-code").wait_for()
    assert faults(page) == []


def test_the_kiosk_and_its_paper(demo: Demo, open_page: Open) -> None:
    agent = Agent(demo)
    page = open_page(f"{demo.url}/kiosk/{agent.site}")
    page.locator("[data-language]").first.wait_for()
    expect(page.locator(".no-paper")).to_be_empty()
    assert faults(page) == []
    agent.report(agent.claim(take_ticket(page, "fr", "energie")), "printed")
    page.locator("[data-print-state=printed]").wait_for()
    assert faults(page) == []


def test_the_kiosk_without_its_server(demo: Demo, open_page: Open) -> None:
    page = open_page(f"{demo.url}/kiosk/{SITE}")
    page.locator("[data-language=fr]").tap()
    page.route("**/api/**", lambda route: route.abort())
    page.locator("[data-need=transports]").tap()
    expect(page.locator("main")).to_have_attribute("data-screen", "unavailable")
    assert faults(page) == []


@pytest.mark.parametrize("size", [(1080, 1920), (1280, 800)])
@pytest.mark.parametrize("shut", [closed, last_tickets])
def test_the_kiosk_of_a_site_that_gives_no_tickets(demo: Demo, open_page: Open, shut: Shut, size: Size) -> None:
    with shut(demo, SITE):
        page = open_page(f"{demo.url}/kiosk/{SITE}", *size)
        expect(page.locator("main")).to_have_attribute("data-screen", shut.__name__)
        assert faults(page) == []


@pytest.mark.parametrize("texts", [None, dict.fromkeys(("fr", "en", "ar"), "A mediator’s own words. " * 12)])
def test_the_kiosk_that_a_mediator_has_stopped(demo: Demo, open_page: Open, texts: dict[str, str] | None) -> None:
    client = Client(demo.url, SITE, token(demo, SITE, "counter"))
    with stopped(client, texts):
        page = open_page(f"{demo.url}/kiosk/{SITE}")
        expect(page.locator("main")).to_have_attribute("data-screen", "stopped")
        assert faults(page) == []


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_kiosk_with_a_full_need_and_a_question_of_priority(demo: Demo, open_page: Open, language: str) -> None:
    Client(demo.url, SITE, token(demo, SITE, "counter")).issue("papiers")
    with full(demo, SITE, "papiers", limit=1), kiosk_asks(demo, SITE, "grossesse", "handicap"):
        page = open_page(f"{demo.url}/kiosk/{SITE}")
        page.locator(f"[data-language={language}]").tap()
        page.locator("[data-need=papiers][aria-disabled=true]").wait_for()
        assert faults(page) == []
        tap_although_full(page, "papiers")
        page.locator("[data-action=understood]").wait_for()
        assert faults(page) == []
        page.locator("[data-action=understood]").tap()
        page.locator("[data-need=transports]").tap()
        page.locator("[data-priority=grossesse]").wait_for()
        assert faults(page) == []
        refusal = {"code": "priority_not_offered"}
        page.route("**/api/v1/sites/*/tickets", lambda route: route.fulfill(status=409, json=refusal))
        page.locator("[data-priority=grossesse]").tap()
        page.get_by_role("alert").wait_for()
        assert faults(page) == []


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_the_waiting_room_when_no_more_tickets_are_given(demo: Demo, open_page: Open, size: Size) -> None:
    client = Client(demo.url, SITE, token(demo, SITE, "counter"))
    forget_calls(demo, SITE)
    with last_tickets(demo, SITE):
        page = open_page(f"{demo.url}/display/{SITE}", *size)
        expect(page.locator("[data-scene]")).to_have_attribute("data-scene", "no-tickets")
        assert faults(page) == []
        client.issue()
        client.call("2")
        page.locator("[data-newest]").wait_for()
        expect(page.locator("[data-note]")).to_be_visible()
        assert faults(page) == []


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_the_waiting_room(demo: Demo, open_page: Open, size: tuple[int, int]) -> None:
    client = Client(demo.url, SITE, token(demo, SITE, "counter"))
    page = open_page(f"{demo.url}/display/{SITE}", *size)
    expect(page.locator("body")).to_have_attribute("data-state", "live")
    assert faults(page) == []
    client.issue(language="ar")
    client.call("2")
    page.locator("[data-announcing]").wait_for()
    assert faults(page) == []
    page.locator("[data-newest]").wait_for()
    assert faults(page) == []


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_phone(demo: Demo, open_page: Open, language: str) -> None:
    client = Client(demo.url, SITE, token(demo, SITE, "counter"))
    while client.call().status_code in {200, 201}:
        pass
    ticket = client.issue(language=language).json()
    page = open_page(ticket["follow_url"], 390, 844)
    expect(page.locator("main")).to_have_attribute("data-state", "waiting")
    assert faults(page) == []
    client.call("2")
    expect(page.locator("main")).to_have_attribute("data-state", "called")
    assert faults(page) == []


def test_a_follow_link_that_leads_nowhere(demo: Demo, open_page: Open) -> None:
    page = open_page(f"{demo.url}/t/1-nothing-at-all", 390, 844)
    expect(page.locator("main")).to_have_attribute("data-state", "unknown")
    assert faults(page) == []


def test_the_desk_and_its_doors(demo: Demo, open_page: Open) -> None:
    client = Client(demo.url, SITE, token(demo, SITE, "counter"))
    page = open_page(f"{demo.url}/staff/", 1366, 768)
    assert faults(page) == []
    sign_in(page, SITE, "1")
    client.issue("mediation", "en")
    client.issue("ateliers", "ar")
    page.locator("[data-waiting]").last.wait_for()
    assert faults(page) == []
    page.locator("#call-next").click()
    page.locator(".moves").wait_for()
    assert faults(page) == []


@pytest.mark.parametrize("address", ["/", "/preview/", "/kiosk/nowhere"])
def test_the_plain_pages(demo: Demo, open_page: Open, address: str) -> None:
    page = open_page(f"{demo.url}{address}", 1366, 768)
    page.locator("h1").wait_for()
    assert faults(page) == []
