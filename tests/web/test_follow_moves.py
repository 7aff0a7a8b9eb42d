"""What the holder of a follow link may do with the ticket: leave, let others go first, choose its language."""

from __future__ import annotations

import uuid
from datetime import datetime

import pytest

from tests.support.devices import hold_to_document
from tests.support.processes import until


@pytest.fixture
def ask(app):
    """A function that asks something of a ticket, by its link and without any token."""

    def asked(ticket, verb, **more):
        body = {"verb": verb, "request_id": str(uuid.uuid4())} | more
        answer = app.test_client().post(f"/api/v1/follow/{link_of(ticket)}/moves", json=body)
        hold_to_document(app, answer)
        return answer

    return asked


@pytest.fixture
def three(device, valkey):
    """Three people for papers, in the order in which they came: no two in one millisecond, or they pass together."""

    def come():
        ticket = device("kiosk").issue().json
        came = datetime.fromisoformat(ticket["arrived_at"]).timestamp()
        until(lambda: valkey.client.time() > (int(came), round(came % 1 * 1e6) + 999), "the next millisecond")
        return ticket

    return [come() for _ in range(3)]


def link_of(ticket):
    return ticket["follow_url"].rpartition("/")[2]


def waiting(device):
    return [row["number"] for row in device("counter").get("/queue").json["waiting"]]


def reasons(valkey):
    return [entry["reason"] for _, entry in valkey.client.xrange("accueil:{etats-unis}:journal")]


def test_who_leaves_frees_the_place_and_the_others_move_up(device, ask, three, valkey):
    seen = ask(three[0], "cancel")
    assert (seen.status_code, seen.json["state"], seen.json["number"]) == (200, "cancelled", "A001")
    assert waiting(device) == ["A002", "A003"]
    assert device("kiosk").get(f"/tickets/{three[1]['id']}").json["ahead"] == 0
    assert reasons(valkey)[-1] == "by_resident"


def test_who_was_put_aside_may_leave_too(device, ask, three):
    device("counter").call("1")
    device("counter").move(three[0]["id"], "park")
    assert ask(three[0], "cancel").json["state"] == "cancelled"


def test_the_answer_is_the_ticket_as_it_stands_now(ask, three):
    before = ask(three[0], "set_language", language="ar").json
    after = ask(three[0], "let_pass", people=1).json
    assert (after["number"], after["ahead"], after["language"]) == ("A001", 1, "ar")
    assert after["version"] == before["version"] + 1


@pytest.mark.parametrize(("people", "order"), [(None, "A002 A001 A003"), (2, "A002 A003 A001"), (20, "A002 A003 A001")])
def test_so_many_go_first_and_one_where_nothing_is_said(device, ask, three, people, order):
    more = {} if people is None else {"people": people}
    assert ask(three[0], "let_pass", **more).json["state"] == "waiting"
    assert waiting(device) == order.split()


def test_nobody_behind_is_said_in_words(ask, three, refused):
    told = refused(409, "nobody_behind", lambda: ask(three[2], "let_pass", people=1))
    assert told["detail"] == "Personne n’attend derrière vous : gardez votre place."


@pytest.mark.parametrize("people", [0, 21, -1, 1.5, "2", True])
def test_a_number_of_people_that_cannot_be_is_refused(ask, three, refused, people):
    assert refused(422, "invalid_field", lambda: ask(three[0], "let_pass", people=people))["field"] == "people"


def test_the_call_is_heard_in_the_language_chosen_last(device, ask, three):
    assert ask(three[0], "set_language", language="ar").json["language"] == "ar"
    device("counter").call("1")
    assert device("display").get("/board").json["calls"][0]["language"] == "ar"


@pytest.mark.parametrize("language", ["xx", "", None])
def test_a_language_that_the_site_does_not_speak_is_refused(ask, three, refused, language):
    code = "invalid_field" if language == "" else "unknown_language"
    refused(422, code, lambda: ask(three[0], "set_language", language=language))


@pytest.mark.parametrize(
    ("verb", "more"),
    [("cancel", {"people": 1}), ("cancel", {"language": "ar"}), ("let_pass", {"language": "ar"})],
)
def test_what_the_verb_would_drop_is_refused(ask, three, refused, verb, more):
    refused(422, "misplaced_field", lambda: ask(three[0], verb, **more))


@pytest.mark.parametrize("verb", ["call", "serve", "prioritise", "transfer", "complete", "restore", "expire", "x"])
def test_everything_else_is_for_the_desk(ask, three, refused, verb):
    told = refused(422, "unknown_verb", lambda: ask(three[0], verb))
    assert told["possible"] == ["cancel", "let_pass", "set_language"]


@pytest.mark.parametrize("verb", ["cancel", "let_pass", "set_language"])
def test_a_visit_that_is_over_is_not_moved(ask, led, device, refused, verb):
    ticket = device("kiosk").get(f"/tickets/{led('done')}").json
    more = {"language": "ar"} if verb == "set_language" else {}
    assert refused(409, "illegal_move", lambda: ask(ticket, verb, **more))["state"] == "done"


def test_a_double_tap_is_one_wish(device, ask, three, everything):
    ask(three[0], "let_pass", people=1, request_id="tap")
    before = everything()
    again = ask(three[0], "let_pass", people=1, request_id="tap")
    assert (again.status_code, again.json["ahead"]) == (200, 1)
    assert everything() == before
    assert ask(three[0], "let_pass", people=2, request_id="tap").json["code"] == "request_id_reused"


@pytest.mark.parametrize("broken", ["{link}x", "2-{bare}", "{bare}", "1-", "٣-{bare}", "1-{bare}%00", "x" * 2000])
def test_no_other_link_moves_anything(app, three, refused, broken):
    link = link_of(three[0])
    address = f"/api/v1/follow/{broken.format(link=link, bare=link.partition('-')[2])}/moves"
    body = {"verb": "cancel", "request_id": "r"}
    refused(404, "unknown_follow_link", lambda: app.test_client().post(address, json=body))


def test_a_form_of_another_page_is_not_understood(app, three, refused):
    address = f"/api/v1/follow/{link_of(three[0])}/moves"
    sent = {"verb": "cancel", "request_id": "r"}
    refused(415, "not_json", lambda: app.test_client().post(address, data=sent))


@pytest.mark.parametrize("role", ["counter", "manager", "kiosk"])
def test_devices_set_a_language_too(device, three, role):
    answer = device(role).move(three[0]["id"], "set_language", language="ar")
    assert (answer.status_code, answer.json["language"]) == (200, "ar")


@pytest.mark.parametrize("verb", ["let_pass", "cancel", "recall", "x"])
def test_a_kiosk_does_nothing_else(device, three, refused, verb):
    refused(403, "wrong_role", lambda: device("kiosk").move(three[0]["id"], verb))


@pytest.mark.parametrize("said", [{"counter": "1"}, {"mediator": "1"}, {"reason": "by_resident"}])
def test_a_kiosk_speaks_for_nobody_of_the_staff_and_gives_no_reason(device, three, refused, everything, said):
    before, [field] = everything(), said
    wish = {"language": "ar"} | said
    told = refused(422, "misplaced_field", lambda: device("kiosk").move(three[0]["id"], "set_language", **wish))
    assert told["field"] == field
    assert everything() == before


def test_a_counter_lets_somebody_pass(device, three):
    assert device("counter").move(three[0]["id"], "let_pass", people=2, counter="1").json["ahead"] == 2
    assert waiting(device) == ["A002", "A003", "A001"]
