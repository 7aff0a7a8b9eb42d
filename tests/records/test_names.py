"""Names in each database: found however they are written, somebody's once, and guessed at as one."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from server.domain.people import COMMAND, Job
from server.domain.sign_in import SignInLockedError
from server.domain.staffing import NameTakenError, NameUnusableError
from server.records.people import People
from server.records.people_changes import PeopleChanges
from server.records.store import Store
from tests.records.test_door import at_once, quick  # noqa: F401 - a fixture of theirs
from tests.records.test_upgrade import at

PASSWORD = "un long mot de passe"


@pytest.fixture
def aicha(store):
    return People(store).add("Aïcha N’Diaye", Job.ADMIN, PASSWORD)


@pytest.mark.parametrize("written", ["Aïcha N’Diaye", "aicha n'diaye", " AÏCHA  N´DIAYE ", "Ai\u0308cha N`Diaye"])
def test_somebody_signs_in_however_they_write_their_name(store, aicha, written):
    people = People(store)
    assert people.sign_in(written, PASSWORD) == people.named(written) == aicha
    assert aicha.name == "Aïcha N’Diaye"


@pytest.mark.parametrize("written", ["aïcha n’diaye", "AICHA N'DIAYE"])
def test_nobody_is_added_or_renamed_beside_a_name_that_is_written_otherwise(store, aicha, written):
    with pytest.raises(NameTakenError, match="les majuscules et les accents ne comptent pas"):
        People(store).add(written, Job.MEDIATOR, PASSWORD)
    karim = People(store).add("Karim", Job.ADMIN, PASSWORD)
    with pytest.raises(NameTakenError):
        PeopleChanges(store).change(karim.id, written, karim.job, (), COMMAND)
    assert People(store).everyone() == (aicha, karim)


def test_of_many_who_write_one_name_otherwise_at_once_one_has_it(store):
    names = ("Zoé", "zoé", "Zoe", "ZOÉ")
    added = at_once(4, lambda which: People(store).add(names[which], Job.ADMIN, PASSWORD).name, NameTakenError)
    assert added.count(NameTakenError) == 3


def test_ones_own_name_may_be_written_otherwise(store, aicha):
    changed = PeopleChanges(store).change(aicha.id, "AÏCHA NDIAYE", aicha.job, (), COMMAND)
    assert People(store).sign_in("aicha ndiaye", PASSWORD) == changed
    assert People(store).named("Aïcha N’Diaye") is None
    assert PeopleChanges(store).change(aicha.id, "Aïcha Ndiaye", aicha.job, (), COMMAND).name == "Aïcha Ndiaye"


def test_writing_a_name_otherwise_gives_no_more_guesses(store, aicha):
    for written in ("Aïcha N’Diaye", "aicha n'diaye", "AÏCHA N`DIAYE"):
        assert People(store).sign_in(written, "devinette") is None
    with pytest.raises(SignInLockedError):
        People(store).sign_in("aïcha  n´diaye", PASSWORD)


def test_a_new_password_opens_a_name_however_it_was_written_by_who_shut_it(store, aicha):
    for _ in range(3):
        People(store).sign_in("AICHA N'DIAYE", "devinette")
    PeopleChanges(store).give_password(aicha.id, "encore un mot de passe", COMMAND)
    assert People(store).sign_in("Aïcha N’Diaye", "encore un mot de passe") is not None


@pytest.mark.parametrize("name", ["\u0301", "\u0301 \u0308", "\ufdfa" * 20])
def test_a_name_of_accents_alone_or_of_one_sign_that_is_many_is_no_name(store, name):
    with pytest.raises(NameUnusableError):
        People(store).add(name, Job.ADMIN, PASSWORD)
    assert People(store).everyone() == ()


def test_people_stand_in_the_order_of_a_list_of_names(store):
    for name in ("Zoé", "élodie", "Aïcha", "Eva", "karim"):
        People(store).add(name, Job.ADMIN, PASSWORD)
    assert [person.name for person in People(store).everyone()] == ["Aïcha", "élodie", "Eva", "karim", "Zoé"]


def test_two_whose_names_were_two_in_an_earlier_version_stay_two_and_each_can_be_found(database):
    earlier = Store(database)
    at(earlier, "0005")
    with earlier.engine.begin() as connection:
        for number, name in enumerate(("Zoé", "zoe (2)", "zoe", "ZOÉ", "Karim"), 1):
            connection.execute(
                sa.text("INSERT INTO people VALUES (:id, :name, 'admin', 'hash', '2026-11-23 09:00:00+00:00')"),
                {"id": number, "name": name},
            )
    earlier.upgrade()
    names = {person.id: person.name for person in People(earlier).everyone()}
    assert names == {1: "Zoé", 2: "zoe (2)", 3: "zoe (3)", 4: "ZOÉ (4)", 5: "Karim"}
    assert {number: People(earlier).named(name.upper()).id for number, name in names.items()} == {
        number: number for number in names
    }
    earlier.engine.dispose()
