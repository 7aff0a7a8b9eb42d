"""The page's clock goes on through a sleep, and nobody can set it."""

from __future__ import annotations

import pytest

from tests.support.modules import run

TOLD = """
let [wall, page] = [1_700_000_000_000, 5_000];
Date.now = () => wall;
performance.now = () => page;
const { now } = await load("display/room/clock.js");
return given.map(([by_wall, by_page]) => {
    [wall, page] = [wall + by_wall, page + by_page];
    return now() - 5_000;
});
"""


def test_it_goes_on_with_the_time():
    assert run(TOLD, [(250, 250), (1_000, 1_000), (60_000, 60_000)]) == [250, 1_250, 61_250]


def test_a_sleep_through_which_the_browsers_own_clock_stood_still_is_counted():
    assert run(TOLD, [(250, 250), (3_600_250, 250), (250, 250)]) == [250, 3_600_500, 3_600_750]


@pytest.mark.parametrize("set_by", [-3_600_000, -5_000, 2_900])
def test_a_clock_that_is_set_makes_nothing_older_or_younger(set_by):
    assert run(TOLD, [(250 + set_by, 250), (250, 250)]) == [250, 500]


def test_a_wall_clock_that_gains_on_the_pages_own_never_adds_up_to_a_leap():
    assert run(TOLD, [(2_250, 250)] * 10)[-1] == 2_500
