"""Refusals: each has a code of its own and a place in the table of problems."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from server.domain.errors import RefusalError
from server.problems import STATUSES


def kinds(of: type[RefusalError]) -> Iterator[type[RefusalError]]:
    for kind in of.__subclasses__():
        yield kind
        yield from kinds(kind)


REFUSALS = sorted(kinds(RefusalError), key=lambda kind: kind.__name__)


def test_every_code_is_used_once():
    codes = [kind.code for kind in REFUSALS]
    assert len(REFUSALS) > 10
    assert len(set(codes)) == len(codes)
    assert RefusalError.code not in codes


@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.code)
def test_a_refusal_has_its_status(kind):
    assert 400 <= STATUSES[kind] < 600
    assert kind.code == kind.code.lower()
    assert kind.__doc__


def test_the_table_of_problems_knows_no_refusal_that_is_gone():
    assert set(STATUSES) == set(REFUSALS)
