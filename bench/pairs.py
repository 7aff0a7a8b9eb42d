"""A figure beside its yardstick: measured by turns in small blocks, so that a slow moment of the machine meets both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import TypeVar

Figure = TypeVar("Figure")


@dataclass(frozen=True, slots=True)
class Pair:
    """Medians of the blocks, the median of their ratios, and between which two the middle half of the ratios lies."""

    ours: float
    bare: float
    ratio: float
    spread: tuple[float, float]
    samples: int


def by_turns(blocks: int, *measured: Callable[[], Figure]) -> list[tuple[Figure, ...]]:
    """What each gives in each block. Every other block runs them the other way round: nobody always comes first."""
    found: list[tuple[Figure, ...]] = []
    for block in range(blocks):
        order = range(len(measured)) if block % 2 == 0 else range(len(measured) - 1, -1, -1)
        figures = {place: measured[place]() for place in order}
        found.append(tuple(figures[place] for place in range(len(measured))))
    return found


def pair(ours: Sequence[float], bare: Sequence[float], samples: int) -> Pair:
    """Compare block by block; `samples`: how many single figures are behind each of the two."""
    ratios = [mine / theirs for mine, theirs in zip(ours, bare, strict=True)]
    low, _, high = quantiles(ratios, n=4, method="inclusive")
    return Pair(median(ours), median(bare), median(ratios), (low, high), samples)
