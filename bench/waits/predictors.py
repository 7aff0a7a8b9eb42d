"""Ways to foresee a wait: those of the literature, a mixture, and our own. Each says a middle in seconds, or None.

Whitt (1999) and Ibrahim and Whitt (2009) compare the first four for call centres, and name them so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from statistics import fmean, median
from typing import Final, TypeAlias

from bench.waits.day import Seen

Predictor: TypeAlias = Callable[[Seen], float | None]
NAIVE: Final = "queue length × mean"
KEPT: Final = "played out"


def queue_length(seen: Seen) -> float | None:
    """People ahead times the mean of recent times, shared among the counters: the naive mean."""
    each_s = _pace(seen)
    return None if each_s is None else seen.ahead * each_s


def queue_length_and_hands(seen: Seen) -> float | None:
    """The same with one more where every counter has somebody in hand (QLs)."""
    each_s = _pace(seen)
    return None if each_s is None else (seen.ahead + seen.kept) * each_s


def last_to_enter(seen: Seen) -> float | None:
    """What the last person called had waited (LES)."""
    return _lately(seen, 1)


def head_of_line(seen: Seen) -> float | None:
    """What the first of those ahead has waited until now (HOL)."""
    return queue_length_and_hands(seen) if seen.head_s is None else seen.head_s


def length_and_last(seen: Seen) -> float | None:
    """Halfway between queue length with hands, and what the last three to enter had waited."""
    length, lately = queue_length_and_hands(seen), _lately(seen, 3)
    return length if length is None or lately is None else (length + lately) / 2


def played(seen: Seen) -> float | None:
    """Our own: the middle of what domain/estimate.py says."""
    span = seen.forecast.span(seen.person.need, seen.ahead)
    return None if span is None else fmean(span)


def played_alone(seen: Seen) -> float | None:
    """The same without what it learns from the last people's waits."""
    middle = played(seen)
    return None if middle is None else middle / seen.forecast.lag


PREDICTORS: Final[Mapping[str, Predictor]] = {
    NAIVE: queue_length,
    "the same, and hands": queue_length_and_hands,
    "last to enter": last_to_enter,
    "head of line": head_of_line,
    "length and last": length_and_last,
    "played, waits unseen": played_alone,
    KEPT: played,
}


def _pace(seen: Seen) -> float | None:
    """Seconds after which one more is called: the mean time of late, shared by the counters that serve this need."""
    times = [seconds for each in seen.outlook.services.values() for seconds in each]
    desks = sum(seen.person.need in desk.lines for desk in seen.outlook.desks)
    return fmean(times) / desks if times and desks else None


def _lately(seen: Seen, people: int) -> float | None:
    waited = [waited_s for waited_s, _ in seen.outlook.waits[-people:]]
    return median(waited) if waited else None
