"""How a phone asks to be told of its call: with the follow link alone, at a service that is known, until it stops."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.domain.phones import PHONES_AT_MOST, SERVICES
from server.webpush.keys import PushKeys, new_private_key
from server.webpush.post import Post
from tests.support.devices import SITE, hold_to_document
from tests.support.push_phone import Phone

FCM = "https://fcm.googleapis.com/fcm/send/a-phone"


@pytest.fixture
def app(app):
    """The shared application, with a key for Web Push."""
    without = app.extensions["accueil"]
    app.extensions["accueil"] = replace(without, post=Post(PushKeys.read(new_private_key(), "mailto:a@example.org")))
    yield app
    app.extensions["accueil"] = without


@pytest.fixture
def ask(app):
    """A function that asks something of a follow link, without any token."""

    def asked(method, secret, phone, **more):
        answer = app.test_client().open(f"/api/v1/follow/{secret}/push/{phone.name}", method=method, **more)
        hold_to_document(app, answer)
        return answer

    return asked


@pytest.fixture
def ticket(device):
    return device("kiosk").issue().json


@pytest.fixture
def link(ticket):
    return ticket["follow_url"].rpartition("/")[2]


@pytest.fixture
def kept(valkey, ticket):
    """A function that tells which phones the queue holds of the ticket."""
    return lambda: sorted(valkey.client.hkeys(f"accueil:{{{SITE}}}:phones:{ticket['id']}"))


def test_the_key_to_subscribe_with_is_told_to_anyone(app):
    told = app.test_client().get("/api/v1/push").json
    assert told == {"public_key": app.extensions["accueil"].post.keys.public}
    assert len(told["public_key"]) == 87


def test_a_phone_is_kept_and_forgotten(ask, link, kept):
    phone = Phone(FCM)
    assert ask("PUT", link, phone, json=phone.subscription).status_code == 204
    assert ask("PUT", link, phone, json=phone.subscription).status_code == 204
    assert kept() == [phone.name]
    assert ask("DELETE", link, phone).status_code == 204
    assert kept() == []
    assert ask("DELETE", link, phone).status_code == 204


def test_a_family_of_phones_follows_one_ticket_and_no_crowd(ask, link, kept):
    phones = [Phone(FCM) for _ in range(PHONES_AT_MOST + 1)]
    answers = [ask("PUT", link, phone, json=phone.subscription) for phone in phones]
    assert [answer.status_code for answer in answers] == [204] * PHONES_AT_MOST + [409]
    assert answers[-1].json["code"] == "too_many_phones"
    assert kept() == sorted(phone.name for phone in phones[:-1])


@pytest.mark.parametrize(
    "endpoint", ["https://example.org/a", "https://127.0.0.1:6379/", "https://fcm.googleapis.com:444/a"]
)
def test_an_address_at_any_other_service_is_refused(ask, link, kept, endpoint):
    phone = Phone(endpoint)
    answer = ask("PUT", link, phone, json=phone.subscription)
    assert (answer.status_code, answer.json["code"]) == (422, "unusable_subscription")
    assert "example" not in answer.text
    assert kept() == []


def test_what_is_no_key_is_refused(ask, link, kept):
    phone = Phone(FCM)
    off = phone.subscription["keys"] | {"p256dh": "BA" + 85 * "A"}
    answer = ask("PUT", link, phone, json={"endpoint": FCM, "keys": off})
    assert (answer.status_code, answer.json["code"]) == (422, "unusable_subscription")
    short = phone.subscription["keys"] | {"auth": "AA"}
    answer = ask("PUT", link, phone, json={"endpoint": FCM, "keys": short})
    assert (answer.status_code, answer.json["code"], answer.json["field"]) == (422, "invalid_field", "keys.auth")
    assert kept() == []


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_a_link_that_leads_nowhere_keeps_nothing(ask, everything, method):
    phone = Phone(FCM)
    before = everything()
    more = {"json": phone.subscription} if method == "PUT" else {}
    answer = ask(method, "1-AbCdEfGhIjKlMnOpQrStUv", phone, **more)
    assert (answer.status_code, answer.json["code"]) == (404, "unknown_follow_link")
    assert everything() == before


def test_a_name_that_no_page_makes_is_no_address(app, ask, link):
    phone = Phone(FCM, name="a-name")
    assert ask("PUT", link, phone, json=phone.subscription).json["code"] == "not_found"


def test_guessed_links_are_soon_refused_here_too(own_app):
    phone = Phone(FCM)
    asked = own_app.test_client().delete
    tried = [asked(f"/api/v1/follow/1-guess{n}/push/{phone.name}").status_code for n in range(40)]
    assert tried[:30] == [404] * 30
    assert set(tried[30:]) == {429}


def test_without_a_key_nothing_is_offered_and_nothing_kept(own_app, own_device, everything):
    link = own_device("kiosk").issue().json["follow_url"].rpartition("/")[2]
    phone, before = Phone(FCM), everything()
    assert own_app.test_client().get("/api/v1/push").json == {"public_key": None}
    answer = own_app.test_client().put(f"/api/v1/follow/{link}/push/{phone.name}", json=phone.subscription)
    assert (answer.status_code, answer.json["code"]) == (404, "no_push")
    assert everything() == before


def test_the_services_are_those_of_the_code():
    """A new one is a decision: the server will post to it whatever a stranger asks."""
    assert SERVICES == (
        "fcm.googleapis.com",
        "*.push.services.mozilla.com",
        "*.notify.windows.com",
        "web.push.apple.com",
    )


def test_a_key_in_the_settings_is_what_the_application_works_with(build):
    private = new_private_key()
    app = build(push_private_key=private, push_contact="https://example.org/contact")
    told = app.test_client().get("/api/v1/push").json
    assert told == {"public_key": PushKeys.read(private, "https://example.org").public}
