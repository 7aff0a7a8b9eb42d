"""A called phone rings until it is touched, and again at each recall; one that nobody has touched stays silent."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, emptied
from tests.browser.phone_site import HEIGHT, LISTEN, WIDTH, in_state, rung, stop_clock
from tests.browser.setbacks import let_pass
from tests.support.api import Client
from tests.support.processes import Demo, until

SITE = "site-6"


@pytest.fixture
def desk(demo: Demo) -> Client:
    return emptied(demo, SITE)


@pytest.fixture
def ticket(desk: Client) -> dict[str, str]:
    found: dict[str, str] = desk.issue().json()
    return found


@pytest.fixture
def phone(open_page: Open, ticket: dict[str, str]) -> Page:
    """A waiting phone, whose ring is counted and whose clock the test turns."""
    page = open_page("about:blank", WIDTH, HEIGHT)
    page.add_init_script(f"({LISTEN})()")
    page.clock.install()
    page.goto(ticket["follow_url"])
    in_state(page, "waiting")
    stop_clock(page)
    return page


def test_it_rings_until_it_is_touched(phone: Page, desk: Client) -> None:
    phone.get_by_role("button", name="Sonner quand c’est mon tour").tap()
    expect(phone.get_by_role("status").filter(has_text="Ce téléphone sonnera")).to_be_visible()
    tried = rung(phone)
    assert tried["notes"] > 0, "the ring is heard once when it is asked for"
    desk.call("2")
    in_state(phone, "called")
    until(lambda: rung(phone)["shakes"] == 1, "it rings")
    let_pass(phone, 30)
    after = rung(phone)
    assert after["shakes"] == 16
    assert after["notes"] == tried["notes"] * 17
    expect(phone.locator("[data-quiet]")).to_be_visible()
    phone.locator("[data-heading]").tap()
    expect(phone.locator("[data-quiet]")).to_be_hidden()
    let_pass(phone, 10)
    assert rung(phone) == after | {"stops": 1}
    in_state(phone, "called")


def test_a_recall_rings_again_and_says_so(phone: Page, desk: Client, ticket: dict[str, str]) -> None:
    phone.locator("[data-ring]").tap()
    desk.call("2")
    in_state(phone, "called")
    phone.locator("[data-quiet]").tap()
    silent = rung(phone)
    desk.move(ticket["id"], "recall")
    expect(phone.locator("[data-heading]")).to_have_text("Nous vous rappelons")
    until(lambda: rung(phone)["notes"] > silent["notes"], "it rings again")
    expect(phone.locator("[data-quiet]")).to_be_visible()


def test_it_is_silent_as_soon_as_somebody_is_there(phone: Page, desk: Client, ticket: dict[str, str]) -> None:
    phone.locator("[data-ring]").tap()
    desk.call("2")
    in_state(phone, "called")
    desk.move(ticket["id"], "serve")
    in_state(phone, "serving")
    silent = rung(phone)
    let_pass(phone, 10)
    assert rung(phone) == silent


def test_who_has_changed_their_mind_is_not_rung(phone: Page) -> None:
    phone.locator("[data-ring]").tap()
    phone.get_by_role("button", name="Ne plus sonner").tap()
    expect(phone.locator("[data-ring-said]")).to_be_hidden()
    expect(phone.locator("[data-ring]")).to_have_attribute("aria-pressed", "false")


def test_a_page_that_nobody_has_touched_shows_the_call_and_stays_silent(phone: Page, desk: Client) -> None:
    desk.call("2")
    in_state(phone, "called")
    let_pass(phone, 10)
    assert rung(phone) == {"notes": 0, "shakes": 0, "stops": 0}
    expect(phone.locator("[data-quiet]")).to_be_hidden()


def test_the_whole_screen_is_the_calls_own_colour_and_the_counter_is_its_largest_word(
    phone: Page, desk: Client
) -> None:
    desk.call("2")
    in_state(phone, "called")
    colour = "getComputedStyle(document.querySelector(%r)).backgroundColor"
    assert {phone.evaluate(colour % place) for place in ("html", "main")} == {"rgb(184, 57, 14)"}
    sizes = phone.evaluate("""() => [...document.querySelectorAll("main *")]
        .filter((part) => part.checkVisibility() && part.childElementCount === 0 && part.textContent.trim() !== "")
        .map((part) => [parseFloat(getComputedStyle(part).fontSize), part.textContent])""")
    (largest, words), *_ = sorted(sizes, reverse=True)
    assert (words, largest > 140) == ("2", True)
    expect(phone.locator("[data-counter]")).to_have_text("Guichet 2")
    assert phone.evaluate("document.getAnimations().length") == 0


def test_a_phone_that_comes_back_asks_at_once(phone: Page, desk: Client) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    until(lambda: bool(phone.evaluate("1")) and any("/follow/" in url for url in asked), "it has asked")
