"""The rules of requests: a tap that arrives twice changes one thing once."""

from __future__ import annotations

from collections.abc import Iterator

from server.checker.entry import Entry
from server.checker.moves import Move
from server.checker.rules import Breach, Rule

BATCHES = {Move.TRANSFER: Move.CLOSE_COUNTER, Move.EXPIRE: Move.NEW_DAY}
"""Changes of which one request may make many, and the change that it is then a part of."""


class Requests:
    """Every request seen, and the calls that completed tickets still wait for."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, Move, str], int] = {}  # (request, kind, what it undoes) -> its change's version
        self._repeats: list[tuple[str, Move, Breach]] = []
        self._completed: Entry | None = None
        self._cut: str | None = None  # the request that a journal which begins late may begin amid; None at first

    def judge(self, entry: Entry) -> Iterator[Breach]:
        """Breaches by an entry, which is remembered. A print entry is the printer's word, and no request of anyone."""
        if self._cut is None:
            self._cut = "" if entry.version == 1 else entry["request_id"]
        if self._completed:
            yield from self._awaited(self._completed, entry)
        completed = entry.move is Move.COMPLETE and entry["reason"] == "next_called"
        self._completed = entry if completed else None
        request, move = entry["request_id"], entry.move
        if not request or move is None or move is Move.PRINT:
            return
        # An act may have moved two, whom the same request brings back.
        # Whoever leaves may leave many who were sent to them, each of whom is sent on once.
        which = entry.ticket if entry["reason"] == "mediator_left" else entry["undone"]
        before = self._seen.setdefault((request, move, which), entry.version)
        if before == entry.version:
            return
        said = f"Expected one {move} by the request {request}, found another after that of version {before}."
        repeat = entry.breach(Rule.REPEATED_REQUEST, said)
        if move in BATCHES:
            # What it is a part of may come after it: it is judged at the end.
            self._repeats.append((request, move, repeat))
        else:
            yield repeat

    def judge_end(self) -> Iterator[Breach]:
        """Breaches that only the end of the journal shows."""
        for request, move, repeat in self._repeats:
            if (request, BATCHES[move], "") not in self._seen and request != self._cut:
                yield repeat
        if self._completed:
            said = "Expected the call that completed this ticket, found the end of the journal."
            yield self._completed.breach(Rule.NEXT_CALLED, said)

    @staticmethod
    def _awaited(completed: Entry, entry: Entry) -> Iterator[Breach]:
        same = entry["request_id"] == completed["request_id"]
        at_one_counter = completed["counter"] in {"", entry["counter"]}
        if entry.move is not Move.CALL or not same or not at_one_counter:
            said = (
                f"Expected the call by the request {completed['request_id']} that completed this ticket,"
                f" found {entry['move']} by {entry['request_id'] or 'no request'}."
            )
            yield completed.breach(Rule.NEXT_CALLED, said)
