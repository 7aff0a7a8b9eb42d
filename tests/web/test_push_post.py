"""What is handed to a push service: sealed for one phone, signed by this server, and for nobody else's address."""

from __future__ import annotations

import ssl
import time

import httpx
import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec

from server.domain.phones import SERVICES, Subscription, is_served
from server.settings import SettingsError
from server.webpush.keys import PushKeys, new_private_key
from server.webpush.post import Outcome, Post
from tests.support.processes import free_port
from tests.support.push_phone import CURVE, Phone, encoded
from tests.support.push_service import PushService, decoded

CONTACT = "mailto:accueil@example.org"
# RFC 8291, appendix A.
EXAMPLE = {
    "private": "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94",
    "auth": "BTBZMqHH6r4Tts7J_aSIgg",
    "text": "When I grow up, I want to be a watermelon",
    "body": "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK"
    "6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
}


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    started = PushService(tmp_path_factory.mktemp("push"))
    yield started
    started.stop()


@pytest.fixture
def push(service):
    """The service, as it begins."""
    service.messages.clear()
    service.status, service.location, service.cookie = 201, "", ""
    return service


@pytest.fixture
def post(push):
    keys = PushKeys.read(new_private_key(), CONTACT)
    known = ssl.create_default_context(cafile=push.certificate)
    return Post(keys, (*SERVICES, push.name), httpx.Client(verify=known, trust_env=False, timeout=5))


@pytest.fixture
def phone(push):
    return Phone(push.address("a-phone"))


def subscription(phone):
    said = phone.subscription
    return Subscription(said["endpoint"], **said["keys"])


def test_the_phone_of_these_tests_opens_what_the_standard_gives_as_its_example():
    phone = Phone("", private=ec.derive_private_key(int.from_bytes(decoded(EXAMPLE["private"])), CURVE))
    phone.auth = decoded(EXAMPLE["auth"])
    assert phone.opened(decoded(EXAMPLE["body"])).decode() == EXAMPLE["text"]


def test_the_phone_alone_opens_the_message(post, push, phone):
    assert post.deliver("C’est à vous".encode(), subscription(phone), "ticket") is Outcome.SENT
    [message] = push.messages
    assert phone.opened(message.body).decode() == "C’est à vous"
    with pytest.raises(InvalidTag):
        Phone(phone.endpoint).opened(message.body)


def test_no_two_messages_are_sealed_alike(post, push, phone):
    for _ in range(2):
        post.deliver(b"the same", subscription(phone), "ticket")
    one, other = (message.body for message in push.messages)
    assert one[:16] != other[:16]  # the salt
    assert one[21:86] != other[21:86]  # the sender's key
    assert one[86:] != other[86:]


def test_the_service_learns_who_sends_and_for_how_long_it_is_good(post, push, phone):
    post.deliver(b"news", subscription(phone), "ticket")
    [message] = push.messages
    claims = message.claims(post.keys.public)
    assert claims["aud"] == f"https://{push.name}"
    assert claims["sub"] == CONTACT
    assert 0 < claims["exp"] - time.time() <= 24 * 3600
    told = {name: message.headers[name] for name in ("TTL", "Urgency", "Content-Encoding", "Content-Type")}
    assert told == {
        "TTL": "120",
        "Urgency": "high",
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
    }


def test_messages_about_one_ticket_replace_each_other_and_tell_nothing_of_it(post, push, phone):
    for about in ("a-secret-of-a-ticket", "a-secret-of-a-ticket", "another"):
        post.deliver(b"news", subscription(phone), about)
    topics = [message.headers["Topic"] for message in push.messages]
    assert topics[0] == topics[1] != topics[2]
    assert all(len(topic) == 32 and "secret" not in topic for topic in topics)


def test_a_cookie_of_a_service_is_not_kept_from_one_phone_to_the_next(post, push):
    push.cookie = "who=you; Path=/"
    for name in ("a", "b"):
        assert post.deliver(b"news", subscription(Phone(push.address(name))), name) is Outcome.SENT
    assert ["Cookie" in message.headers for message in push.messages] == [False, False]


@pytest.mark.parametrize("status", [404, 410])
def test_an_address_that_the_service_knows_no_more_is_gone(post, push, phone, status):
    push.status = status
    assert post.deliver(b"news", subscription(phone), "ticket") is Outcome.GONE


@pytest.mark.parametrize("status", [400, 403, 413, 429, 500, 503])
def test_any_other_refusal_has_failed(post, push, phone, status):
    push.status = status
    assert post.deliver(b"news", subscription(phone), "ticket") is Outcome.FAILED


