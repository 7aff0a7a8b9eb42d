"""The number as it is read; how it is counted is the queue's business (tests/queues/test_issue.py)."""

from __future__ import annotations

from server.domain.ticket import spaced


def test_people_read_a_thin_space_between_letter_and_digits():
    assert spaced("A012") == "A\u202f012"
    assert spaced("B1000") == "B\u202f1000"
