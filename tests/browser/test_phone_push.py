"""Web Push on the phone page: asked for by a tap, shown by a service worker while the page is closed, and taken back.

The browser's subscription is a test's own, at a push service on this machine: all else is real, the sealing included.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from server.domain.people import Role
from tests.browser.pocket import Pocket
from tests.support.api import Client
from tests.support.processes import Valkey, Web, until
from tests.support.push_phone import Phone
from tests.support.push_service import PushService
from tests.support.pushing import start_pushing
from tests.support.seeded import seeded

SITE = "etats-unis"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PushService]:
    started = PushService(tmp_path_factory.mktemp("push"))
    yield started
    started.stop()


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory, service: PushService, valkey: Valkey) -> Iterator[Web]:
    """A web process with a key, which knows the service."""
    valkey.client.flushall()
    running = start_pushing(tmp_path_factory.mktemp("phone-push"), valkey, service)
    yield running
    running.kill()


@pytest.fixture(scope="module")
def desk(web: Web) -> Client:
    """A counter's way to the site, which may give tickets too."""
    return Client(web.url, SITE, seeded(web.settings).devices.create(SITE, Role.MANAGER))


@pytest.fixture
def ticket(desk: Client) -> dict[str, Any]:
    return desk.issue().json()


@pytest.fixture
def phone(service: PushService) -> Phone:
    return Phone(service.address("a-phone"))


@pytest.fixture
def open_pocket(whole_browser: Browser, web: Web) -> Iterator[Callable[..., Pocket]]:
    """A function that opens a ticket's page in a new profile, where the person has said yes or nothing yet."""
    pockets = []

    def opened(ticket: dict[str, Any], phone: Phone | None = None, *, granted: bool = True) -> Pocket:
        pockets.append(Pocket(whole_browser, web.url, ticket["follow_url"], phone, granted=granted))
        return pockets[-1]

    yield opened
    for pocket in pockets:
        pocket.context.close()


@pytest.fixture
def pocket(open_pocket: Callable[..., Pocket], ticket: dict[str, Any], phone: Phone) -> Pocket:
    """The page of a ticket, with the offer on it, in a browser that can subscribe."""
    opened = open_pocket(ticket, phone)
    opened.wish()
    return opened


def test_nothing_is_registered_nor_asked_before_a_tap(pocket: Pocket) -> None:
    expect(pocket.place).to_have_attribute("data-push", "off")
    expect(pocket.place.locator("button")).to_have_text("Me prévenir, même page fermée")
    assert pocket.scopes() == []
    assert pocket.page.evaluate("window.asked") is None


def test_a_call_goes_all_the_way_from_the_desk_to_a_notification(
    open_pocket: Callable[..., Pocket], desk: Client, phone: Phone, service: PushService
) -> None:
    ticket = desk.issue(language="ar").json()
    pocket = open_pocket(ticket, phone)
    pocket.wish()
    service.messages.clear()
    pocket.ask("on")
    expect(pocket.place.get_by_role("status")).to_contain_text("حتى لو أغلقتم هذه الصفحة")
    assert pocket.page.evaluate("window.asked") == {"userVisibleOnly": True, "applicationServerKey": 65}
    assert desk.call("2", ticket=ticket["id"]).status_code == 201
    until(lambda: len(service.messages) == 1, "the push service has the message")
    pocket.say(phone.opened(service.messages[0].body).decode())
    until(lambda: len(pocket.shown()) == 1, "the notification stands there")
    [shown] = pocket.shown()
    assert shown["title"].startswith("حان دوركم")
    assert shown["title"].endswith(f"{ticket['number'][0]}\u202f{ticket['number'][1:]}")
    assert shown["body"].startswith("Guichet 2\n")
    assert (shown["lang"], shown["dir"]) == ("ar", "rtl")


def test_a_recall_takes_the_place_of_the_call(pocket: Pocket) -> None:
    pocket.ask("on")
    for title in ("C’est à vous · A 012", "C’est à vous · A 012", "encore"):
        pocket.say(json.dumps({"title": title, "body": "Guichet 2", "lang": "fr", "dir": "ltr"}))
    until(lambda: [shown["title"] for shown in pocket.shown()] == ["encore"], "the last one alone stands there")


def test_the_worker_stands_in_the_way_of_nothing_and_keeps_nothing(pocket: Pocket) -> None:
    pocket.ask("on")
    assert pocket.scopes() == [f"{pocket.url}/t/{pocket.secret}"]
    with pocket.page.expect_response("**/phone.css") as style:
        pocket.page.reload()
    assert not style.value.from_service_worker
    assert pocket.page.evaluate("caches.keys()") == []
    assert pocket.page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