def test_a_service_that_is_not_there_has_failed(post, phone):
    away = Post(post.keys, (name := f"127.0.0.1:{free_port()}",), httpx.Client(trust_env=False))
    assert away.deliver(b"news", subscription(Phone(f"https://{name}/x")), "ticket") is Outcome.FAILED


def test_a_service_without_a_good_certificate_is_told_nothing(post, push, phone):
    strict = Post(post.keys, (push.name,), httpx.Client(trust_env=False))
    assert strict.deliver(b"news", subscription(phone), "ticket") is Outcome.FAILED
    assert push.messages == []


def test_a_service_sends_nobody_elsewhere(post, push, phone, tmp_path):
    elsewhere = PushService(tmp_path)
    known = ssl.create_default_context(cafile=push.certificate)
    known.load_verify_locations(elsewhere.certificate)
    trusting = Post(post.keys, (push.name,), httpx.Client(verify=known, trust_env=False))
    push.status, push.location = 307, elsewhere.address("other")
    assert trusting.deliver(b"news", subscription(phone), "ticket") is Outcome.FAILED
    assert elsewhere.messages == []
    elsewhere.stop()


KNOWN = [
    "https://fcm.googleapis.com/fcm/send/eZ-1_2:APA91bH",
    "https://updates.push.services.mozilla.com/wpush/v2/gAAAAABk",
    "https://wns2-par02p.notify.windows.com/w/?token=BQYAAAB%2bx%3d",
    "https://web.push.apple.com/QGuQyavXutnMH5",
]
FOREIGN = [
    "http://fcm.googleapis.com/fcm/send/a",
    "https://fcm.googleapis.com:8443/fcm/send/a",
    "https://fcm.googleapis.com",
    "https://fcm.googleapis.com.example.org/a",
    "https://example.org/fcm.googleapis.com/",
    "https://evil-fcm.googleapis.com/a",
    "https://notify.windows.com.example.org/a",
    "https://example.org#.notify.windows.com/a",
    "https://example.org?.notify.windows.com/a",
    "https://example.org\\.notify.windows.com/a",
    "https://user@fcm.googleapis.com/a",
    "https://fcm.googleapis.com@example.org/a",
    "https://fcm.googleapis.com\\@example.org/a",
    "https://FCM.googleapis.com/a",
    "https://fcm.googleapis.com/a b",
    "https://fcm.googleapis.com/a\r\nHost: example.org",
    "https://fcm.googleapis.com/a#b",
    "https://fcm.googleapis.com/é",
    "https://.notify.windows.com/a",
    "https://a..notify.windows.com/a",
    "https://-a.notify.windows.com/a",
    "https://xn--a.notify.windows.com/a",
    f"https://{'a' * 64}.notify.windows.com/a",
    "https://127.0.0.1/a",
    "https://[::1]/a",
    "https://169.254.169.254/latest/meta-data",
    "ftp://fcm.googleapis.com/a",
    "",
]


@pytest.mark.parametrize("endpoint", KNOWN)
def test_the_services_of_the_browsers_in_use_are_known(endpoint):
    assert is_served(endpoint, SERVICES)
    assert httpx.URL(endpoint).host.endswith(("googleapis.com", "mozilla.com", "windows.com", "apple.com"))


@pytest.mark.parametrize("endpoint", FOREIGN)
def test_the_server_is_sent_to_no_other_address(endpoint):
    assert not is_served(endpoint, SERVICES)


def test_a_point_that_is_not_on_the_curve_is_no_key(post, push):
    good = subscription(Phone(push.address("a")))
    off = encoded(b"\4" + bytes(63) + b"\1")
    assert post.takes(good)
    assert not post.takes(Subscription(good.endpoint, off, good.auth))
    assert not post.takes(Subscription(good.endpoint, good.p256dh, encoded(bytes(15))))
    assert not post.takes(Subscription(good.endpoint, good.p256dh, "é" * 22))


def test_a_key_is_made_and_read_again():
    private = new_private_key()
    assert len(decoded(private)) == 32
    assert PushKeys.read(private, CONTACT).public == PushKeys.read(private, "https://example.org").public
    assert new_private_key() != private


@pytest.mark.parametrize("private", ["x", "AAAA", "é", encoded(bytes(32)), encoded(b"\xff" * 32), encoded(b"\1" * 33)])
def test_a_setting_that_is_no_key_says_how_to_make_one(private):
    with pytest.raises(SettingsError, match="accueil push-keys"):
        PushKeys.read(private, CONTACT)


@pytest.mark.parametrize("contact", ["", "accueil@example.org", "http://example.org"])
def test_a_key_without_an_address_to_write_to_is_refused(contact):
    with pytest.raises(SettingsError, match="ACCUEIL_PUSH_CONTACT"):
        PushKeys.read(new_private_key(), contact)
