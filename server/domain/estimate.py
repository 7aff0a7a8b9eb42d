"""How long somebody will wait: the next hour is played out many times with the times that people lately took.

Each play gives everybody in the queue, and everybody at a counter, a time drawn from those of the last people with the
same need, and lets the counters at work take the first across the lines they serve, as the queue itself does. What is
told lies between two quantiles of the moments at which the plays reach a place. docs/estimate.md says what else was
tried, and how often this is right.

The draws (draws.py) are the same for every outlook: two looks at the same queue give the same minutes, and one person
more ahead never gives fewer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, exp, log
from statistics import fmean
from typing import Final

from server.domain.draws import PLAYS, Draws

DEPTH: Final = 60
"""People ahead who are played; who stands further back is told by the pace of these."""
COMING: Final = 8
"""People who may come while a forecast is in use, and are played as well."""
LOW: Final = 0.1
HIGH: Final = 0.92
"""Quantiles told. What lies between them, rounded to kind minutes, is meant to hold the truth four times in five; the
longer waits of a day on which something goes wrong take more than the middle four fifths of the plays."""
LEAST_SERVICES: Final = 3
"""Fewer people than these tell nothing of a site's pace."""
LAG_WAITS: Final = 6
LAG_TRUST: Final = 0.3
"""Of how much longer the last people waited than foreseen, a third is taken for today's pace, the rest for chance."""
LAG_EASE_S: Final = 300.0
"""Waits are compared as if both were this much longer: whether one lasted one minute or three says nothing."""
LONGEST_MIN: Final = 480
"""Beyond a working day there is nothing to tell."""

AWAY_S: Final = 45 * 60.0
"""A free counter that did nothing for so long counts for nothing. Lyon's sites see four people an hour: a mediator who
sits there does something more often; a counter that is open by default does nothing at all."""
PAUSE_S: Final = 10 * 60.0
"""A free counter that lets people wait for so long has nobody sitting at it."""
FORGOTTEN_S: Final = 2 * 3600.0
"""Whom a counter has had in hand for so long went home, and nobody said so."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A counter that works.

    lines    what it calls from: needs, `counter:ID`, `mediator:ID`
    need     of the person in its hands; "" when it is free
    busy_s   since when it has them, in seconds
    """

    lines: frozenset[str]
    need: str = ""
    busy_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Outlook:
    """What can be known at one moment.

    desks      the counters at work
    queue      the line of each person who waits, in the order of their places
    services   seconds that a counter lately took for a person, by need, from the moment it could have called them
    rivals     for each line those whose people count as ahead, itself included
    waits      seconds that the last people called had waited, and were played to wait, newest last
    """

    desks: tuple[Desk, ...]
    queue: tuple[str, ...]
    services: Mapping[str, Sequence[float]]
    rivals: Mapping[str, frozenset[str]]
    waits: Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Wait:
    """A wait as people are told it: whole minutes, 0 <= low <= high."""

    low_min: int
    high_min: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """The waits of a site at one moment.

    known    by line, seconds (low, high) with 0, 1, 2 … people ahead
    pace_s   by line, what each person more adds
    lag      how much longer people wait today than was played, which all of these hold already
    """

    known: Mapping[str, Sequence[tuple[float, float]]]
    pace_s: Mapping[str, float]
    lag: float

    def wait(self, line: str, ahead: int) -> Wait | None:
        """The wait in this line with so many ahead; None when no counter at work serves it or too little is known."""
        span = self.span(line, ahead)
        return None if span is None else told(*span)

    def span(self, line: str, ahead: int) -> tuple[float, float] | None:
        """The same in seconds, before it is rounded."""
        known = self.known.get(line)
        if known is None:
            return None
        if ahead < len(known):
            return known[ahead]
        low, high = known[-1]
        more_s = (ahead - len(known) + 1) * self.pace_s[line]
        return low + more_s, high + more_s


def at_work(idle_s: float, hand_s: float | None, unanswered_s: float) -> bool:
    """Whether somebody sits at an open counter, by what it does; all in seconds.

    idle_s        since it did anything
    hand_s        since it has somebody in hand; None when it is free
    unanswered_s  how long the first who waits for it could have been called by it
    """
    if hand_s is not None:
        return hand_s < FORGOTTEN_S
    return idle_s < AWAY_S and min(idle_s, unanswered_s) < PAUSE_S


