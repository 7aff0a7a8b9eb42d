"""The phone's page never shows something stale as if it were true, and tells nobody where it is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import Open, emptied
from tests.browser.phone_site import HEIGHT, WIDTH, Network, in_state, stop_clock
from tests.browser.setbacks import holding, let_pass
from tests.support.api import Client
from tests.support.processes import Demo, until

PHONE_SITE = "site-6"

WRITE_DOWN_STATES = """() => {
    const main = document.querySelector("main");
    window.states = [];
    new MutationObserver(() => {
        if (window.states.at(-1) !== main.dataset.state) window.states.push(main.dataset.state);
    }).observe(main, { attributes: true });
}"""


@pytest.fixture
def desk(demo: Demo) -> Client:
    return emptied(demo, PHONE_SITE)


def test_a_lost_connection_is_told_and_what_was_missed_is_told_when_it_is_back(desk: Client, open_page: Open) -> None:
    ticket = desk.issue().json()
    phone = open_page("about:blank", WIDTH, HEIGHT)
    network = Network(phone)
    phone.clock.install()
    phone.goto(ticket["follow_url"])
    in_state(phone, "waiting")
    stop_clock(phone)
    network.break_down()
    let_pass(phone, 31)
    in_state(phone, "waiting")
    expect(phone.locator("[data-old]")).to_have_text("Nouvelles d’il y a 30 secondes.")
    let_pass(phone, 31)
    expect(phone.locator("main")).to_have_attribute("data-state", "lost")
    expect(phone.locator("[data-old]")).to_be_hidden()
    expect(phone.locator("[data-lost]")).to_contain_text("Pas de connexion depuis")
    expect(phone.locator("main")).to_contain_text("Regardez l’écran de la salle")
    expect(phone.locator("[data-ahead]")).to_be_hidden()
    desk.call("2")
    network.heal()
    let_pass(phone, 10)
    in_state(phone, "called")
    expect(phone.locator("[data-lost]")).to_be_hidden()


def test_out_of_touch_nothing_is_promised_and_nothing_is_offered_until_it_is_back(
    desk: Client, open_page: Open
) -> None:
    ticket = desk.issue().json()
    phone = open_page("about:blank", WIDTH, HEIGHT)
    network = Network(phone)
    phone.clock.install()
    phone.goto(ticket["follow_url"])
    in_state(phone, "waiting")
    phone.locator("[data-ring]").tap()
    offered = [phone.get_by_text("Ce téléphone sonnera."), phone.locator("[data-pass]"), phone.locator("[data-leave]")]
    stop_clock(phone)
    for part in offered:
        expect(part).to_be_visible()
    network.break_down()
    let_pass(phone, 31)
    expect(phone.locator("[data-old]")).to_be_visible()
    for part in offered:
        expect(part).to_be_hidden()
    let_pass(phone, 31)
    in_state(phone, "lost")
    for part in offered:
        expect(part).to_be_hidden()
    network.heal()
    let_pass(phone, 10)
    in_state(phone, "waiting")
    for part in offered:
        expect(part).to_be_visible()


def test_a_call_from_an_old_truth_says_that_it_is_old(desk: Client, open_page: Open) -> None:
    ticket = desk.issue().json()
    phone = open_page("about:blank", WIDTH, HEIGHT)
    network = Network(phone)
    phone.clock.install()
    phone.goto(ticket["follow_url"])
    in_state(phone, "waiting")
    desk.call("2")
    in_state(phone, "called")
    stop_clock(phone)
    network.break_down()
    let_pass(phone, 31)
    expect(phone.locator("[data-old]")).to_be_visible()
    let_pass(phone, 31)
    in_state(phone, "called")
    expect(phone.locator("[data-lost]")).to_contain_text("Pas de connexion depuis")


def test_no_request_of_the_page_tells_where_it_was_made(desk: Client, open_page: Open) -> None:
    ticket = desk.issue().json()
    phone = open_page("about:blank", WIDTH, HEIGHT)
    told: list[str | None] = []
    phone.on("request", lambda request: told.append(request.all_headers().get("referer")))
    phone.goto(ticket["follow_url"])
    in_state(phone, "waiting")
    assert len(told) > 10
    assert set(told) == {None}


def has_come(told: list[str], state: str) -> bool:
    """Whether the socket has told of a ticket in this state."""
    return any('"ticket"' in frame and f'"state":"{state}"' in frame for frame in told)


def test_an_answer_from_before_the_call_does_not_take_the_call_back(desk: Client, open_page: Open) -> None:
    ticket = desk.issue(language="ar").json()
    phone = open_page("about:blank", WIDTH, HEIGHT)
    words: list[Route] = []
    told: list[str] = []
    phone.on("websocket", lambda socket: socket.on("framereceived", lambda frame: told.append(str(frame))))
    phone.route("**/locales/ar.ftl", holding(words))
    with phone.expect_response("**/api/v1/follow/*"):
        phone.goto(ticket["follow_url"])
    # The first truths, of HTTP and of the socket, and then the call: all wait for the words in Arabic.
    until(lambda: bool(phone.evaluate("1")) and len(words) == 1 and has_come(told, "waiting"), "both first truths came")
    phone.evaluate(WRITE_DOWN_STATES)
    desk.call("2")
    until(lambda: bool(phone.evaluate("1")) and has_come(told, "called"), "the call came")
    words[0].continue_()
    in_state(phone, "called")
    desk.move(ticket["id"], "serve")
    in_state(phone, "serving")
    assert phone.evaluate("window.states") == ["called", "serving"]
