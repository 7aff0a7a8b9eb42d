"""The rules of a counter: whom it may call, from which lines, and how many it has in hand."""

from __future__ import annotations

from collections.abc import Iterator

from server.checker.book import Book, Ticket
from server.checker.entry import Entry
from server.checker.moves import ENDED, IN_HAND, Move, State
from server.checker.rules import Breach, Rule
from server.checker.tickets import in_other_hands


def judge_order(book: Book, entry: Entry, old: Ticket | None) -> Iterator[Breach]:
    """Breaches of the order: who was not chosen was the first by (place, id) of all that wait in the lines.

    That is also why nobody starves: a place never moves but by a stated head start, so the first is called some day.
    """
    if entry.move is not Move.CALL or entry["chosen"] == "1" or not entry["lines"] or old is None:
        return
    lines = entry["lines"].split(",")
    if old.state is State.PARKED:
        said = f"Expected {old.number}, which is parked, to be called by choice alone, found it called as the next."
        yield entry.breach(Rule.ORDER, said)
    # From any other state the call is not to be had at all, and judge_path says so.
    elif old.state is State.WAITING and old.place is not None:
        if old.line not in lines:
            said = f"Expected someone of the lines {entry['lines']}, found {old.number}, which waits in {old.line}."
            yield entry.breach(Rule.ORDER, said)
        elif (first := book.first(lines)) and first.id != old.id:
            said = (
                f"Expected {first.number} (place {first.place}, id {first.id}) to be called next from {entry['lines']},"
                f" found {old.number} (place {old.place}, id {old.id})."
            )
            yield entry.breach(Rule.ORDER, said)


def judge_hand(book: Book, entry: Entry, old: Ticket | None) -> Iterator[Breach]:
    """Breaches of one ticket in hand at a time."""
    held = book.hands.get(entry["counter"])
    takes = entry.move in {Move.CALL, Move.RESUME} or (entry.move is Move.UNDO and entry["to"] in IN_HAND)
    if not takes or held in {None, entry.ticket} or not entry["counter"]:
        return
    # Who is in other hands, or has ended, is not really taken: that is the fault, and it was told.
    if old and (in_other_hands(entry, old) or (old.state in ENDED and entry.move is not Move.UNDO)):
        return
    said = f"Expected counter {entry['counter']} to have nobody in hand, found {held} there at {entry.move}."
    yield entry.breach(Rule.COUNTER_FULL, said)


class CallLines:
    """Whether each counter calls from its own line and its mediator's: else who was sent there would wait for ever.

    Told once for each counter with each mediator, as a counter that forgets a line forgets it at every call.
    """

    def __init__(self) -> None:
        self._told: set[tuple[str, str]] = set()

    def judge(self, entry: Entry) -> Iterator[Breach]:
        """Breaches in the lines that a call of the next names."""
        counter, mediator = entry["counter"], entry["mediator"]
        if entry.move is not Move.CALL or entry["chosen"] == "1" or not entry["lines"] or not counter:
            return
        own = [f"counter:{counter}"] + ([f"mediator:{mediator}"] if mediator else [])
        named = {line for line in entry["lines"].split(",") if line.startswith(("counter:", "mediator:"))}
        if named != set(own) and (counter, mediator) not in self._told:
            self._told.add((counter, mediator))
            said = f"Expected {' and '.join(own)} alone of the lines by name, found {entry['lines']}."
            yield entry.breach(Rule.CALL_LINES, said)
