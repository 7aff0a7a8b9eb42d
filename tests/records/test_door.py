"""Who gets in, as each database keeps it: people, their tries and sessions, devices, pairings, PINs."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Barrier

import pytest
from argon2 import PasswordHasher
from sqlalchemy import func, select

from server.domain.devices import UnknownDeviceError
from server.domain.pairing import EVERY, LASTS, PairingOverError, UnknownCodeError
from server.domain.people import COMMAND, Job, Role
from server.domain.sign_in import SESSION_LIFE, SESSION_UNSEEN, SignInLockedError
from server.domain.staffing import LastAdminError, NameTakenError
from server.domain.strangers import UnknownStrangerError
from server.records import passwords, pins
from server.records.catalogue import Catalogue
from server.records.devices import Devices
from server.records.door_tables import DeviceRow, PairingRow, SessionRow, StrangerRow
from server.records.pairings import Pairings
from server.records.people import People
from server.records.people_changes import PeopleChanges
from server.records.pins import Pins
from server.records.saving import add_site
from server.records.sessions import Sessions
from server.records.subjects import Subjects
from server.records.trail import Trail
from tests.support.duchere import PLAIN
from tests.support.hands import Hands
from tests.support.pairing import ADDRESS

NAME, PASSWORD = "Zoé Martin", "un long mot de passe"


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Argon2 with as little work as it takes: its strength is not what these tests are about."""
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    monkeypatch.setattr(passwords, "_NOBODY", passwords._hash_of_no_password())
    monkeypatch.setattr(pins, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def here(store):
    """The records of one site."""
    add_site(Catalogue(store), PLAIN, COMMAND)
    return store


@pytest.fixture
def hands(here):
    return Hands(here)


@pytest.fixture
def zoe(here):
    return People(here).add(NAME, Job.MANAGER, PASSWORD)


def at_once(times, act, *refusals):
    """What so many get who do the same at the same moment; the class of the refusal in place of an answer."""
    together = Barrier(times)

    def one(number):
        together.wait()
        try:
            return act(number)
        except refusals as refusal:
            return type(refusal)

    with ThreadPoolExecutor(times) as crowd:
        return list(crowd.map(one, range(times)))


def count(store, table):
    with store.session() as session:
        return session.scalar(select(func.count()).select_from(table))


def test_somebody_is_kept_as_they_were_added(here, zoe):
    assert People(here).named(f"  {NAME} ") == People(here).find(zoe.id) == zoe
    assert (zoe.sites, zoe.job, zoe.active, zoe.must_change) == ((PLAIN.id,), Job.MANAGER, True, False)


def test_of_many_who_take_one_name_at_once_one_has_it(here):
    added = at_once(4, lambda _: People(here).add(NAME, Job.MEDIATOR, PASSWORD).name, NameTakenError)
    assert sorted(map(str, added)) == sorted([NAME, *[str(NameTakenError)] * 3])
    assert [entry.change.what for entry in Trail(here).newest(None, 100)].count("person.added") == 1


def test_a_name_that_is_changed_to_somebody_elses_stays_as_it_was(here, zoe):
    karim = People(here).add("Karim", Job.MEDIATOR, PASSWORD)
    with pytest.raises(NameTakenError):
        PeopleChanges(here).change(karim.id, NAME, Job.MEDIATOR, karim.sites, COMMAND)
    assert People(here).find(karim.id) == karim


def test_two_admins_who_shut_each_other_out_at_once_leave_one(here):
    both = [People(here).add(name, Job.ADMIN, PASSWORD).id for name in ("Aïcha", "Karim")]
    assert set(at_once(2, lambda which: PeopleChanges(here).leave(both[which], COMMAND), LastAdminError)) == {
        None,
        LastAdminError,
    }
    assert [person.active for person in People(here).everyone()].count(True) == 1


def test_of_many_wrong_passwords_at_once_three_are_looked_at(here, zoe, hands):
    looks = at_once(8, lambda _: People(here).sign_in(NAME, "devinette"), SignInLockedError)
    assert (looks.count(None), looks.count(SignInLockedError)) == (3, 5)
    hands.move(days=2)
    assert People(here).sign_in(NAME, PASSWORD) == zoe


def test_a_session_that_nobody_uses_ends_to_the_second_and_leaves_with_the_next(here, zoe, hands):
    token = Sessions(here).open(zoe)
    hands.move(seconds=SESSION_UNSEEN.total_seconds() - 1)
    Sessions(here).open(zoe)
    assert count(here, SessionRow) == 2
    hands.move(seconds=1)
    assert Sessions(here).recognise(token) is None
    Sessions(here).open(zoe)
    assert count(here, SessionRow) == 2


def test_a_session_in_use_ends_to_the_second(here, zoe, hands):
    token, begun = Sessions(here).open(zoe), hands.now
    while hands.now + SESSION_UNSEEN < begun + SESSION_LIFE:
        hands.move(seconds=SESSION_UNSEEN.total_seconds() - 1)
        assert Sessions(here).recognise(token) == zoe
    hands.now = begun + SESSION_LIFE - timedelta(seconds=1)
    assert Sessions(here).recognise(token) == zoe
    hands.move(seconds=1)
    assert Sessions(here).recognise(token) is None


def test_whoever_leaves_is_in_no_session_any_more(here, zoe):
    token = Sessions(here).open(zoe)
    PeopleChanges(here).leave(zoe.id, COMMAND)
    assert Sessions(here).recognise(token) is None
    assert People(here).sign_in(NAME, PASSWORD) is None


def test_a_device_is_known_by_its_token_until_it_is_revoked(here):
    token = Devices(here).create(PLAIN.id, Role.KIOSK)
    found = Devices(here).recognise(token)
    Devices(here).rename(found.id, "Borne de l’entrée", COMMAND)
    Devices(here).reload(found.id, COMMAND)
    assert Devices(here).recognise(token) == replace(found, reloads=1)
    assert [each.name for each in Devices(here).known({PLAIN.id})] == ["Borne de l’entrée"]
    Devices(here).revoke(found.id, COMMAND)
    assert Devices(here).recognise(token) is None
    assert Devices(here).revoked({found.id, found.id + 1}) == {found.id, found.id + 1}
    with pytest.raises(UnknownDeviceError):
        Devices(here).find(found.id)


def test_of_many_who_type_one_code_at_once_one_lets_the_device_in(here, zoe):
    pairings = Pairings(here, b"only for tests")
    opened = pairings.open(Role.KIOSK, PLAIN.id, ADDRESS)
    names = at_once(4, lambda who: pairings.approve(opened.code, zoe, PLAIN.id, str(who)) and who, UnknownCodeError)
    assert names.count(UnknownCodeError) == 3
    assert pairings.claim(opened.proof).name in map(str, names)


def test_of_many_who_fetch_one_token_at_once_one_gets_it(here, zoe):
    pairings = Pairings(here, b"only for tests")
    opened = pairings.open(Role.KIOSK, PLAIN.id, ADDRESS)
    pairings.approve(opened.code, zoe, PLAIN.id, "Borne")
    given = at_once(4, lambda _: pairings.claim(opened.proof).token, PairingOverError)
    assert given.count(PairingOverError) == 3
    assert (count(here, DeviceRow), count(here, PairingRow)) == (1, 0)
    [token] = [each for each in given if each is not PairingOverError]
    assert Devices(here).recognise(token).site == PLAIN.id


def test_a_code_is_over_to_the_second_and_leaves_with_the_next(here, zoe, hands):
    pairings = Pairings(here, b"only for tests", here.clock)
    opened = pairings.open(Role.PRINTER, None, ADDRESS)
    assert pairings.claim(opened.proof) is None
    hands.move(seconds=(LASTS - EVERY).total_seconds())
    assert pairings.claim(opened.proof) is None
    hands.move(seconds=EVERY.total_seconds())
    with pytest.raises(UnknownCodeError):
        pairings.find(opened.code, zoe)
    pairings.open(Role.PRINTER, None, ADDRESS)
    assert count(here, PairingRow) == 1


def test_of_many_who_make_a_pin_at_once_one_has_the_one_that_fits(here):
    made = at_once(4, lambda _: Pins(here).make(PLAIN.id))
    kept = Pins(here).find(PLAIN.id)
    assert any(pins.fits(kept, pin) for pin in made)


def test_who_knocks_twice_at_once_has_one_code_that_opens(here, zoe):
    subjects = Subjects(here, b"only for tests")
    codes = at_once(4, lambda _: subjects.knock("https://provider.example zoe-there"))
    assert count(here, StrangerRow) == 1
    opened = at_once(4, lambda which: subjects.let_in(codes[which], zoe.id, COMMAND), UnknownStrangerError)
    assert (opened.count(zoe), opened.count(UnknownStrangerError)) == (1, 3)
