"""The kinds of day that an estimate must stand: how many come, who receives them, and what goes wrong.

No site has published the times of its counters. These days are made up: the size of a site of the PIMMS (three
counters, some 33 people a day), and harder than its days are, for the counters are kept so busy that people have to
wait. How long people take is lognormal, as it was found where it was measured (Brown et al. 2005, at a bank's calls).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

HOUR: Final = 3600.0
MINUTE: Final = 60.0


@dataclass(frozen=True, slots=True)
class Absence:
    """A counter that stops at `at_s`, once it is free, for `for_s` seconds. `told`: it is closed, not just left."""

    counter: int
    at_s: float
    for_s: float
    told: bool


OPEN_S: Final = 4 * HOUR
"""People come for a morning; whoever waits then is still received."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of day, seconds counted from its opening.

    counters    the needs that each serves
    door        people who stand there when it opens
    load        people an hour, as a share of how many the counters can receive
    absences    counters that stop
    long_s      how long one case takes that comes to a counter in the morning; 0 for none
    """

    name: str
    counters: tuple[frozenset[str], ...]
    door: int = 2
    load: float = 0.92
    absences: tuple[Absence, ...] = ()
    long_s: float = 0.0


MEANS_MIN: Final = {"papiers": 18.0, "allocations": 15.0, "numerique": 24.0, "transports": 6.0, "energie": 12.0}
"""Minutes that each need takes on average."""
SHARES: Final = {"papiers": 0.3, "allocations": 0.25, "numerique": 0.15, "transports": 0.2, "energie": 0.1}
"""How many of the people come for it."""
SPREAD: Final = 0.7
"""Standard deviation of the logarithm of a time: the middle two thirds lie between half and twice the usual."""

_ALL = frozenset(MEANS_MIN)
STEADY: Final = Kind("steady", (_ALL,) * 3)
RUSH: Final = Kind("rush", (_ALL,) * 3, door=14, load=1.15)
CLOSES: Final = Kind(
    "a counter closes",
    (_ALL,) * 3,
    absences=(Absence(0, 1.5 * HOUR, 9 * HOUR, told=True), Absence(1, 2.5 * HOUR, 25 * MINUTE, told=False)),
    load=0.85,
)
LONG: Final = Kind("a long case", (_ALL,) * 2, long_s=75 * MINUTE)
MIXED: Final = Kind(
    "counters differ",
    (
        frozenset({"papiers", "allocations"}),
        frozenset({"papiers", "allocations", "energie", "numerique"}),
        frozenset({"transports", "energie", "numerique"}),
    ),
    door=5,
    load=0.95,
)
KINDS: Final = (STEADY, RUSH, CLOSES, LONG, MIXED)
