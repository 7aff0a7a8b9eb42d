"""How a ticket lives: the only place that knows which move leads from which state to which.

The staff page draws its buttons from this table, and the queue's scripts receive the allowed states as
arguments, so a rule is changed here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType


class State(StrEnum):
    """Where a ticket stands."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    PARKED = "parked"
    NO_SHOW = "no_show"
    DONE = "done"
    CANCELLED = "cancelled"
    EXPIRED = "expired"

    @property
    def said(self) -> str:
        """The state as a mediator reads it."""
        return _SAID[self]


_SAID = {
    State.WAITING: "en attente",
    State.CALLED: "appelé",
    State.SERVING: "au guichet",
    State.PARKED: "mis de côté",
    State.NO_SHOW: "absent",
    State.DONE: "terminé",
    State.CANCELLED: "annulé",
    State.EXPIRED: "expiré",
}


class Verb(StrEnum):
    """A move: what changes a ticket."""

    CALL = "call"
    RECALL = "recall"
    SERVE = "serve"
    NO_SHOW = "no_show"
    RESTORE = "restore"
    PARK = "park"
    RESUME = "resume"
    TRANSFER = "transfer"
    COMPLETE = "complete"
    CANCEL = "cancel"
    EXPIRE = "expire"
    PRIORITISE = "prioritise"
    LET_PASS = "let_pass"  # nosec B105  # noqa: S105 - no password: people pass
    SET_LANGUAGE = "set_language"
    UNDO = "undo"  # leads back to where the latest act found its tickets: no row of the table


@dataclass(frozen=True, slots=True)
class Move:
    """One row of the table: the states it may start from, and the state it leads to; None where it stays in its own."""

    sources: frozenset[State]
    target: State | None


def _move(*sources: State, to: State | None) -> Move:
    return Move(frozenset(sources), to)


MOVES: Mapping[Verb, Move] = MappingProxyType(
    {
        Verb.CALL: _move(State.WAITING, State.PARKED, to=State.CALLED),
        Verb.RECALL: _move(State.CALLED, to=State.CALLED),
        Verb.SERVE: _move(State.CALLED, to=State.SERVING),
        Verb.NO_SHOW: _move(State.CALLED, to=State.NO_SHOW),
        Verb.RESTORE: _move(State.NO_SHOW, State.CANCELLED, to=State.WAITING),
        Verb.PARK: _move(State.CALLED, State.SERVING, to=State.PARKED),
        Verb.RESUME: _move(State.PARKED, to=State.SERVING),
        Verb.TRANSFER: _move(State.WAITING, State.CALLED, State.SERVING, State.PARKED, to=State.WAITING),
        Verb.COMPLETE: _move(State.CALLED, State.SERVING, to=State.DONE),
        Verb.CANCEL: _move(State.WAITING, State.PARKED, to=State.CANCELLED),
        Verb.EXPIRE: _move(State.WAITING, State.CALLED, State.PARKED, State.NO_SHOW, to=State.EXPIRED),
        # Beside the design's table: a head start that is given after the ticket was.
        Verb.PRIORITISE: _move(State.WAITING, to=State.WAITING),
        # What the holder of a ticket may ask of it: to let others go first, to be called in another language.
        Verb.LET_PASS: _move(State.WAITING, to=State.WAITING),
        Verb.SET_LANGUAGE: _move(State.WAITING, State.CALLED, State.SERVING, State.PARKED, State.NO_SHOW, to=None),
    },
)

UNDOABLE = frozenset(
    {Verb.CALL, Verb.SERVE, Verb.NO_SHOW, Verb.COMPLETE, Verb.CANCEL, Verb.PARK, Verb.TRANSFER},
)
"""What a counter can take back, while nothing else happened to those tickets. The scripts know it too: lua/back.lua."""

TAKEN_BACK_WITHIN = timedelta(seconds=10)
"""On the site's clock: long enough to see a slip, and short enough that nobody has got up for nothing and sat again."""

IN_HAND = frozenset({State.CALLED, State.SERVING})
"""Where a ticket is in the hands of a counter. A counter has one at most, and each is in one counter's hands."""

_SHOWN = (
    Verb.CALL,
    Verb.RECALL,
    Verb.SERVE,
    Verb.RESUME,
    Verb.RESTORE,
    Verb.NO_SHOW,
    Verb.COMPLETE,
    Verb.PARK,
    Verb.TRANSFER,
    Verb.PRIORITISE,
    Verb.LET_PASS,
    Verb.CANCEL,
    Verb.EXPIRE,
    Verb.SET_LANGUAGE,
)


def possible(state: State) -> tuple[Verb, ...]:
    """The moves that `state` allows, in the order the desk shows them. `call` has an address of its own."""
    return tuple(verb for verb in _SHOWN if state in MOVES[verb].sources)
