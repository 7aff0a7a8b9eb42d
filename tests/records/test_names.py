"""Names in each database: found however they are written, somebody's once, and guessed at as one."""

from __future__ import annotations

import ast

import pytest
import sqlalchemy as sa

from server.domain.people import COMMAND, Job
from server.domain.sign_in import SignInLockedError
from server.domain.staffing import NameTakenError, NameUnusableError
from server.records.people import People, usable
from server.records.people_changes import PeopleChanges
from server.records.store import MIGRATIONS, Store
from tests.architecture.reading import imported
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


def come_along(database, *names):
    """The people of the version before, as they are called now, in the order in which they came."""
    earlier = Store(database)
    at(earlier, "0005")
    with earlier.engine.begin() as connection:
        for number, name in enumerate(names, 1):
            connection.execute(
                sa.text("INSERT INTO people VALUES (:id, :name, 'admin', 'hash', '2026-11-23 09:00:00+00:00')"),
                {"id": number, "name": name},
            )
    earlier.upgrade()
    people = sorted(People(earlier).everyone(), key=lambda person: person.id)
    # Each is found by what they are called, and the code takes that for a name.
    assert [People(earlier).named(person.name.upper()).id for person in people] == list(range(1, len(names) + 1))
    assert [usable(person.name) for person in people] == [person.name for person in people]
    assert not [table for table in sa.inspect(earlier.engine).get_table_names() if table.startswith("_alembic_tmp")]
    earlier.engine.dispose()
    return tuple(person.name for person in people)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("Zoé", "zoe (2)", "zoe", "ZOÉ", "Karim"), ("Zoé", "zoe (2)", "zoe (3)", "ZOÉ (4)", "Karim")),
        # Whoever has the number already, and comes later: the very name, and the name but for its capital.
        (("Zoé", "zoe", "zoe (2)"), ("Zoé", "zoe (3)", "zoe (2)")),
        (("Zoé", "zoe", "Zoe (2)"), ("Zoé", "zoe (3)", "Zoe (2)")),
        (("Zoé", "zoe", "zoe (2)", "ZOE (2)"), ("Zoé", "zoe (3)", "zoe (2)", "ZOE (2) (2)")),
        (("Anne-Marie", "Anne\u2011Marie"), ("Anne-Marie", "Anne\u2011Marie (2)")),
    ],
)
def test_two_whose_names_were_two_in_an_earlier_version_stay_two_and_nobody_else_is_renamed(database, before, after):
    assert come_along(database, *before) == after


def test_names_too_long_once_folded_are_cut_as_far_as_that_asks(database):
    assert come_along(database, "ß" * 60, "ß" * 61, "é" * 100, "e" * 100) == (
        "ß" * 50,
        "ß" * 48 + " (2)",
        "é" * 100,
        "e" * 96 + " (2)",
    )


@pytest.mark.parametrize("module", sorted((MIGRATIONS / "versions").glob("*.py")), ids=lambda path: path.stem)
def test_a_migration_does_tomorrow_what_it_did_today(module):
    assert not [name for name in imported(ast.parse(module.read_text("utf-8"))) if name.startswith("server")]
