"""Who people are to their provider, as the records keep it: one account each, bound once, whoever is first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from server.domain.people import COMMAND, Job
from server.domain.strangers import SubjectTakenError, UnknownStrangerError
from server.records.people import People
from server.records.subjects import Subjects
from server.records.trail import Trail

THERE = "https://provider.example zoe-there"
LONGEST = f"https://{'p' * 248} {'s' * 255}"


@pytest.fixture
def subjects(store):
    """Nobody is bound yet."""
    return Subjects(store, b"only for tests")


@pytest.fixture
def people(store):
    """The ids of Zoé and Karim."""
    return [People(store).add(name, Job.MEDIATOR, "un long mot de passe").id for name in ("Zoé", "Karim")]


def test_an_account_belongs_to_one_person(subjects, people):
    zoe, karim = people
    subjects.link(zoe, THERE, COMMAND)
    with pytest.raises(SubjectTakenError):
        subjects.link(karim, THERE, COMMAND)
    assert subjects.person(THERE).id == zoe
    assert subjects.linked() == {zoe}


def test_the_longest_name_that_a_provider_may_give_is_kept_whole(subjects, people):
    assert len(LONGEST) == 512
    subjects.link(people[0], LONGEST, COMMAND)
    assert subjects.person(LONGEST).id == people[0]
    assert subjects.person(LONGEST[:-1]) is None


def test_of_two_who_type_one_code_at_once_one_is_too_late(subjects, people, store):
    code = subjects.knock(THERE)

    def type_it(person_id):
        try:
            return subjects.let_in(code, person_id, COMMAND).id
        except UnknownStrangerError:
            return None

    with ThreadPoolExecutor(2) as both:
        outcomes = list(both.map(type_it, people))
    assert sorted(outcome is None for outcome in outcomes) == [False, True]
    assert subjects.linked() == {outcome for outcome in outcomes if outcome is not None}
    assert [entry.change.what for entry in Trail(store).newest(None, 100)].count("person.linked") == 1


def test_who_knocks_again_waits_once_with_the_later_code(subjects, people):
    first, second = subjects.knock(THERE), subjects.knock(THERE)
    with pytest.raises(UnknownStrangerError):
        subjects.let_in(first, people[0], COMMAND)
    assert subjects.let_in(second, people[0], COMMAND).id == people[0]


def test_binding_again_what_is_bound_changes_nothing(subjects, people, store):
    for _ in range(2):
        subjects.link(people[0], THERE, COMMAND)
    assert [entry.change.what for entry in Trail(store).newest(None, 100)].count("person.linked") == 1
