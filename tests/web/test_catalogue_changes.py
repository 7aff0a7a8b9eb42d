"""The catalogue changes while people wait: nobody who holds a ticket may feel it."""

from __future__ import annotations

import pytest
from sqlalchemy import delete

from server.records.tables import CounterRow, NeedRow, PriorityRow
from tests.web.conftest import house_of


@pytest.fixture
def remove(own_app):
    """A function that takes a row out of the records, known to the application at once."""

    def take_out(table, key):
        with house_of(own_app).catalogue.store.session() as session:
            session.execute(delete(table).where(table.site_id == "etats-unis", table.id == key))
        house_of(own_app).catalogue._read.clear()

    return take_out


def test_a_repeated_tap_gets_its_ticket_also_when_its_need_or_its_priority_is_gone(own_device, remove):
    counter = own_device("counter")
    asked = {"need": "papiers", "priority": "grossesse", "request_id": "tap"}
    first = counter.issue(**asked)
    remove(PriorityRow, "grossesse")
    again = counter.issue(**asked)
    assert (first.status_code, again.status_code, again.json["number"]) == (201, 200, first.json["number"])
    remove(NeedRow, "papiers")
    assert counter.issue(**asked).json["number"] == first.json["number"]
    assert counter.issue(**(asked | {"request_id": "another"})).json["code"] == "unknown_need"


def test_a_phone_follows_a_ticket_whose_need_is_gone(own_device, remove):
    kiosk = own_device("kiosk")
    ticket = kiosk.issue().json
    remove(NeedRow, "papiers")
    followed = kiosk.ask("GET", f"/api/v1/follow/{ticket['follow_url'].rpartition('/')[2]}")
    assert (followed.status_code, followed.json["number"]) == (200, ticket["number"])
    assert followed.json["need"] == {"id": "papiers", "labels": {}}


def test_who_is_at_a_counter_that_is_gone_is_still_seen(own_device, remove):
    counter = own_device("counter")
    ticket = own_device("kiosk").issue().json
    counter.call("4")
    remove(CounterRow, "4")
    hands = {each["id"]: each["ticket"] for each in counter.get("/queue").json["counters"]}
    assert hands["4"]["number"] == ticket["number"]


def test_the_last_counter_of_a_need_keeps_it(own_device, everything):
    counter = own_device("counter")
    put = lambda n, needs: counter.ask(  # noqa: E731 - said where it is asked
        "PUT", f"{counter.at}/counters/{n}", json={"request_id": f"choice-{n}", "needs": needs}
    )
    assert [put(n, ["papiers"]).status_code for n in (1, 2, 3)] == [200] * 3
    before = everything()
    refused = put(4, ["papiers", "energie"])
    assert (refused.status_code, refused.json["code"]) == (409, "need_unserved")
    assert "ateliers" in refused.json["needs"]
    assert everything() == before
