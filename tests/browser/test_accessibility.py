"""axe-core finds nothing on any page, in any state that the main road passes through."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, Open, sign_in
from tests.support.api import Client
from tests.support.processes import Demo

SITE = "site-5"
AXE = Axe((ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8"))


def faults(page: Page) -> list[str]:
    """What axe-core finds, one line a fault, once nothing on the page moves any more."""
    page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished.catch(() => 0)))")
    found = AXE.run(page).response["violations"]
    return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]


@pytest.mark.parametrize("language", ["fr", "en", "ar"])
def test_the_kiosk(demo: Demo, open_page: Open, language: str) -> None:
    page = open_page(f"{demo.url}/kiosk/{SITE}")
    page.locator("[data-language]").first.wait_for()
    assert faults(page) == []
    page.locator(f"[data-language={language}]").tap()
    page.locator("[data-need]").first.wait_for()
    assert faults(page) == []
    page.locator("[data-need=energie]").tap()
    page.locator("[data-number]").wait_for()
    assert faults(page) == []


def test_the_kiosk_without_its_server(demo: Demo, open_page: Open) -> None:
    page = open_page(f"{demo.url}/kiosk/{SITE}")
    page.locator("[data-language=fr]").tap()
    page.route("**/api/**", lambda route: route.abort())
    page.locator("[data-need=energie]").tap()
    expect(page.locator("main")).to_have_attribute("data-screen", "unavailable")
    assert faults(page) == []


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_the_waiting_room(demo: Demo, open_page: Open, size: tuple[int, int]) -> None:
    client = Client(demo.url, SITE, demo.token(SITE, "counter"))
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
    client = Client(demo.url, SITE, demo.token(SITE, "counter"))
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
    client = Client(demo.url, SITE, demo.token(SITE, "counter"))
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
