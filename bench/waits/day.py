"""A day at a site played person by person, and what the live queue would have known whenever somebody came."""

from __future__ import annotations

import heapq
import itertools
import random
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import exp
from typing import Final

from bench.waits.kinds import HOUR, MEANS_MIN, MINUTE, OPEN_S, SHARES, SPREAD, Absence, Kind
from server.domain.estimate import PAUSE_S, Desk, Forecast, Outlook, at_work, forecast
from server.queues.keys import TIMES_KEPT, WAITS_KEPT

LATE: Final = 0.05
"""The share of people who do not come when they are called: two to three minutes of a counter for nobody."""
PRIORITY: Final = 0.08
HEAD_START_S: Final = 15 * MINUTE
NOTES_S: Final = 75.0
"""What a mediator still writes, on average, once a person has gone."""
PACE_OF_DAYS: Final = 0.12
PACE_OF_PEOPLE: Final = 0.15
"""How far days, and mediators, stray from the usual pace (standard deviation of its logarithm)."""


@dataclass(slots=True)
class Person:
    """Somebody who comes; what they had to wait is known in the end, what was played for them when they come."""

    at_s: float
    need: str
    head_start_s: float
    takes_s: float
    waited_s: float = 0.0
    foreseen_s: float | None = None

    @property
    def place(self) -> float:
        """Who is called first, as the queue orders them."""
        return self.at_s - self.head_start_s


@dataclass(frozen=True, slots=True)
class Seen:
    """What was known when a person took their ticket.

    head_s  how long the first of those ahead has waited; None with nobody ahead
    kept    every counter at work that serves them had somebody in hand: they had to wait
    """

    person: Person
    outlook: Outlook
    forecast: Forecast
    ahead: int
    head_s: float | None
    kept: bool


@dataclass(slots=True)
class Memory:
    """What the live queue remembers: how long people took, also yesterday; how long they waited today."""

    times: deque[tuple[str, float]] = field(default_factory=lambda: deque(maxlen=TIMES_KEPT))
    waits: deque[tuple[float, float]] = field(default_factory=lambda: deque(maxlen=WAITS_KEPT))

    def services(self) -> dict[str, list[float]]:
        """Times by need."""
        found: dict[str, list[float]] = {}
        for need, seconds in self.times:
            found.setdefault(need, []).append(seconds)
        return found


@dataclass(slots=True)
class _Counter:
    """`bound`: an event of its own will come; without one it waits for somebody to come."""

    needs: frozenset[str]
    pace: float
    closed: bool = False
    acted_s: float = 0.0
    hand: Person | None = None
    taken_s: float = 0.0
    bound: bool = False


