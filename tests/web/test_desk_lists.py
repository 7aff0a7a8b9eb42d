"""What the desk shows: who is next and why, whom it calls, who waits elsewhere, and what a site's settings change."""

from __future__ import annotations

import re

import pytest

from server.records.tables import SiteRow
from tests.support.desk import (
    COLLEAGUE,
    FIRST,
    NEXT,
    SECOND,
    Sheet,
    complete,
    numbers,
    person_id,
    read,
    staffed,
    tag_of,
    transfer,
)
from tests.support.devices import SITE
from tests.web.conftest import house_of

HOUR = r"(1?\d|2[0-3])\sh\s[0-5]\d"


@pytest.fixture
def house(own_app):
    return house_of(own_app)


@pytest.fixture
def desk(own_app, house):
    """Zoé at counter 1, of an application whose records the test may change."""
    return staffed(own_app, house)


def why_next(page):
    """What stands beside the first of the list."""
    found = re.search(r'<li data-waiting="(\w+)" data-next>.*?data-why>(.*?)</li>', page, re.DOTALL)
    return (found[1], read(found[2])) if found else None


def test_the_desk_says_why_a_person_is_next(desk, people):
    people.issue("papiers")
    people.issue("energie", priority="rendez-vous")
    desk.open(f"{SITE}/1")
    number, why = why_next(desk.page)
    assert number == "E001"
    assert re.search(rf"Prochaine personne · Arrivée à {HOUR}, avance de 20 min à l’instant", why)


def test_the_hour_of_arrival_is_that_of_the_site(desk, people, change):
    change(SiteRow, SITE, timezone="Pacific/Kiritimati")
    people.issue()
    desk.open(f"{SITE}/1")
    far = re.search(rf"Arrivée à ({HOUR})", desk.page)
    change(SiteRow, SITE, timezone="Pacific/Pago_Pago")
    house_of(desk.http.application).catalogue.serve(SITE, "1", ["papiers"])  # read again at once
    desk.open(f"{SITE}/1")
    near = re.search(rf"Arrivée à ({HOUR})", desk.page)
    assert (int(far[2]) - int(near[2])) % 24 == 1, "the two are 25 hours apart"
    assert far[1][-2:] == near[1][-2:]


def test_each_row_can_say_why_it_stands_where_it_does(desk, people):
    people.issue()
    people.issue(priority="handicap")
    desk.open(f"{SITE}/1")
    assert len(re.findall(rf'<span class="since" title="Arrivée à {HOUR}', desk.page)) == 2
    page = read(Sheet.opened(desk, f'id="more-{SECOND}"').page)
    assert re.search(rf"Arrivée à {HOUR}, avance de 30 min", page)


def test_the_first_of_the_list_is_who_the_button_calls(desk, people):
    for need, priority in (("papiers", None), ("energie", "petits-enfants"), ("ateliers", "grossesse")):
        people.issue(need, priority=priority)
    desk.open(f"{SITE}/1")
    for number in list(numbers(desk.page, "ours")):
        assert why_next(desk.page)[0] == number
        desk.press(NEXT)
        assert f'data-hand="{number}"' in desk.page
    assert why_next(desk.page) is None


def test_a_priority_is_told_with_its_star_and_never_with_the_persons_reason(desk, people):
    people.issue(priority="handicap")
    people.issue(priority="grossesse")
    desk.open(f"{SITE}/1")
    assert '#star"></use></svg>priorité · avance de 30 min</span>' in desk.page
    reasons = ("enceinte", "handicap")
    assert not any(reason in desk.page for reason in reasons)
    desk.press(NEXT)
    assert desk.page.count('#star"></use></svg>priorité · avance de 30 min</span>') == 1
    assert not any(reason in desk.page for reason in reasons)
    assert "Je suis enceinte" in Sheet.opened(desk, f'id="more-{SECOND}"').page


def test_people_of_other_needs_stand_apart_and_can_be_called(desk, people, house, own_device):
    house.catalogue.serve(SITE, "1", ["papiers"])
    people.issue("energie")
    people.issue("papiers")
    desk.open(f"{SITE}/1")
    assert (numbers(desk.page, "ours"), numbers(desk.page, "others")) == (["A001"], ["E001"])
    assert "Autres personnes qui attendent 1" in read(desk.page)
    desk.press('aria-label="Appeler E\u202f001"')
    assert 'data-hand="E001"' in desk.page


def test_who_was_sent_by_name_stands_with_the_one_it_is_for(desk, people, house):
    for _ in range(4):
        people.issue()
    desk.open(f"{SITE}/1")
    transfer(desk, FIRST).press('data-to="counter:3"')
    transfer(desk, SECOND).press(f'data-to="mediator:{person_id(house, COLLEAGUE)}"')
    assert numbers(desk.page, "others") == ["A001", "A002"]
    assert "pour Guichet 3" in read(desk.page)
    assert f"pour {COLLEAGUE}" in read(desk.page)
    desk.open(f"{SITE}/3")
    assert numbers(desk.page, "ours") == ["A001", "A003", "A004"]
    assert "pour ce guichet" in read(desk.page)


def test_who_was_sent_to_me_is_called_from_whichever_counter_i_am_at(desk, people, house, own_device):
    people.issue()
    own_device("counter").move(FIRST, "transfer", to_mediator=person_id(house, "Zoé Martin"))
    for counter in ("1", "2"):
        desk.open(f"{SITE}/{counter}")
        assert numbers(desk.page, "ours") == ["A001"]
        assert "pour vous" in read(desk.page)
    desk.press(NEXT)
    assert 'data-hand="A001"' in desk.page


def test_absent_is_proposed_after_as_many_recalls_as_the_site_says(desk, people, change):
    change(SiteRow, SITE, recalls_before_absent=2)
    people.issue()
    desk.open(f"{SITE}/1")
    desk.press(NEXT)
    desk.press('id="move-recall"')
    assert "data-absent-due" not in desk.page
    assert "data-proposed" not in desk.page
    desk.press('id="move-recall"')
    assert "2 rappels. Marquer l’absence? Touche A." in read(desk.page)
    assert "data-proposed" in tag_of(desk.page, 'id="move-no_show"')
    assert desk.page.count("data-proposed") == 1
    desk.press('id="move-serve"')
    assert "data-absent-due" not in desk.page


def test_where_the_site_says_so_the_next_person_waits_until_this_one_is_done(desk, people, change, everything):
    change(SiteRow, SITE, next_completes=False)
    people.issue()
    people.issue()
    desk.open(f"{SITE}/1")
    desk.press(NEXT)
    assert "Terminez d’abord avec A001." in read(desk.page)
    assert "Cela termine" not in desk.page
    before = everything()
    desk.press(NEXT)
    assert "data-notice>Terminez d’abord avec A\u202f001." in desk.page
    assert 'data-hand="A001"' in desk.page
    assert everything() == before
    complete(desk)
    desk.press(NEXT)
    assert 'data-hand="A002"' in desk.page


def test_the_ordinary_site_says_that_calling_completes(desk, people):
    people.issue()
    desk.open(f"{SITE}/1")
    desk.press(NEXT)
    assert "Cela termine A001, puis appelle la personne suivante." in read(desk.page)


def test_a_long_line_is_listed_as_far_as_it_goes_and_the_rest_is_counted(desk, people):
    for _ in range(103):
        people.issue()
    desk.open(f"{SITE}/1")
    assert len(numbers(desk.page, "ours")) == 100
    assert "et 3 personnes de plus" in read(desk.page)
