"""Guessing at the door: the wait grows with each wrong password, and tells nothing of who exists."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from server.domain.people import Job
from server.domain.sign_in import LONGEST_WAIT, SignInLockedError, wait_after
from tests.support.devices import Mediator
from tests.support.hands import Hands
from tests.web.conftest import house_of

NAME, PASSWORD = "Zoé Martin", "un long mot de passe"
NOBODY = "Personne"


@pytest.fixture
def app(build):
    """An application of this test's own, in which Zoé works."""
    app = build()
    app.config["RATELIMIT_ENABLED"] = False
    house_of(app).people.add(NAME, Job.MEDIATOR, PASSWORD)
    return app


@pytest.fixture
def hands(app):
    return Hands(house_of(app).people.store)


@pytest.fixture
def door(app):
    """Each guess comes from an address of its own: no limit by address stands in its way."""
    visitors, count = [Mediator(app)], iter(range(10_000))

    def guess(name, password):
        number = next(count)
        address = {"REMOTE_ADDR": f"10.0.{number // 250}.{number % 250}"}
        answer = visitors[-1].sign_in(name, password, environ_base=address)
        if answer.status_code == 302:
            visitors.append(Mediator(app))
        return answer

    return guess


def wait_of(answer):
    return int(answer.headers["Retry-After"])


def test_after_three_wrong_passwords_each_next_look_waits_twice_as_long(door, hands):
    waits = []
    for _ in range(3):
        assert door(NAME, "devinette").status_code == 401
    for _ in range(12):
        locked = door(NAME, "devinette")
        assert locked.status_code == 429
        waits.append(wait_of(locked))
        hands.move(seconds=waits[-1])
        assert door(NAME, "devinette").status_code == 401
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]


def test_while_a_name_is_shut_even_the_right_password_is_not_looked_at(door, hands):
    for _ in range(3):
        door(NAME, "devinette")
    assert door(NAME, PASSWORD).status_code == 429
    hands.move(seconds=1)
    assert door(NAME, PASSWORD).headers["Location"] == "/staff/"


def test_a_wrong_password_while_the_name_is_shut_changes_nothing(door, hands):
    for _ in range(3):
        door(NAME, "devinette")
    for _ in range(20):
        assert wait_of(door(NAME, "devinette")) == 1
    hands.move(seconds=1)
    assert door(NAME, PASSWORD).status_code == 302


def test_the_right_password_forgets_the_wrong_ones(door):
    for _ in range(2):
        door(NAME, "devinette")
    assert door(NAME, PASSWORD).status_code == 302
    assert [door(NAME, "devinette").status_code for _ in range(4)] == [401, 401, 401, 429]


def test_wrong_passwords_are_forgotten_after_a_day(door, hands):
    for _ in range(3):
        door(NAME, "devinette")
    hands.move(days=1, seconds=1)
    assert [door(NAME, "devinette").status_code for _ in range(4)] == [401, 401, 401, 429]


def test_the_wait_is_told_kindly_in_seconds_then_in_minutes(door, hands):
    for _ in range(3):
        door(NAME, "devinette")
    assert "Attendez 1 seconde, puis réessayez." in door(NAME, PASSWORD).text
    for _ in range(8):
        hands.move(minutes=15)
        door(NAME, "devinette")
    assert "Attendez 5 minutes, puis réessayez." in door(NAME, PASSWORD).text


def test_a_name_that_nobody_has_is_shut_with_the_same_words_at_the_same_time(door, hands):
    seen = {NAME: [], NOBODY: []}
    for round_ in range(9):
        for name, answers in seen.items():
            answer = door(name, "devinette")
            page = answer.text.replace(name, "NAME")
            page = re.sub(r'(csrf_token" value|X-CSRFToken)"?[=:] ?"[^"]+"', "", page)
            answers.append((answer.status_code, answer.headers.get("Retry-After"), page))
        hands.move(seconds=round_)
    assert {status for status, *_ in seen[NAME]} == {401, 429}
    assert seen[NAME] == seen[NOBODY]


@pytest.mark.parametrize("written", ["zoé martin", " Zoé  Martin ", "Zoe\u0301 Martin"])
def test_writing_a_name_otherwise_gives_no_more_tries(door, written):
    for _ in range(3):
        door(NAME, "devinette")
    assert door(written, "devinette").status_code == 429


def test_one_shut_name_shuts_no_other(door):
    for _ in range(4):
        door(NOBODY, "devinette")
    assert door(NAME, PASSWORD).status_code == 302


def test_a_thousand_guesses_take_ten_days(app, hands):
    """Whoever guesses as fast as they may, night and day, has four looks an hour, and no luck between them."""
    people, began, looks = house_of(app).people, hands.now, 0
    while looks < 1000:
        try:
            assert people.sign_in(NAME, f"devinette {looks}") is None
            looks += 1
        except SignInLockedError as locked:
            with pytest.raises(SignInLockedError):
                people.sign_in(NAME, PASSWORD)
            hands.move(seconds=locked.extra["wait_s"])
    assert hands.now - began > timedelta(days=10)


@pytest.mark.parametrize("failures", [10, 64, 10_000, 10**9])
def test_the_wait_has_an_end_whatever_the_count(failures):
    assert wait_after(failures) <= LONGEST_WAIT


@pytest.mark.parametrize(
    "name",
    ["", " ", "\x00", "Zoé\x00Martin", "a" * 10_000, "\ud800".encode("utf-8", "surrogatepass"), "%_", "' OR 1=1 --"],
)
def test_a_name_that_cannot_be_is_refused_like_any_other(door, name):
    assert door(name, PASSWORD).status_code == 401


def test_many_at_the_same_moment_get_no_more_looks_than_one_after_the_other(app, hands):
    people, together = house_of(app).people, Barrier(8)

    def guess(_):
        together.wait()
        try:
            return people.sign_in(NAME, "devinette")
        except SignInLockedError:
            return "locked"

    with ThreadPoolExecutor(8) as guessers:
        answers = list(guessers.map(guess, range(8)))
    assert answers.count("locked") == 5
    assert answers.count(None) == 3