class Day:
    """One day. Its dice are its own: the same seed gives the same day."""

    def __init__(self, kind: Kind, seed: int, memory: Memory) -> None:
        self._kind, self._memory = kind, memory
        self._dice = random.Random(f"{kind.name} {seed}")
        pace = exp(self._dice.gauss(0, PACE_OF_DAYS))
        self._counters = [_Counter(needs, pace * exp(self._dice.gauss(0, PACE_OF_PEOPLE))) for needs in kind.counters]
        self._absences: dict[int, Absence] = {absence.counter: absence for absence in kind.absences}
        self._waiting: list[Person] = []
        self._order = itertools.count()
        self._events: list[tuple[float, int, Person | int]] = []
        memory.waits.clear()

    def pass_by(self) -> None:
        """Let the day pass: only what was remembered is of use afterwards."""
        for _ in self._comings():
            pass

    def play(self) -> list[Seen]:
        """Everybody who came, in the order they came."""
        return [self._seen(person, now) for person, now in self._comings()]

    def _comings(self) -> Iterator[tuple[Person, float]]:
        """The day; stands still while somebody is at the kiosk."""
        for person in self._arrivals():
            self._plan(person.at_s, person)
        while self._events:
            now, _, what = heapq.heappop(self._events)
            if isinstance(what, Person):
                yield what, now
                self._waiting.append(what)
                self._waiting.sort(key=lambda each: each.place)
                self._wake(now)
            else:
                self._turn(self._counters[what], what, now)

    def _plan(self, at_s: float, what: Person | int) -> None:
        heapq.heappush(self._events, (at_s, next(self._order), what))

    def _arrivals(self) -> Iterator[Person]:
        kind, dice = self._kind, self._dice
        mean_s = sum(SHARES[need] * MEANS_MIN[need] for need in SHARES) * MINUTE + NOTES_S
        times = [dice.uniform(0, 4 * MINUTE) for _ in range(kind.door)]
        at_s = 0.0
        while (at_s := at_s + dice.expovariate(kind.load * len(kind.counters) / mean_s)) < OPEN_S:
            times.append(at_s)
        hard = next((at_s for at_s in sorted(times) if at_s > HOUR), None) if kind.long_s else None
        for at_s in sorted(times):
            (need,) = dice.choices(list(SHARES), list(SHARES.values()))
            head_start_s = HEAD_START_S if dice.random() < PRIORITY else 0.0
            takes_s = MEANS_MIN[need] * MINUTE * exp(dice.gauss(-SPREAD * SPREAD / 2, SPREAD))
            if dice.random() < LATE:
                takes_s = dice.uniform(2, 3) * MINUTE
            yield Person(at_s, need, head_start_s, kind.long_s if at_s == hard else takes_s)

    def _wake(self, now: float) -> None:
        """A free mediator sees after a moment that somebody came."""
        for n, counter in enumerate(self._counters):
            if not counter.bound:
                counter.bound = True
                self._plan(now + self._dice.uniform(5, 45), n)

    def _turn(self, counter: _Counter, n: int, now: float) -> None:
        """A counter is done with somebody, or with its notes, or is back from an absence."""
        counter.bound = False
        absence = self._absences.get(n)
        if counter.hand:
            self._memory.times.append((counter.hand.need, now - counter.taken_s))
            counter.hand, counter.acted_s, counter.bound = None, now, True
            self._plan(now + self._dice.expovariate(1 / NOTES_S), n)
        elif absence and now >= absence.at_s:
            del self._absences[n]
            counter.closed, counter.bound = absence.told, True
            self._plan(now + absence.for_s, n)
        else:
            counter.closed = False
            self._call(counter, n, now)

    def _call(self, counter: _Counter, n: int, now: float) -> None:
        person = next((each for each in self._waiting if each.need in counter.needs), None)
        if person is None:
            return
        self._waiting.remove(person)
        person.waited_s = now - person.at_s
        if not person.head_start_s and person.foreseen_s is not None:
            self._memory.waits.append((person.waited_s, person.foreseen_s))
        # As lua/pace.lua: the notes after the visit before are part of what each visit costs who waits.
        could_s = max(counter.acted_s, person.at_s)
        counter.taken_s = could_s if now - could_s < PAUSE_S else now
        counter.hand, counter.acted_s, counter.bound = person, now, True
        self._plan(now + person.takes_s * counter.pace, n)

    def _seen(self, person: Person, now: float) -> Seen:
        desks, rivals = tuple(self._desks(now)), self._rivals()
        mine = [each for each in self._waiting if each.place <= person.place and each.need in rivals[person.need]]
        queue = tuple(each.need for each in self._waiting)
        outlook = Outlook(desks, queue, self._memory.services(), rivals, tuple(self._memory.waits))
        foreseen = forecast(outlook)
        if wait := foreseen.wait(person.need, len(mine)):
            # As lua/issue.lua keeps it.
            person.foreseen_s = (wait.low_min + wait.high_min) / 2 * MINUTE / foreseen.lag
        return Seen(
            person,
            outlook,
            foreseen,
            len(mine),
            max((now - each.at_s for each in mine), default=None),
            all(desk.need for desk in desks if person.need in desk.lines),
        )

    def _rivals(self) -> dict[str, frozenset[str]]:
        served = self._kind.counters
        return {need: frozenset[str]().union(*(needs for needs in served if need in needs)) for need in SHARES}

    def _desks(self, now: float) -> Iterator[Desk]:
        for counter in self._counters:
            first_s = min((each.at_s for each in self._waiting if each.need in counter.needs), default=now)
            hand_s = now - counter.taken_s if counter.hand else None
            if not counter.closed and at_work(now - counter.acted_s, hand_s, now - first_s):
                yield Desk(counter.needs, counter.hand.need if counter.hand else "", hand_s or 0.0)
