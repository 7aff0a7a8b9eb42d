"""docs/estimate.md tells how good the estimate is. A smaller backtest, always over the same days, holds it to that."""

from __future__ import annotations

import re

import pytest

from bench.waits.backtest import days, score
from bench.waits.kinds import KINDS, LONG, RUSH
from bench.waits.predictors import KEPT, NAIVE, PREDICTORS
from tests.architecture.reading import ROOT

PAGE = (ROOT / "docs/estimate.md").read_text("utf-8")
DAYS = range(8)
ROW = re.compile(r"^\| ([a-z ]+) \| (\d+) % \| ([\d.]+) \| ([\d.]+) \| (\d+) \|", re.MULTILINE)


@pytest.fixture(scope="module")
def seen():
    """Who had to wait on some days of each kind."""
    return {kind.name: list(days(kind, DAYS)) for kind in KINDS}


def test_the_page_has_a_row_for_each_kind_of_day():
    assert [name for name, *_ in ROW.findall(PAGE)] == [kind.name for kind in KINDS]


def test_four_waits_in_five_lie_inside_what_was_told(seen):
    """All kinds of days together, those on which something goes wrong among them."""
    everybody = [each for kind in seen.values() for each in kind]
    found = score(PREDICTORS[KEPT], everybody)
    assert found.inside >= 0.8
    assert found.told >= 0.98


@pytest.mark.parametrize(("name", "inside"), [(name, int(inside) / 100) for name, inside, *_ in ROW.findall(PAGE)])
def test_a_kind_of_day_is_told_about_as_truly_as_the_page_says(seen, name, inside):
    """Eight days are not sixty."""
    assert score(PREDICTORS[KEPT], seen[name]).inside == pytest.approx(inside, abs=0.1)


def test_its_middle_errs_less_than_the_naive_mean(seen):
    everybody = [each for kind in seen.values() for each in kind]
    kept, naive = (score(PREDICTORS[name], everybody, ratios) for name, ratios in ((KEPT, None), (NAIVE, (1, 1))))
    assert kept.error_min < 0.92 * naive.error_min


def test_the_same_seed_is_the_same_day():
    first, again = ([each.person.waited_s for each in days(LONG, [3])] for _ in range(2))
    other = [each.person.waited_s for each in days(LONG, [4])]
    assert first == again != other


def test_an_estimate_that_counts_half_of_those_ahead_is_found_out(seen):
    """The test of these tests: what is told then holds the truth far less often."""
    rush = seen[RUSH.name]
    halved = [
        wait.low_min <= each.person.waited_s / 60 <= wait.high_min
        for each in rush
        if (wait := each.forecast.wait(each.person.need, each.ahead // 2))
    ]
    assert sum(halved) / len(halved) < score(PREDICTORS[KEPT], rush).inside - 0.3
