"""The staff corner of a kiosk when something goes wrong: staff read it, and are not put out of the room."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open
from tests.browser.corner import enter, knock, press
from tests.browser.paper import SITE, kiosk_of, tap
from tests.browser.setbacks import holding, let_pass
from tests.support.processes import Demo

START = "main[data-screen=language]"
SAID = ".corner-acts + .corner-said"


@pytest.fixture
def kiosk(demo: Demo, open_page: Open) -> Page:
    return kiosk_of(demo, open_page)


@pytest.fixture
def panel(demo: Demo, kiosk: Page) -> Page:
    enter(kiosk, demo, SITE)
    return kiosk


def test_a_look_that_is_refused_for_another_reason_does_not_close_the_panel(panel: Page) -> None:
    problem = json.dumps({"code": "unsayable", "detail": "Ce texte ne peut pas être dit."})
    panel.route("**/corner", lambda route: route.fulfill(status=422, body=problem))
    let_pass(panel, 6)
    expect(panel.locator("[data-fact=server]")).to_have_attribute("data-well", "false")
    panel.unroute_all()
    let_pass(panel, 6)
    expect(panel.locator("[data-fact=server]")).to_have_attribute("data-well", "true")


def test_the_page_is_not_loaded_anew_while_the_server_is_away(panel: Page) -> None:
    panel.evaluate("window.isTheSame = true")
    panel.route("**/kiosk/*", lambda route: route.abort())
    panel.locator("[data-action=reload]").tap()
    expect(panel.locator(SAID)).to_have_text("Le serveur ne répond pas. Réessayez dans un moment.")
    assert panel.evaluate("window.isTheSame")
    panel.unroute_all()
    panel.locator("[data-action=reload]").press("Enter")
    expect(panel.locator(START)).to_be_visible()
    assert panel.evaluate("window.isTheSame") is None


@pytest.mark.parametrize("late", ["styles/corner.css", "corner/locales/fr.ftl"])
def test_who_has_gone_on_while_the_door_was_on_its_way_is_not_disturbed(kiosk: Page, late: str) -> None:
    held: list[Route] = []
    kiosk.route(f"**/assets/kiosk/{late}", holding(held))
    with kiosk.expect_request(f"**/assets/kiosk/{late}"):
        press(kiosk)
    tap(kiosk, "[data-language=fr]")
    kiosk.locator("main[data-screen=need]").wait_for()
    with kiosk.expect_response(f"**/assets/kiosk/{late}"):
        held[0].continue_()
    let_pass(kiosk, 2)
    expect(kiosk.locator("main[data-screen=need]")).to_be_visible()
    # The corner opens for who presses next.
    kiosk.unroute_all()
    tap(kiosk, "#frame [data-action=back]")
    kiosk.locator(START).wait_for()
    let_pass(kiosk, 1)
    knock(kiosk)
