"""Closing a visit from the desk: the person is done, and what was said of them is kept without who they are."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import text

from server.actions import visits as visit_actions
from server.domain.people import COMMAND
from server.domain.visits import Account, Age, Ask, Outcome, Request, Residence, Sex, Stock
from server.records.tables import SiteRow
from tests.support.desk import FIRST, NEXT, SECOND, Sheet, complete, read, tag_of
from tests.support.devices import SITE
from tests.web.conftest import house_of


@pytest.fixture
def records(own_app):
    return house_of(own_app).visits


@pytest.fixture
def place(own_app):
    """A function that reads the site as it is now."""
    return lambda: house_of(own_app).catalogue.site(SITE)


@pytest.fixture
def asks(own_app, change):
    """A function that has the site ask for something of every visit."""

    def ask(*names):
        change(SiteRow, SITE, visit_asks=list(names))
        house_of(own_app).catalogue.forget(SITE)

    return ask


@pytest.fixture
def desk(own_desk, people):
    """The desk of counter 1, with A001 in hand and A002 waiting."""
    for _ in range(2):
        people.issue()
    own_desk.open(f"{SITE}/1")
    own_desk.press(NEXT)
    return own_desk


@pytest.fixture
def said(records, place):
    """A function that reads what is kept of a ticket's visit; None when there is nothing."""
    return lambda ticket=FIRST: records.account(place(), ticket)


@pytest.fixture
def state(people):
    """A function that reads where a ticket stands."""
    return lambda ticket=FIRST: people.get(f"/tickets/{ticket}").json["state"]


def opened(desk):
    return Sheet.opened(desk, 'id="move-complete"')


def end(desk, sheet=None, **form):
    """Send the sheet, as its form does."""
    sheet = sheet or opened(desk)
    address = re.search(r'<form class="visit"[^>]*hx-post="([^"]+)"', sheet.page)[1]
    name = re.search(r'name="request_id" value="([^"]+)"', sheet.page)[1]
    answer = desk.send(address, {"request_id": name, "passes": "0"} | form)
    assert answer.status_code == 200, answer.text
    return answer


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


def test_what_the_site_asks_for_must_be_said_before_the_person_goes(desk, state, said, asks):
    asks(Ask.DIFFICULTY, Ask.AGE)
    sheet = opened(desk)
    assert "data-bare" not in sheet.page
    assert "Votre site demande : la difficulté numérique, l’âge." in read(sheet.page)
    end(desk, sheet, difficulty="no")
    assert "Votre site demande aussi : l’âge." in read(desk.page)
    assert state() == "called"
    end(desk, sheet, difficulty="no", age="18-25")
    assert state() == "done"
    assert said().age is Age.TO_25


def test_nobody_ends_a_visit_bare_where_something_has_to_be_said(desk, state, asks):
    sheet = opened(desk)
    asks(Ask.AGE)
    sheet.press("data-bare")
    assert "Votre site demande aussi : l’âge." in read(desk.page)
    assert state() == "called"


def test_passes_that_are_not_there_are_refused_before_the_person_goes(desk, state, records, place):
    records.set_stock(place(), Stock(1, 5), COMMAND)
    sheet = opened(desk)
    assert "Il en reste 1." in read(sheet.page)
    assert 'data-stock="1" data-low' in sheet.page
    end(desk, sheet, passes="2")
    assert "Il ne reste que 1 titre TCL." in read(desk.page)
    assert state() == "called"
    end(desk, sheet, passes="1")
    assert state() == "done"
    assert "Il ne reste plus de titre TCL : prévenez votre responsable." in read(desk.page)


def test_who_gave_the_last_pass_meanwhile_is_told_and_the_visit_is_kept(desk, said, records, place, monkeypatch):
    records.set_stock(place(), Stock(1, 0), COMMAND)
    look = visit_actions._check_stock

    def looked_at_then_gone(*given):
        look(*given)
        records.set_stock(place(), Stock(0, 0), COMMAND)

    monkeypatch.setattr(visit_actions, "_check_stock", looked_at_then_gone)
    end(desk, operator="caf", passes="1")
    assert "Un titre TCL n’a pas pu être compté" in read(desk.page)
    assert (said().passes, said().requests) == (0, (Request("caf"),))


@pytest.fixture
def without_visits(own_app):
    """A function that takes the table of visits away, and one that brings it back."""

    def rename(old, new):
        with house_of(own_app).catalogue.store.session() as session:
            session.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))

    return lambda: rename("visits", "away"), lambda: rename("away", "visits")


def test_while_the_records_are_away_the_person_is_done_and_the_same_sheet_can_be_sent_again(
    desk, state, said, without_visits
):
    take_away, bring_back = without_visits
    sheet = opened(desk)
    take_away()
    end(desk, sheet, operator="caf")
    assert state() == "done"
    assert "La personne est sortie de la file. Mais la visite n’est pas notée : renvoyez-la." in read(desk.page)
    bring_back()
    end(desk, sheet, operator="caf")
    assert said().requests == (Request("caf"),)


def test_the_sheet_opens_while_the_records_are_away(desk, state, without_visits):
    without_visits[0]()
    complete(desk)
    assert state() == "done"


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
