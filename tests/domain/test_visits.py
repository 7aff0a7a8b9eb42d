"""A visit: what can be said of it, what a site wants said, and what no record of it can hold."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from server.domain.catalogue import Choice
from server.domain.visits import (
    PASSES_AT_MOST,
    REQUESTS_AT_MOST,
    Account,
    Age,
    Ask,
    Outcome,
    Request,
    Residence,
    Sex,
    Stay,
    Stock,
    TooMuchGivenError,
    UnknownChoiceError,
    VisitIncompleteError,
    check,
    check_complete,
)
from tests.support.reception import PLACE

CAF = Request("caf", "droits", Outcome.SOLVED)
WHOLE = Account((CAF,), difficulty=False, passes=0, age=Age.TO_25, sex=Sex.WOMAN, residence=Residence.QPV)


@pytest.fixture
def place():
    """A site with two operators and a topic, that asks for nothing."""
    operators = (Choice("caf", "CAF"), Choice("edf", "EDF"))
    return replace(PLACE, operators=operators, topics=(Choice("droits", "Ouverture de droits"),))


def test_nothing_has_to_be_said_unless_the_site_asks(place):
    check(place, Account())
    check_complete(place, Account())


@pytest.mark.parametrize("ask", Ask)
def test_what_the_site_asks_for_must_be_said(place, ask):
    asking = replace(place, visit_asks=(ask,))
    with pytest.raises(VisitIncompleteError) as refusal:
        check_complete(asking, Account())
    assert refusal.value.extra == {"missing": [ask]}
    check_complete(asking, WHOLE)


def test_every_ask_is_a_field_of_what_is_said():
    assert {str(ask) for ask in Ask} < {field.name for field in fields(Account)}


@pytest.mark.parametrize("half", [Request("caf"), Request(topic="droits", outcome=Outcome.SOLVED)])
def test_a_request_that_is_asked_for_says_whom_it_was_about_and_how_it_ended(place, half):
    with pytest.raises(VisitIncompleteError):
        check_complete(replace(place, visit_asks=(Ask.REQUESTS,)), Account((CAF, half)))


def test_no_difficulty_is_an_answer_too(place):
    check_complete(replace(place, visit_asks=(Ask.DIFFICULTY,)), Account(difficulty=False))


@pytest.mark.parametrize(
    "strange",
    [
        Request("droits"),
        Request(topic="caf"),
        Request("caf", outcome=Outcome.REFERRED, to="unknown"),
        Request("caf", outcome=Outcome.SOLVED, to="edf"),
    ],
)
def test_a_choice_that_the_site_does_not_have_is_refused(place, strange):
    with pytest.raises(UnknownChoiceError):
        check(place, Account((CAF, strange)))


def test_a_request_is_referred_to_an_operator(place):
    check(place, Account((Request("caf", outcome=Outcome.REFERRED, to="edf"),)))


@pytest.mark.parametrize("passes", [-1, PASSES_AT_MOST + 1])
def test_a_slip_of_the_finger_gives_no_passes(place, passes):
    with pytest.raises(TooMuchGivenError):
        check(place, Account(passes=passes))
    check(place, Account(passes=PASSES_AT_MOST))


def test_a_visit_has_only_so_many_requests(place):
    check(place, Account((CAF,) * REQUESTS_AT_MOST))
    with pytest.raises(TooMuchGivenError):
        check(place, Account((CAF,) * (REQUESTS_AT_MOST + 1)))


@pytest.mark.parametrize(("left", "low"), [(5, True), (4, True), (6, False)])
def test_a_stock_is_low_from_a_figure_on(left, low):
    assert Stock(left, low=5).is_low is low


def test_a_visit_does_not_say_who_came_nor_who_received_them():
    said = {field.name for field in (*fields(Account), *fields(Request), *fields(Stay))}
    assert said.isdisjoint({"name", "number", "person", "mediator", "phone", "secret"})
