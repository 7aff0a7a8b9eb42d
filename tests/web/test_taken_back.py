"""Undo and notes over HTTP: what a counter's device may take back, and who never reads a note."""

from __future__ import annotations

import json
import re

import pytest

from tests.support.desk import FIRST, HERE, NEXT, Sheet, read, tag_of
from tests.support.devices import SITE

NOTE = "Elle a déjà sa pièce d’identité."


def test_a_device_takes_back_its_call(desk, device):
    device("kiosk").issue()
    desk.call("1")
    answer = desk.move(FIRST, "undo", counter="1")
    assert (answer.status_code, answer.json["state"]) == (200, "waiting")
    assert device("display").get("/board").json["calls"] == []


def test_what_something_else_happened_to_is_too_late(desk, device, refused):
    device("kiosk").issue()
    desk.call("1")
    desk.move(FIRST, "recall", counter="1")
    refused(409, "too_late", lambda: desk.move(FIRST, "undo", counter="1"))


def test_a_kiosk_takes_nothing_back(device, desk, refused):
    device("kiosk").issue()
    desk.call("1")
    refused(403, "wrong_role", lambda: device("kiosk").move(FIRST, "undo"))


def test_the_desk_takes_back_with_the_button_that_says_what(zoe, app, device):
    device("kiosk").issue()
    zoe.open(f"{SITE}/1")
    assert 'id="undo"' not in zoe.page
    zoe.press(NEXT)
    assert "Annuler l’appel de A001 (10 s) Z" in read(zoe.page)
    zoe.press('id="undo"')
    assert "data-told>A\u202f001 est de nouveau à sa place d’avant." in zoe.page
    assert 'data-waiting="A001"' in zoe.page
    assert 'id="undo"' not in zoe.page


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ("move-serve", "la présence"),
        ("move-no_show", "l’absence"),
        ("move-park", "Reprendre A001 tout de suite"),
    ],
)
def test_each_slip_is_named(zoe, app, device, button, words):
    device("kiosk").issue()
    zoe.open(f"{SITE}/1")
    zoe.press(NEXT)
    zoe.press(f'id="{button}"')
    assert words in read(tag_and_words(zoe.page))


def tag_and_words(page):
    """The button that takes back, and its words."""
    return re.search(r'<button[^>]*id="undo".*?</button>', page, re.DOTALL)[0]


def test_a_button_that_came_too_late_says_so(zoe, app, device, desk):
    device("kiosk").issue()
    zoe.open(f"{SITE}/1")
    zoe.press(NEXT)
    address, values = zoe.wire_of('id="undo"')
    desk.move(FIRST, "recall", counter="1")
    zoe.send(address, values)
    assert "data-notice>C’est trop tard pour annuler" in zoe.page
    assert 'data-state="called"' in zoe.page


@pytest.fixture
def noted(app, zoe, device, desk):
    """A001, sent to counter 2 from counter 1 with a note."""
    device("kiosk").issue()
    desk.call("1")
    assert desk.move(FIRST, "transfer", counter="1", to_counter="2", note=NOTE).status_code == 200
    return desk


def test_staff_read_the_note_and_whom_it_is_about(noted):
    [row] = noted.get("/queue").json["waiting"]
    assert row["noted"]
    noted.call("2")
    [hand] = [each for each in noted.get("/queue").json["counters"] if each["id"] == "2"]
    assert hand["note"] == NOTE


def test_nobody_else_reads_it(noted, device, capsys):
    noted.call("2")
    kiosk = device("kiosk")
    link = noted.get(f"/tickets/{FIRST}").json["follow_url"].rpartition("/")[2]
    for answer in (
        noted.get(f"/tickets/{FIRST}"),
        noted.move(FIRST, "recall"),
        device("display").get("/board"),
        kiosk.get(""),
        kiosk.get(f"/tickets/{FIRST}"),
        kiosk.ask("GET", f"/api/v1/follow/{link}"),
        device("printer").claim(),
    ):
        assert answer.status_code == 200, answer.text
        assert NOTE not in json.dumps(answer.json, ensure_ascii=False)
    assert "identité" not in "".join(capsys.readouterr())


def test_the_desk_shows_a_mark_in_the_row_and_the_note_in_hand(noted, zoe):
    zoe.open(f"{SITE}/2")
    assert "data-noted" in zoe.page
    assert "identité" not in zoe.page
    zoe.press(NEXT)
    assert f"Mot d’un collègue : {NOTE}" in read(zoe.page)
    sheet = Sheet.at(zoe, f"/staff/{SITE}/2/tickets/{FIRST}/transfer")
    assert f">{NOTE}</textarea>" in sheet.page
    assert '"note_known": "1"' in tag_of(sheet.page, 'data-to="counter:1"')


@pytest.mark.parametrize(("typed", "left"), [("", None), ("Autre chose", "Autre chose")])
def test_whoever_saw_the_note_changes_it_or_takes_it_away(noted, zoe, typed, left):
    zoe.open(f"{SITE}/2")
    zoe.press(NEXT)
    Sheet.at(zoe, f"/staff/{SITE}/2/tickets/{FIRST}/transfer").press('data-to="counter:1"', note=typed)
    noted.call("1")
    [hand] = [each for each in noted.get("/queue").json["counters"] if each["id"] == "1"]
    assert hand["note"] == left


def test_whoever_sends_a_row_on_without_a_word_leaves_the_note(noted, zoe):
    zoe.open(f"{SITE}/1")
    Sheet.at(zoe, f"{HERE}/tickets/{FIRST}/transfer").press('data-to="need:energie"', note="")
    noted.call("1", ticket=FIRST)
    [hand] = [each for each in noted.get("/queue").json["counters"] if each["id"] == "1"]
    assert hand["note"] == NOTE


def test_a_note_is_text_and_nothing_else(desk, device, zoe, app):
    device("kiosk").issue()
    desk.call("1")
    desk.move(FIRST, "transfer", counter="1", to_counter="2", note="<script>alert(1)</script>{{ 7*7 }}")
    zoe.open(f"{SITE}/2")
    zoe.press(NEXT)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7*7 }}" in zoe.page


@pytest.mark.parametrize(
    ("verb", "note", "code"), [("park", "mot", "misplaced_field"), ("transfer", "x" * 201, "invalid_field")]
)
def test_a_note_in_the_wrong_place_or_too_long_is_refused(desk, led, refused, verb, note, code):
    ticket = led("called")
    more = {"to_need": "energie"} if verb == "transfer" else {}
    refused(422, code, lambda: desk.move(ticket, verb, note=note, **more))


def test_a_device_says_why_its_counter_closes(desk, device):
    body = {"request_id": "closes", "open": False, "reason": "meeting"}
    assert desk.ask("PUT", f"/api/v1/sites/{SITE}/counters/1", json=body).status_code == 200
    [counter] = [each for each in desk.get("/queue").json["counters"] if each["id"] == "1"]
    assert (counter["open"], counter["reason"], counter["mediator"]) == (False, "meeting", None)


def test_only_a_closing_has_a_reason(desk, refused):
    body = {"request_id": "opens", "open": True, "reason": "meeting"}
    path = f"/api/v1/sites/{SITE}/counters/1"
    refused(422, "misplaced_field", lambda: desk.ask("PUT", path, json=body))
