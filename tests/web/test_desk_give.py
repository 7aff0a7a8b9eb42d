"""A ticket given by hand at the desk."""

from __future__ import annotations

import re

import pytest

from server.records.tables import SiteRow
from tests.support.desk import FIRST, HERE, Sheet, read
from tests.support.devices import SITE


@pytest.fixture
def desk(app, zoe):
    """The desk of counter 1, nobody waiting."""
    zoe.open(f"{SITE}/1")
    return zoe


def test_a_ticket_is_given_at_the_desk_and_its_number_is_told(desk, device):
    answer = Sheet.opened(desk, 'id="give-ticket"').press('data-give="energie"', language="ar", priority="grossesse")
    assert 'data-given="E001"' in answer.text
    given = device("counter").get(f"/tickets/{FIRST}").json
    assert (given["number"], given["language"], given["priority"]) == ("E001", "ar", "grossesse")
    assert given["print"]["state"] == "queued"


@pytest.mark.parametrize(
    ("printer", "told"),
    [("ready", "Son papier s’imprime."), ("down", "aucun ticket ne sort pour le moment"), ("", "aucun ticket ne sort")],
)
def test_whether_paper_can_be_expected_is_told_with_the_number(desk, device, printer, told):
    if printer:
        device("printer").announce("accueil", printer)
    assert told in read(Sheet.opened(desk, 'id="give-ticket"').press('data-give="energie"').text)


def test_a_ticket_asked_for_twice_by_one_button_is_given_once(desk, everything):
    sheet = Sheet.opened(desk, 'id="give-ticket"')
    sheet.press('data-give="papiers"')
    before = everything()
    assert 'data-given="A001"' in sheet.press('data-give="papiers"').text
    assert everything() == before


def test_a_ticket_that_cannot_be_given_leaves_the_sheet_as_it_was_filled_in(own_desk, change, everything):
    change(SiteRow, SITE, open=False)
    own_desk.open(f"{SITE}/1")
    before = everything()
    sheet = Sheet.opened(own_desk, 'id="give-ticket"')
    page = sheet.press('data-give="papiers"', language="ar", priority="handicap").text
    assert "Le site est fermé." in read(page)
    assert re.search(r'value="ar" checked', page)
    assert re.search(r'value="handicap" selected', page)
    assert everything() == before


@pytest.mark.parametrize("asked", [{"need": "piscine"}, {"need": ""}, {"need": "papiers", "language": "xx"}])
def test_a_ticket_for_what_the_site_does_not_offer_is_refused(desk, everything, asked):
    before = everything()
    answer = desk.send(f"{HERE}/tickets", {"request_id": "r", **asked})
    assert "Ce site ne propose pas" in read(answer.text)
    assert everything() == before


def test_a_ticket_is_given_while_the_kiosk_gives_none(desk, device):
    Sheet.opened(desk, 'id="stop-issuing"').press('data-notice-id="panne"')
    assert device("kiosk").issue().status_code == 409
    assert 'data-given="A001"' in Sheet.opened(desk, 'id="give-ticket"').press('data-give="papiers"').text
