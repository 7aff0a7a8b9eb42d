"""Counters opened, closed and given their needs, and the people to whom a ticket can be sent, over HTTP."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.actions import day, setup
from server.domain.people import COMMAND, Job
from server.queues.house import CounterChange
from tests.support.devices import SITE
from tests.web.conftest import house_of


@pytest.fixture
def desk(own_device):
    return own_device("counter")


def counter_of(device, counter="1"):
    return next(each for each in device.get().json["counters"] if each["id"] == counter)


def test_a_counter_is_closed_and_opened(desk):
    closed = desk.put("/counters/1", open=False)
    assert (closed.status_code, closed.json["id"], closed.json["open"]) == (200, "1", False)
    assert counter_of(desk) == closed.json
    assert [each["open"] for each in desk.get("/queue").json["counters"]] == [False, True, True, True]
    opened = desk.put("/counters/1", open=True)
    assert opened.json == closed.json | {"open": True}
    assert counter_of(desk) == opened.json


def test_who_was_sent_to_a_counter_that_closes_waits_for_their_need_again(own_device, desk):
    ticket = own_device("kiosk").issue().json["id"]
    desk.move(ticket, "transfer", to_counter="3")
    later = own_device("kiosk").issue().json["id"]
    desk.put("/counters/3", open=False)
    back = desk.get(f"/tickets/{ticket}").json
    assert (back["to_counter"], back["need"], back["state"]) == (None, "papiers", "waiting")
    assert [row["id"] for row in desk.get("/queue").json["waiting"]] == [ticket, later]
    assert desk.call("1").json["id"] == ticket


def test_a_counter_is_given_the_needs_it_serves_in_the_order_of_the_site(desk, own_device):
    chosen = desk.put("/counters/1", needs=["energie", "papiers", "energie"])
    assert (chosen.status_code, chosen.json["needs"], chosen.json["open"]) == (200, ["papiers", "energie"], True)
    assert counter_of(desk) == chosen.json
    own_device("kiosk").issue("numerique")
    assert desk.call("1").json["code"] == "queue_empty"


def test_a_counter_may_serve_no_need_but_those_sent_to_it_by_name(desk, own_device):
    assert desk.put("/counters/1", needs=[]).json["needs"] == []
    ticket = own_device("kiosk").issue().json["id"]
    assert desk.call("1").json["code"] == "queue_empty"
    desk.move(ticket, "transfer", to_counter="1")
    assert desk.call("1").json["id"] == ticket


def test_needs_are_chosen_while_closing_in_one_request(desk):
    both = desk.put("/counters/2", open=False, needs=["papiers"]).json
    assert (both["open"], both["needs"]) == (False, ["papiers"])
    assert counter_of(desk, "2") == both


def test_asking_nothing_of_a_counter_tells_how_it_stands(desk, everything):
    before = counter_of(desk)
    version = desk.get("/queue").json["version"]
    assert desk.put("/counters/1").json == before
    assert desk.get("/queue").json["version"] == version


@pytest.mark.parametrize(
    ("status", "code", "body"),
    [
        (422, "unknown_need", {"needs": ["papiers", "permis"], "open": False}),
        (422, "unknown_mediator", {"needs": ["papiers"], "open": False, "mediator": "77"}),
        (409, "request_id_reused", {"needs": ["papiers"], "open": False, "request_id": "used"}),
    ],
)
def test_a_refused_change_of_a_counter_leaves_it_as_it_was(own_device, desk, everything, status, code, body):
    own_device("kiosk").issue(request_id="used")
    counter, before = counter_of(desk), everything()
    answer = desk.put("/counters/1", **body)
    assert (answer.status_code, answer.json["code"]) == (status, code)
    assert (counter_of(desk), everything()) == (counter, before)


def test_a_late_repeat_does_not_bring_back_the_needs_of_yesterday(desk):
    first = desk.put("/counters/1", needs=["papiers"], request_id="morning")
    desk.put("/counters/1", needs=["energie"], request_id="noon")
    again = desk.put("/counters/1", needs=["papiers"], request_id="morning")
    assert again.json == first.json
    assert counter_of(desk)["needs"] == ["energie"]


def test_everybody_who_works_at_the_desk_can_be_named(own_app, own_device):
    assert own_device("counter").get("/mediators").json == {"mediators": []}
    people = house_of(own_app).people
    ids = {name: str(people.add(name, Job.MEDIATOR, "un mot de passe assez long").id) for name in ("Zoé", "Aïcha")}
    answer = own_device("manager").get("/mediators")
    assert answer.json == {"mediators": [{"id": ids[name], "name": name} for name in ("Aïcha", "Zoé")]}
    assert "password" not in answer.text


def test_a_need_that_was_taken_out_while_a_counter_chose_it_is_not_served_and_stops_no_setting(own_app):
    house = house_of(own_app)
    here = house.catalogue.site(SITE)
    setup.save(house, replace(here, needs=here.needs[1:]), COMMAND)
    change = CounterChange("1", needs=(here.needs[0].id, here.needs[1].id))
    day.set_counter(house, here, change, "stale", mediator="")
    now = house.catalogue.site(SITE)
    assert now.counter("1").needs == (here.needs[1].id,)
    assert setup.save(house, replace(now, name="Un autre nom"), COMMAND).name == "Un autre nom"
