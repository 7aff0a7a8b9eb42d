"""The desk's own routes, pressed as htmx presses them: one button, one step, whatever the finger does."""

from __future__ import annotations

import pytest

from tests.support.desk import staffed as signed_in
from tests.web.conftest import house_of

NEXT = 'id="call-next"'


@pytest.fixture(scope="module")
def staffed(shared_app):
    return signed_in(shared_app, house_of(shared_app))


@pytest.fixture
def desk(app, staffed, device):
    """The desk of counter 1, with three people waiting when it opened."""
    for need, language in (("papiers", "fr"), ("energie", "ar"), ("papiers", "en")):
        device("kiosk").issue(need, language)
    staffed.open("etats-unis/1")
    return staffed


def shown(desk):
    """The page as people read it: numbers without the thin space."""
    return desk.page.replace("\u202f", "")


def states(device):
    return [device("kiosk").get(f"/tickets/{number:012d}").json["state"] for number in (1, 2, 3)]


def test_the_desk_shows_who_waits_in_order_and_in_which_language(desk):
    page = shown(desk)
    assert page.index("A001") < page.index("E001") < page.index("A002")
    assert "3 personnes attendent" in page
    assert "<em>arabe</em>" in page
    assert "Vous êtes libre" in page


def test_the_one_big_button_calls_the_next_person(desk, device):
    assert desk.press(NEXT).status_code == 200
    assert 'data-hand="A001" data-state="called"' in desk.page
    assert states(device) == ["called", "waiting", "waiting"]


def test_the_same_button_pressed_twice_calls_one_person(desk, device, everything):
    address, values = desk.wire_of(NEXT)
    desk.send(address, values)
    before = everything()
    desk.send(address, values)
    assert 'data-hand="A001"' in desk.page
    assert everything() == before


def test_calling_again_from_the_new_page_completes_the_person_in_hand(desk, device):
    desk.press(NEXT)
    desk.press(NEXT)
    assert 'data-hand="E001"' in desk.page
    assert states(device) == ["done", "called", "waiting"]


def test_a_chosen_person_is_called_from_the_list(desk, device):
    desk.press('aria-label="Appeler A\u202f002"')
    assert states(device) == ["waiting", "waiting", "called"]


@pytest.mark.parametrize(
    ("verb", "state", "hand"),
    [
        ("recall", "called", "A001"),
        ("serve", "serving", "A001"),
        ("no_show", "no_show", ""),
        ("park", "parked", ""),
    ],
)
def test_each_move_has_its_button(desk, device, verb, state, hand):
    desk.press(NEXT)
    desk.press(f'id="move-{verb}"')
    assert states(device)[0] == state
    assert f'data-hand="{hand}"' in desk.page


def test_only_the_moves_that_are_possible_have_a_button(desk):
    desk.press(NEXT)
    desk.press('id="move-serve"')
    verbs = ("recall", "serve", "no_show", "complete", "park", "transfer")
    assert [verb for verb in verbs if f'id="move-{verb}"' in desk.page] == ["complete", "park", "transfer"]


def test_with_nobody_left_the_desk_says_so_and_keeps_the_person_in_hand(desk, everything):
    for _ in range(3):
        desk.press(NEXT)
    before = everything()
    desk.press(NEXT)
    assert "Personne n’attend pour ce guichet." in desk.page
    assert 'data-hand="A002"' in desk.page
    assert everything() == before


def test_a_page_that_is_behind_is_told_what_became_of_the_ticket(desk, device, everything):
    desk.press(NEXT)
    old_page = desk.page
    device("counter").move("000000000001", "complete")
    before = everything()
    desk.page = old_page
    desk.press('id="move-serve"')
    assert 'role="alert"' in desk.page
    assert 'data-hand=""' in desk.page
    assert everything() == before


def test_a_button_without_its_name_does_nothing(desk, everything):
    """Without a name of its own, a second press could not be told from the first."""
    before = everything()
    for values in ({}, {"request_id": ""}, {"request_id": "x" * 129}):
        assert desk.send("/staff/etats-unis/1/call", values).status_code == 400
        assert desk.send("/staff/etats-unis/1/tickets/000000000001/serve", values).status_code == 400
    assert everything() == before


@pytest.mark.parametrize("address", ["etats-unis/9", "nulle-part/1", "nulle-part"])
def test_a_desk_that_does_not_exist_is_told_kindly(desk, address):
    answer = desk.http.get(f"/staff/{address}")
    assert (answer.status_code, answer.mimetype) == (404, "text/html")


@pytest.mark.parametrize(
    "address", ["etats-unis/9/call", "nulle-part/1/call", "etats-unis/9/tickets/000000000001/serve"]
)
def test_a_counter_that_does_not_exist_calls_nobody(desk, everything, address):
    before = everything()
    assert desk.send(f"/staff/{address}", {"request_id": "r"}).status_code == 404
    assert everything() == before


@pytest.mark.parametrize("verb", ["call", "danse"])
def test_a_move_that_does_not_exist_changes_nothing(desk, everything, verb):
    desk.press(NEXT)
    before = everything()
    answer = desk.send(f"/staff/etats-unis/1/tickets/000000000001/{verb}", {"request_id": "other"})
    assert "n’existe pas" in answer.text
    assert everything() == before


@pytest.mark.parametrize("verb", ["resume", "restore", "cancel", "prioritise"])
def test_a_move_that_the_state_does_not_allow_changes_nothing(desk, everything, verb):
    desk.press(NEXT)
    before = everything()
    answer = desk.send(f"/staff/etats-unis/1/tickets/000000000001/{verb}", {"request_id": "other"})
    assert "Ce ticket est appelé" in answer.text
    assert everything() == before


def test_a_counter_cannot_move_the_person_at_another(desk, device, everything):
    device("counter").call("2")
    before = everything()
    answer = desk.send("/staff/etats-unis/1/tickets/000000000001/serve", {"request_id": "other"})
    assert "Ce ticket est au guichet 2." in answer.text
    assert everything() == before


def test_the_desk_never_shows_a_follow_secret(desk, device):
    desk.press(NEXT)
    secret = device("kiosk").get("/tickets/000000000001").json["follow_url"].partition("1-")[2]
    assert secret not in desk.page


def test_calls_from_the_desk_are_counted_like_all_others(desk, app):
    before = counted(app)
    desk.press(NEXT)
    assert counted(app) == before + 1


def counted(app):
    """Calls at the site, as /metrics tells them."""
    lines = app.test_client().get("/metrics").text.splitlines()
    return sum(float(line.split()[-1]) for line in lines if line.startswith('accueil_calls_total{site="etats-unis"}'))
