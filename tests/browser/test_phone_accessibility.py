"""axe-core finds nothing on the phone's page, in any language and any state that a visit passes through."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, emptied
from tests.browser.phone_site import HEIGHT, WIDTH, Network, in_state
from tests.browser.setbacks import let_pass
from tests.browser.test_accessibility import faults
from tests.support.api import Client
from tests.support.languages import LANGUAGES
from tests.support.processes import Demo

SITE = "site-6"
NARROW, SHORT = 320, 640
"""The narrowest screen that content must fit without scrolling sideways (WCAG 2.2, 1.4.10)."""
SPREADS = "document.documentElement.scrollWidth > innerWidth"
# A finger finds it: 44 CSS px, the figure of AAA.
SMALL = """() => [...document.querySelectorAll("button")].filter((key) => key.checkVisibility())
    .map((key) => [key.textContent, key.getBoundingClientRect()])
    .filter(([_, box]) => box.width < 44 || box.height < 44).map(([words]) => words)"""
CLIPPED = """() => [...document.querySelectorAll("button, p, h1, h2")].filter((part) => part.checkVisibility())
    .filter((part) => part.scrollWidth > part.clientWidth + 1).map((part) => part.textContent)"""


@pytest.fixture
def desk(demo: Demo) -> Client:
    return emptied(demo, SITE)


def looked_through(phone: Page) -> None:
    """Nothing for axe-core to find; every key large enough; all words in sight."""
    assert faults(phone) == []
    assert phone.evaluate(SMALL) == []
    assert phone.evaluate(CLIPPED) == []
    assert not phone.evaluate(SPREADS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_in_every_language(desk: Client, open_page: Open, language: str) -> None:
    desk.issue()
    ticket = desk.issue(language=language).json()
    desk.issue()
    phone = open_page(ticket["follow_url"], NARROW, SHORT)
    in_state(phone, "waiting")
    expect(phone.locator("html")).to_have_attribute("lang", language)
    looked_through(phone)
    phone.locator("[data-ring]").tap()
    expect(phone.locator("[data-ring-said]")).to_be_visible()
    looked_through(phone)
    for question in ("pass", "leave", "language"):
        phone.locator(f"[data-{question}]").tap()
        phone.get_by_role("dialog").wait_for()
        looked_through(phone)
        phone.locator("[data-answer=back]").tap()
    desk.call("2", ticket=ticket["id"])
    in_state(phone, "called")
    looked_through(phone)
    for verb, state in (("serve", "serving"), ("park", "parked"), ("cancel", "cancelled")):
        desk.move(ticket["id"], verb)
        in_state(phone, state)
        looked_through(phone)


@pytest.mark.parametrize("verbs", [("no_show",), ("complete",), ("expire",)], ids=lambda verbs: verbs[-1])
def test_how_a_visit_ends(desk: Client, open_page: Open, verbs: tuple[str, ...]) -> None:
    ticket = desk.issue(language="ar").json()
    phone = open_page(ticket["follow_url"], WIDTH, HEIGHT)
    desk.call("2")
    in_state(phone, "called")
    for verb in verbs:
        ended = desk.move(ticket["id"], verb).json()["state"]
        in_state(phone, ended)
    looked_through(phone)


def test_a_link_that_leads_nowhere(demo: Demo, open_page: Open) -> None:
    phone = open_page(f"{demo.url}/t/1-nothing-at-all", NARROW, SHORT)
    in_state(phone, "unknown")
    expect(phone.locator("[data-unknown] p")).to_have_count(12)
    looked_through(phone)


@pytest.mark.parametrize("language", ["fr", "fa"])
def test_without_a_connection(desk: Client, open_page: Open, language: str) -> None:
    ticket = desk.issue(language=language).json()
    phone = open_page("about:blank", NARROW, SHORT)
    network = Network(phone)
    phone.clock.install()
    phone.goto(ticket["follow_url"])
    in_state(phone, "waiting")
    network.break_down()
    let_pass(phone, 31)
    expect(phone.locator("[data-old]")).to_be_visible()
    looked_through(phone)
    let_pass(phone, 31)
    in_state(phone, "lost")
    looked_through(phone)
