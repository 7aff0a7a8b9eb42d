"""Tickets over HTTP: taken, read, called, moved."""

from __future__ import annotations

import pytest

from server.records.tables import SiteRow

FIELDS = {
    "id", "number", "need", "language", "state", "ahead", "wait", "arrived_at", "counter", "called_at", "call_count",
    "follow_url", "print", "priority", "head_start_min", "to_counter", "to_mediator",
}  # fmt: skip


@pytest.mark.parametrize("role", ["kiosk", "counter", "manager"])
def test_a_taken_ticket_is_answered_whole(device, role):
    answer = device(role).issue("numerique", "ar")
    assert answer.status_code == 201
    ticket = answer.json
    assert set(ticket) == FIELDS
    assert (ticket["number"], ticket["need"], ticket["language"]) == ("C001", "numerique", "ar")
    assert (ticket["state"], ticket["ahead"], ticket["wait"], ticket["call_count"]) == ("waiting", 0, None, 0)
    assert (ticket["counter"], ticket["called_at"]) == (None, None)
    assert (ticket["priority"], ticket["head_start_min"]) == (None, 0)
    assert (ticket["to_counter"], ticket["to_mediator"]) == (None, None)
    assert ticket["print"] == {"id": ticket["print"]["id"], "state": "queued"}
    assert ticket["follow_url"].startswith("http://127.0.0.1:8000/t/1-")


def test_a_repeat_is_answered_200_with_the_first_answer(device, everything):
    kiosk = device("kiosk")
    first = kiosk.issue(request_id="one-tap")
    before = everything()
    again = kiosk.issue(request_id="one-tap")
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json == first.json
    assert everything() == before


def test_a_ticket_reads_as_it_stands(device):
    kiosk, counter = device("kiosk"), device("counter")
    kiosk.issue()
    ticket = kiosk.issue().json
    assert kiosk.get(f"/tickets/{ticket['id']}").json == ticket
    counter.call("1")
    assert kiosk.get(f"/tickets/{ticket['id']}").json["ahead"] == 0
    counter.call("4")
    called = kiosk.get(f"/tickets/{ticket['id']}").json
    assert (called["state"], called["counter"], called["call_count"]) == ("called", "4", 1)


def test_a_call_is_answered_201_and_its_repeat_200(device, everything):
    device("kiosk").issue()
    device("kiosk").issue()
    first = device("counter").call("1", request_id="click")
    before = everything()
    again = device("counter").call("1", request_id="click")
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json == again.json
    assert (first.json["number"], first.json["state"], first.json["counter"]) == ("A001", "called", "1")
    assert everything() == before


def test_a_chosen_person_is_called(device):
    device("kiosk").issue()
    chosen = device("kiosk").issue().json
    assert device("manager").call("2", ticket=chosen["id"]).json["id"] == chosen["id"]


def test_with_nobody_waiting_a_call_is_refused(device, everything):
    device("kiosk").issue()
    device("counter").call("1")
    before = everything()
    answer = device("counter").call("1")
    assert (answer.status_code, answer.json["code"]) == (409, "queue_empty")
    assert everything() == before


@pytest.mark.parametrize(
    ("verbs", "state"),
    [
        (["recall"], "called"),
        (["serve"], "serving"),
        (["no_show"], "no_show"),
        (["complete"], "done"),
        (["recall", "serve", "complete"], "done"),
    ],
)
def test_a_counter_moves_the_person_it_called(device, verbs, state):
    device("kiosk").issue()
    ticket = device("counter").call("1").json
    for verb in verbs:
        answer = device("counter").move(ticket["id"], verb, counter="1", reason="geste")
        assert answer.status_code == 200
    assert answer.json["state"] == state
    assert device("kiosk").get(f"/tickets/{ticket['id']}").json["state"] == state


def test_a_move_that_the_state_does_not_allow_says_what_would_be_possible(device, everything):
    device("kiosk").issue()
    ticket = device("counter").call("1").json
    device("counter").move(ticket["id"], "serve")
    before = everything()
    answer = device("counter").move(ticket["id"], "no_show")
    assert (answer.status_code, answer.json["code"]) == (409, "illegal_move")
    assert answer.json["state"] == "serving"
    assert answer.json["possible"] == ["complete", "park", "transfer", "set_language"]
    assert everything() == before


def test_a_move_at_the_wrong_counter_says_where_the_person_is(device, everything):
    device("kiosk").issue()
    ticket = device("counter").call("1").json
    before = everything()
    answer = device("counter").move(ticket["id"], "serve", counter="2")
    assert (answer.status_code, answer.json["code"], answer.json["counter"]) == (409, "at_another_counter", "1")
    assert everything() == before


def test_a_closed_site_gives_no_ticket(own_device, everything, change):
    change(SiteRow, "etats-unis", open=False)
    answer = own_device("kiosk").issue()
    assert (answer.status_code, answer.json["code"]) == (409, "site_closed")
    assert own_device("kiosk").get().json["open"] is False
    assert everything() == {}
