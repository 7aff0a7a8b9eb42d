"""`python -m bench`: one table of what Accueil carries, each figure beside its yardstick and its target.

It asserts nothing: a machine may be slow or busy. Read the ratios, not the absolute figures.
"""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.crowd import Crowd, measure_crowd
from bench.depth import Sizes, measure_depths, measure_turn
from bench.desk import measure_desk
from bench.figures import measure_delays, measure_rates
from bench.first_screen import measure_first_screen
from bench.gate import measure_gate
from bench.pace import measure_pace
from bench.painted import measure_painted
from bench.paper import measure_road, weights
from bench.rooms import rooms, seeded_site
from bench.table import (
    HEADS,
    Row,
    crowd_rows,
    delay_rows,
    depth_rows,
    desk_rows,
    gate_rows,
    pace_rows,
    painted_rows,
    printed,
    rate_rows,
    road_rows,
    screen_rows,
    turn_rows,
    wait_rows,
    weight_rows,
)
from bench.waits.backtest import DAYS, measure_waits

FULL = Sizes(deep=100_000, shallow=10, crowded=100, each=1000, left=10_000, blocks=40, block=25)
QUICK = Sizes(deep=100, shallow=10, crowded=4, each=10, left=20, blocks=2, block=5)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure Accueil. Asserts nothing.")
    parser.add_argument("--quick", action="store_true", help="a few hundred requests: shows that it runs, no figures")
    quick = parser.parse_args().quick
    with tempfile.TemporaryDirectory(prefix="accueil-bench-") as folder:
        printed(_main_road(Path(folder), quick=quick))
        printed(gate_rows(measure_gate(Path(folder) / "gate", *((2, 50) if quick else (7, 1000)))))
        printed(_crowds(Path(folder), quick=quick))
        printed(_queue(Path(folder), quick=quick))
    printed(wait_rows(measure_waits(2 if quick else DAYS)))


def _main_road(folder: Path, *, quick: bool) -> Iterator[Row]:
    """Over HTTP and Socket.IO: the whole product."""
    rounds = 2 if quick else 7
    with rooms(folder) as at:
        cores, python = os.cpu_count(), platform.python_version()
        print(f"{cores} cores · Python {python} · Valkey {at.valkey}, AOF always", flush=True)
        yield HEADS
        yield from rate_rows(measure_rates(at, rounds, 100 if quick else 1000))
        yield from delay_rows(measure_delays(at, rounds, 50 if quick else 300))
        weighed = weights(1 if quick else 50)
        french = next(each for each in weighed if each.language == "fr")
        yield from road_rows(measure_road(at, folder, 5 if quick else 500), french)
        yield from weight_rows(weighed)
        yield from screen_rows(measure_first_screen(at, 2 if quick else 15))
        yield from painted_rows(measure_painted(at, 5 if quick else 100))
        yield from desk_rows(measure_desk(at, *((30, 3) if quick else (300, 100))))


def _crowds(folder: Path, *, quick: bool) -> Iterator[Row]:
    """Everybody who listens, on a web process of their own: as many as a town has, and all of them at one place."""
    displays, phones, calls = (8, 16, 2) if quick else (500, 2_000, 20)
    for sites in (8, 1):
        yield from crowd_rows(measure_crowd(folder / f"crowd-{sites}", Crowd(displays, phones, sites, calls)))


def _queue(folder: Path, *, quick: bool) -> Iterator[Row]:
    """The live queue alone, while no web server takes the processor's time."""
    site, sizes = seeded_site(folder), QUICK if quick else FULL
    yield from depth_rows(measure_depths(folder, site, sizes), sizes)
    yield from pace_rows(measure_pace(folder, site, *((2, 50) if quick else (12, 500))))
    yield from turn_rows(measure_turn(folder, site, sizes.left, 1 if quick else 3), sizes.left)


if __name__ == "__main__":
    main()
