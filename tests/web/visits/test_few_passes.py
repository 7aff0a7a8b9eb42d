"""Few passes are told of for as long as few are left: at the desk, on the sheet, and to whoever can bring more."""

from __future__ import annotations

import re

import pytest

from server.domain.people import COMMAND, Job
from server.domain.visits import Stock
from tests.support.closing import end, opened
from tests.support.desk import PASSWORD, Sheet, read
from tests.support.devices import SITE, Mediator

LOW = "Il reste 3 titres TCL : prévenez votre responsable."
NONE = "Il ne reste plus de titre TCL : prévenez votre responsable."


@pytest.fixture
def stock(records, place):
    """A function: so many passes are left, and few are ten."""
    return lambda left: records.set_stock(place(), Stock(left, 10), COMMAND)


@pytest.fixture
def manager(app, house):
    """A manager of the first site."""
    if house.people.named("Nadia") is None:
        house.people.add("Nadia", Job.MANAGER, PASSWORD, sites=(SITE,))
    nadia = Mediator(app)
    nadia.sign_in("Nadia", PASSWORD)
    return nadia


def words_of(desk):
    found = re.search(r'<div class="few-passes".*?</div>', desk.open(f"{SITE}/1").text, re.DOTALL)
    return read(found[0]).strip().replace(" :", " :").replace("\u00a0", " ")


def test_the_desk_says_it_before_a_person_is_promised_one_and_until_more_are_there(desk, stock):
    assert words_of(desk) == ""
    stock(11)
    assert words_of(desk) == ""
    for left, words in ((10, "Il reste 10 titres TCL : prévenez votre responsable."), (0, NONE)):
        stock(left)
        for _ in range(2):
            assert words_of(desk) == words
    stock(11)
    assert words_of(desk) == ""


def test_the_sheet_says_it_each_time_and_offers_no_more_than_there_are(desk, stock):
    stock(3)
    for _ in range(2):
        page = opened(desk).page
        assert LOW in read(page).replace("\u00a0", " ")
        assert 'name="passes" min="0" max="3"' in page


def test_with_none_left_the_sheet_offers_none(desk, stock, state):
    stock(0)
    sheet = opened(desk)
    assert NONE in read(sheet.page).replace("\u00a0", " ")
    assert 'name="passes"' not in sheet.page
    end(desk, sheet, operator="caf", passes="0")
    assert state() == "done"


def test_what_a_visit_has_already_can_still_be_corrected_when_none_is_left(desk, stock, records, place, said):
    stock(2)
    end(desk, passes="2")
    page = Sheet.opened(desk, 'id="tell-visit"').page
    assert 'name="passes" min="0" max="2" value="2"' in page
    end(desk, Sheet.opened(desk, 'id="tell-visit"'), passes="1")
    assert (said().passes, records.stock(place()).left) == (1, 1)


def test_whoever_manages_the_site_is_told_on_every_page_of_it_and_led_to_where_it_is_counted(manager, stock):
    where = rf'<a href="/staff/{SITE}/passes"[^>]*>[^<]*<span class="mark" data-mark>(.*?)</span>'
    for left, words in ((11, None), (10, "plus que 10"), (0, "plus aucun")):
        stock(left)
        for page in (f"{SITE}/devices", f"{SITE}/settings"):
            found = re.search(where, manager.open(page).text, re.DOTALL)
            assert (found and read(found[1]).strip()) == words


def test_a_manager_at_a_desk_is_led_there_and_a_mediator_is_not(desk, manager, stock):
    stock(3)
    here = f'href="/staff/{SITE}/passes"'
    assert here not in desk.open(f"{SITE}/1").text
    assert here not in opened(desk).page
    assert here in manager.open(f"{SITE}/2").text
