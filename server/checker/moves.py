"""The table of moves, copied by hand from DESIGN §3: the point is that nobody else's copy is read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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


class Move(StrEnum):
    """What an entry says happened."""

    ISSUE = "issue"
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
    UNDO = "undo"
    PRINT = "print"
    TEST_PRINT = "test_print"
    PRINTER = "printer"
    STOP = "stop"
    REOPEN = "reopen"
    CLOSE_COUNTER = "close_counter"
    OPEN_COUNTER = "open_counter"
    TAKE_COUNTER = "take_counter"
    LEAVE_COUNTER = "leave_counter"
    SERVE_NEEDS = "serve_needs"
    NEW_DAY = "new_day"


@dataclass(frozen=True, slots=True)
class Path:
    """A row of the table: the states a move may come from ("" is before issue), and the one it leads to.

    None is the one it came from.
    """

    sources: frozenset[str]
    target: State | None


def path(sources: str, target: State | None) -> Path:
    """A row, its sources separated by blanks."""
    return Path(frozenset(sources.split()), target)


PATHS = {
    Move.ISSUE: Path(frozenset({""}), State.WAITING),
    Move.CALL: path("waiting parked", State.CALLED),
    Move.RECALL: path("called", State.CALLED),
    Move.SERVE: path("called", State.SERVING),
    Move.NO_SHOW: path("called", State.NO_SHOW),
    Move.RESTORE: path("no_show cancelled", State.WAITING),
    Move.PARK: path("called serving", State.PARKED),
    Move.RESUME: path("parked", State.SERVING),
    Move.TRANSFER: path("waiting called serving parked", State.WAITING),
    Move.COMPLETE: path("called serving", State.DONE),
    Move.CANCEL: path("waiting parked", State.CANCELLED),
    Move.EXPIRE: path("waiting called parked no_show", State.EXPIRED),
    Move.PRIORITISE: path("waiting", State.WAITING),
    Move.LET_PASS: path("waiting", State.WAITING),
    Move.SET_LANGUAGE: path("waiting called serving parked no_show", None),
    # Leads back to where its ticket was, which no table knows (undo.py).
    Move.UNDO: path("waiting called serving no_show done cancelled parked", None),
}
"""Every move on a ticket. The moves that are not here are about the site or about a print job."""

UNDOABLE = frozenset(
    {Move.CALL, Move.SERVE, Move.NO_SHOW, Move.COMPLETE, Move.CANCEL, Move.PARK, Move.TRANSFER},
)
UNDONE_WITHIN = 10_000  # ms

PRINT_PATHS = {("", "queued"), ("queued", "claimed"), ("queued", "expired")} | {
    ("claimed", outcome) for outcome in ("printed", "unconfirmed", "failed")
}
"""From and to of a print job. A ticket's first is queued by its issue, which writes no print entry."""

LIVING = frozenset({State.WAITING, State.CALLED, State.SERVING, State.PARKED, State.NO_SHOW})
IN_HAND = frozenset({State.CALLED, State.SERVING})
# A cancelled ticket may be restored: it has not ended.
ENDED = frozenset({State.DONE, State.EXPIRED})
# Of these nobody is left when a new day begins; serving may go on past midnight.
OVERNIGHT = LIVING - {State.SERVING}

NEEDED = {
    Move.ISSUE: "ticket number to need place head_start language day request_id",
    Move.CALL: "ticket from to counter request_id",
    Move.RESUME: "ticket from to counter request_id",
    Move.TRANSFER: "ticket from to need line request_id",
    Move.RESTORE: "ticket from to line request_id",
    Move.PRIORITISE: "ticket from to place head_start request_id",
    Move.LET_PASS: "ticket from to place people lines request_id",
    Move.SET_LANGUAGE: "ticket from to language request_id",
    Move.UNDO: "ticket from to undone request_id",
    Move.EXPIRE: "ticket from to",  # the end of a day is nobody's request
    Move.PRINT: "ticket number job to",  # the entry that queues a copy comes from nowhere
    Move.TEST_PRINT: "job printer to",
    Move.PRINTER: "printer to",
    Move.STOP: "",
    Move.REOPEN: "",
    Move.CLOSE_COUNTER: "counter",
    Move.OPEN_COUNTER: "counter",
    Move.TAKE_COUNTER: "counter mediator request_id",
    Move.LEAVE_COUNTER: "counter mediator request_id",
    Move.SERVE_NEEDS: "counter request_id",  # no needs at all is an answer, too
    Move.NEW_DAY: "day",
}
"""The fields that may not be empty, beside version, at and move; for a move that is not here, see NEEDED_ELSE."""

NEEDED_ELSE = "ticket from to request_id"
