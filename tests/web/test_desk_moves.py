"""Every move from the desk, with one press: aside and back, elsewhere, away, and earlier."""

from __future__ import annotations

import re

import pytest

from tests.support.desk import (
    FIRST,
    HERE,
    NEXT,
    SECOND,
    THIRD,
    Sheet,
    complete,
    journal,
    numbers,
    read,
    tag_of,
    ticket,
    transfer,
)
from tests.support.devices import SITE


@pytest.fixture
def desk(app, zoe, device):
    """The desk of counter 1, with A001, E001 and A002 waiting when it opened."""
    for need in ("papiers", "energie", "papiers"):
        device("kiosk").issue(need)
    zoe.open(f"{SITE}/1")
    return zoe


def test_who_is_put_aside_is_taken_up_again(desk, device):
    desk.press(NEXT)
    desk.press('id="move-park"')
    assert numbers(desk.page, "parked") == ["A001"]
    assert "mise de côté, Guichet 1" in read(desk.page)
    desk.press(f'id="resume-{FIRST}"')
    assert 'data-hand="A001" data-state="serving"' in desk.page
    assert numbers(desk.page, "parked") == []


def test_who_is_put_aside_can_be_called_out_loud_again(desk, device):
    desk.press(NEXT)
    desk.press('id="move-park"')
    Sheet.opened(desk, f'id="more-{FIRST}"').press('data-move="call"')
    assert ticket(device)["state"] == "called"


def test_taking_someone_up_with_another_in_hand_is_refused_kindly(desk, everything):
    desk.press(NEXT)
    desk.press('id="move-park"')
    assert " disabled" not in tag_of(desk.page, f'id="resume-{FIRST}"')
    desk.press(NEXT)
    off = tag_of(desk.page, f'id="resume-{FIRST}"')
    assert " disabled" in off
    assert 'title="Terminez d’abord avec E\u202f001.' in off
    assert " disabled" in tag_of(Sheet.opened(desk, f'id="more-{FIRST}"').page, 'data-move="resume"')
    before = everything()
    desk.press(f'id="resume-{FIRST}"')
    assert "Terminez d’abord avec E001." in read(desk.page)
    assert everything() == before


def test_a_call_that_completes_somebody_says_so_before_and_after(desk):
    desk.press(NEXT)
    assert "data-told" not in desk.page
    assert "Appeler E\u202f001 (cela termine A\u202f001)" in tag_of(desk.page, f'id="call-{SECOND}"')
    assert "cela termine A001" in read(Sheet.opened(desk, f'id="more-{SECOND}"').page)
    desk.press(f'id="call-{SECOND}"')
    assert "data-told>A\u202f001 est terminé." in desk.page
    desk.press('id="move-recall"')
    assert "data-told" not in desk.page


def test_a_call_that_is_refused_says_nobody_is_done(desk):
    for _ in range(3):
        desk.press(NEXT)
    desk.press(NEXT)
    assert "data-told" not in desk.page
    assert "data-notice" in desk.page


def test_the_wait_of_who_is_served_ended_with_the_call(desk):
    desk.press(NEXT)
    assert "attend depuis" in read(desk.page)
    desk.press('id="move-serve"')
    assert "Avec vous · a attendu" in read(desk.page)
    assert "attend depuis" not in read(desk.page)


def test_a_sheet_never_opens_on_a_move_that_sends_somebody_away(desk):
    desk.press(NEXT)
    assert "autofocus" not in Sheet.opened(desk, 'id="more-hand"').page
    assert "autofocus" in tag_of(Sheet.opened(desk, f'id="more-{SECOND}"').page, 'data-move="call"')


def test_who_was_absent_goes_back_to_their_old_place(desk, device):
    desk.press(NEXT)
    desk.press('id="move-no_show"')
    assert "absence à l’appel" in read(desk.page)
    desk.press(f'id="restore-{FIRST}"')
    assert numbers(desk.page, "ours") == ["A001", "E001", "A002"]
    assert numbers(desk.page, "gone") == []


def test_who_is_taken_out_of_the_line_can_come_back(desk, device):
    Sheet.opened(desk, f'id="more-{SECOND}"').press('data-move="cancel"')
    assert ticket(device, SECOND)["state"] == "cancelled"
    assert (numbers(desk.page, "ours"), numbers(desk.page, "gone")) == (["A001", "A002"], ["E001"])
    desk.press(f'id="restore-{SECOND}"')
    assert numbers(desk.page, "ours") == ["A001", "E001", "A002"]


@pytest.mark.parametrize("state", ["waiting", "parked", "no_show"])
def test_a_ticket_is_taken_out_for_good(desk, device, state):
    if state != "waiting":
        desk.press(NEXT)
        desk.press(f'id="move-{"park" if state == "parked" else state}"')
    Sheet.opened(desk, f'id="more-{FIRST}"').press('data-move="expire"')
    assert ticket(device)["state"] == "expired"


