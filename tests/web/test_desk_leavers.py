"""What left the catalogue while people waited for it breaks no desk, and strands nobody."""

from __future__ import annotations

import pytest

from server.records.door_tables import PersonRow
from server.records.tables import CounterRow, NeedRow, PriorityRow
from tests.support.desk import COLLEAGUE, FIRST, Sheet, complete, numbers, person_id, read, staffed, transfer
from tests.support.devices import SITE
from tests.web.conftest import house_of


@pytest.fixture
def house(own_app):
    return house_of(own_app)


@pytest.fixture
def desk(own_app, house):
    """Zoé at counter 1, of an application whose records the test may change."""
    return staffed(own_app, house)


def drop(house, row, key):
    """Take a row out of the catalogue, and have it read again."""
    with house.catalogue.store.session() as session:
        session.delete(session.get_one(row, key))
    house.catalogue.serve(SITE, "1", ["energie"])


def test_people_whose_need_left_the_catalogue_are_still_seen_and_called(desk, people, house):
    people.issue("papiers")
    desk.open(f"{SITE}/1")
    drop(house, NeedRow, (SITE, "papiers"))
    assert desk.open(f"{SITE}/1").status_code == 200
    assert numbers(desk.page, "others") == ["A001"]
    assert Sheet.opened(desk, f'id="more-{FIRST}"').page
    assert transfer(desk, FIRST).page
    desk.press('aria-label="Appeler A\u202f001"')
    assert 'data-hand="A001"' in desk.page
    complete(desk)
    assert 'data-hand=""' in desk.page


def test_people_sent_to_a_counter_that_left_the_catalogue_are_still_seen(desk, people, house):
    people.issue("papiers")
    desk.open(f"{SITE}/1")
    transfer(desk, FIRST).press('data-to="counter:3"')
    drop(house, CounterRow, (SITE, "3"))
    assert desk.open(f"{SITE}/1").status_code == 200
    assert "pour guichet 3" in read(desk.page)
    transfer(desk, FIRST).press('data-to="need:energie"')
    assert numbers(desk.page, "ours") == ["A001"]


def test_people_put_aside_at_a_counter_that_left_the_catalogue_are_taken_up_here(desk, people, house, own_device):
    people.issue("papiers")
    own_device("counter").call("3")
    own_device("counter").move(FIRST, "park")
    drop(house, CounterRow, (SITE, "3"))
    desk.open(f"{SITE}/1")
    assert "mise de côté, guichet 3" in read(desk.page)
    desk.press(f'id="resume-{FIRST}"')
    assert 'data-hand="A001" data-state="serving"' in desk.page


def test_a_priority_that_left_the_catalogue_keeps_its_head_start(desk, people, house):
    people.issue(priority="handicap")
    desk.open(f"{SITE}/1")
    drop(house, PriorityRow, (SITE, "handicap"))
    desk.open(f"{SITE}/1")
    assert numbers(desk.page, "others") == ["A001"]
    assert "avance de 30 min" in desk.page


def test_people_sent_to_a_colleague_who_left_are_still_seen(desk, people, house, own_device):
    people.issue()
    own_device("counter").move(FIRST, "transfer", to_mediator=person_id(house, COLLEAGUE))
    with house.catalogue.store.session() as session:
        session.delete(session.get_one(PersonRow, int(person_id(house, COLLEAGUE))))
    desk.open(f"{SITE}/1")
    assert numbers(desk.page, "others") == ["A001"]
    assert "pour une personne qui n’est plus là" in read(desk.page)
