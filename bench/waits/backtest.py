"""The backtest: every predictor over the same days, against what people then waited.

`python -m bench.waits.backtest` prints the figures of docs/estimate.md.

Only those count who had to wait: they came when every counter that serves them had somebody in hand. A predictor of the
literature says one figure; its range is the one that held 80 % of the truth on other days, all kinds together.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, median, quantiles
from typing import Final

from bench.waits.day import Day, Memory, Seen
from bench.waits.kinds import KINDS, MINUTE, STEADY, Kind
from bench.waits.predictors import KEPT, NAIVE, PREDICTORS, Predictor
from server.domain.estimate import Wait, told

DAYS: Final = 60
DAYS_BEFORE: Final = 6
OTHER_DAYS: Final = range(10_000, 10_020)
EASE_S: Final = 5 * MINUTE
"""Ratios of waits of a minute say nothing: both are this much longer when they are compared."""


@dataclass(frozen=True, slots=True)
class Score:
    """How one predictor did on one kind of day; minutes. `told`: the share of people who were told anything."""

    people: int
    told: float
    inside: float
    error_min: float
    width_min: float


def days(kind: Kind, seeds: Iterable[int]) -> Iterator[Seen]:
    """Who had to wait on these days. Each begins with what is remembered of steady days at the same counters."""
    usual = Kind(STEADY.name, kind.counters)
    for seed in seeds:
        memory = Memory()
        for day_before in range(DAYS_BEFORE):
            Day(usual, 1_000_000 + seed * DAYS_BEFORE + day_before, memory).pass_by()
        yield from (seen for seen in Day(kind, seed, memory).play() if seen.kept)


def spread(predictor: Predictor, seen: Sequence[Seen]) -> tuple[float, float]:
    """Between which ratios to this predictor's figure 80 % of these people's waits lie."""
    known = [(each.person.waited_s, middle) for each in seen if (middle := predictor(each)) is not None]
    cuts = quantiles(((waited + EASE_S) / (middle + EASE_S) for waited, middle in known), n=10)
    return cuts[0], cuts[-1]


def score(predictor: Predictor, seen: Sequence[Seen], ratios: tuple[float, float] | None = None) -> Score:
    """A predictor's score. Without `ratios` the range is the one that the product tells."""
    inside, errors, widths = 0, [], []
    for each in seen:
        middle, waited_min = predictor(each), each.person.waited_s / MINUTE
        wait = each.forecast.wait(each.person.need, each.ahead) if ratios is None else _range(middle, ratios)
        if middle is None or wait is None:
            continue
        inside += wait.low_min <= waited_min <= wait.high_min
        errors.append(abs(middle / MINUTE - waited_min))
        widths.append(wait.high_min - wait.low_min)
    return Score(len(seen), len(errors) / len(seen), inside / len(errors), median(errors), fmean(widths))


def _range(middle: float | None, ratios: tuple[float, float]) -> Wait | None:
    return None if middle is None else told(*(max(0.0, (middle + EASE_S) * ratio - EASE_S) for ratio in ratios))


def measure_waits(how_many: int) -> Iterator[tuple[str, Score, Score]]:
    """Each kind of day by name, with what the product scores there and the naive mean."""
    for kind in KINDS:
        seen = list(days(kind, range(how_many)))
        yield kind.name, score(PREDICTORS[KEPT], seen), score(PREDICTORS[NAIVE], seen, (1, 1))


def main(how_many: int) -> None:
    """Print every predictor's score on every kind of day."""
    other = [each for kind in KINDS for each in days(kind, OTHER_DAYS)]
    ratios = {name: None if name == KEPT else spread(predictor, other) for name, predictor in PREDICTORS.items()}
    for kind in KINDS:
        seen = list(days(kind, range(how_many)))
        waited = median(each.person.waited_s for each in seen) / MINUTE
        print(f"\n{kind.name}: {len(seen)} people of {how_many} days, half of them waited {waited:.0f} min or more")
        for name, predictor in PREDICTORS.items():
            found = score(predictor, seen, ratios[name])
            print(
                f"  {name:<22} told {found.told:6.1%}  inside {found.inside:6.1%}  "
                f"median error {found.error_min:5.1f} min  width {found.width_min:5.1f} min"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else DAYS)
