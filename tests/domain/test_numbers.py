"""The number that is called, as it is counted and as it is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from server.domain.ticket import number_for, spaced

LETTERS = some.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


@pytest.mark.parametrize(("count", "number"), [(1, "A001"), (12, "A012"), (999, "A999"), (1000, "A1000")])
def test_a_number_has_three_digits_until_it_needs_four(count, number):
    assert number_for("A", count) == number


@given(LETTERS, LETTERS, some.integers(1, 5000), some.integers(1, 5000))
def test_two_numbers_are_the_same_only_for_the_same_letter_and_count(letter, other_letter, count, other_count):
    same = (letter, count) == (other_letter, other_count)
    assert (number_for(letter, count) == number_for(other_letter, other_count)) is same


def test_people_read_a_thin_space_between_letter_and_digits():
    assert spaced("A012") == "A\u202f012"
    assert spaced("B1000") == "B\u202f1000"
