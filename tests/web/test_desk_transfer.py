"""Sending somebody on from the desk: to another need, another counter, another mediator."""

from __future__ import annotations

import pytest

from tests.support.desk import (
    COLLEAGUE,
    FIRST,
    HERE,
    NEXT,
    Sheet,
    journal,
    person_id,
    read,
    tag_of,
    ticket,
    transfer,
)
from tests.support.devices import SITE
from tests.web.conftest import house_of


@pytest.fixture
def desk(app, zoe, device):
    """The desk of counter 1, with A001, E001 and A002 waiting when it opened."""
    for need in ("papiers", "energie", "papiers"):
        device("kiosk").issue(need)
    zoe.open(f"{SITE}/1")
    return zoe


@pytest.mark.parametrize(
    ("place", "line"),
    [("need:numerique", "numerique"), ("counter:3", "counter:3"), ("mediator", "mediator")],
)
@pytest.mark.parametrize("state", ["waiting", "called", "serving", "parked"])
def test_a_ticket_is_sent_on_from_every_state_it_can_be_in(desk, app, device, valkey, place, line, state):
    if place == "mediator":
        place = line = f"mediator:{person_id(house_of(app), COLLEAGUE)}"
    if state != "waiting":
        desk.press(NEXT)
    if state in {"serving", "parked"}:
        desk.press(f'id="move-{"serve" if state == "serving" else "park"}"')
    transfer(desk, FIRST).press(f'data-to="{place}"', reason="parle turc")
    entry = journal(valkey)
    assert (entry["move"], entry["line"], entry["from"], entry["reason"]) == ("transfer", line, state, "parle turc")
    assert (ticket(device)["state"], ticket(device)["number"]) == ("waiting", "A001")
    assert 'data-hand=""' in desk.page


def test_the_person_in_hand_and_each_row_lead_to_the_same_sheet(desk):
    from_row = Sheet.opened(desk, f'id="more-{FIRST}"').follow('data-move="transfer"')
    assert "Transférer A001" in read(from_row.page)
    desk.press(NEXT)
    assert "Transférer A001" in read(Sheet.opened(desk, 'id="move-transfer"').page)


def test_a_transfer_pressed_twice_is_made_once(desk, everything):
    sheet = transfer(desk, FIRST)
    sheet.press('data-to="counter:2"')
    before = everything()
    sheet.press('data-to="counter:2"')
    assert everything() == before


def test_one_cannot_send_to_oneself_or_to_where_the_person_waits(desk, app):
    page = transfer(desk, FIRST).page
    assert 'data-to="counter:1"' not in page
    assert f'data-to="mediator:{person_id(house_of(app), "Zoé Martin")}"' not in page
    assert 'data-to="need:papiers"' not in page
    assert f'data-to="mediator:{person_id(house_of(app), COLLEAGUE)}"' in page


def test_a_closed_counter_is_shown_and_cannot_be_chosen(desk, device):
    device("counter").ask("PUT", f"/api/v1/sites/{SITE}/counters/3", json={"request_id": "close", "open": False})
    page = transfer(desk, FIRST).page
    assert " disabled" in tag_of(page, 'data-to="counter:3"')
    assert " disabled" not in tag_of(page, 'data-to="counter:2"')


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ({"to_counter": "3"}, "Le guichet 3 est fermé pour le moment."),
        ({"to_counter": "1"}, "C’est déjà là ou chez vous."),
        ({"to_need": "papiers"}, "C’est déjà là ou chez vous."),
        ({"to_counter": "9"}, "pas de guichet"),
        ({"to_need": "piscine"}, "ne propose pas le besoin"),
        ({"to_mediator": "999"}, "Personne ici"),
        ({"to_mediator": "x"}, "Personne ici"),
        ({"to_counter": "2", "to_mediator": "1"}, "Dites où va ce ticket"),
        ({}, "Dites où va ce ticket"),
    ],
)
def test_a_transfer_that_leads_nowhere_is_refused_and_changes_nothing(desk, device, everything, place, said):
    device("counter").ask("PUT", f"/api/v1/sites/{SITE}/counters/3", json={"request_id": "close", "open": False})
    before = everything()
    desk.send(f"{HERE}/tickets/{FIRST}/transfer", {"request_id": "r", **place})
    assert said in read(desk.page)
    assert everything() == before
