"""The dice of the estimate: times for each play, drawn from what people lately took.

Every play has its own pace and every person their own draw, each the same for every outlook. Over all plays a person's
draws are spread evenly over the times known (a Latin hypercube): few plays then tell as much as many.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import exp, log
from statistics import NormalDist, fmean
from typing import Final

PLAYS: Final = 60
OWN_SERVICES: Final = 5
"""A need of which fewer times are known borrows those of all others."""
LEAST_LONGER: Final = 3
"""Where fewer took longer than somebody who is still there, nobody knows how much longer that one will take."""
DAY_DOUBT: Final = 0.18
"""How far a whole day's pace strays from the one before (standard deviation of its logarithm)."""


class Draws:
    """The times of every play, in seconds, drawn from those that people lately took (`services`, by need)."""

    def __init__(self, services: Mapping[str, Sequence[float]], everybody: Sequence[float]) -> None:
        self._own = {need: sorted(times) for need, times in services.items() if len(times) >= OWN_SERVICES}
        self._everybody = everybody
        self._whole: dict[str, list[float]] = {}

    def times(self, need: str) -> Sequence[float]:
        """The times known of a need, in order; those of all where too few are its own, or the line is no need."""
        return self._own.get(need, self._everybody)

    def service(self, n: int, need: str) -> list[float]:
        """What the n-th person to be called will take, in each play."""
        if need not in self._whole:
            times = self.times(need)
            self._whole[need] = [times[int((part + 0.5) / PLAYS * len(times))] for part in range(PLAYS)]
        whole = self._whole[need]
        return [whole[part] * pace for part, pace in zip(_parts(f"person {n}"), _paces(), strict=True)]

    def rest(self, n: int, need: str, busy_s: float) -> list[float]:
        """What the n-th counter still takes for somebody it has had for `busy_s`; nothing, with the need "".

        As the people who took longer than that did. Beyond them nobody knows: as though they had just begun.
        """
        if not need:
            return [0.0] * PLAYS
        times = self.times(need)
        longer = times[bisect(times, busy_s) :]
        chances = [(part + 0.5) / PLAYS for part in _parts(f"counter {n}")]
        if len(longer) < LEAST_LONGER:
            return [-log(1 - chance) * fmean(times) for chance in chances]
        return [longer[int(chance * len(longer))] - busy_s for chance in chances]


@lru_cache(maxsize=256)
def _parts(whose: str) -> tuple[int, ...]:
    """Which part of the times each play draws from for somebody: every part once, in an order of their own."""
    order = list(range(PLAYS))
    random.Random(whose).shuffle(order)  # nosec B311  # noqa: S311 - dice, and the same ones each time
    return tuple(order)


@lru_cache
def _paces() -> tuple[float, ...]:
    """How much slower than of late the whole day goes in each play."""
    standard = NormalDist()
    return tuple(exp(DAY_DOUBT * standard.inv_cdf((part + 0.5) / PLAYS)) for part in _parts("day"))
