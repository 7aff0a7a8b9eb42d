"""A visit that is not closed: what the site asks for, passes that are not there, records that are away."""

from __future__ import annotations

from server.actions import visits as visit_actions
from server.domain.people import COMMAND
from server.domain.visits import Age, Ask, Request, Stock
from tests.support.closing import end, opened
from tests.support.desk import FIRST, Sheet, complete, read
from tests.support.devices import SITE


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


def test_of_whom_one_has_not_met_nothing_has_to_be_said(desk, state, asks):
    """A site that asks for the age of everybody would else be told one that was made up."""
    asks(Ask.AGE)
    desk.take(f"{SITE}/2", parting="stay")
    desk.open(f"{SITE}/2")
    sheet = Sheet.opened(desk, f'id="end-{FIRST}"')
    assert "Votre site demande : l’âge." in read(sheet.page)
    for _ in range(2):  # the second: an answer that was lost on its way, and the same press again
        sheet.press("data-bare")
        assert state() == "done"
        assert "A001 est terminé." in read(desk.page)


def test_passes_that_are_not_there_are_refused_before_the_person_goes(desk, state, records, place):
    records.set_stock(place(), Stock(1, 5), COMMAND)
    sheet = opened(desk)
    assert "Il reste 1 titre TCL : prévenez votre responsable." in read(sheet.page)
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


def test_while_the_records_are_away_the_person_is_done_and_the_same_sheet_can_be_sent_again(desk, state, said, away):
    sheet = opened(desk)
    with away():
        end(desk, sheet, operator="caf")
        assert state() == "done"
        assert "La personne est sortie de la file. Mais la visite n’est pas notée : renvoyez-la." in read(desk.page)
    end(desk, sheet, operator="caf")
    assert said().requests == (Request("caf"),)


def test_the_sheet_opens_while_the_records_are_away(desk, state, away):
    with away():
        complete(desk)
    assert state() == "done"
