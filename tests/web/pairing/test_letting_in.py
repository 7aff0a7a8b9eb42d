"""At the desk: a code is typed, what shows it is looked at, and it is let in by whoever answers for its site."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from server.domain.pairing import new_code, shown_code
from server.domain.people import Job
from server.limits import WRONG_CODES
from server.records.door_tables import PairingRow
from tests.support.desk import read
from tests.support.devices import SITE, Device
from tests.support.pairing import ELSEWHERE, NAME, asks, claims, lets_in, sends
from tests.web.conftest import house_of


def opened(stranger, role="kiosk", site=SITE):
    return asks(stranger, role, **({"site": site} if site else {})).json


def token_of(stranger, shown):
    return claims(stranger, shown["proof"]).json["token"]


def test_the_way_of_a_kiosk_from_its_code_to_its_token(nadia, stranger, built):
    shown = opened(stranger)
    looked = sends(nadia, "devices/pair", code=shown["code"].lower().replace("-", " "))
    assert looked.status_code == 200
    assert "Borne" in read(looked.text)
    assert house_of(built).catalogue.site(SITE).name in read(looked.text)
    assert "il y a moins d’une minute" in read(looked.text)
    answer = lets_in(nadia, shown)
    assert (answer.status_code, answer.location) == (302, f"/staff/{SITE}/devices")
    assert f"«{NAME}» est relié." in read(nadia.open(f"{SITE}/devices").text)
    assert Device(built, token_of(stranger, shown)).issue().status_code == 201
    assert NAME in read(nadia.open("devices").text)


def test_a_printer_is_let_in_to_one_of_the_sites_that_a_manager_chooses(signed_in, stranger, house):
    nadia = signed_in(sites=(SITE, ELSEWHERE))
    shown = opened(stranger, "printer", None)
    page = sends(nadia, "devices/pair", code=shown["code"]).text
    assert re.findall(r'<option value="([^"]+)"', page) == [SITE, ELSEWHERE]
    lets_in(nadia, shown, "Imprimante", ELSEWHERE)
    assert house.devices.recognise(token_of(stranger, shown)).site == ELSEWHERE


def test_nobody_lets_a_device_in_to_a_site_that_is_not_theirs(nadia, stranger, house):
    for shown, site in (opened(stranger, "printer", None), ELSEWHERE), (opened(stranger, site=ELSEWHERE), ELSEWHERE):
        assert lets_in(nadia, shown, site=site).status_code == 403
        assert token_of(stranger, shown) is None
    assert sends(nadia, "devices/pair", code=opened(stranger, site=ELSEWHERE)["code"]).status_code == 403


def test_a_site_that_is_none_is_refused_and_the_code_stands(nadia, stranger):
    shown = opened(stranger, "printer", None)
    assert lets_in(nadia, shown, site="nulle-part").status_code == 404
    assert lets_in(nadia, shown).status_code == 302


@pytest.mark.parametrize("name", ["", "   ", "x" * 101])
def test_a_device_needs_a_name(nadia, stranger, name):
    shown = opened(stranger)
    answer = lets_in(nadia, shown, name)
    assert answer.status_code == 422
    assert "Donnez un nom" in read(answer.text)
    assert token_of(stranger, shown) is None


def test_a_wrong_code_is_said_to_be_one(nadia):
    answer = sends(nadia, "devices/pair", code="BCDF-GHJK")
    assert answer.status_code == 404
    assert "Aucun appareil ne montre ce code." in read(answer.text)


def test_ten_wrong_codes_end_the_guessing_and_a_colleague_goes_on(nadia, signed_in, stranger):
    shown = opened(stranger)
    for _ in range(WRONG_CODES.amount):
        assert sends(nadia, "devices/pair", code="BCDFGHJK").status_code == 404
    assert sends(nadia, "devices/pair", code=shown["code"]).status_code == 429
    assert lets_in(nadia, shown).status_code == 429
    assert lets_in(signed_in(Job.ADMIN), shown).status_code == 302


def test_right_codes_are_not_counted(nadia, stranger):
    for _ in range(WRONG_CODES.amount + 1):
        assert sends(nadia, "devices/pair", code=opened(stranger)["code"]).status_code == 200


def test_a_thousand_guesses_let_nobody_in_and_the_device_that_waits_is_none_the_worse(
    nadia, signed_in, stranger, house
):
    shown = opened(stranger)
    answers = []
    for turn in range(1_000):
        guess = shown_code(new_code())
        assert guess != shown["code"]
        path = ("devices/pair", "devices/paired")[turn % 2]
        answers.append(sends(nadia, path, code=guess, site=SITE, name="à moi").status_code)
    assert answers == [404] * WRONG_CODES.amount + [429] * (1_000 - WRONG_CODES.amount)
    with house.catalogue.store.session() as session:
        assert [row.approved_by for row in session.scalars(select(PairingRow))] == [None]
    assert lets_in(signed_in(Job.ADMIN), shown).status_code == 302
    assert token_of(stranger, shown)


def test_a_thousand_proofs_guessed_give_no_token(stranger, built, house, nadia):
    shown = opened(stranger)
    lets_in(nadia, shown)
    answers = {claims(stranger, f"{guess:043}").status_code for guess in range(1_000)}
    assert answers == {404, 429}


@pytest.mark.parametrize("path", ["devices/pair", f"{SITE}/devices/1"])
def test_a_mediator_lets_nobody_in(signed_in, path):
    assert signed_in(Job.MEDIATOR).open(path).status_code == 403


@pytest.mark.parametrize("path", ["devices/pair", "devices/paired"])
def test_letting_in_takes_a_session_and_the_pages_own_token(built, nadia, stranger, path):
    shown = opened(stranger)
    form = {"code": shown["code"], "site": SITE, "name": NAME}
    assert built.test_client().post(f"/staff/{path}", data=form).status_code == 401
    assert nadia.http.post(f"/staff/{path}", data=form).status_code == 400
    assert token_of(stranger, shown) is None


def test_what_people_call_a_device_is_text_and_nothing_else(nadia, stranger):
    shown = opened(stranger)
    lets_in(nadia, shown, "<b>Borne</b>{ $x }' OR 1=1")
    assert token_of(stranger, shown)
    page = nadia.open("devices").text
    assert "&lt;b&gt;Borne&lt;/b&gt;{ $x }&#39; OR 1=1" in page
