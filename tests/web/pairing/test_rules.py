"""How long a code lasts, how often is asked, whose site it may be, and what of it lies in the records."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from server.domain.errors import ForeignSiteError
from server.domain.pairing import (
    EARLY,
    EVERY,
    LASTS,
    PairingOverError,
    SlowDownError,
    UnknownCodeError,
)
from server.domain.people import Job, Role
from server.records.door_tables import DeviceRow, PairingRow
from server.records.pairings import Pairings
from tests.support.devices import SITE
from tests.support.pairing import ADDRESS, ELSEWHERE, NAME


def test_of_many_who_fetch_a_token_at_once_one_gets_it(pairings, house, manager, rows):
    opened = pairings.open(Role.KIOSK, SITE, ADDRESS)
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
    opened = pairings.open(Role.KIOSK, SITE, ADDRESS)
    pairings.approve(opened.code, manager, SITE, NAME)
    [row] = rows(PairingRow)
    kept = " ".join(str(value) for value in vars(row).values())
    assert opened.code not in kept
    assert opened.proof not in kept
    assert rows(DeviceRow) == []


def test_the_code_cannot_be_tried_out_on_a_stolen_table(pairings, house, manager, clock):
    """Without the server's secret the hash of a code is that of no other server."""
    opened = pairings.open(Role.KIOSK, SITE, ADDRESS)
    thief = Pairings(house.catalogue.store, b"another secret", clock)
    with pytest.raises(UnknownCodeError):
        thief.find(opened.code, manager)


def test_a_code_lasts_five_minutes(pairings, manager, clock):
    opened = pairings.open(Role.KIOSK, SITE, ADDRESS)
    clock.goes_on(LASTS - timedelta(seconds=1))
    assert pairings.find(opened.code, manager).role is Role.KIOSK
    clock.goes_on(timedelta(seconds=1))
    with pytest.raises(UnknownCodeError):
        pairings.find(opened.code, manager)
    with pytest.raises(PairingOverError):
        pairings.claim(opened.proof)


def test_who_was_let_in_and_does_not_fetch_the_token_in_time_gets_none(pairings, manager, clock, rows):
    opened = pairings.open(Role.KIOSK, SITE, ADDRESS)
    pairings.approve(opened.code, manager, SITE, NAME)
    clock.goes_on(LASTS)
    with pytest.raises(PairingOverError):
        pairings.claim(opened.proof)
    assert rows(DeviceRow) == []


def test_old_codes_leave_the_records(pairings, clock, rows):
    pairings.open(Role.KIOSK, SITE, ADDRESS)
    clock.goes_on(LASTS)
    pairings.open(Role.KIOSK, SITE, ADDRESS)
    assert len(rows(PairingRow)) == 1


def test_who_asks_too_often_is_told_to_slow_down_and_loses_nothing(pairings, manager, clock):
    opened = pairings.open(Role.KIOSK, SITE, ADDRESS)
    assert pairings.claim(opened.proof) is None
    clock.goes_on(EVERY - EARLY - timedelta(milliseconds=1))
    with pytest.raises(SlowDownError):
        pairings.claim(opened.proof)
    clock.goes_on(timedelta(milliseconds=1))
    assert pairings.claim(opened.proof) is None
    pairings.approve(opened.code, manager, SITE, NAME)
    clock.goes_on(EVERY)
    assert pairings.claim(opened.proof) is not None


def test_a_page_opened_for_another_site_is_not_for_this_manager(pairings, manager):
    opened = pairings.open(Role.KIOSK, ELSEWHERE, ADDRESS)
    with pytest.raises(ForeignSiteError):
        pairings.find(opened.code, manager)
    with pytest.raises(ForeignSiteError):
        pairings.approve(opened.code, manager, ELSEWHERE, NAME)
    with pytest.raises(ForeignSiteError):
        pairings.approve(opened.code, manager, SITE, NAME)


def test_a_page_is_let_in_to_the_site_of_its_address_alone(pairings, somebody):
    admin = somebody(Job.ADMIN)
    opened = pairings.open(Role.KIOSK, SITE, ADDRESS)
    with pytest.raises(ForeignSiteError):
        pairings.approve(opened.code, admin, ELSEWHERE, NAME)
    pairings.approve(opened.code, admin, SITE, NAME)


def test_a_printer_may_be_let_in_to_any_of_ones_sites_and_no_other(pairings, manager):
    opened = pairings.open(Role.PRINTER, None, ADDRESS)
    with pytest.raises(ForeignSiteError):
        pairings.approve(opened.code, manager, ELSEWHERE, NAME)
    pairings.approve(opened.code, manager, SITE, NAME)
    assert pairings.claim(opened.proof).site == SITE


def test_a_code_is_good_for_one_device(pairings, manager):
    opened = pairings.open(Role.KIOSK, SITE, ADDRESS)
    pairings.approve(opened.code, manager, SITE, NAME)
    with pytest.raises(UnknownCodeError):
        pairings.approve(opened.code, manager, SITE, "un autre")
    assert pairings.claim(opened.proof).name == NAME


def test_the_trail_tells_who_let_a_device_in(pairings, house, manager, trail):
    opened = pairings.open(Role.KIOSK, SITE, ADDRESS)
    pairings.approve(opened.code, manager, SITE, NAME)
    device = house.devices.recognise(pairings.claim(opened.proof).token)
    assert (trail().by.name, trail().change.what) == (manager.name, "device.paired")
    assert (trail().change.about, trail().change.site) == (str(device.id), SITE)
    assert trail().change.detail == {"role": "kiosk", "name": NAME}
