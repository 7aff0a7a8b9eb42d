"""Nobody is left in hand at a counter without a word, and whom nobody sits with is on every desk's page."""

from __future__ import annotations

import re

import pytest

from tests.support.desk import COLLEAGUE, FIRST, HERE, NEXT, PASSWORD, SECOND, Sheet, numbers, read, ticket
from tests.support.devices import SITE, Mediator

THERE = f"/staff/{SITE}/2"
ALL = {"along": "Emmener", "back": "Remettre", "complete": "Terminer", "stay": "Laisser"}


@pytest.fixture
def zoe_calls(app, zoe, device):
    """Zoé, at counter 1, with A001 in hand."""
    device("kiosk").issue()
    zoe.open(f"{SITE}/1")
    zoe.press(NEXT)
    return zoe


@pytest.fixture
def karim(app, zoe_calls):
    """Karim, at counter 3."""
    colleague = Mediator(app)
    colleague.sign_in(COLLEAGUE, PASSWORD)
    colleague.open(f"{SITE}/3")
    return colleague


def asked(page):
    """What a page offers to do with who is in hand elsewhere, by its buttons."""
    return {parting for parting, words in ALL.items() if f'value="{parting}"' in page and f"{words} A001" in read(page)}


def parted(page):
    """Of whom a page asks."""
    found = re.search(r'name="parted" value="(\d+)"', page)
    assert found, page
    return found[1]


def test_a_free_counter_asks_first_what_becomes_of_the_person_in_hand(zoe_calls, everything):
    before = everything()
    assert zoe_calls.take(f"{SITE}/2").location == THERE
    assert everything() == before
    page = zoe_calls.http.get(THERE).text
    assert "A001 est encore avec vous (Guichet 1)." in read(page)
    assert asked(page) == set(ALL)
    assert 'name="over"' not in page


def test_a_taken_counter_asks_both_and_offers_no_way_along_to_hands_that_are_full(zoe_calls, karim, device):
    device("kiosk").issue()
    karim.open(f"{SITE}/3")
    karim.press(f'id="call-{int(FIRST) + 1:012d}"')
    page = zoe_calls.http.get(f"/staff/{SITE}/3").text
    assert "Karim Benali est à ce guichet" in read(page)
    assert 'name="over" value="yes"' in page
    assert asked(page) == set(ALL) - {"along"}


def test_who_leaves_nobody_is_asked_nothing(zoe_calls):
    zoe_calls.open(f"{SITE}/1")
    Sheet.opened(zoe_calls, 'id="move-complete"').press("data-bare")
    page = zoe_calls.http.get(THERE).text
    assert 'name="parting"' not in page


def test_who_is_taken_along_is_in_hand_at_the_other_counter(zoe_calls):
    zoe_calls.take(f"{SITE}/2", parting="along")
    zoe_calls.open(f"{SITE}/2")
    assert 'data-hand="A001"' in zoe_calls.page


def test_what_no_button_says_is_as_good_as_unsaid(zoe_calls, everything):
    before = everything()
    zoe_calls.take(f"{SITE}/2", parting="vanish")
    assert everything() == before


def test_who_leaves_the_counter_says_it_in_the_sheet(zoe_calls, karim):
    sheet = Sheet.opened(zoe_calls, 'id="close-counter"').page
    assert "A001 est encore avec vous" in read(sheet)
    assert asked(sheet) == set(ALL) - {"along"}
    form = {"csrf_token": zoe_calls.csrf, "request_id": "leaves"}
    assert zoe_calls.http.post(f"{HERE}/leave", data=form).location == HERE
    said = form | {"parting": "stay", "parted": FIRST}
    assert zoe_calls.http.post(f"{HERE}/leave", data=said).location == f"/staff/{SITE}"
    karim.open(f"{SITE}/3")
    assert numbers(karim.page, "alone") == ["A001"]


def calls_another(zoe_calls, device):
    """On her phone, while the page lies open: A002 is in hand at counter 1, and A001 done."""
    device("kiosk").issue()
    zoe_calls.open(f"{SITE}/1")
    zoe_calls.press(NEXT)


@pytest.mark.parametrize("parting", ["back", "complete", "stay"])
def test_what_was_said_of_one_person_by_who_leaves_is_not_done_to_the_next(zoe_calls, device, everything, parting):
    sheet = Sheet.opened(zoe_calls, 'id="close-counter"').page
    said = {"csrf_token": zoe_calls.csrf, "request_id": "leaves", "parting": parting, "parted": parted(sheet)}
    calls_another(zoe_calls, device)
    before = everything()
    assert zoe_calls.http.post(f"{HERE}/leave", data=said).location == HERE
    assert everything() == before


@pytest.mark.parametrize("parting", ALL)
def test_what_was_said_of_one_person_by_who_goes_elsewhere_is_asked_again_of_the_next(
    zoe_calls, device, everything, parting
):
    named = parted(zoe_calls.seen(f"{SITE}/2"))
    calls_another(zoe_calls, device)
    before = everything()
    assert zoe_calls.take(f"{SITE}/2", parting=parting, parted=named).location == THERE
    assert everything() == before
    page = zoe_calls.seen(f"{SITE}/2")
    assert "A002 est encore avec vous (Guichet 1)." in read(page)
    assert parted(page) == SECOND


def test_every_desk_shows_who_is_left_alone_and_where(zoe_calls, karim):
    assert 'data-list="alone"' not in karim.page
    zoe_calls.take(f"{SITE}/2", parting="stay")
    for desk, counter in ((karim, "3"), (zoe_calls, "2")):
        desk.open(f"{SITE}/{counter}")
        assert numbers(desk.page, "alone") == ["A001"]
        assert re.search(r"Guichet 1, appel à \d+ h \d\d : aucun collègue n’y est plus", read(desk.page))


def test_any_desk_calls_who_is_left_alone(zoe_calls, karim):
    zoe_calls.take(f"{SITE}/2", parting="stay")
    karim.open(f"{SITE}/3")
    karim.press(f'id="call-{FIRST}"')
    assert 'data-hand="A001" data-state="called"' in karim.page
    assert numbers(karim.page, "alone") == []


def test_any_desk_puts_who_is_left_alone_back_in_line(zoe_calls, karim):
    zoe_calls.take(f"{SITE}/2", parting="stay")
    karim.open(f"{SITE}/3")
    karim.press(f'id="back-{FIRST}"')
    assert numbers(karim.page, "alone") == []
    assert 'data-waiting="A001"' in karim.page


def test_any_desk_ends_the_visit_of_who_is_left_alone_with_what_is_known_of_it(zoe_calls, karim, device):
    zoe_calls.take(f"{SITE}/2", parting="stay")
    karim.open(f"{SITE}/3")
    Sheet.opened(karim, f'id="end-{FIRST}"').press("data-bare")
    assert numbers(karim.page, "alone") == []
    assert "A001 est terminé." in read(karim.page)
    assert ticket(device)["state"] == "done"


def test_whose_mediator_came_back_meanwhile_is_not_taken_away(zoe_calls, karim):
    zoe_calls.take(f"{SITE}/2", parting="stay")
    karim.open(f"{SITE}/3")
    wires = [karim.wire_of(f'id="{act}-{FIRST}"') for act in ("call", "back")]
    sheet = Sheet.opened(karim, f'id="end-{FIRST}"')
    zoe_calls.take(f"{SITE}/1")
    for address, values in wires:
        karim.send(address, values)
        assert "data-notice" in karim.page
    sheet.press("data-bare")
    assert "data-notice" in karim.page
    zoe_calls.open(f"{SITE}/1")
    assert 'data-hand="A001"' in zoe_calls.page
