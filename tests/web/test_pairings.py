"""A device without a token asks for a code; somebody types it; the device fetches its token, once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, select

from server.api.pairings import OPENED
from server.domain.errors import ForeignSiteError
from server.domain.pairing import (
    EARLY,
    EVERY,
    LASTS,
    LETTERS,
    PairingOverError,
    SlowDownError,
    TooManyPairingsError,
    UnknownCodeError,
    new_code,
    read_code,
)
from server.domain.people import Job, Role
from server.records.door_tables import DeviceRow, PairingRow
from server.records.pairings import Pairings
from server.records.trail import Trail
from tests.support.devices import SITE, Device
from tests.web.conftest import house_of

ELSEWHERE = "site-2"
NAME = "Kiosque de l’entrée"
PASSWORD = "un mot de passe assez long"


class Clock:
    """The time, as the test has it."""

    def __init__(self):
        self.at = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)

    def __call__(self):
        return self.at

    def goes_on(self, by):
        self.at += by


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(scope="module")
def built(build):
    """An application of this file's own: the others' must not be asked for codes until it gives none."""
    return build()


@pytest.fixture(scope="module")
def people(built):
    """Those who may let devices in, by job."""
    add = house_of(built).people.add
    return {
        Job.MANAGER: add("Nadia", Job.MANAGER, PASSWORD, [SITE]),
        Job.ADMIN: add("Inès", Job.ADMIN, PASSWORD),
    }


@pytest.fixture
def house(built):
    """Nothing shows a code."""
    house = house_of(built)
    with house.catalogue.store.session() as session:
        session.execute(delete(PairingRow))
        session.execute(delete(DeviceRow))
    return house


@pytest.fixture
def pairings(house, clock):
    return Pairings(house.catalogue.store, b"a secret of the test's own", clock)


@pytest.fixture
def manager(people):
    """Of the first site."""
    return people[Job.MANAGER]


@pytest.fixture
def rows(house):
    """A function that reads all of a table."""

    def read(table):
        with house.catalogue.store.session() as session:
            return list(session.scalars(select(table)))

    return read


@pytest.fixture
def stranger(built, house):
    """A device without a token."""
    return Device(built, "")


def asks(stranger, role="kiosk", **more):
    return stranger.ask("POST", "/api/v1/pairings", json={"role": role} | more)


def claims(stranger, proof):
    return stranger.ask("POST", "/api/v1/pairings/claim", json={"proof": proof})


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


def test_of_many_who_fetch_a_token_at_once_one_gets_it(pairings, house, manager, rows):
    opened = pairings.open(Role.KIOSK, SITE)
    pairings.approve(opened.code, manager, SITE, NAME)

    def claim(_):
        try:
            return pairings.claim(opened.proof)
        except PairingOverError:
            return None

    with ThreadPoolExecutor(8) as pool:
        given = [paired for paired in pool.map(claim, range(8)) if paired is not None]
    assert len(given) == 1
    assert len(rows(DeviceRow)) == 1


def test_neither_code_nor_proof_nor_token_lies_in_the_records(pairings, manager, rows):
    opened = pairings.open(Role.KIOSK, SITE)
    pairings.approve(opened.code, manager, SITE, NAME)
    [row] = rows(PairingRow)
    kept = " ".join(str(value) for value in vars(row).values())
    assert opened.code not in kept
    assert opened.proof not in kept
    assert rows(DeviceRow) == []


def test_the_code_cannot_be_tried_out_on_a_stolen_table(pairings, house, manager, clock):
    """Without the server's secret the hash of a code is that of no other server."""
    opened = pairings.open(Role.KIOSK, SITE)
    thief = Pairings(house.catalogue.store, b"another secret", clock)
    with pytest.raises(UnknownCodeError):
        thief.find(opened.code, manager)


def test_a_code_lasts_five_minutes(pairings, manager, clock):
    opened = pairings.open(Role.KIOSK, SITE)
    clock.goes_on(LASTS - timedelta(seconds=1))
    assert pairings.find(opened.code, manager).role is Role.KIOSK
    clock.goes_on(timedelta(seconds=1))
    with pytest.raises(UnknownCodeError):
        pairings.find(opened.code, manager)
    with pytest.raises(PairingOverError):
        pairings.claim(opened.proof)


def test_who_was_let_in_and_does_not_fetch_the_token_in_time_gets_none(pairings, manager, clock, rows):
    opened = pairings.open(Role.KIOSK, SITE)
    pairings.approve(opened.code, manager, SITE, NAME)
    clock.goes_on(LASTS)
    with pytest.raises(PairingOverError):
        pairings.claim(opened.proof)
    assert rows(DeviceRow) == []