@pytest.mark.parametrize("done", ["focus", "open"])
def test_a_tap_on_the_notification_leads_to_the_ticket(pocket: Pocket, done: str) -> None:
    pocket.ask("on")
    [worker] = pocket.context.service_workers
    if done == "open":
        pocket.page.goto(f"{pocket.url}/healthz")
    led = worker.evaluate(
        """async () => {
            // Only a person's own tap may move windows: what the worker asks for is written down instead.
            const asked = [];
            WindowClient.prototype.focus = async function () { asked.push(["focus", this.url]); };
            Clients.prototype.openWindow = async (url) => { asked.push(["open", url]); };
            await registration.showNotification("C’est à vous");
            const [notification] = await registration.getNotifications();
            const done = [];
            const event = new NotificationEvent("notificationclick", { notification });
            event.waitUntil = (until) => done.push(until);
            dispatchEvent(event);
            await Promise.all(done);
            return [asked, (await registration.getNotifications()).length];
        }"""
    )
    assert led == [[[done, f"{pocket.url}/t/{pocket.secret}"]], 0]


def test_who_asks_no_more_leaves_nothing_behind(pocket: Pocket, valkey: Valkey, ticket: dict[str, Any]) -> None:
    kept = f"accueil:{{{SITE}}}:phones:{ticket['id']}"
    pocket.ask("on")
    assert valkey.client.hlen(kept) == 1
    expect(pocket.place.locator("button")).to_have_text("Ne plus me prévenir")
    pocket.ask("off")
    assert valkey.client.hlen(kept) == 0
    assert pocket.scopes() == []


def test_the_page_knows_again_that_this_phone_is_told_in_whichever_language(pocket: Pocket, desk: Client) -> None:
    pocket.ask("on")
    pocket.page.add_init_script("PushManager.prototype.getSubscription = async () => ({ endpoint: '' });")
    pocket.page.reload()
    expect(pocket.place).to_have_attribute("data-push", "on")
    expect(pocket.place.locator("button")).to_have_text("Ne plus me prévenir")
    wished = {"verb": "set_language", "language": "en", "request_id": "in-English"}
    assert desk.http.post(f"/follow/{pocket.secret}/moves", json=wished).status_code == 200
    expect(pocket.place.locator("button")).to_have_text("Stop telling me")
    assert pocket.faults() == []


def test_when_the_ticket_is_over_nothing_of_it_stays_in_the_browser(
    pocket: Pocket, desk: Client, ticket: dict[str, Any]
) -> None:
    pocket.ask("on")
    desk.call("2", ticket=ticket["id"])
    desk.move(ticket["id"], "complete")
    until(lambda: pocket.scopes() == [], "the worker is gone")
    expect(pocket.place).to_be_hidden()


def test_a_browser_without_a_push_service_says_so_and_keeps_nothing(
    open_pocket: Callable[..., Pocket], ticket: dict[str, Any]
) -> None:
    pocket = open_pocket(ticket)
    pocket.wish()
    pocket.ask("failed")
    expect(pocket.place.get_by_role("status")).to_have_text("Cela n’a pas marché. Gardez cette page ouverte.")
    expect(pocket.place.locator("button")).to_be_visible()
    assert pocket.scopes() == []


def test_a_server_that_does_not_take_the_phone_is_no_promise(pocket: Pocket) -> None:
    pocket.page.route("**/api/v1/follow/*/push/*", lambda route: route.abort())
    pocket.ask("failed")
    assert pocket.scopes() == []


def test_who_refuses_is_told_kindly_and_not_asked_again(
    open_pocket: Callable[..., Pocket], ticket: dict[str, Any], phone: Phone
) -> None:
    pocket = open_pocket(ticket, phone, granted=False)
    pocket.page.evaluate("Notification.requestPermission = async () => 'denied'")
    pocket.wish()
    pocket.ask("refused")
    expect(pocket.place.get_by_role("status")).to_contain_text("Votre téléphone bloque nos messages")
    expect(pocket.place.locator("button")).to_be_hidden()
    assert pocket.scopes() == []
    pocket.page.add_init_script("Object.defineProperty(Notification, 'permission', { get: () => 'denied' });")
    pocket.page.reload()
    assert pocket.offered() == 0


def test_without_keys_of_the_site_nothing_is_offered(pocket: Pocket) -> None:
    pocket.page.route("**/api/v1/push", lambda route: route.fulfill(json={"public_key": None}))
    pocket.page.reload()
    assert pocket.offered() == 0


def test_a_browser_that_knows_no_push_is_offered_nothing(
    open_pocket: Callable[..., Pocket], ticket: dict[str, Any]
) -> None:
    pocket = open_pocket(ticket)
    pocket.page.add_init_script("delete window.PushManager;")
    pocket.page.reload()
    asked: list[str] = []
    pocket.page.on("request", lambda request: asked.append(request.url))
    assert pocket.offered() == 0
    assert [url for url in asked if url.endswith("/push")] == []
