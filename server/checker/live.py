"""The live queue, read at one version, against the journal up to that version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from server.checker.book import Book, Ticket
from server.checker.moves import State
from server.checker.rules import Breach, Rule


@dataclass(frozen=True, slots=True)
class LiveTicket:
    """A ticket as the live queue holds it. `place` is in ms since 1970; `line` is read while it waits alone."""

    number: str
    state: str
    need: str
    line: str
    place: int
    counter: str


@dataclass(frozen=True, slots=True)
class Live:
    """The live queue at one version.

    `tickets` is by id, `lines` holds the ids waiting in each line in order, `hands` the ticket that each counter has
    in hand, `numbers` the ticket found by each number, `seats` who sits at each counter. Ended tickets may be left out
    of `tickets`, and lines, hands and seats that are empty may be left out of theirs.
    """

    version: int
    tickets: Mapping[str, LiveTicket]
    lines: Mapping[str, Sequence[str]]
    hands: Mapping[str, str]
    numbers: Mapping[str, str]
    seats: Mapping[str, str]


def compare(book: Book, seats: Mapping[str, str], live: Live) -> Iterator[Breach]:
    """Where the live queue is not what the journal says; `seats` as it says them. Breaches bear the view's version."""
    yield from _tickets(book, live)
    yield from _lines(book, live)
    yield from _hands(book, live)
    yield from _numbers(book, live)
    yield from _seats(book, seats, live)


def _tickets(book: Book, live: Live) -> Iterator[Breach]:
    for ticket in sorted(book.living - live.tickets.keys()):
        gone = book.tickets[ticket]
        said = f"Expected {gone.number}, {gone.state} by the journal, in the queue, found it nowhere."
        yield Breach(Rule.LIVE_MISSING, live.version, ticket, said)
    for ticket, seen in live.tickets.items():
        if known := book.tickets.get(ticket):
            if told := "; ".join(_differences(known, seen)):
                yield Breach(Rule.LIVE_TICKET, live.version, ticket, f"Of {known.number}, expected {told}.")
        elif not book.predates(ticket):
            said = f"Expected tickets of the journal alone, found {seen.number}, {seen.state}, which it never issued."
            yield Breach(Rule.LIVE_STRANGER, live.version, ticket, said)


def _differences(known: Ticket, seen: LiveTicket) -> Iterator[str]:
    pairs: list[tuple[str, str | int | None, str | int]] = [
        ("number", known.number, seen.number),
        ("state", known.state.value, seen.state),
        ("need", known.need, seen.need),
    ]
    if known.living and known.place is not None:
        pairs.append(("place", known.place, seen.place))
    if known.state is State.WAITING:
        pairs.append(("line", known.line, seen.line))
    for name, expected, found in pairs:
        if expected != found:
            yield f"the {name} {expected!r}, found {found!r}"


def _lines(book: Book, live: Live) -> Iterator[Breach]:
    waiting: dict[str, list[tuple[int, str]]] = {}
    for ticket in book.living:
        known = book.tickets[ticket]
        if known.state is State.WAITING and known.place is not None:
            waiting.setdefault(known.line, []).append((known.place, ticket))
    for line in sorted(waiting.keys() | live.lines.keys()):
        expected = [ticket for _, ticket in sorted(waiting.get(line, []))]
        found = [ticket for ticket in live.lines.get(line, ()) if not _unplaced(book, ticket)]
        # One sentence for one line: past the first difference everybody stands one further.
        for spot, (should, does) in enumerate(zip_longest(expected, found), start=1):
            if should != does:
                said = (
                    f"Expected {len(expected)} waiting in {line} with {should or 'nobody'} at {spot},"
                    f" found {len(found)} with {does or 'nobody'} there."
                )
                yield Breach(Rule.LIVE_LINE, live.version, should or does or "", said)
                break


def _unplaced(book: Book, ticket: str) -> bool:
    """Whether the journal begins too late to tell where this ticket stands."""
    known = book.tickets.get(ticket)
    return known.place is None if known else book.predates(ticket)


def _hands(book: Book, live: Live) -> Iterator[Breach]:
    for counter in sorted(book.hands.keys() | live.hands.keys()):
        expected, found = book.hands.get(counter, ""), live.hands.get(counter, "")
        if expected != found and not (found and not expected and book.predates(found)):
            said = f"Expected counter {counter} to have {expected or 'nobody'} in hand, found {found or 'nobody'}."
            yield Breach(Rule.LIVE_HAND, live.version, expected or found, said)
    for counter, ticket in sorted(book.hands.items()):
        seen = live.tickets.get(ticket)
        if seen and seen.counter != counter and live.hands.get(counter) == ticket:
            said = f"Expected {seen.number} to be at counter {counter}, found it at {seen.counter or 'none'}."
            yield Breach(Rule.LIVE_HAND, live.version, ticket, said)


def _numbers(book: Book, live: Live) -> Iterator[Breach]:
    for ticket in sorted(book.living):
        number = book.tickets[ticket].number
        if number and live.numbers.get(number) != ticket:
            said = f"Expected {number} to lead to {ticket}, found {live.numbers.get(number, 'nobody')}."
            yield Breach(Rule.LIVE_NUMBER, live.version, ticket, said)
    for number, ticket in live.numbers.items():
        known = book.tickets.get(ticket)
        # That a living ticket's number leads to somebody else was told above.
        if (known is None and book.predates(ticket)) or book.numbers.get(number, ticket) != ticket:
            continue
        if known is None or not (known.living or known.state is State.CANCELLED) or known.number != number:
            said = f"Expected {number} to lead to a ticket that lives or was cancelled under it, found {ticket}."
            yield Breach(Rule.LIVE_NUMBER, live.version, ticket, said)


def _seats(book: Book, seats: Mapping[str, str], live: Live) -> Iterator[Breach]:
    for counter in sorted(seats.keys() | live.seats.keys()):
        expected, found = seats.get(counter, ""), live.seats.get(counter, "")
        # Who sat down before a journal that begins late is not known.
        if expected != found and not (book.begins_late and not expected):
            said = f"Expected {expected or 'nobody'} to sit at counter {counter}, found {found or 'nobody'}."
            yield Breach(Rule.LIVE_SEAT, live.version, "", said)
