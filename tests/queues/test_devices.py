"""What screens and kiosks say of themselves: kept for days, no change of the queue, and told when they fall silent."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from server.domain.devices import DeviceState, Said, Sound
from server.domain.people import Device, Role
from server.domain.screens import Screen
from server.queues import keys
from server.queues.devices import forget, hear, read_devices

SCREEN = Said(DeviceState.LIVE, Sound.ON, "b1", "salle", 12, "0a1b2c3d", 0, "1920x1080")
KIOSK = Said(DeviceState.REST, Sound.ON, "k1", volume=3)
SILENT = timedelta(milliseconds=keys.DEVICE_SILENT_MS)
KEPT = timedelta(milliseconds=keys.DEVICE_KEPT_MS)


@pytest.fixture
def says(reception):
    """A function by which a device says how it is."""

    def say(said=SCREEN, device_id=7, role=Role.DISPLAY):
        return hear(reception.queue, reception.site, Device(device_id, reception.site.id, role), said)

    return say


@pytest.fixture
def roll(reception):
    """A function that reads the site's devices."""
    return lambda: read_devices(reception.queue, reception.site)


def utc(at):
    return at.astimezone(UTC)


def test_a_site_that_heard_of_no_device_has_none(roll):
    assert roll().devices == ()


def test_what_a_device_says_is_told_whole(reception, says, roll):
    assert says() == utc(reception.clock.at)
    says(KIOSK, 3, Role.KIOSK)
    kiosk, screen = roll().devices
    assert (kiosk.id, kiosk.role, kiosk.said) == ("3", Role.KIOSK, KIOSK)
    assert (screen.id, screen.role, screen.said) == ("7:salle", Role.DISPLAY, SCREEN)
    assert (screen.seen, screen.since, screen.silent) == (utc(reception.clock.at), utc(reception.clock.at), False)


def test_a_device_is_known_by_the_latest_that_it_said(reception, says, roll):
    says()
    reception.clock.forward(seconds=15)
    says(replace(SCREEN, version=13))
    [screen] = roll().devices
    assert (screen.said.version, screen.seen) == (13, utc(reception.clock.at))


def test_the_screens_of_one_machine_are_told_apart(says, roll):
    for screen in ("", "salle", "etage"):
        says(replace(SCREEN, screen=screen))
    assert [(heard.id, heard.number) for heard in roll().devices] == [("7", "7"), ("7:etage", "7"), ("7:salle", "7")]


def test_a_device_goes_by_as_many_names_as_the_site_has_screens_and_three_more(reception, says, roll):
    """One that may name any screen would else be any number of devices, kept for days and read at each desk."""
    known = replace(reception.site, screens=(Screen("salle", "Salle"), Screen("etage", "Étage")))
    says(KIOSK, 3, Role.KIOSK)
    says(replace(SCREEN, screen=""), 77)
    for n in range(9):
        reception.clock.forward(seconds=1)
        hear(reception.queue, known, Device(7, known.id, Role.DISPLAY), replace(SCREEN, screen=f"nom-{n}"))
    assert [device.id for device in roll().devices] == ["3", "77", *(f"7:nom-{n}" for n in range(4, 9))]
    kept = [key.rpartition("device:")[2] for key in reception.valkey.scan_iter(reception.key("device:*"), count=1000)]
    assert sorted(kept) == [device.id for device in roll().devices]


def test_the_name_that_a_device_bears_now_is_not_the_one_forgotten(reception, says, roll):
    for n in range(9):
        says(replace(SCREEN, screen=f"nom-{9 - n}"))  # all at one moment
        assert f"7:nom-{9 - n}" in {device.id for device in roll().devices}
    reception.clock.forward(seconds=1)
    says(replace(SCREEN, screen=""))
    assert "7" in {device.id for device in roll().devices}
    assert len(roll().devices) == 3


def test_it_is_so_since_its_state_or_its_sound_became_so(reception, says, roll):
    says()
    began = utc(reception.clock.at)
    reception.clock.forward(seconds=15)
    says(replace(SCREEN, version=13, hash="11111111"))
    assert roll().devices[0].since == began
    reception.clock.forward(seconds=15)
    says(replace(SCREEN, sound=Sound.LOCKED))
    assert roll().devices[0].since == utc(reception.clock.at)


def test_a_device_that_says_nothing_for_a_minute_is_silent(reception, says, roll):
    says()
    reception.clock.forward(milliseconds=keys.DEVICE_SILENT_MS)
    assert not roll().devices[0].silent
    reception.clock.forward(milliseconds=1)
    assert roll().devices[0].silent


def test_a_device_that_comes_back_is_so_since_then(reception, says, roll):
    says()
    reception.clock.at += SILENT + timedelta(seconds=1)
    says()
    [screen] = roll().devices
    assert (screen.silent, screen.since) == (False, utc(reception.clock.at))


def test_a_clock_that_was_set_far_back_makes_a_device_silent_until_it_speaks_again(reception, says, roll):
    says()
    reception.clock.forward(hours=-1)
    assert roll().devices[0].silent
    says()
    assert not roll().devices[0].silent


def test_a_device_that_is_gone_is_told_of_for_eight_days(reception, says, roll):
    says()
    reception.clock.at += KEPT
    assert len(roll().devices) == 1
    reception.clock.forward(milliseconds=1)
    assert roll().devices == ()


def test_what_is_gone_is_cleared_away_by_whoever_speaks_next(reception, says):
    says()
    reception.clock.at += KEPT + timedelta(seconds=1)
    says(KIOSK, 3, Role.KIOSK)
    assert reception.valkey.zrange(reception.key("devices"), 0, -1) == ["3"]


def test_a_device_that_staff_do_not_want_to_hear_of_is_forgotten_until_it_speaks(reception, says, roll):
    says()
    says(KIOSK, 3, Role.KIOSK)
    forget(reception.queue, reception.site, "7:salle")
    assert [device.id for device in roll().devices] == ["3"]
    assert not reception.valkey.exists(reception.key("device:7:salle"))
    says()
    assert [device.id for device in roll().devices] == ["3", "7:salle"]


def test_what_a_device_says_is_no_change_of_the_queue(reception, says):
    says()
    assert reception.journal() == []
    assert reception.board().version == 0


def test_the_devices_of_one_site_are_not_told_at_another(reception, says):
    says()
    assert read_devices(reception.queue, replace(reception.site, id="ailleurs")).devices == ()


def test_with_the_devices_comes_when_the_queue_last_changed(reception, says, roll):
    reception.ticket()
    changed = utc(reception.clock.at)
    reception.clock.forward(seconds=30)
    says()
    assert (roll().changed_at, roll().at) == (changed, utc(reception.clock.at))


def test_what_another_build_kept_is_read_as_far_as_it_is_known(reception, says, roll):
    says()
    key = reception.key("device:7:salle")
    kept = json.loads(reception.valkey.hget(key, "said"))
    reception.valkey.hset(key, "said", json.dumps(kept | {"colour": "blue"}))
    assert roll().devices[0].said == SCREEN


@pytest.mark.parametrize("word", ["state", "sound"])
def test_one_whose_state_only_another_build_knows_is_not_told_of_and_the_others_are(reception, says, roll, word):
    says()
    says(KIOSK, 3, Role.KIOSK)
    key = reception.key("device:7:salle")
    kept = json.loads(reception.valkey.hget(key, "said"))
    reception.valkey.hset(key, "said", json.dumps(kept | {word: "dreaming"}))
    assert [device.id for device in roll().devices] == ["3"]
