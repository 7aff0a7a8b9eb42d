"""Where a site wants something said, whoever left without a word stands on the desk until somebody says it."""

from __future__ import annotations

import re

import pytest

from server.domain.visits import Account, Ask
from tests.support.closing import end
from tests.support.desk import FIRST, NEXT, SECOND, THIRD, Sheet, read, tag_of
from tests.support.devices import SITE


@pytest.fixture
def asked(desk, people, asks):
    """The desk of counter 1 at a site that wants the difficulty said; A001 in hand, A002 and A003 waiting."""
    asks(Ask.DIFFICULTY)
    people.issue()
    return desk


def to_tell(desk):
    """The numbers that stand there, as people read them."""
    found = re.search(r'<section class="to-tell".*?</section>', desk.page, re.DOTALL)
    return re.findall(r"<strong>([^<]+)</strong>", found[0].replace("\u202f", "")) if found else []


def test_the_next_is_called_at_once_and_whoever_left_without_a_word_is_to_be_told_of(asked, state):
    assert to_tell(asked) == []
    asked.press(NEXT)
    assert 'data-hand="A002"' in asked.page
    assert (state(FIRST), to_tell(asked)) == ("done", ["A001"])
    assert re.search(r"1 visite à compléter .*A001 jusqu’à \d+ h \d\d", read(asked.page))
    asked.press(NEXT)
    assert to_tell(asked) == ["A001", "A002"]
    assert "2 visites à compléter" in read(asked.page)


def test_it_stands_there_until_what_is_asked_was_said(asked, said):
    for _ in range(2):
        asked.press(NEXT)
    sheet = Sheet.opened(asked, f'id="tell-{FIRST}"')
    end(asked, sheet, operator="caf")
    assert "Votre site demande aussi : la difficulté avec le numérique." in read(asked.page)
    assert to_tell(asked) == ["A001", "A002"]
    end(asked, sheet, difficulty="no")
    assert said(FIRST) == Account(difficulty=False)
    assert to_tell(asked) == ["A002"]
    end(asked, Sheet.opened(asked, f'id="tell-{SECOND}"'), difficulty="yes")
    assert "data-to-tell" not in asked.page
    assert "Corriger la visite de A002" in read(asked.page)


def test_the_key_opens_the_one_that_ends_first(asked):
    for _ in range(2):
        asked.press(NEXT)
    assert 'data-key="v"' in tag_of(asked.page, f'id="tell-{FIRST}"')
    assert asked.page.count('data-key="v"') == 1


def test_who_is_told_of_at_once_never_stands_there(asked):
    end(asked, difficulty="no")
    assert to_tell(asked) == []


def test_a_visit_that_a_device_ended_is_to_be_told_of_at_its_counter_alone(asked, people):
    people.call("2", ticket=THIRD)
    assert people.move(THIRD, "complete").status_code == 200
    asked.open(f"{SITE}/1")
    assert to_tell(asked) == []
    asked.open(f"{SITE}/2")
    assert to_tell(asked) == ["A003"]


def test_where_nothing_is_asked_nothing_is_to_be_told(desk):
    desk.press(NEXT)
    assert "data-to-tell" not in desk.page
    assert "Compléter la visite de A001" in read(desk.page)
