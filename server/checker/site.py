"""The rules of the site itself: its days, its stops, its closed counters."""

from __future__ import annotations

from collections.abc import Iterator

from server.checker.book import Book
from server.checker.entry import Entry, is_day
from server.checker.moves import IN_HAND, OVERNIGHT, Move, State
from server.checker.rules import Breach, Rule

LEFT_ALONE = "left_alone"  # the reason of a desk that takes on whom nobody sits with any more


class Site:
    """What the entries about the site have said so far.

    `day` is its label, "" before the first is known; `seats` is by counter who sits there.
    """

    def __init__(self) -> None:
        self.day = ""
        self.seats: dict[str, str] = {}
        self._stopped = False
        self._closed: set[str] = set()
        self._closing: Entry | None = None
        self._ending = False  # a day began to end, and the new one did not begin yet
        self._ended_early = False  # that something came in between was told
        self._left: set[str] = set()  # who was already told to be left over, so as not to be told every day

    def judge(self, book: Book, entry: Entry) -> Iterator[Breach]:
        """Breaches by an entry, judged before the book and the site follow it."""
        # The transfers of a closing bear its request, and what they leave behind is seen where they end.
        if self._closing and entry["request_id"] != self._closing["request_id"]:
            yield from self.judge_closing(book)
        yield from self._turn(entry)
        counter = entry["counter"]
        match entry.move:
            case Move.ISSUE:
                yield from self._issue(entry)
            case Move.CALL | Move.RESUME | Move.UNDO if counter in self._closed and entry["to"] in IN_HAND:
                said = f"Expected nobody at the closed counter {counter}, found {entry.move} of {entry['number']}."
                yield entry.breach(Rule.CLOSED_COUNTER, said)
            case Move.TAKE_COUNTER | Move.LEAVE_COUNTER:
                yield from self._seat(book, entry)
            case Move.TRANSFER if entry["reason"] == LEFT_ALONE and counter in self.seats:
                said = f"Expected {entry['number']} to be left alone at {counter}, found {self.seats[counter]} there."
                yield entry.breach(Rule.SEAT, said)
            case Move.TRANSFER | Move.RESTORE | Move.UNDO if entry["to"] == State.WAITING:
                yield from self._line(entry)
            case Move.NEW_DAY:
                yield from self._new_day(book, entry)
            case _:
                pass

    def _line(self, entry: Entry) -> Iterator[Breach]:
        if entry["line"] in {f"counter:{closed}" for closed in self._closed}:
            said = f"Expected nobody to be sent to a closed counter, found {entry.move} to {entry['line']}."
            yield entry.breach(Rule.CLOSED_LINE, said)

    def judge_closing(self, book: Book) -> Iterator[Breach]:
        """The breach of a closing that left someone waiting for the closed counter. It names the first of them."""
        closing, self._closing = self._closing, None
        if closing and (left := book.first([f"counter:{closing['counter']}"])):
            said = f"Expected nobody left in the line of the closed counter {closing['counter']}, found {left.number}."
            yield Breach(Rule.CLOSED_LINE, closing.version, left.id, said)

    def _turn(self, entry: Entry) -> Iterator[Breach]:
        # The printers may speak at any time; a move that is none of ours is told as that.
        free = entry.move in {None, Move.PRINT, Move.NEW_DAY} or ends_day(entry)
        if self._ending and not free and not self._ended_early:
            self._ended_early = True
            said = f"Expected the new day once tickets expired at the end of the last, found {entry.move} before it."
            yield entry.breach(Rule.END_OF_DAY, said)

    def _issue(self, entry: Entry) -> Iterator[Breach]:
        # A stop is the kiosk's: a mediator may still give a ticket by hand.
        if self._stopped and entry["by_hand"] != "1":
            said = f"Expected no issue by the kiosk while it is stopped, found {entry['number']}."
            yield entry.breach(Rule.STOPPED, said)
        if self.day and is_day(entry["day"]) and entry["day"] != self.day:
            said = f"Expected an issue of the current day {self.day}, found the day {entry['day']}."
            yield entry.breach(Rule.WRONG_DAY, said)

    def _new_day(self, book: Book, entry: Entry) -> Iterator[Breach]:
        if self.day and is_day(entry["day"]) and entry["day"] <= self.day:
            said = f"Expected a new day after {self.day}, found {entry['day']}."
            yield entry.breach(Rule.WRONG_DAY, said)
        for ticket in sorted(book.living - self._left):
            left = book.tickets[ticket]
            if left.state in OVERNIGHT and left.day != entry["day"]:
                self._left.add(ticket)
                said = f"Expected {left.number} to be expired before the new day, found it {left.state}."
                yield Breach(Rule.LEFT_OVER, entry.version, ticket, said)

    def _seat(self, book: Book, entry: Entry) -> Iterator[Breach]:
        counter, person = entry["counter"], entry["mediator"]
        sits = self.seats.get(counter, "")
        said = entry["from"] if entry.move is Move.TAKE_COUNTER else person
        # Who sat down before a journal that begins late is not known.
        if said != sits and not (book.begins_late and not sits):
            told = f"Expected {sits or 'nobody'} to sit at counter {counter}, found {said or 'nobody'} by {entry.move}."
            yield entry.breach(Rule.SEAT, told)
        elsewhere = [other for other, who in self.seats.items() if who == person and other != counter]
        if entry.move is Move.TAKE_COUNTER and elsewhere:
            told = f"Expected {person} to leave counter {elsewhere[0]} first, found them at {counter} as well."
            yield entry.breach(Rule.SEAT, told)

    def follow(self, entry: Entry) -> None:
        """Take in what an entry changes about the site."""
        match entry.move:
            case Move.EXPIRE if ends_day(entry):
                self._ending = True
            # An issue of a later day shows that the day has turned, though its entry is missing: it is told once.
            # An issue of an earlier day is only a wrong issue.
            case Move.ISSUE if is_day(entry["day"]):
                self.day = max(self.day, entry["day"])
            case Move.NEW_DAY:
                self._ending = self._ended_early = False
                self.day = entry["day"] if is_day(entry["day"]) else self.day
                # A stop and a closed counter are of their day.
                self._stopped = False
                self._closed.clear()
                self.seats.clear()
            case Move.STOP:
                self._stopped = True
            case Move.REOPEN:
                self._stopped = False
            case Move.CLOSE_COUNTER:
                self._closed.add(entry["counter"])
                self._closing = entry
            case Move.TAKE_COUNTER:
                self.seats[entry["counter"]] = entry["mediator"]
            case Move.LEAVE_COUNTER:
                self.seats.pop(entry["counter"], None)
            case Move.OPEN_COUNTER:
                self._closed.discard(entry["counter"])
            case _:
                pass


def ends_day(entry: Entry) -> bool:
    """Whether an entry expires a ticket because its day is over."""
    return entry.move is Move.EXPIRE and entry["reason"] == "end_of_day"
