"""Every move over HTTP: from each state; and what a move that cannot be says."""

from __future__ import annotations

import pytest

from server.records.tables import CounterRow, SiteRow
from tests.web.conftest import ROADS

# The table of the design, written down again: a change of the code's own must not go unseen.
FROM = {
    "recall": {"called"},
    "serve": {"called"},
    "no_show": {"called"},
    "restore": {"no_show", "cancelled"},
    "park": {"called", "serving"},
    "resume": {"parked"},
    "transfer": {"waiting", "called", "serving", "parked"},
    "complete": {"called", "serving"},
    "cancel": {"waiting", "parked"},
    "expire": {"waiting", "called", "parked", "no_show"},
    "prioritise": {"waiting"},
    "let_pass": {"waiting"},
    "set_language": {"waiting", "called", "serving", "parked", "no_show"},
}
TO = {
    "recall": "called", "serve": "serving", "no_show": "no_show", "restore": "waiting", "park": "parked",
    "resume": "serving", "transfer": "waiting", "complete": "done", "cancel": "cancelled", "expire": "expired",
    "prioritise": "waiting", "let_pass": "waiting",
}  # fmt: skip
MORE = {
    "transfer": {"to_need": "energie"},
    "prioritise": {"priority": "grossesse"},
    "let_pass": {"people": 2},
    "set_language": {"language": "fr"},
}
LEGAL = [(verb, state) for verb, states in FROM.items() for state in sorted(states)]
ILLEGAL = [(verb, state) for verb in FROM for state in ROADS if state not in FROM[verb]]


@pytest.mark.parametrize(("verb", "state"), LEGAL)
def test_a_move_that_the_state_allows(device, desk, led, verb, state):
    ticket = led(state)
    device("kiosk").issue()  # who can be let pass
    before = desk.get(f"/tickets/{ticket}").json
    answer = desk.move(ticket, verb, reason="geste", **MORE.get(verb, {}))
    assert (answer.status_code, answer.json["state"]) == (200, TO.get(verb, state))
    for kept in ("id", "number", "arrived_at", "language", "follow_url"):
        assert answer.json[kept] == before[kept]
    assert device("kiosk").get(f"/tickets/{ticket}").json == answer.json


@pytest.mark.parametrize(("verb", "state"), ILLEGAL)
def test_a_move_that_the_state_does_not_allow(desk, led, refused, verb, state):
    ticket = led(state)
    told = refused(409, "illegal_move", lambda: desk.move(ticket, verb, **MORE.get(verb, {})))
    assert told["state"] == state
    callable_too = {"call"} if state in {"waiting", "parked"} else set()
    assert set(told["possible"]) == {verb for verb, states in FROM.items() if state in states} | callable_too


@pytest.mark.parametrize("state", ["called", "serving", "no_show", "done", "cancelled", "expired"])
def test_a_chosen_ticket_that_cannot_be_called(desk, led, refused, state):
    ticket = led(state)
    told = refused(409, "illegal_move", lambda: desk.call("2", ticket=ticket))
    assert told["state"] == state


def test_a_chosen_call_tells_its_reason_to_the_journal(desk, led, valkey):
    led("waiting")
    chosen = led("waiting")
    called = desk.call("1", ticket=chosen, reason="rendez-vous").json
    assert (called["id"], called["state"], called["counter"]) == (chosen, "called", "1")
    entry = valkey.client.xrevrange("accueil:{etats-unis}:journal", count=1)[0][1]
    assert (entry["move"], entry["ticket"], entry["chosen"], entry["reason"]) == ("call", chosen, "1", "rendez-vous")


@pytest.mark.parametrize("verb", ["recall", "serve", "no_show", "park", "complete", "transfer"])
def test_another_counter_does_not_move_who_is_not_in_its_hands(desk, led, refused, verb):
    ticket = led("called")
    told = refused(409, "at_another_counter", lambda: desk.move(ticket, verb, counter="2", **MORE.get(verb, {})))
    assert told["counter"] == "1"


def test_a_parked_person_goes_on_where_they_were_or_where_they_are_taken(desk, led):
    ticket = led("parked")
    assert desk.move(ticket, "resume").json["counter"] == "1"
    desk.move(ticket, "park")
    assert desk.move(ticket, "resume", counter="2").json["counter"] == "2"


