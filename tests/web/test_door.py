"""When tickets are given and when not, over HTTP: stopped by hand, by the hours, by a full need; and priorities."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from server.domain.hours import WEEKDAYS
from server.records.tables import NeedRow, PriorityRow, SiteRow

WORDS = {"fr": "Revenez demain.", "en": "Come back tomorrow.", "ar": "عودوا غدا."}
KEPT = ("kiosk",)
BY_HAND = ("counter", "manager")


def hours_around_now(last_tickets_min=0, opens_in_h=-2, closes_in_h=2):
    """Opening hours of each day, around this moment in Lyon."""
    now = datetime.now(UTC).astimezone(ZoneInfo("Europe/Paris"))
    opens, closes = ((now + timedelta(hours=step)).strftime("%H:%M") for step in (opens_in_h, closes_in_h))
    weekly = {day: [f"{opens}-{closes}"] for day in WEEKDAYS}
    return {"weekly": weekly, "last_tickets_min": last_tickets_min}


def test_an_ordinary_site_is_open(device):
    site = device("kiosk").get().json
    assert (site["open"], site["phase"], site["stopped"], site["message"]) == (True, "open", False, {})


def test_stopped_without_words_the_kiosk_gives_none_and_the_desk_goes_on(device, refused):
    answer = device("counter").put("/issuing", issuing=False)
    assert (answer.status_code, answer.json) == (200, {"issuing": False})
    site = device("kiosk").get().json
    assert (site["open"], site["phase"], site["stopped"], site["message"]) == (False, "open", True, {})
    assert refused(409, "site_closed", lambda: device("kiosk").issue())["state"] == "stopped"
    for role in BY_HAND:
        assert device(role).issue().status_code == 201
    assert device("counter").call("1").status_code == 201
    for path in ("/board", "/queue"):
        snapshot = device("counter").get(path).json
        assert (snapshot["open"], snapshot["phase"], snapshot["stopped"]) == (True, "open", True)


def test_a_ready_notice_is_told_in_every_language(device):
    device("manager").put("/issuing", issuing=False, notice="panne")
    site = device("kiosk").get().json
    ready = next(notice for notice in site["notices"] if notice["id"] == "panne")
    assert set(ready["texts"]) == set(site["languages"])
    assert site["message"] == ready["texts"]


def test_words_of_ones_own_are_told_and_can_be_replaced(device):
    device("counter").put("/issuing", issuing=False, texts=WORDS)
    assert device("kiosk").get().json["message"] == WORDS
    device("counter").put("/issuing", issuing=False, notice="complet")
    assert device("kiosk").get().json["message"] != WORDS


@pytest.mark.parametrize("others", [{}, {"ar": "  ", "en": ""}])
def test_words_of_ones_own_need_french_only_and_other_languages_are_left_out(device, others):
    assert (
        device("counter").put("/issuing", issuing=False, texts={"fr": " Revenez demain. "} | others).status_code == 200
    )
    assert device("kiosk").get().json["message"] == {"fr": "Revenez demain."}
    assert device("display").get("/board").json["stopped"] is True


def test_lifting_a_stop_takes_its_words_away(device):
    device("counter").put("/issuing", issuing=False, texts=WORDS)
    assert device("counter").put("/issuing", issuing=True).json == {"issuing": True}
    site = device("kiosk").get().json
    assert (site["open"], site["stopped"], site["message"]) == (True, False, {})
    assert device("kiosk").issue().status_code == 201


@pytest.mark.parametrize(
    ("status", "code", "body", "more"),
    [
        (422, "unknown_notice", {"issuing": False, "notice": "neige"}, {}),
        (422, "message_incomplete", {"issuing": False, "texts": {}}, {"missing": ["fr"]}),
        (422, "message_incomplete", {"issuing": False, "texts": WORDS | {"fr": "  "}}, {"missing": ["fr"]}),
        (422, "unknown_language", {"issuing": False, "texts": WORDS | {"de": "Bis morgen."}}, {}),
        (422, "misplaced_field", {"issuing": False, "texts": WORDS, "notice": "panne"}, {"field": "notice"}),
        (422, "misplaced_field", {"issuing": True, "notice": "panne"}, {"field": "notice"}),
        (422, "misplaced_field", {"issuing": True, "texts": WORDS}, {"field": "texts"}),
        (422, "invalid_field", {"issuing": False, "texts": WORDS | {"fr": "x" * 301}}, {"field": "texts.fr"}),
        (422, "unknown_mediator", {"issuing": False, "mediator": "77"}, {}),
    ],
)
def test_a_stop_that_cannot_be_told_is_none(device, refused, status, code, body, more):
    told = refused(status, code, lambda: device("counter").put("/issuing", **body))
    assert {name: told[name] for name in more} == more
    assert device("kiosk").get().json["open"] is True


def test_other_words_under_the_same_request_id_are_another_question(device, refused):
    device("counter").put("/issuing", issuing=False, texts=WORDS, request_id="stop")
    other = WORDS | {"fr": "Revenez lundi."}
    refused(
        409,
        "request_id_reused",
        lambda: device("counter").put("/issuing", issuing=False, texts=other, request_id="stop"),
    )


def test_a_full_need_is_told_and_given_by_hand_only(own_device, change, refused):
    change(NeedRow, ("etats-unis", "papiers"), limit=2)
    kiosk = own_device("kiosk")
    for _ in range(2):
        assert kiosk.issue().status_code == 201
    full = {need["id"]: need["full"] for need in kiosk.get().json["needs"]}
    assert {need for need, is_full in full.items() if is_full} == {"papiers"}
    refused(409, "need_full", kiosk.issue)
    assert kiosk.issue("energie").status_code == 201
    assert own_device("counter").issue().status_code == 201
    for _ in range(2):
        own_device("counter").call("1")
    assert kiosk.issue().status_code == 201


def test_within_its_hours_a_site_is_open(own_device, change):
    change(SiteRow, "etats-unis", **hours_around_now())
    assert own_device("kiosk").get().json["phase"] == "open"
    assert own_device("kiosk").issue().status_code == 201


def test_before_closing_only_the_desk_gives_tickets(own_device, change, refused):
    change(SiteRow, "etats-unis", **hours_around_now(last_tickets_min=180))
    site = own_device("kiosk").get().json
    assert (site["open"], site["phase"], site["stopped"]) == (False, "last_tickets", False)
    assert refused(409, "site_closed", lambda: own_device("kiosk").issue())["state"] == "last_tickets"
    assert own_device("manager").issue().status_code == 201
    assert own_device("counter").call("1").status_code == 201
    board = own_device("display").get("/board").json
    assert (board["open"], board["phase"]) == (True, "last_tickets")


@pytest.mark.parametrize("closed", [{"open": False}, hours_around_now(0, 2, 4), {"weekly": {}}])
def test_a_closed_site_gives_no_ticket_to_anybody_and_still_moves_those_it_has(own_device, change, refused, closed):
    ticket = own_device("kiosk").issue().json["id"]
    change(SiteRow, "etats-unis", **closed)
    house = own_device("kiosk").http.application.extensions["accueil"]
    house.catalogue._read.clear()  # not to wait until the site is read again
    site = own_device("kiosk").get().json
    assert (site["open"], site["phase"]) == (False, "closed")
    for role in KEPT + BY_HAND:
        assert refused(409, "site_closed", lambda role=role: own_device(role).issue())["state"] == "closed"
    assert own_device("counter").call("1").json["id"] == ticket
    assert own_device("counter").move(ticket, "serve").status_code == 200


@pytest.mark.parametrize("role", KEPT + BY_HAND)
def test_a_priority_that_the_kiosk_asks_for_is_given_to_whoever_takes_a_ticket(own_device, change, role):
    change(PriorityRow, ("etats-unis", "grossesse"), kiosk=True)
    ticket = own_device(role).issue(priority="grossesse").json
    assert (ticket["priority"], ticket["head_start_min"]) == ("grossesse", 30)


def test_a_priority_that_only_a_mediator_gives(own_device, change, refused):
    for priority, kiosk in (("rendez-vous", False), ("grossesse", True)):
        change(PriorityRow, ("etats-unis", priority), kiosk=kiosk)
    offered = {each["id"]: each["kiosk"] for each in own_device("kiosk").get().json["priorities"]}
    assert (offered["rendez-vous"], offered["grossesse"]) == (False, True)
    refused(409, "priority_not_offered", lambda: own_device("kiosk").issue(priority="rendez-vous"))
    for role in BY_HAND:
        assert own_device(role).issue(priority="rendez-vous").json["head_start_min"] == 20


@pytest.mark.parametrize("role", KEPT + BY_HAND)
def test_a_priority_the_site_does_not_know(device, refused, role):
    refused(422, "unknown_priority", lambda: device(role).issue(priority="vip"))


def test_a_priority_passes_those_who_came_within_its_head_start(device):
    plain = device("kiosk").issue().json
    prior = device("counter").issue(priority="handicap").json
    assert prior["ahead"] == 0
    rows = device("counter").get("/queue").json["waiting"]
    assert [(row["id"], row["priority"], row["head_start_min"]) for row in rows] == [
        (prior["id"], "handicap", 30),
        (plain["id"], None, 0),
    ]
