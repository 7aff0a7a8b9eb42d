"""The rules of one ticket: its path, who it is, and where it waits. Each is judged before the book follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.checker.book import Book, Ticket
from server.checker.entry import Entry
from server.checker.moves import ENDED, PATHS, Move, State
from server.checker.rules import Breach, Rule
from server.checker.undo import judge_undo

NUMBER = re.compile(r"[A-Z][0-9]{3,}")
# Of a ticket in hand: a call and a resume name who takes it, the others who has it.
TAKES = frozenset({Move.CALL, Move.RESUME})
HAS = frozenset({Move.RECALL, Move.SERVE, Move.NO_SHOW, Move.PARK, Move.TRANSFER, Move.COMPLETE})
BY_NAME = re.compile(r"(?:counter|mediator):.+")


def judge_path(book: Book, entry: Entry, old: Ticket | None) -> Iterator[Breach]:
    """Breaches of the table of moves. At most one reason is told for one step, the most telling one."""
    if entry.move is None:
        return
    if entry.move is Move.ISSUE:
        # An id issued twice is told by judge_identity; where the first one stands by now is no second fault.
        yield from _table(entry, entry.move)
    elif old is None:
        if book.predates(entry.ticket):
            yield from _table(entry, entry.move)
        elif entry.ticket not in book.strangers:
            said = f"Expected a ticket that was issued, found {entry.move} of {entry.ticket}, which was not."
            yield entry.breach(Rule.UNKNOWN_TICKET, said)
    elif entry.move is Move.UNDO:
        yield from judge_undo(book, entry, old)
    else:
        yield from _step(entry, entry.move, old)


def _step(entry: Entry, move: Move, old: Ticket) -> Iterator[Breach]:
    if old.state in ENDED:
        yield entry.breach(Rule.AFTER_END, f"Expected nothing after {old.number} was {old.state}, found {move}.")
    elif in_other_hands(entry, old):
        said = f"Expected {old.number} in the hands of {old.counter} alone, found {move} by {entry['counter']}."
        yield entry.breach(Rule.TWO_HANDS, said)
    elif move is Move.CALL and old.in_hand:
        said = f"Expected {old.number} to be called once, found a second call while it is {old.state}."
        yield entry.breach(Rule.CALLED_TWICE, said)
    else:
        # A missing `from` is told by judge_wording.
        if entry["from"] and entry["from"] != old.state:
            said = f"Expected {move} of {old.number} from {old.state}, found it from {entry['from']!r}."
            yield entry.breach(Rule.WRONG_FROM, said)
        yield from _table(entry, move)


def in_other_hands(entry: Entry, old: Ticket) -> bool:
    """Whether a counter takes or moves a ticket that another one has in hand."""
    return entry.move in TAKES | HAS and bool(old.counter) and entry["counter"] not in {"", old.counter}


def _table(entry: Entry, move: Move) -> Iterator[Breach]:
    row = PATHS[move]
    # "" is a state to come from for an issue alone; of other moves it is a missing field.
    if entry["from"] not in row.sources and (entry["from"] or move is Move.ISSUE):
        sources = " or ".join(sorted(row.sources)) or "nothing"
        yield entry.breach(Rule.ILLEGAL_MOVE, f"Expected {move} from {sources}, found it from {entry['from']!r}.")
    if move is Move.UNDO:
        return  # whereto, its change alone knows
    target = entry["from"] if row.target is None else row.target
    if entry["to"] and entry["to"] != target:
        yield entry.breach(Rule.ILLEGAL_MOVE, f"Expected {move} to {target}, found it to {entry['to']!r}.")


def judge_identity(book: Book, entry: Entry, old: Ticket | None) -> Iterator[Breach]:
    """Breaches of who a ticket is: its id, its number, its need, its language."""
    if entry.move is Move.ISSUE:
        yield from _issued(book, entry, old)
    elif old:
        if old.number and entry["number"] not in {"", old.number}:
            said = f"Expected the number {old.number} for life, found {entry['number']!r} with {entry['move']}."
            yield entry.breach(Rule.NUMBER_CHANGED, said)
        if old.need and entry["need"] not in {"", old.need} and entry.move not in {Move.TRANSFER, Move.UNDO}:
            said = f"Expected the need {old.need} until a transfer, found {entry['need']!r} with {entry['move']}."
            yield entry.breach(Rule.NEED_CHANGED, said)
        if entry.move is Move.SET_LANGUAGE and old.language and entry["language"] == old.language:
            said = f"Expected another language than {old.number} has, found {old.language} once more."
            yield entry.breach(Rule.LANGUAGE, said)
        cancelled = entry.move is Move.RESTORE and old.state is State.CANCELLED
        if cancelled or (entry.move is Move.UNDO and not old.living):
            yield from _taken(book, entry, old.number)


def _issued(book: Book, entry: Entry, old: Ticket | None) -> Iterator[Breach]:
    if old:
        yield entry.breach(Rule.ISSUED_TWICE, f"Expected a new id, found {entry.ticket}, which {old.number} has.")
    elif entry.ticket and entry.ticket <= book.last_issued:
        said = f"Expected an id above {book.last_issued}, found {entry.ticket}."
        yield entry.breach(Rule.ID_ORDER, said)
    if entry["number"] and not NUMBER.fullmatch(entry["number"]):
        said = f"Expected a capital letter and at least three digits, found the number {entry['number']!r}."
        yield entry.breach(Rule.NUMBER_FORM, said)
    yield from _taken(book, entry, entry["number"])


def _taken(book: Book, entry: Entry, number: str) -> Iterator[Breach]:
    holder, cancelled = book.numbers.get(number), book.claim(number, entry["day"])
    if not number:
        return
    if holder not in {None, entry.ticket}:
        said = f"Expected {number} to be nobody else's, found the living ticket {holder} with it."
        yield entry.breach(Rule.NUMBER_TAKEN, said)
    elif cancelled not in {None, entry.ticket}:
        said = f"Expected {number} to be kept for who may come back, found it was that of {cancelled}, cancelled today."
        yield entry.breach(Rule.NUMBER_TAKEN, said)


def judge_place(book: Book, entry: Entry, old: Ticket | None) -> Iterator[Breach]:
    """Breaches of the place: arrival minus head start when either is told, and otherwise as it was.

    What somebody yielded who let others pass is added from then on. A head start is in ms. Only a stated reason gives
    one, so that the screen can say why someone passes.
    """
    place, head_start = entry.whole("place"), entry.whole("head_start")
    if entry.move in {Move.ISSUE, Move.PRIORITISE}:
        arrived = entry.whole("at") if entry.move is Move.ISSUE else (old.arrived if old else None)
        yielded = old.yielded if old and entry.move is Move.PRIORITISE else 0
        if place is not None and head_start is not None and arrived not in {None, place + head_start - yielded}:
            said = f"Expected the place {arrived} - {head_start} + {yielded}, found {place}."
            yield entry.breach(Rule.PLACE, said)
        if head_start is not None and head_start < 0:
            yield entry.breach(Rule.HEAD_START, f"Expected a head start of 0 ms or more, found {head_start}.")
        if head_start and head_start > 0 and not entry["priority"]:
            said = f"Expected a reason for a head start of {head_start} ms, found none."
            yield entry.breach(Rule.HEAD_START, said)
    elif entry.move is Move.LET_PASS:
        yield from _let_pass(book, entry, old)
    elif old and old.place is not None and place not in {None, old.place}:
        said = f"Expected {old.number} to keep its place {old.place}, found {place} with {entry['move']}."
        yield entry.breach(Rule.PLACE, said)


def _let_pass(book: Book, entry: Entry, old: Ticket | None) -> Iterator[Breach]:
    people, place = entry.whole("people"), entry.whole("place")
    # Of a journal that begins late nobody can say who stood behind.
    if book.begins_late or old is None or old.state is not State.WAITING or not people or not place:
        return
    passing = book.behind(old, entry["lines"].split(","))[:people]
    if old.line not in entry["lines"].split(","):
        yield entry.breach(Rule.LINE, f"Expected {old.line} among the lines, found {entry['lines']!r}.")
    elif not passing:
        yield entry.breach(Rule.PLACE, f"Expected somebody behind {old.number} to pass, found nobody.")
    else:
        last = passing[-1]
        expected = (last.place or 0) + (last.id > old.id)
        if place != expected:
            said = f"Expected {old.number} just behind {last.number} at the place {expected}, found {place}."
            yield entry.breach(Rule.PLACE, said)


def judge_line(_: Book, entry: Entry, old: Ticket | None) -> Iterator[Breach]:
    """Breaches of the line that a ticket comes to wait in."""
    need = entry["need"] or (old.need if old else "")
    if not entry["line"] or entry["to"] != State.WAITING:
        return
    match entry.move:
        case Move.TRANSFER if entry["line"] != need and not BY_NAME.fullmatch(entry["line"]):
            said = f"Expected the line of {need} or of someone by name, found {entry['line']!r}."
            yield entry.breach(Rule.LINE, said)
        # Restored to the need where it was sent by name to someone who is not there any more.
        case Move.RESTORE if old and entry["line"] not in {need, old.line}:
            lines = " or ".join(sorted({need, old.line}))
            said = f"Expected {old.number} back in the line {lines}, found {entry['line']!r}."
            yield entry.breach(Rule.LINE, said)
        case Move.PRIORITISE | Move.LET_PASS if old and entry["line"] != old.line:
            said = f"Expected {old.number} to stay in the line {old.line}, found {entry['line']!r}."
            yield entry.breach(Rule.LINE, said)
        case Move.ISSUE if entry["line"] != need:
            yield entry.breach(Rule.LINE, f"Expected the line of the need {need}, found {entry['line']!r}.")
