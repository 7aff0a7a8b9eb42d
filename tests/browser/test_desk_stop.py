"""A mediator stops the kiosk's tickets: with ready words, or with their own."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.desk_site import at_desk, issuing, quiet_site
from tests.support.api import Client
from tests.support.processes import Demo


@pytest.fixture
def visitors(demo: Demo) -> Client:
    return quiet_site(demo)


@pytest.fixture
def desk(demo: Demo, visitors: Client, open_page: Open) -> Page:
    return at_desk(open_page(f"{demo.url}/staff/", 1366, 768))


def test_tickets_stop_with_ready_words_and_are_given_again(desk: Page, visitors: Client) -> None:
    desk.locator("#stop-issuing").click()
    desk.get_by_role("button", name="Nous fermons plus tôt").click()
    expect(desk.locator("[data-stopped]")).to_contain_text("depuis")
    assert visitors.get_site().json()["stopped"] is True
    desk.locator("#resume-issuing").click()
    expect(desk.locator("[data-stopped]")).to_have_count(0)
    issuing(visitors, gives=False)
    expect(desk.locator("[data-stopped]")).to_be_visible()


def test_tickets_stop_with_words_of_ones_own_and_other_languages_lie_folded_away(desk: Page, visitors: Client) -> None:
    desk.locator("#stop-issuing").click()
    expect(desk.get_by_label("Turc")).to_be_hidden()
    desk.get_by_text("Dans d’autres langues (facultatif)").click()
    desk.get_by_label("Turc").fill("Asansör bozuk.")
    desk.get_by_label("Votre message, en français").fill("L’ascenseur est en panne.")
    desk.get_by_role("button", name="Arrêter avec ce message").click()
    expect(desk.locator("#sheet")).to_be_hidden()
    expect(desk.locator("[data-stopped]")).to_contain_text("L’ascenseur est en panne.")
    assert visitors.get_site().json()["message"] == {"fr": "L’ascenseur est en panne.", "tr": "Asansör bozuk."}
    desk.locator("#resume-issuing").click()
    expect(desk.locator("[data-stopped]")).to_have_count(0)