def test_the_person_in_hand_is_taken_out_for_good_from_the_other_moves(desk, device):
    desk.press(NEXT)
    Sheet.opened(desk, 'id="more-hand"').press('data-move="expire"')
    assert ticket(device)["state"] == "expired"
    assert 'data-hand=""' in desk.page


def test_a_sheet_offers_what_the_state_allows_and_nothing_else(desk):
    def offered(ticket_id):
        page = Sheet.at(desk, f"{HERE}/tickets/{ticket_id}").page
        verbs = ("call", "resume", "restore", "transfer", "cancel", "expire")
        return [verb for verb in verbs if f'data-move="{verb}"' in page] + ["priority"] * ("data-priority" in page)

    assert offered(FIRST) == ["call", "transfer", "cancel", "expire", "priority"]
    desk.press(NEXT)
    assert offered(FIRST) == ["expire"]
    desk.press('id="move-park"')
    assert offered(FIRST) == ["call", "resume", "transfer", "cancel", "expire"]
    desk.press(NEXT)
    desk.press('id="move-no_show"')
    assert offered(SECOND) == ["restore", "expire"]
    desk.press(NEXT)
    complete(desk)
    assert offered(THIRD) == []


def test_a_sheet_starts_with_the_paper_and_ends_with_what_is_final(desk):
    page = Sheet.at(desk, f"{HERE}/tickets/{FIRST}").page
    assert re.findall(r"data-(reprint|move|priority|close)", page)[1] == "reprint"
    assert re.findall(r'data-(?:move|priority)="(\w+)"', page)[-2:] == ["cancel", "expire"]
    pictures = [part.split("pictograms.svg#")[1].split('"')[0] for part in page.split("<button")[1:]]
    assert pictures[-1] not in {pictures[0], pictures[-2]}


def test_a_chosen_person_is_called_with_the_reason_typed(desk, valkey):
    Sheet.opened(desk, f'id="more-{THIRD}"').press('data-move="call"', reason="urgence")
    entry = journal(valkey)
    assert (entry["move"], entry["number"], entry["chosen"], entry["reason"]) == ("call", "A002", "1", "urgence")


def test_a_priority_is_given_and_taken_back(desk, device):
    Sheet.opened(desk, f'id="more-{THIRD}"').press('data-priority="grossesse"')
    assert numbers(desk.page, "ours") == ["A002", "A001", "E001"]
    assert ticket(device, THIRD)["priority"] == "grossesse"
    Sheet.opened(desk, f'id="more-{THIRD}"').press('data-priority=""')
    assert numbers(desk.page, "ours") == ["A001", "E001", "A002"]
    assert ticket(device, THIRD)["priority"] is None


def test_a_priority_is_offered_with_its_minutes_and_the_present_one_is_off(desk):
    assert "J’ai un rendez-vous avance de 20 min" in read(Sheet.opened(desk, f'id="more-{FIRST}"').page)
    Sheet.opened(desk, f'id="more-{FIRST}"').press('data-priority="rendez-vous"')
    page = Sheet.opened(desk, f'id="more-{FIRST}"').page
    assert " disabled" in tag_of(page, 'data-priority="rendez-vous"')
    assert " disabled" not in tag_of(page, 'data-priority="handicap"')


def test_a_priority_that_the_site_does_not_know_changes_nothing(desk, everything):
    before = everything()
    desk.send(f"{HERE}/tickets/{FIRST}/prioritise", {"request_id": "r", "priority": "ami"})
    assert "ne connaît pas la priorité" in read(desk.page)
    assert everything() == before


def test_the_sheet_of_a_ticket_that_is_no_more_says_so(desk):
    assert "Ce ticket n’existe pas" in read(Sheet.at(desk, f"{HERE}/tickets/000000000099").page)
    assert "Ce ticket n’existe pas" in read(transfer(desk, "000000000099").page)


def test_looking_at_a_sheet_changes_nothing(desk, everything):
    before = everything()
    for address in (f"tickets/{FIRST}", f"tickets/{FIRST}/transfer", "tickets/new", "needs", "stop"):
        Sheet.at(desk, f"{HERE}/{address}")
    assert everything() == before


@pytest.mark.parametrize("address", ["tickets/000000000001", "tickets/new", "needs", "stop"])
def test_a_sheet_of_a_counter_that_does_not_exist_is_not_found(desk, address):
    assert desk.http.get(f"/staff/{SITE}/9/{address}").status_code == 404


@pytest.mark.parametrize("address", ["tickets", "counter", "needs", "issuing", f"tickets/{FIRST}/transfer"])
def test_no_form_is_taken_without_its_name(desk, everything, address):
    before = everything()
    assert desk.send(f"{HERE}/{address}", {}).status_code == 400
    assert everything() == before
