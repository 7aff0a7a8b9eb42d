"""The house from the desk: a ticket given by hand, the counter, its needs, the stop of tickets, the day's words."""

from __future__ import annotations

import re

import pytest

from server.records.tables import NoticeRow, SiteRow
from tests.support.desk import FIRST, HERE, NEXT, Sheet, complete, numbers, read, tag_of
from tests.support.devices import SITE
from tests.support.languages import LANGUAGES
from tests.web.conftest import house_of


@pytest.fixture
def desk(app, zoe):
    """The desk of counter 1, nobody waiting."""
    zoe.open(f"{SITE}/1")
    return zoe


def pause(desk):
    """Close the counter for a break."""
    Sheet.opened(desk, 'id="close-counter"').press('data-why="break"')


def test_a_closed_counter_calls_nobody_until_it_is_opened(desk, device):
    device("kiosk").issue()
    pause(desk)
    assert "Guichet fermé" in read(desk.page)
    assert NEXT not in desk.page
    assert "data-next" not in desk.page
    assert " disabled" in tag_of(desk.page, f'id="call-{FIRST}"')
    assert " disabled" in tag_of(Sheet.opened(desk, f'id="more-{FIRST}"').page, 'data-move="call"')
    desk.press('aria-label="Appeler A\u202f001"')
    assert "Le guichet 1 est fermé pour le moment." in read(desk.page)
    desk.press('id="open-counter"')
    assert " disabled" not in tag_of(desk.page, f'id="call-{FIRST}"')
    desk.press(NEXT)
    assert 'data-hand="A001"' in desk.page


def test_a_counter_that_closes_keeps_the_person_in_hand(desk, device):
    device("kiosk").issue()
    desk.press(NEXT)
    pause(desk)
    assert "Finissez avec A001" in read(desk.page)
    desk.press('id="move-serve"')
    complete(desk)
    assert 'data-hand=""' in desk.page


def test_who_was_sent_to_a_counter_that_closes_waits_for_their_need(desk, device):
    device("kiosk").issue()
    device("counter").move(FIRST, "transfer", to_counter="1")
    desk.open(f"{SITE}/1")
    assert "pour ce guichet" in read(desk.page)
    pause(desk)
    assert numbers(desk.page, "ours") == ["A001"]
    assert "pour ce guichet" not in read(desk.page)


@pytest.mark.parametrize("opens", [False, True])
def test_a_counter_is_switched_once_by_one_button(desk, everything, opens):
    if opens:
        pause(desk)
        address, values = desk.wire_of('id="open-counter"')
    else:
        address, values = Sheet.opened(desk, 'id="close-counter"').wire_of('data-why="meeting"')
    desk.send(address, values)
    before = everything()
    desk.send(address, values)
    assert everything() == before


def test_the_needs_of_the_counter_are_chosen(own_desk, own_device):
    for need in ("papiers", "energie"):
        own_device("kiosk").issue(need)
    own_desk.open(f"{SITE}/1")
    sheet = Sheet.opened(own_desk, 'id="needs-served"')
    assert sheet.page.count(" checked") == 8
    name = re.search(r'name="request_id" value="([^"]+)"', sheet.page)[1]
    own_desk.send(f"{HERE}/needs", {"request_id": name, "need": ["energie", "ateliers"]})
    assert (numbers(own_desk.page, "ours"), numbers(own_desk.page, "others")) == (["E001"], ["A001"])
    assert "Besoins servis (2)" in read(own_desk.page)
    page = Sheet.opened(own_desk, 'id="needs-served"').page
    assert re.findall(r'value="(\w+)" checked', page) == ["energie", "ateliers"]
    own_desk.press(NEXT)
    assert 'data-hand="E001"' in own_desk.page


def test_a_choice_of_needs_that_comes_once_more_takes_back_no_later_one(own_desk):
    own_desk.open(f"{SITE}/1")
    for name, needs in (("first", ["papiers"]), ("second", ["energie", "ateliers"]), ("first", ["papiers"])):
        own_desk.send(f"{HERE}/needs", {"request_id": name, "need": needs})
    assert "Besoins servis (2)" in read(own_desk.page)


def test_a_counter_without_a_need_is_told_whom_it_calls(own_desk):
    own_desk.open(f"{SITE}/1")
    own_desk.send(f"{HERE}/needs", {"request_id": "r"})
    assert "Ce guichet ne sert aucun besoin." in read(own_desk.page)


def test_a_need_that_the_site_does_not_have_is_not_served(own_desk):
    own_desk.open(f"{SITE}/1")
    own_desk.send(f"{HERE}/needs", {"request_id": "r", "need": ["papiers", "piscine"]})
    assert "ne propose pas le besoin" in read(own_desk.page)
    assert "Besoins servis (8)" in read(own_desk.page)