def told(low_s: float, high_s: float) -> Wait | None:
    """Seconds as people are told them: outwards to whole steps, which grow with the wait. None beyond a working day.

    >>> told(130, 400), told(560, 1330)
    (Wait(low_min=0, high_min=10), Wait(low_min=5, high_min=25))
    """
    low = low_s / 60 // (step := _step(low_s / 60)) * step
    high = max(ceil(high_s / 60 / (step := _step(high_s / 60))) * step, 5)
    return Wait(int(low), high) if high <= LONGEST_MIN else None


def _step(minutes: float) -> int:
    """Who is told of an hour does not count single minutes."""
    return 5 if minutes <= 60 else 10 if minutes <= 120 else 30


def forecast(outlook: Outlook, pause: Callable[[], object] = lambda: None) -> Forecast:
    """Play the outlook out.

    `pause` is called before each person who is played and each line that is played on, a fraction of a millisecond
    apart: who has but one thread lets others have it meanwhile.
    """
    everybody = sorted(seconds for times in outlook.services.values() for seconds in times)
    if len(everybody) < LEAST_SERVICES:
        return Forecast({}, {}, 1.0)
    draws = Draws(outlook.services, everybody)
    free = [draws.rest(n, desk.need, desk.busy_s) for n, desk in enumerate(outlook.desks)]
    serving = {line: _serving(outlook.desks, line) for line in {*outlook.rivals, *outlook.queue}}
    known: dict[str, list[tuple[float, float]]] = {line: [] for line in outlook.rivals if serving[line]}
    for n, line in enumerate(outlook.queue[:DEPTH]):
        pause()
        # Where the counters are the same, so is the wait.
        seen = [own for own in known if line in outlook.rivals[own]]
        spans = {desks: _quantiles([free[desk] for desk in desks]) for desks in {serving[own] for own in seen}}
        for own in seen:
            known[own].append(spans[serving[own]])
        if desks := serving[line]:
            _take([free[desk] for desk in desks], draws.service(n, line))
    coming = [draws.service(len(outlook.queue) + more, "") for more in range(COMING)]
    ends: dict[tuple[int, ...], list[tuple[float, float]]] = {}
    for own, places in known.items():
        if (desks := serving[own]) not in ends:
            pause()
            ends[desks] = _play_on([[*free[desk]] for desk in desks], coming)
        places.extend(ends[desks])
    pause()
    lag = _lag(outlook.waits)
    return Forecast(
        known={line: [(low * lag, high * lag) for low, high in places] for line, places in known.items()},
        pace_s={line: lag * fmean(draws.times(line)) / len(serving[line]) for line in known},
        lag=lag,
    )


def _play_on(free: Sequence[list[float]], coming: Sequence[Sequence[float]]) -> list[tuple[float, float]]:
    """The spans behind the queue: of the next to come, and of those behind them, who may come for anything."""
    spans = [_quantiles(free)]
    for service in coming:
        _take(free, service)
        spans.append(_quantiles(free))
    return spans


def _take(free: Sequence[list[float]], service: Sequence[float]) -> None:
    """In each play, have somebody go to the one of these desks that is free first."""
    for play, (times, took) in enumerate(zip(zip(*free, strict=True), service, strict=True)):
        first = min(times)
        free[times.index(first)][play] = first + took


def _lag(waits: Sequence[tuple[float, float]]) -> float:
    """How much longer the last people waited than was played for them; nearer to 1 the fewer they are."""
    logs = [log((waited + LAG_EASE_S) / (foreseen + LAG_EASE_S)) for waited, foreseen in waits[-LAG_WAITS:]]
    return exp(LAG_TRUST * sum(logs) / LAG_WAITS)


def _serving(desks: Sequence[Desk], line: str) -> tuple[int, ...]:
    return tuple(n for n, desk in enumerate(desks) if line in desk.lines)


def _quantiles(free: Sequence[Sequence[float]]) -> tuple[float, float]:
    """When the first of these desks is free, early and late among the plays; `free` by desk, then by play."""
    starts = sorted(map(min, zip(*free, strict=True)))
    return starts[int(LOW * PLAYS)], starts[int(HIGH * PLAYS)]