def test_a_counter_with_somebody_in_hand_resumes_nobody(desk, led, refused):
    parked = led("parked")
    other = led("called")
    told = refused(409, "counter_busy", lambda: desk.move(parked, "resume", counter="1"))
    assert (told["ticket"], told["number"]) == (other, desk.get(f"/tickets/{other}").json["number"])


def test_calling_next_completes_who_is_in_hand(desk, led):
    first = led("serving")
    led("waiting")
    assert desk.call("1").status_code == 201
    assert desk.get(f"/tickets/{first}").json["state"] == "done"


def test_where_the_site_wants_it_calling_next_waits_until_the_last_is_closed(own_device, change, refused):
    change(SiteRow, "etats-unis", next_completes=False)
    kiosk, desk = own_device("kiosk"), own_device("counter")
    kiosk.issue()
    kiosk.issue()
    first = desk.call("1").json
    told = refused(409, "counter_busy", lambda: desk.call("1"))
    assert (told["ticket"], told["number"]) == (first["id"], first["number"])
    desk.move(first["id"], "complete")
    assert desk.call("1").status_code == 201


def test_a_closed_counter_calls_and_resumes_nobody(desk, led, refused):
    parked = led("parked")
    led("waiting")
    desk.put("/counters/1", open=False)
    for ask in (lambda: desk.call("1"), lambda: desk.move(parked, "resume", counter="1")):
        assert refused(409, "counter_closed", ask)["counter"] == "1"


def test_who_comes_back_keeps_their_place(device, desk, led):
    absent = led("no_show")
    later = device("kiosk").issue().json["id"]
    back = desk.move(absent, "restore").json
    assert (back["state"], back["counter"], back["call_count"], back["called_at"]) == ("waiting", None, 0, None)
    assert [row["id"] for row in desk.get("/queue").json["waiting"]] == [absent, later]


def test_a_number_that_was_given_again_cannot_come_back(own_device, everything, change, valkey, refused):
    kiosk, desk = own_device("kiosk"), own_device("counter")
    ticket = kiosk.issue().json
    desk.move(ticket["id"], "cancel")
    valkey.client.hdel("accueil:{etats-unis}:live", ticket["number"])
    refused(409, "day_over", lambda: desk.move(ticket["id"], "restore"))


def test_a_priority_is_given_and_taken_back_and_changes_who_is_next(desk, led):
    first, second = led("waiting"), led("waiting")
    given = desk.move(second, "prioritise", priority="grossesse").json
    assert (given["priority"], given["head_start_min"], given["ahead"]) == ("grossesse", 30, 0)
    assert [row["id"] for row in desk.get("/queue").json["waiting"]] == [second, first]
    taken = desk.move(second, "prioritise").json
    assert (taken["priority"], taken["head_start_min"], taken["ahead"]) == (None, 0, 1)
    assert [row["id"] for row in desk.get("/queue").json["waiting"]] == [first, second]


def test_a_priority_the_site_does_not_know(desk, led, refused):
    ticket = led("waiting")
    refused(422, "unknown_priority", lambda: desk.move(ticket, "prioritise", priority="vip"))


def test_a_counter_calls_only_for_the_needs_it_serves(own_device, change, refused):
    change(CounterRow, ("etats-unis", "1"), needs=["energie"])
    own_device("kiosk").issue("papiers")
    desk = own_device("counter")
    refused(409, "queue_empty", lambda: desk.call("1"))
    assert own_device("kiosk").issue("energie").status_code == 201
    assert desk.call("1").json["need"] == "energie"


@pytest.mark.parametrize("verb", ["call", "issue", "SERVE", "serve ", "no show", "danse"])
def test_a_verb_that_is_not_offered(desk, led, refused, verb):
    ticket = led("called")
    told = refused(422, "unknown_verb", lambda: desk.move(ticket, verb))
    assert set(told["possible"]) == {*FROM, "undo"}


@pytest.mark.parametrize(
    ("verb", "field"),
    [
        (verb, field)
        for verb in FROM
        for field in ("to_need", "to_counter", "to_mediator", "priority")
        if not (verb == "transfer" and field != "priority") and not (verb == "prioritise" and field == "priority")
    ],
)
def test_what_a_verb_would_drop_without_a_word_is_named(desk, led, refused, verb, field):
    ticket = led("called")
    assert refused(422, "misplaced_field", lambda: desk.move(ticket, verb, **{field: "1"}))["field"] == field
