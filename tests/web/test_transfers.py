"""Tickets sent to another need, to a counter or to a mediator, over HTTP; and where none can be sent."""

from __future__ import annotations

import pytest

from server.domain.people import Job
from tests.support.team import ELSEWHERE
from tests.web.conftest import house_of


def test_a_transfer_to_another_need_waits_there_at_its_old_place(device, desk, led):
    ticket = led("serving")
    later = device("kiosk").issue("energie").json["id"]
    moved = desk.move(ticket, "transfer", counter="1", to_need="energie").json
    assert (moved["need"], moved["counter"], moved["call_count"], moved["ahead"]) == ("energie", None, 0, 0)
    assert [row["id"] for row in desk.get("/queue").json["waiting"]] == [ticket, later]


def test_a_transfer_to_a_counter_is_called_there_and_nowhere_else(desk, led, refused):
    ticket = led("called")
    moved = desk.move(ticket, "transfer", counter="1", to_counter="3").json
    assert (moved["state"], moved["to_counter"], moved["need"]) == ("waiting", "3", "papiers")
    refused(409, "queue_empty", lambda: desk.call("1"))
    assert desk.call("3").json["id"] == ticket


def test_a_transfer_to_a_mediator_is_called_from_wherever_they_sit(own_device, mediator, refused):
    desk = own_device("counter")
    own_device("kiosk").issue()
    ticket = desk.call("1").json["id"]
    moved = desk.move(ticket, "transfer", to_mediator=mediator, to_need="energie").json
    assert (moved["to_mediator"], moved["to_counter"], moved["need"]) == (mediator, None, "energie")
    refused(409, "queue_empty", lambda: desk.call("2"))
    assert desk.call("2", mediator=mediator).json["id"] == ticket


@pytest.mark.parametrize(
    ("status", "code", "to"),
    [
        (422, "transfer_nowhere", {}),
        (422, "transfer_nowhere", {"to_counter": "2", "to_mediator": "1"}),
        (422, "unknown_need", {"to_need": "permis"}),
        (422, "unknown_need", {"to_need": "permis", "to_counter": "2"}),
        (422, "unknown_mediator", {"to_mediator": "77"}),
        (404, "unknown_counter", {"to_counter": "9"}),
        (409, "transfer_to_self", {"to_counter": "1"}),
    ],
)
def test_a_transfer_that_leads_nowhere(desk, led, refused, status, code, to):
    ticket = led("called")
    refused(status, code, lambda: desk.move(ticket, "transfer", counter="1", **to))


def test_a_transfer_to_the_need_for_which_one_waits_already(desk, led, refused):
    ticket = led("waiting")
    refused(409, "transfer_to_self", lambda: desk.move(ticket, "transfer", to_need="papiers"))


def test_a_transfer_to_the_mediator_who_sends(own_device, mediator, refused):
    own_device("kiosk").issue()
    desk = own_device("counter")
    ticket = desk.call("1", mediator=mediator).json["id"]
    refused(409, "transfer_to_self", lambda: desk.move(ticket, "transfer", mediator=mediator, to_mediator=mediator))


def test_no_ticket_goes_to_somebody_of_another_site(own_app, own_device, refused):
    elsewhere = house_of(own_app).people.add("Awa", Job.MEDIATOR, "un mot de passe assez long", [ELSEWHERE])
    own_device("kiosk").issue()
    desk = own_device("counter")
    ticket = desk.call("1").json["id"]
    refused(422, "unknown_mediator", lambda: desk.move(ticket, "transfer", to_mediator=str(elsewhere.id)))
    refused(422, "unknown_mediator", lambda: desk.move(ticket, "complete", mediator=str(elsewhere.id)))


def test_a_ticket_goes_to_an_admin_of_no_site(own_app, own_device):
    admin = house_of(own_app).people.add("Aïcha", Job.ADMIN, "un mot de passe assez long", [])
    own_device("kiosk").issue()
    desk = own_device("counter")
    moved = desk.move(desk.call("1").json["id"], "transfer", to_mediator=str(admin.id))
    assert moved.json["to_mediator"] == str(admin.id)


def test_a_transfer_to_a_closed_counter(desk, led, refused):
    ticket = led("called")
    desk.put("/counters/2", open=False)
    told = refused(409, "counter_closed", lambda: desk.move(ticket, "transfer", to_counter="2"))
    assert told["counter"] == "2"
