"""kill -9 of web processes and of Valkey while people are received: nothing answered is lost, nothing done twice.

Short in `make test`. `make chaos CYCLES=1000` prints the figures of a long one; it judges no time.
"""

from __future__ import annotations

import os

import pytest

from tests.support.storm import Storm

SHORT, LONG = 30, 1000
MEMBERS = 6
SEED = 20261124


@pytest.mark.timeout(6 * 3600)
def test_whatever_is_killed_while_people_are_received_nothing_answered_is_lost_or_doubled(arena, keys, long, capsys):
    cycles = int(os.environ.get("CYCLES", LONG)) if long else SHORT

    def tell(how_it_goes: str) -> None:
        if long:
            with capsys.disabled():
                print(f"\nchaos, seed {SEED}: {how_it_goes}", flush=True)

    figures = Storm(arena, keys, MEMBERS, SEED).rage(cycles, tell)
    assert figures.cycles == cycles
    assert figures.breaches == []
    assert (figures.found.lost, figures.found.doubles, figures.found.changed) == ([], [], [])