def test_old_codes_leave_the_records(pairings, clock, rows):
    pairings.open(Role.KIOSK, SITE)
    clock.goes_on(LASTS)
    pairings.open(Role.KIOSK, SITE)
    assert len(rows(PairingRow)) == 1


def test_who_asks_too_often_is_told_to_slow_down_and_loses_nothing(pairings, manager, clock):
    opened = pairings.open(Role.KIOSK, SITE)
    assert pairings.claim(opened.proof) is None
    clock.goes_on(EVERY - EARLY - timedelta(milliseconds=1))
    with pytest.raises(SlowDownError):
        pairings.claim(opened.proof)
    clock.goes_on(timedelta(milliseconds=1))
    assert pairings.claim(opened.proof) is None
    pairings.approve(opened.code, manager, SITE, NAME)
    clock.goes_on(EVERY)
    assert pairings.claim(opened.proof) is not None


def test_slowing_down_is_told_with_the_pause(stranger):
    proof = asks(stranger).json["proof"]
    claims(stranger, proof)
    answer = claims(stranger, proof)
    assert (answer.status_code, answer.json["code"]) == (429, "slow_down")
    assert answer.headers["Retry-After"] == "5"


def test_a_page_opened_for_another_site_is_not_for_this_manager(pairings, manager):
    opened = pairings.open(Role.KIOSK, ELSEWHERE)
    with pytest.raises(ForeignSiteError):
        pairings.find(opened.code, manager)
    with pytest.raises(ForeignSiteError):
        pairings.approve(opened.code, manager, ELSEWHERE, NAME)
    with pytest.raises(ForeignSiteError):
        pairings.approve(opened.code, manager, SITE, NAME)


def test_a_page_is_let_in_to_the_site_of_its_address_alone(pairings, people):
    admin = people[Job.ADMIN]
    opened = pairings.open(Role.KIOSK, SITE)
    with pytest.raises(ForeignSiteError):
        pairings.approve(opened.code, admin, ELSEWHERE, NAME)
    pairings.approve(opened.code, admin, SITE, NAME)


def test_a_printer_may_be_let_in_to_any_of_ones_sites_and_no_other(pairings, manager):
    opened = pairings.open(Role.PRINTER, None)
    with pytest.raises(ForeignSiteError):
        pairings.approve(opened.code, manager, ELSEWHERE, NAME)
    pairings.approve(opened.code, manager, SITE, NAME)
    assert pairings.claim(opened.proof).site == SITE


def test_a_code_is_good_for_one_device(pairings, manager):
    opened = pairings.open(Role.KIOSK, SITE)
    pairings.approve(opened.code, manager, SITE, NAME)
    with pytest.raises(UnknownCodeError):
        pairings.approve(opened.code, manager, SITE, "un autre")
    assert pairings.claim(opened.proof).name == NAME


def test_the_trail_tells_who_let_a_device_in(pairings, house, manager):
    opened = pairings.open(Role.KIOSK, SITE)
    pairings.approve(opened.code, manager, SITE, NAME)
    device = house.devices.recognise(pairings.claim(opened.proof).token)
    [entry] = Trail(house.catalogue.store).newest((SITE,), 1)
    assert (entry.by.name, entry.change.what, entry.change.about) == ("Nadia", "device.paired", str(device.id))
    assert entry.change.detail == {"role": "kiosk", "name": NAME}


@pytest.mark.parametrize("role", ["counter", "manager", "mediator", ""])
def test_who_calls_people_is_no_device_that_can_be_paired(stranger, role):
    answer = asks(stranger, role)
    assert (answer.status_code, answer.json["code"]) == (422, "invalid_field")


def test_a_site_that_nobody_knows_has_no_devices(stranger):
    answer = asks(stranger, site="nulle-part")
    assert (answer.status_code, answer.json["code"]) == (404, "unknown_site")


def test_one_address_cannot_ask_for_codes_without_end(own_app):
    stranger = Device(own_app, "")
    allowed = int(OPENED.split()[0])
    assert {asks(stranger).status_code for _ in range(allowed)} == {201}
    answer = asks(stranger)
    assert (answer.status_code, answer.json["code"]) == (429, "too_many_requests")


def test_all_addresses_together_cannot_fill_the_records(pairings, clock, monkeypatch):
    monkeypatch.setattr("server.records.pairings.WAITING_AT_MOST", 3)
    for _ in range(3):
        pairings.open(Role.KIOSK, SITE)
    with pytest.raises(TooManyPairingsError):
        pairings.open(Role.KIOSK, SITE)
    clock.goes_on(LASTS)
    pairings.open(Role.KIOSK, SITE)
