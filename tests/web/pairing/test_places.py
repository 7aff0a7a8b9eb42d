"""How many devices may show a code at one time: in all, at a site and from an address; and who makes room for whom."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.domain.pairing import EVERY, SILENT, PairingOverError, TooManyPairingsError
from server.domain.people import Role
from server.records.door_tables import PairingRow
from tests.support.devices import SITE
from tests.support.pairing import ADDRESS, ELSEWHERE, NAME


@pytest.fixture
def few(monkeypatch):
    """Three places in the house, two at each site; an address may have them all."""
    monkeypatch.setattr("server.records.pairings.WAITING_AT_MOST", 3)
    monkeypatch.setattr("server.records.pairings.WAITING_AT_A_SITE", 2)


PLACES = (SITE, ELSEWHERE, None)


@pytest.mark.usefixtures("few")
def test_all_addresses_together_neither_fill_the_records_nor_stop_a_device(pairings, manager, rows, clock):
    first, *_ = [pairings.open(Role.KIOSK, site, ADDRESS) for site in PLACES]
    for site in PLACES * 3:
        clock.goes_on(timedelta(seconds=1))
        opened = pairings.open(Role.KIOSK, site, ADDRESS)
    assert len(rows(PairingRow)) == 3
    with pytest.raises(PairingOverError):
        pairings.claim(first.proof)
    assert pairings.claim(opened.proof) is None


@pytest.mark.usefixtures("few")
def test_a_device_that_asks_on_or_was_let_in_keeps_its_place_whoever_else_wants_it(pairings, manager, clock):
    asks, let_in = pairings.open(Role.KIOSK, SITE, ADDRESS), pairings.open(Role.PRINTER, None, ADDRESS)
    pairings.approve(let_in.code, manager, SITE, NAME)
    for _ in range(4):
        assert pairings.claim(asks.proof) is None
        clock.goes_on(EVERY)
        for _ in range(3):
            pairings.open(Role.KIOSK, ELSEWHERE, ADDRESS)
    assert pairings.find(asks.code, manager).site == SITE
    assert pairings.claim(let_in.proof).name == NAME


@pytest.mark.usefixtures("few")
def test_where_all_ask_on_there_is_no_place_until_one_falls_silent(pairings, clock):
    for opened in [pairings.open(Role.KIOSK, site, ADDRESS) for site in PLACES]:
        pairings.claim(opened.proof)
    with pytest.raises(TooManyPairingsError):
        pairings.open(Role.KIOSK, SITE, ADDRESS)
    clock.goes_on(SILENT)
    with pytest.raises(TooManyPairingsError):
        pairings.open(Role.KIOSK, SITE, ADDRESS)
    clock.goes_on(timedelta(milliseconds=1))
    pairings.open(Role.KIOSK, SITE, ADDRESS)


@pytest.mark.usefixtures("few")
def test_whoever_fills_one_site_leaves_the_others_their_places(pairings):
    for _ in range(2):
        pairings.claim(pairings.open(Role.KIOSK, SITE, ADDRESS).proof)
    with pytest.raises(TooManyPairingsError):
        pairings.open(Role.KIOSK, SITE, ADDRESS)
    pairings.open(Role.KIOSK, ELSEWHERE, ADDRESS)


@pytest.fixture
def shared(monkeypatch):
    """Two places for each address."""
    monkeypatch.setattr("server.records.pairings.WAITING_AT_AN_ADDRESS", 2)


@pytest.mark.usefixtures("shared")
def test_who_asks_on_with_all_places_of_one_address_leaves_the_others_theirs(pairings, clock):
    for _ in range(2):
        clock.goes_on(EVERY)
        pairings.claim(pairings.open(Role.KIOSK, None, ADDRESS).proof)
    with pytest.raises(TooManyPairingsError):
        pairings.open(Role.PRINTER, SITE, ADDRESS)
    pairings.open(Role.KIOSK, None, "198.51.100.9")


@pytest.mark.usefixtures("shared")
def test_the_oldest_silent_one_of_an_address_makes_room_for_its_next_and_nobody_elses(pairings, clock):
    other = pairings.open(Role.KIOSK, SITE, "198.51.100.9")
    first, second, third = (pairings.open(Role.KIOSK, SITE, ADDRESS) for _ in range(3))
    with pytest.raises(PairingOverError):
        pairings.claim(first.proof)
    for kept in (other, second, third):
        assert pairings.claim(kept.proof) is None


def test_no_address_lies_in_the_records(pairings, rows):
    pairings.open(Role.KIOSK, SITE, ADDRESS)
    (row,) = rows(PairingRow)
    assert len(row.asked_from) == 64
    assert ADDRESS not in row.asked_from
