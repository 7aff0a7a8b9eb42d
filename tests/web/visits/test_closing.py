"""Closing a visit from the desk: the person is done, and what was said of them is kept without who they are."""

from __future__ import annotations

import re

import pytest

from server.domain.people import COMMAND
from server.domain.visits import Account, Age, Outcome, Request, Residence, Sex, Stock
from tests.support.closing import end, opened
from tests.support.desk import FIRST, NEXT, SECOND, Sheet, complete, read, tag_of
from tests.support.devices import SITE

WHOLE = {
    "operator": "caf",
    "topic": "droits",
    "outcome": "referred",
    "to": "cpam",
    "difficulty": "yes",
    "passes": "2",
    "age": "26-39",
    "sex": "woman",
    "residence": "qpv",
}


def test_finishing_opens_the_sheet_and_ends_nothing_yet(desk, state):
    opened(desk)
    assert state() == "called"


def test_all_that_was_said_is_kept_and_the_person_is_done(desk, state, said):
    end(desk, **WHOLE)
    assert state() == "done"
    assert said() == Account(
        (Request("caf", "droits", Outcome.REFERRED, "cpam"),),
        passes=2,
        difficulty=True,
        age=Age.TO_39,
        sex=Sex.WOMAN,
        residence=Residence.QPV,
    )
    assert "A001 est terminé. La visite est notée." in read(desk.page)
    assert 'data-hand=""' in desk.page


def test_a_visit_has_several_requests(desk, said):
    end(desk, request=["caf,droits,solved,", "edf,facture,,"], operator="cpam")
    assert said().requests == (
        Request("caf", "droits", Outcome.SOLVED),
        Request("edf", "facture"),
        Request("cpam"),
    )


def test_nothing_has_to_be_said(desk, state, said):
    end(desk)
    assert (state(), said()) == ("done", Account())


def test_whom_to_refer_to_is_left_out_with_another_outcome(desk, said):
    end(desk, operator="caf", outcome="solved", to="edf")
    assert said().requests == (Request("caf", outcome=Outcome.SOLVED),)


def test_without_details_the_person_is_done_and_the_visit_can_be_told_later(desk, state, said):
    complete(desk)
    assert (state(), said()) == ("done", None)
    assert "Compléter la visite de A001" in read(desk.page)
    end(desk, Sheet.opened(desk, 'id="tell-visit"'), operator="edf")
    assert said().requests == (Request("edf"),)
    assert "Corriger la visite de A001" in read(desk.page)


def test_the_call_of_the_next_leaves_a_visit_that_can_be_told(desk, said):
    desk.press(NEXT)
    assert 'data-hand="A002"' in desk.page
    end(desk, Sheet.opened(desk, 'id="tell-visit"'), difficulty="no")
    assert said() == Account(difficulty=False)
    assert 'data-hand="A002"' in desk.page


def test_a_sheet_that_is_opened_again_shows_what_was_said(desk):
    end(desk, request=["caf,droits,solved,"], **WHOLE | {"operator": "edf", "to": ""})
    page = Sheet.opened(desk, 'id="tell-visit"').page
    assert 'value="caf,droits,solved,"' in page
    assert "EDF · Ouverture de droits · Orienté ailleurs" in page
    assert 'name="passes" min="0" max="20" value="2"' in page
    assert re.search(r'value="26-39" selected', page)
    assert re.search(r'name="difficulty" value="yes"[^>]* checked', page)


def test_a_sheet_sent_twice_is_one_visit(desk, said, records, place):
    records.set_stock(place(), Stock(9, 2), COMMAND)
    sheet = opened(desk)
    for _ in range(2):
        end(desk, sheet, **WHOLE)
    assert records.stock(place()).left == 7
    assert said().passes == 2


def test_a_ticket_that_was_ended_meanwhile_is_told_all_the_same(desk, people, said):
    sheet = opened(desk)
    people.move(FIRST, "complete")
    end(desk, sheet, operator="caf")
    assert said().requests == (Request("caf"),)


@pytest.mark.parametrize(
    "wrong",
    [
        {"operator": "nobody"},
        {"outcome": "lost"},
        {"request": "caf"},
        {"request": "caf,droits,solved,,"},
        {"passes": "-1"},
        {"passes": "21"},
        {"passes": "²"},
        {"difficulty": "perhaps"},
        {"age": "<b>"},
    ],
)
def test_what_the_sheet_does_not_offer_is_refused_and_ends_nothing(desk, state, said, wrong):
    end(desk, **wrong)
    assert "data-notice" in desk.page
    assert (state(), said()) == ("called", None)


def test_operators_that_are_asked_for_most_stand_first_and_keep_their_letters(desk):
    def offered(page):
        return re.findall(r'name="operator" value="([^"]+)" data-sign="(\w)"', page)

    before = offered(opened(desk).page)
    end(desk, operator="logement")
    desk.press(NEXT)
    after = offered(opened(desk).page)
    assert before[0][0] == "caf"
    assert after[0][0] == "logement"
    assert dict(before) == dict(after)
    assert len(set(dict(after).values())) == len(after) == 15


def test_a_foreign_ticket_says_that_it_is_gone(desk):
    page = Sheet.at(desk, f"/staff/{SITE}/1/tickets/000000000099/visit").page
    assert "Ce ticket n’est plus là" in page


def test_the_desk_offers_to_tell_only_of_its_own_latest(desk, people):
    people.call("2")
    people.move(SECOND, "complete")
    desk.open(f"{SITE}/1")
    assert 'id="tell-visit"' not in desk.page
    desk.open(f"{SITE}/2")
    assert 'data-latest="A002"' in tag_of(desk.page, 'id="tell-visit"')
