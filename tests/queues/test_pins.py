"""Tries of the staff corner's PIN: counted before they are made, held up longer each time, for one site alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from server.domain.corner import FIRST_WAIT_MS, FREE_TRIES, LONGEST_WAIT_MS, new_pin
from server.queues.pins import count_try, forget_tries

DAY_MS = 86_400_000


@pytest.fixture
def tried(reception):
    """A function that tries a PIN and gives how long the next try has to wait, in milliseconds."""
    return lambda mark="mark", site=reception.site: count_try(reception.queue, site, mark)


def forward(reception, ms):
    reception.clock.at += timedelta(milliseconds=ms)


def test_a_hand_may_slip(tried):
    assert [tried() for _ in range(FREE_TRIES)] == [0] * FREE_TRIES
    assert tried() == FIRST_WAIT_MS


def test_each_further_try_doubles_the_wait_up_to_the_longest(reception, tried):
    waits = []
    for _ in range(FREE_TRIES - 1):
        tried()
    for _ in range(12):
        assert tried() == 0
        waits.append(tried())
        forward(reception, waits[-1])
    assert waits[:4] == [FIRST_WAIT_MS, 2 * FIRST_WAIT_MS, 4 * FIRST_WAIT_MS, 8 * FIRST_WAIT_MS]
    assert waits[-1] == LONGEST_WAIT_MS


def test_asking_during_the_wait_neither_counts_nor_lengthens_it(reception, tried):
    for _ in range(FREE_TRIES):
        tried()
    for _ in range(100):
        tried()
    forward(reception, FIRST_WAIT_MS - 1)
    assert tried() == 1
    forward(reception, 1)
    assert tried() == 0


def test_a_year_of_trying_day_and_night_reaches_one_pin_in_a_hundred(reception, tried):
    made, end = 0, reception.clock.at + timedelta(days=10)
    while reception.clock.at < end:
        wait = tried()
        made += wait == 0
        forward(reception, wait)
    assert made * 36.5 < 10 ** len(new_pin()) / 100


def test_the_right_pin_makes_the_wrong_tries_forgotten(reception, tried):
    for _ in range(FREE_TRIES - 1):
        tried()
    forget_tries(reception.queue, reception.site, "mark")
    assert [tried() for _ in range(FREE_TRIES)] == [0] * FREE_TRIES


def test_a_new_pin_is_not_held_up_by_tries_of_the_one_before(tried):
    for _ in range(FREE_TRIES):
        tried()
    assert tried() > 0
    assert tried("another mark") == 0


def test_one_site_locks_out_no_other(reception, tried):
    elsewhere = replace(reception.site, id="ailleurs")
    for _ in range(FREE_TRIES):
        tried()
    assert tried() > 0
    assert tried(site=elsewhere) == 0


def test_a_clock_that_was_set_back_keeps_nobody_out_for_as_long(reception, tried):
    for _ in range(FREE_TRIES):
        tried()
    forward(reception, -DAY_MS)
    assert tried() == LONGEST_WAIT_MS
    forward(reception, LONGEST_WAIT_MS)
    assert tried() == 0


def test_a_try_is_no_change_of_the_queue(reception, tried):
    tried()
    assert reception.journal() == []


def test_a_pin_has_six_digits_whatever_its_number(monkeypatch):
    monkeypatch.setattr("secrets.randbelow", lambda _: 7)
    assert new_pin() == "000007"
