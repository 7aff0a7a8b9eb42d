"""The rules of what is taken back: an entry of its own, which leads a ticket to where its latest change found it."""

from __future__ import annotations

from collections.abc import Iterator

from server.checker.book import Book, Ticket, moved
from server.checker.entry import Entry
from server.checker.moves import UNDOABLE, UNDONE_WITHIN, State
from server.checker.rules import Breach, Rule


def judge_undo(book: Book, entry: Entry, old: Ticket) -> Iterator[Breach]:
    """Breaches of what may be taken back. At most one reason is told, the most telling one."""
    change = book.changes[old.id]
    at = entry.whole("at")
    if entry.whole("undone") is not None and entry["undone"] != str(change.version):
        said = f"Expected the latest change {change.version} of {old.number} to be taken back, found {entry['undone']}."
        yield entry.breach(Rule.UNDO, said)
    elif change.move not in UNDOABLE:
        yield entry.breach(Rule.UNDO, f"Expected what can be taken back, found {change.move} of {old.number}.")
    elif at is not None and change.at is not None and at - change.at > UNDONE_WITHIN:
        said = f"Expected {old.number} to be taken back within {UNDONE_WITHIN} ms, found {at - change.at} ms."
        yield entry.breach(Rule.UNDO, said)
    elif entry["from"] and entry["from"] != old.state:
        said = f"Expected undo of {old.number} from {old.state}, found it from {entry['from']!r}."
        yield entry.breach(Rule.WRONG_FROM, said)
    elif change.before and (told := "; ".join(_differences(change.before, entry, old))):
        yield entry.breach(Rule.UNDO, f"Expected {old.number} back where it was, found {told}.")


def _differences(before: Ticket, entry: Entry, old: Ticket) -> Iterator[str]:
    if entry["to"] != before.state:
        yield f"it {entry['to'] or 'nowhere'} and not {before.state}"
        return
    back = moved(old, entry, before.state)
    # Whoever waited for a counter that closed meanwhile waits for their need.
    lines = {before.line, before.need} if before.state is State.WAITING else {before.line}
    if back.line not in lines:
        yield f"it in the line {back.line} and not {before.line}"
    if (back.need, back.place, back.counter) != (before.need, before.place, before.counter):
        yield f"{back.need}, {back.place}, {back.counter!r} and not {before.need}, {before.place}, {before.counter!r}"
