"""A called phone is told, by a whole web process and a push service on this machine; who calls waits for nothing."""

from __future__ import annotations

import json
import uuid

import httpx
import pytest

from server.domain.people import Role
from server.webpush.keys import PushKeys
from tests.support.api import Client
from tests.support.processes import until
from tests.support.push_phone import Phone
from tests.support.push_service import PushService
from tests.support.pushing import CONTACT, start_pushing
from tests.support.seeded import seeded

SITE = "etats-unis"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("pushing")


@pytest.fixture(scope="module")
def service(folder):
    started = PushService(folder)
    yield started
    started.stop()


@pytest.fixture(scope="module")
def web(folder, service, valkey):
    """A web process with a key, which knows the service."""
    valkey.client.flushall()
    running = start_pushing(folder, valkey, service)
    yield running
    running.kill()


@pytest.fixture(scope="module")
def tokens(web):
    devices = seeded(web.settings).devices
    return {role: devices.create(SITE, role) for role in (Role.KIOSK, Role.COUNTER)}


@pytest.fixture
def push(service):
    """The service, as it begins."""
    service.messages.clear()
    service.status = 201
    service.open.set()
    yield service
    service.open.set()


@pytest.fixture
def kiosk(web, push, tokens):
    return Client(web.url, SITE, tokens[Role.KIOSK])


@pytest.fixture
def desk(web, push, tokens):
    """A counter's way to the site, where nobody waits any more."""
    client = Client(web.url, SITE, tokens[Role.COUNTER])
    while client.call("1").status_code in {200, 201}:
        pass
    return client


@pytest.fixture
def followed(kiosk, push):
    """A function that takes a ticket which a phone follows, and gives both."""

    def take(language="fr"):
        ticket = kiosk.issue(language=language).json()
        phone = Phone(push.address(uuid.uuid4().hex))
        assert put(kiosk, ticket, phone).status_code == 204
        return ticket, phone

    return take


def link_of(ticket):
    return ticket["follow_url"].rpartition("/")[2]


def put(client, ticket, phone):
    return client.http.put(f"/follow/{link_of(ticket)}/push/{phone.name}", json=phone.subscription)


def has_told(push, times):
    """Waits until the service has taken that many messages."""
    until(lambda: len(push.messages) >= times, f"{times} messages came")


def told_next(push, desk, followed, count):
    """That `count` messages have come, and no more: that of one call more is the next."""
    _, marker = followed()
    desk.call("3")
    until(lambda: any(message.address in marker.endpoint for message in push.messages), "the marker came")
    return len(push.messages) == count + 1


def test_a_called_phone_is_told_in_its_language_where_to_go(web, push, desk, followed):
    ticket, phone = followed("ar")
    desk.call("2")
    has_told(push, 1)
    [message] = push.messages
    assert message.address in phone.endpoint
    said = json.loads(phone.opened(message.body))
    number = f"{ticket['number'][0]}\u202f{ticket['number'][1:]}"
    assert said["title"].endswith(number)
    assert said["title"].startswith("حان دورك")
    assert said["body"].splitlines()[0] == "Guichet 2"
    assert "2" in said["body"].splitlines()[1]
    assert (said["lang"], said["dir"]) == ("ar", "rtl")
    claims = message.claims(PushKeys.read(web.settings.push_private_key.get_secret_value(), CONTACT).public)
    assert claims["aud"] == f"https://{push.name}"


def test_a_call_is_told_once_a_recall_once_more_and_a_repeat_not_at_all(push, desk, followed):
    ticket, phone = followed()
    request = str(uuid.uuid4())
    assert desk.call("2", request_id=request).status_code == 201
    has_told(push, 1)
    assert desk.call("2", request_id=request).status_code == 200
    recall = str(uuid.uuid4())
    desk.move(ticket["id"], "recall", request_id=recall)
    has_told(push, 2)
    desk.move(ticket["id"], "recall", request_id=recall)
    assert told_next(push, desk, followed, 2)
    first, second, _ = push.messages
    assert first.headers["Topic"] == second.headers["Topic"]
    titles = [json.loads(phone.opened(message.body))["title"].partition(" · ")[0] for message in (first, second)]
    assert titles == ["C’est à vous", "Nous vous rappelons"]


def test_a_phone_that_its_service_knows_no_more_is_forgotten(push, desk, followed, valkey):
    ticket, _ = followed()
    push.status = 410
    desk.call("2")
    key = f"accueil:{{{SITE}}}:phones:{ticket['id']}"
    until(lambda: not valkey.client.exists(key), "the phone is forgotten")
    push.status = 201
    desk.move(ticket["id"], "recall")
    assert told_next(push, desk, followed, 1)


def test_a_phone_that_asks_no_more_is_told_nothing(kiosk, push, desk, followed):
    ticket, phone = followed()
    assert kiosk.http.delete(f"/follow/{link_of(ticket)}/push/{phone.name}").status_code == 204
    desk.call("2")
    assert told_next(push, desk, followed, 0)


def test_a_service_that_fails_is_told_of_the_next_call_again(push, desk, followed):
    ticket, _ = followed()
    push.status = 503
    desk.call("2")
    has_told(push, 1)
    push.status = 201
    desk.move(ticket["id"], "recall")
    has_told(push, 2)


def test_a_service_that_answers_nobody_holds_up_no_call(push, desk, kiosk, followed):
    first, _ = followed()
    push.open.clear()
    desk.call("2")
    has_told(push, 1)
    # It has the message and says nothing; meanwhile everything else goes on, other phones too.
    waiting = [followed()[0] for _ in range(3)]
    for told, ticket in enumerate(waiting, start=2):
        assert desk.call("2").json()["number"] == ticket["number"]
        # Before the next call ends this visit: who is there already is told nothing.
        has_told(push, told)
    assert kiosk.ticket(first["id"]).json()["state"] == "done"
    assert kiosk.http.get(f"/follow/{link_of(waiting[-1])}").json()["state"] == "called"


def test_each_outcome_is_counted(web, push, desk, followed):
    def counted(outcome):
        text = httpx.get(f"{web.url}/metrics", trust_env=False).text
        line = next((line for line in text.splitlines() if f'nudges_total{{outcome="{outcome}"}}' in line), " 0")
        return float(line.rpartition(" ")[2])

    for outcome, status in (("sent", 201), ("gone", 410), ("failed", 500)):
        before = counted(outcome)
        push.status = status
        followed()
        desk.call("2")
        until(lambda what=outcome, was=before: counted(what) == was + 1, f"{outcome} is counted")


def test_neither_the_address_nor_the_keys_of_a_phone_are_logged(web, push, desk, kiosk, followed, folder):
    ticket, phone = followed()
    foreign = Phone("https://un-hote-reconnaissable.example.org/une-adresse")
    assert put(kiosk, ticket, foreign).status_code == 422
    push.status = 500
    desk.call("2")
    log = folder / "web.log"
    until(lambda: "push service refused" in log.read_text("utf-8"), "the refusal is logged")
    written = log.read_text("utf-8")
    private = web.settings.push_private_key.get_secret_value()
    keys = phone.subscription["keys"]
    secrets = (phone.endpoint, phone.name, keys["p256dh"], keys["auth"], link_of(ticket), "reconnaissable", private)
    assert [secret for secret in secrets if secret in written] == []
