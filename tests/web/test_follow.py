"""The phone page's answer: the follow link is the key, and it opens one ticket."""

from __future__ import annotations

import pytest

from tests.support.languages import LANGUAGES


@pytest.fixture
def follow(app):
    """A function that asks with a link's last part, without any token."""
    return lambda secret: app.test_client().get(f"/api/v1/follow/{secret}")


def secret_of(ticket):
    return ticket["follow_url"].rpartition("/")[2]


def test_a_phone_sees_its_ticket_without_any_token(device, follow):
    device("kiosk").issue()
    ticket = device("kiosk").issue("energie", "ar").json
    seen = follow(secret_of(ticket)).json
    assert seen["number"] == "E001"
    assert seen["site"] == {"id": "etats-unis", "name": "PIMMS Médiation des États-Unis, Lyon 8e"}
    assert seen["need"]["id"] == "energie"
    assert seen["need"]["labels"]["ar"] == "الكهرباء والغاز والماء"
    assert (seen["language"], seen["languages"]) == ("ar", list(LANGUAGES))
    assert (seen["state"], seen["ahead"], seen["wait"]) == ("waiting", 1, None)
    assert (seen["counter"], seen["called_at"], seen["call_count"]) == (None, None, 0)
    assert seen["at"] >= ticket["arrived_at"]


def test_a_phone_sees_that_it_is_called_and_where(device, follow):
    ticket = device("kiosk").issue().json
    called = device("counter").call("2").json
    seen = follow(secret_of(ticket)).json
    assert (seen["state"], seen["ahead"], seen["call_count"]) == ("called", 0, 1)
    assert seen["counter"] == {"id": "2", "label": "Guichet 2", "way": None, "place": {}}
    assert seen["called_at"] == called["called_at"]


def test_links_of_two_sites_open_their_own_tickets(device, follow):
    here = device("kiosk").issue().json
    there = device("kiosk", "site-3").issue().json
    assert follow(secret_of(here)).json["site"]["id"] == "etats-unis"
    assert follow(secret_of(there)).json["site"]["id"] == "site-3"


@pytest.mark.parametrize(
    "broken",
    [
        "{secret}x", "2-{bare}", "{bare}", "-{bare}", "1-", "0-{bare}", "zzzzzz-{bare}", "zzzzzzz-{bare}", "٣-{bare}",
        "1-{bare}%00", "1-*", "%00", "1-{bare}/..", "1- {bare}", "x" * 2000,
    ],
)  # fmt: skip
def test_any_other_link_leads_nowhere(device, follow, everything, broken):
    secret = secret_of(device("kiosk").issue().json)
    before = everything()
    answer = follow(broken.format(secret=secret, bare=secret.partition("-")[2]))
    assert answer.status_code == 404
    assert answer.content_type == "application/problem+json"
    assert answer.json["code"] in {"unknown_follow_link", "not_found"}
    assert everything() == before
