"""Visits that nobody tells of are written down by themselves, whoever ended them, and never too early."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from server.actions import visits as visit_actions
from server.actions.counter import Acting
from server.domain.people import COMMAND
from server.domain.visits import Account, Stock
from server.nightwatch import write_visits
from server.records.visit_tables import VisitRow
from tests.support.devices import SITE
from tests.support.reception import MORNING, Clock


@pytest.fixture
def clock(house, monkeypatch):
    held = Clock(MORNING)
    monkeypatch.setattr(house.queue, "now", held)
    return held


@pytest.fixture
def counter(device, clock):
    return device("counter")


@pytest.fixture
def site(house):
    return house.catalogue.site(SITE)


@pytest.fixture
def written(house):
    """A function that gives each visit in the records: its ticket, counter, and how long it waited and was served."""

    def read():
        with house.catalogue.store.session() as session:
            rows = session.scalars(select(VisitRow).order_by(VisitRow.ticket_id))
            return [(int(row.ticket_id), row.counter, row.wait_s, row.serve_s) for row in rows]

    return read


def come_and_go(counter, clock, served_min=10):
    ticket = counter.issue().json["id"]
    clock.forward(minutes=5)
    counter.call("1", ticket=ticket)
    clock.forward(minutes=served_min)
    assert counter.move(ticket, "complete").status_code == 200
    return ticket


def test_a_visit_that_a_device_ended_is_written_down(house, counter, clock, written):
    come_and_go(counter, clock)
    clock.forward(seconds=15)
    write_visits(house)
    write_visits(house)
    assert written() == [(1, "1", 300, 600)]


def test_a_visit_that_the_next_call_ended_is_written_down(house, counter, clock, written):
    for _ in range(2):
        counter.issue()
    counter.call("2")
    clock.forward(minutes=3)
    counter.call("2")
    clock.forward(seconds=15)
    write_visits(house)
    assert written() == [(1, "2", 0, 180)]


def test_nothing_is_written_while_the_end_can_be_taken_back(house, counter, clock, written):
    come_and_go(counter, clock)
    clock.forward(seconds=14)
    write_visits(house)
    assert written() == []


def test_what_was_told_stays_as_it_was_told(house, site, counter, clock):
    ticket = counter.issue().json["id"]
    counter.call("1", ticket=ticket)
    visit_actions.close(house, site, Acting("1"), ticket, "end", Account(difficulty=True))
    clock.forward(minutes=1)
    write_visits(house)
    assert house.visits.account(site, ticket, clock.at) == Account(difficulty=True)


def test_what_the_records_cannot_take_now_is_written_later(house, counter, clock, written, away):
    come_and_go(counter, clock)
    clock.forward(minutes=1)
    with away():
        write_visits(house)
    write_visits(house)
    assert len(written()) == 1


def test_one_site_in_trouble_keeps_no_visit_of_another(house, device, counter, clock, written, valkey):
    valkey.client.hset(f"accueil:{{{SITE}}}:stays", "1", "no JSON")
    other = device("counter", "site-2")
    come_and_go(other, clock)
    clock.forward(minutes=1)
    write_visits(house)
    assert len(written()) == 1


def test_an_end_that_is_taken_back_leaves_no_visit_and_its_passes_are_there_again(house, site, counter, clock, written):
    house.visits.set_stock(site, Stock(5, 1), COMMAND)
    ticket = counter.issue().json["id"]
    counter.call("1", ticket=ticket)
    visit_actions.close(house, site, Acting("1"), ticket, "end", Account(passes=2))
    assert (len(written()), house.visits.stock(site).left) == (1, 3)
    assert counter.move(ticket, "undo", counter="1").status_code == 200
    assert (written(), house.visits.stock(site).left) == ([], 5)


def test_a_record_that_could_not_be_let_go_at_once_goes_later(house, site, counter, clock, written, away):
    ticket = counter.issue().json["id"]
    counter.call("1", ticket=ticket)
    visit_actions.close(house, site, Acting("1"), ticket, "end", Account())
    with away():
        assert counter.move(ticket, "undo", counter="1").status_code == 200
    assert len(written()) == 1
    write_visits(house)
    assert written() == []


def test_a_visit_that_ends_again_after_it_was_taken_back_is_one_visit(house, site, counter, clock, written):
    ticket = counter.issue().json["id"]
    counter.call("1", ticket=ticket)
    visit_actions.close(house, site, Acting("1"), ticket, "end", Account())
    assert counter.move(ticket, "undo", counter="1").status_code == 200
    clock.forward(minutes=4)
    visit_actions.close(house, site, Acting("1"), ticket, "again", Account())
    clock.forward(minutes=1)
    write_visits(house)
    assert written() == [(1, "1", 0, 240)]


def test_a_call_that_ended_a_visit_and_is_taken_back_leaves_no_visit(house, counter, clock, written):
    for _ in range(2):
        counter.issue()
    counter.call("1")
    second = counter.call("1").json["id"]
    assert counter.move(second, "undo", counter="1").status_code == 200
    clock.forward(minutes=1)
    write_visits(house)
    assert written() == []
