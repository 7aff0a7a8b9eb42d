"""On a phone, too, the names in a list that moves are read whole."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.conftest import SITE, Open
from tests.support.processes import Demo

CUT = "inputs => inputs.filter(one => one.scrollWidth > one.clientWidth).map(one => one.value)"


def test_no_name_of_the_requests_is_cut_on_a_phone(demo: Demo, open_page: Open) -> None:
    page: Page = open_page(f"{demo.url}/staff/", 390, 844)
    page.get_by_role("button", name="Entrer dans la démonstration").click()
    page.goto(f"{demo.url}/staff/{SITE}/settings/requests")
    names = page.locator(".rows input.entry")
    names.first.wait_for()
    assert names.count() > 10
    assert names.evaluate_all(CUT) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