def test_tickets_are_stopped_with_ready_words_and_given_again(desk, device):
    sheet = Sheet.opened(desk, 'id="stop-issuing"')
    assert "Nous fermons plus tôt aujourd’hui." in read(sheet.page)
    sheet.press('data-notice-id="ferme-tot"')
    told = read(desk.page)
    assert re.search(r"La borne ne donne plus de tickets depuis \d\d? h \d\d\.", told)
    assert "Nous fermons plus tôt aujourd’hui." in told
    assert 'data-door="stopped"' in desk.page
    assert 'id="stop-issuing"' not in desk.page
    assert device("kiosk").get().json["message"]["en"] == "We are closing early today. We give no more tickets."
    desk.press('id="resume-issuing"')
    assert 'data-door="open"' in desk.page
    assert "data-stopped" not in desk.page
    assert device("kiosk").issue().status_code == 201


def test_tickets_are_stopped_with_the_ordinary_words(desk, device):
    Sheet.opened(desk, 'id="stop-issuing"').press('data-notice-id=""')
    assert "Elle dit" not in desk.page
    site = device("kiosk").get().json
    assert (site["stopped"], site["message"]) == (True, {})


OWN = {"request_id": "r", "issuing": "", "own": "yes"}


def test_tickets_are_stopped_with_words_of_ones_own_in_french_alone(desk, device):
    page = Sheet.opened(desk, 'id="stop-issuing"').page
    folded = re.search(r"<details>.*</details>", page, re.DOTALL)[0]
    others = [language for language in LANGUAGES if language != "fr"]
    assert re.findall(r'<textarea[^>]* name="words-(\w+)"', folded) == others
    assert re.findall(r'<textarea[^>]* name="words-(\w+)"', page.replace(folded, "")) == ["fr"]
    desk.send(f"{HERE}/issuing", OWN | {"words-fr": "L’ascenseur est en panne. ", "words-ar": "  "})
    assert "L’ascenseur est en panne." in read(desk.page)
    assert device("kiosk").get().json["message"] == {"fr": "L’ascenseur est en panne."}


def test_words_of_ones_own_may_be_written_in_other_languages_too(desk, device):
    words = {"fr": "Revenez lundi.", "tr": "Pazartesi gelin.", "zh": "请星期一来。"}
    desk.send(f"{HERE}/issuing", OWN | {f"words-{language}": text for language, text in words.items()})
    assert device("kiosk").get().json["message"] == words


@pytest.mark.parametrize("words", [{}, {"words-fr": "  ", "words-ar": "عودوا غدا."}])
def test_words_of_ones_own_without_french_stop_nothing(desk, everything, words):
    before = everything()
    desk.send(f"{HERE}/issuing", OWN | words)
    assert "Écrivez le message en français." in read(desk.page)
    assert everything() == before


def test_a_site_without_ready_words_can_still_stop(own_desk, own_app):
    with house_of(own_app).catalogue.store.session() as session:
        for row in session.query(NoticeRow).filter_by(site_id=SITE):
            session.delete(row)
    own_desk.open(f"{SITE}/1")
    sheet = Sheet.opened(own_desk, 'id="stop-issuing"')
    assert "autofocus" in tag_of(sheet.page, 'data-notice-id=""')
    sheet.press('data-notice-id=""')
    assert "data-stopped" in own_desk.page


@pytest.mark.parametrize("button", ['data-notice-id="panne"', 'id="resume-issuing"'])
def test_tickets_are_stopped_and_given_again_once_by_one_button(desk, everything, button):
    sheet = Sheet.opened(desk, 'id="stop-issuing"')
    if "resume" in button:
        sheet.press('data-notice-id=""')
        sheet = Sheet(desk, desk.page)
    address, values = sheet.wire_of(button)
    desk.send(address, values)
    before = everything()
    desk.send(address, values)
    assert everything() == before


def test_words_that_the_site_does_not_have_stop_nothing(desk, everything):
    before = everything()
    desk.send(f"{HERE}/issuing", {"request_id": "r", "notice": "soleil"})
    assert "pas de message" in read(desk.page)
    assert everything() == before


@pytest.mark.parametrize(
    ("hours", "door", "words"),
    [
        ({"weekly": None}, "open", "Accueil ouvert"),
        ({"weekly": {}}, "closed", "Accueil fermé"),
        ({"weekly": "always", "last_tickets_min": 24 * 60}, "last_tickets", "Derniers tickets"),
    ],
)
def test_the_desk_says_whether_the_site_is_open(own_desk, change, hours, door, words):
    if hours["weekly"] == "always":
        days = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
        hours = hours | {"weekly": {day: ["00:00-00:00"] for day in days}}
    change(SiteRow, SITE, **hours)
    own_desk.open(f"{SITE}/1")
    assert f'data-door="{door}"' in own_desk.page
    assert words in read(own_desk.page)


@pytest.mark.parametrize("address", ["tickets", "counter", "needs", "issuing"])
def test_a_counter_that_does_not_exist_changes_nothing(desk, everything, address):
    before = everything()
    answer = desk.send(f"/staff/{SITE}/9/{address}", {"request_id": "r", "need": "papiers"})
    assert answer.status_code == 404
    assert everything() == before


@pytest.mark.parametrize("address", ["tickets", "counter", "needs", "issuing", f"tickets/{FIRST}/cancel"])
def test_nobody_presses_anything_without_signing_in(app, device, everything, address):
    device("kiosk").issue()
    before = everything()
    answer = app.test_client().post(f"{HERE}/{address}", data={"request_id": "r", "need": "papiers"})
    assert answer.status_code in {400, 401}
    assert everything() == before
