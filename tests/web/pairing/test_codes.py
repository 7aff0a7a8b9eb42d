"""A device without a token asks for a code; somebody types it; the device fetches its token, once."""

from __future__ import annotations

import pytest

from server.domain.pairing import LETTERS, new_code, read_code
from server.limits import PAIRINGS_OPENED
from tests.support.devices import SITE, Device
from tests.support.pairing import ELSEWHERE, NAME, asks, claims


def test_a_device_gets_a_code_to_show_and_a_proof_to_ask_with(stranger):
    answer = asks(stranger, site=SITE)
    assert answer.status_code == 201
    first, dash, second = answer.json["code"].partition("-")
    assert (len(first), dash, len(second)) == (4, "-", 4)
    assert set(first + second) <= set(LETTERS)
    assert len(answer.json["proof"]) >= 43
    assert (answer.json["expires_in"], answer.json["interval"]) == (300, 5)


def test_no_two_codes_are_alike():
    assert len({new_code() for _ in range(1_000)}) == 1_000


@pytest.mark.parametrize("typed", ["bcdf-ghjk", "BCDFGHJK", " bcdf ghjk ", "BcDf–gHjK"])
def test_a_code_is_read_however_it_is_typed(typed):
    assert read_code(typed) == "BCDFGHJK"


@pytest.mark.parametrize("typed", ["", "BCDFGHJ", "BCDFGHJKL", "BCDFGHJA", "BCDFGHJ1", "ßCDFGHJK", "B'OR 1=1"])
def test_what_can_be_no_code_is_none(typed):
    assert read_code(typed) is None


def test_until_somebody_types_the_code_the_device_waits(stranger):
    answer = claims(stranger, asks(stranger).json["proof"])
    assert (answer.status_code, answer.json["state"], answer.json["token"]) == (200, "waiting", None)


def test_a_device_that_was_let_in_gets_a_token_of_its_role_and_site(stranger, house, built, manager):
    shown = asks(stranger, "display", site=SITE).json
    house.pairings.approve(shown["code"], manager, SITE, "Écran de la salle")
    answer = claims(stranger, shown["proof"]).json
    assert (answer["state"], answer["site"], answer["name"]) == ("paired", SITE, "Écran de la salle")
    assert Device(built, answer["token"]).get("/board").status_code == 200
    assert Device(built, answer["token"]).issue().status_code == 403
    assert Device(built, answer["token"], ELSEWHERE).get("/board").status_code == 403


def test_the_token_is_given_once(stranger, house, manager):
    shown = asks(stranger, site=SITE).json
    house.pairings.approve(shown["code"], manager, SITE, NAME)
    assert claims(stranger, shown["proof"]).json["token"]
    again = claims(stranger, shown["proof"])
    assert (again.status_code, again.json["code"]) == (404, "pairing_over")


def test_slowing_down_is_told_with_the_pause(stranger):
    proof = asks(stranger).json["proof"]
    claims(stranger, proof)
    answer = claims(stranger, proof)
    assert (answer.status_code, answer.json["code"]) == (429, "slow_down")
    assert answer.headers["Retry-After"] == "5"


@pytest.mark.parametrize("role", ["counter", "manager", "mediator", ""])
def test_who_calls_people_is_no_device_that_can_be_paired(stranger, role):
    answer = asks(stranger, role)
    assert (answer.status_code, answer.json["code"]) == (422, "invalid_field")


def test_a_site_that_nobody_knows_has_no_devices(stranger):
    answer = asks(stranger, site="nulle-part")
    assert (answer.status_code, answer.json["code"]) == (404, "unknown_site")


@pytest.mark.usefixtures("house")
def test_a_network_has_its_share_of_the_places_and_leaves_the_others_theirs(built, monkeypatch):
    monkeypatch.setattr("server.records.pairings.WAITING_AT_AN_ADDRESS", 1)

    def at(address):
        device = Device(built, "")
        device.http.environ_base["REMOTE_ADDR"] = address
        return device

    first = at("2001:db8::1")
    claims(first, asks(first).json["proof"])
    answer = asks(at("2001:db8::2"))
    assert (answer.status_code, answer.json["code"]) == (429, "too_many_pairings")
    assert asks(at("2001:db8:0:1::1")).status_code == 201


def test_one_address_cannot_ask_for_codes_without_end(own_app):
    stranger = Device(own_app, "")
    allowed = int(PAIRINGS_OPENED.split()[0])
    assert {asks(stranger).status_code for _ in range(allowed)} == {201}
    answer = asks(stranger)
    assert (answer.status_code, answer.json["code"]) == (429, "too_many_requests")
