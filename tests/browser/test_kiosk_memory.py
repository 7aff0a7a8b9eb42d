"""What a kiosk keeps: a visit, through a reload, and its own token, through a server that does not know it."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open, emptied, numbers, take_ticket
from tests.browser.setbacks import holding, unknown_device
from tests.support.api import Client
from tests.support.processes import Demo, until

KIOSK_SITE = "site-7"
TOKEN_KEY = f"accueil.kiosk.{KIOSK_SITE}"
VISIT_KEY = f"{TOKEN_KEY}.visit"
ASKED = {"request_id": "an older kiosk's", "need": "papiers", "language": "fr"}
TICKET = {"id": "000000000001", "number": "A001", "need": "papiers", "state": "waiting", "counter": None, "wait": None}


@pytest.fixture
def desk(demo: Demo) -> Client:
    """A counter of the kiosk's site, where nobody waits any more."""
    return emptied(demo, KIOSK_SITE)


@pytest.fixture
def kiosk(demo: Demo, open_page: Open) -> Page:
    page = open_page(f"{demo.url}/kiosk/{KIOSK_SITE}")
    page.locator("[data-language=fr]").wait_for()
    return page


def test_a_reload_while_the_ticket_is_asked_for_gives_that_ticket(kiosk: Page, desk: Client) -> None:
    held: list[Route] = []
    kiosk.route("**/api/v1/sites/*/tickets", holding(held))
    kiosk.locator("[data-language=en]").tap()
    kiosk.locator("[data-need=transports]").tap()
    until(lambda: bool(kiosk.evaluate("1")) and bool(held), "the kiosk has asked")
    first = held[0].fetch().json()["number"]
    kiosk.unroute_all()
    kiosk.reload()
    expect(kiosk.locator("[data-number]")).to_have_attribute("data-number", first)
    expect(kiosk.locator("html")).to_have_attribute("lang", "en")
    assert numbers(desk) == [first]


def test_a_reload_shows_the_number_again_until_the_person_has_finished(kiosk: Page, desk: Client) -> None:
    number = take_ticket(kiosk, "fr", "aide")
    kiosk.reload()
    expect(kiosk.locator("[data-number]")).to_have_attribute("data-number", number)
    kiosk.locator("[data-action=done]").tap()
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "language")
    kiosk.reload()
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "language")
    assert numbers(desk) == [number]


@pytest.mark.parametrize(
    "damaged",
    [
        "{bad",
        '"A001"',
        json.dumps(ASKED),
        json.dumps(ASKED | {"asked_at": 4_000_000_000_000, "ticket": "A001"}),
        json.dumps(ASKED | {"asked_at": 4_000_000_000_000, "ticket": TICKET}),
        json.dumps(ASKED | {"asked_at": 4_000_000_000_000, "priority": ["grossesse"]}),
    ],
)
def test_a_kept_visit_that_cannot_be_read_is_forgotten(kiosk: Page, desk: Client, damaged: str) -> None:
    kiosk.evaluate("([key, value]) => localStorage.setItem(key, value)", [VISIT_KEY, damaged])
    kiosk.reload()
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "language")
    assert kiosk.evaluate("key => localStorage.getItem(key)", VISIT_KEY) is None
    number = take_ticket(kiosk, "fr", "papiers")
    assert numbers(desk) == [number]


def test_a_kept_token_that_cannot_be_read_gives_place_to_another(kiosk: Page) -> None:
    kiosk.evaluate("key => localStorage.setItem(key, 'acc_half\\u0000\\uffff')", TOKEN_KEY)
    kiosk.reload()
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "language")


def test_a_kiosk_that_is_not_known_for_a_while_keeps_its_token_and_comes_back(demo: Demo, open_page: Open) -> None:
    token = demo.token(KIOSK_SITE, "kiosk")
    kiosk = open_page(f"{demo.url}/kiosk/{KIOSK_SITE}#token={token}")
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "language")
    kiosk.route("**/api/v1/demo/tokens", lambda route: route.fulfill(status=404, json={"code": "not_found"}))
    with unknown_device(demo, KIOSK_SITE, token):
        kiosk.reload()
        expect(kiosk.locator("main")).to_have_attribute("data-screen", "pairing")
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "language")
    assert kiosk.evaluate("key => localStorage.getItem(key)", TOKEN_KEY) == token


def test_a_kiosk_that_is_not_known_takes_another_token_where_one_is_given(demo: Demo, open_page: Open) -> None:
    token = demo.token(KIOSK_SITE, "kiosk")
    kiosk = open_page(f"{demo.url}/kiosk/{KIOSK_SITE}#token={token}")
    with unknown_device(demo, KIOSK_SITE, token):
        kiosk.reload()
        expect(kiosk.locator("main")).to_have_attribute("data-screen", "language")
    assert kiosk.evaluate("key => localStorage.getItem(key)", TOKEN_KEY) != token
