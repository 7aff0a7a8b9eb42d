"""The site as the entries read so far leave it: its tickets, its lines, its counters' hands, its numbers in use.

The book believes the journal. Where an entry breaks a rule, the book still goes where the entry says, so that one
fault is told once and not again by every entry after it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from heapq import heappop, heappush

from server.checker.entry import Entry, is_day
from server.checker.moves import IN_HAND, LIVING, PATHS, Move, State

STATES = {state.value: state for state in State}


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ticket as replayed. `line` is the last it waited in; `counter` is "" unless it is in that counter's hands.

    `place` and `arrived` are ms since 1970 on the site's clock, None for a ticket whose issue was not seen. `yielded`:
    ms by which it stands later because it let others pass. `language` is "" while no entry told it.
    """

    id: str
    number: str
    state: State
    need: str
    line: str
    place: int | None
    arrived: int | None
    day: str
    counter: str
    yielded: int = 0
    language: str = ""

    @property
    def living(self) -> bool:
        """Whether its number is in use."""
        return self.state in LIVING

    @property
    def in_hand(self) -> bool:
        """Whether a counter has it: called, or being served."""
        return self.state in IN_HAND


@dataclass(frozen=True, slots=True)
class Change:
    """The latest change of a ticket: its entry, and the ticket as it was before; None where that was not seen."""

    version: int
    move: Move | None
    at: int | None
    before: Ticket | None


class Book:
    """Everything replayed. Each entry costs about the logarithm of the longest line."""

    def __init__(self) -> None:
        self.tickets: dict[str, Ticket] = {}
        self.changes: dict[str, Change] = {}
        self.living: set[str] = set()
        self.numbers: dict[str, str] = {}  # number -> the living ticket that last came to hold it
        self.cancelled: dict[str, str] = {}  # number -> who was cancelled under it since the day began
        self.day = ""  # the latest that an issue or a new day named
        self.hands: dict[str, str] = {}  # counter -> the ticket it last took in hand and still has
        self.strangers: set[str] = set()  # never issued, and already told of by their print jobs
        self.first_issued = ""
        self.last_issued = ""
        self.begins_late = False  # the journal does not begin at version 1
        # line -> a heap of (place, id). Who leaves stays in it until reaching the top: looking for anyone deeper
        # down would make each call cost the length of the line.
        self._lines: dict[str, list[tuple[int, str]]] = {}

    def predates(self, ticket: str) -> bool:
        """Whether a ticket unknown here may have been issued before a journal that begins late."""
        return self.begins_late and (not self.first_issued or ticket < self.first_issued)

    def claim(self, number: str, day: str) -> str | None:
        """Who was cancelled under this number and may still come back, None for nobody or on a later day."""
        return None if self._later(day) else self.cancelled.get(number)

    def first(self, lines: Iterable[str]) -> Ticket | None:
        """Who is to be called next from these lines: the least (place, id) that waits in them, or None."""
        tops = [top for line in lines if (top := self._top(line))]
        return self.tickets[min(tops)[1]] if tops else None

    def behind(self, ticket: Ticket, lines: Iterable[str]) -> list[Ticket]:
        """Who waits in these lines behind a ticket, in the order of call. Costs a look at everybody living."""
        wanted, own = set(lines), (ticket.place or 0, ticket.id)
        living = (self.tickets[each] for each in self.living)
        waiting = (each for each in living if each.state is State.WAITING and each.line in wanted)
        return [
            self.tickets[id_]
            for place, id_ in sorted((each.place or 0, each.id) for each in waiting)
            if (place, id_) > own
        ]

    def _top(self, line: str) -> tuple[int, str] | None:
        heap = self._lines.get(line, [])
        while heap and not self._waits(line, *heap[0]):
            heappop(heap)
        return heap[0] if heap else None

    def _waits(self, line: str, place: int, ticket: str) -> bool:
        known = self.tickets[ticket]
        return known.state is State.WAITING and known.line == line and known.place == place

    def follow(self, entry: Entry) -> None:
        """Go where an entry leads its ticket. Of the entries about the site and its print jobs, a new day counts."""
        if entry.move in {Move.ISSUE, Move.NEW_DAY}:
            self._turn(entry)
        if not entry.ticket or (entry.move and entry.move not in PATHS):
            return
        old = self.tickets.get(entry.ticket)
        state = STATES.get(entry["to"]) or _meant(entry, old)
        if state is None or (old is None and entry.move is None):
            return  # an unknown move that says of nobody we know, or not whereto
        if entry.move is Move.ISSUE:
            self.first_issued = self.first_issued or entry.ticket
            self.last_issued = max(self.last_issued, entry.ticket)
        new = first_seen(entry, state) if old is None or entry.move is Move.ISSUE else moved(old, entry, state)
        self.changes[new.id] = Change(entry.version, entry.move, entry.whole("at"), old)
        self._put(old, new)

    def _turn(self, entry: Entry) -> None:
        # An issue of a later day shows that a new day's entry is missing.
        if entry.move is Move.NEW_DAY or self._later(entry["day"]):
            self.cancelled.clear()
        if is_day(entry["day"]):
            self.day = max(self.day, entry["day"])

    def _later(self, day: str) -> bool:
        return is_day(day) and "" < self.day < day

    def _put(self, old: Ticket | None, new: Ticket) -> None:
        self.tickets[new.id] = new
        if old:
            self._release(old, new)
        if new.living:
            self.living.add(new.id)
            if not (old and old.living and old.number == new.number):
                self.numbers[new.number] = new.id
        elif new.state is State.CANCELLED and new.number:
            self.cancelled[new.number] = new.id
        if new.counter and not (old and old.counter == new.counter):
            self.hands[new.counter] = new.id
        if new.state is State.WAITING and new.place is not None and not (old and _same_spot(old, new)):
            heappush(self._lines.setdefault(new.line, []), (new.place, new.id))

    def _release(self, old: Ticket, new: Ticket) -> None:
        if old.living and not new.living:
            self.living.discard(old.id)
        if self.numbers.get(old.number) == old.id and not (new.living and new.number == old.number):
            del self.numbers[old.number]
        if self.cancelled.get(old.number) == old.id:
            del self.cancelled[old.number]
        if self.hands.get(old.counter) == old.id and new.counter != old.counter:
            del self.hands[old.counter]


def _meant(entry: Entry, old: Ticket | None) -> State | None:
    """The state that a move leads to where its entry does not say."""
    if entry.move is None:
        return None
    return PATHS[entry.move].target or (old.state if old else STATES.get(entry["from"]))


def first_seen(entry: Entry, state: State) -> Ticket:
    """A ticket as its issue describes it, or as much of it as a later entry tells where its issue was not seen."""
    place, head_start = entry.whole("place"), entry.whole("head_start")
    arrived = entry.whole("at") if entry.move is Move.ISSUE else None
    if place is None and arrived is not None:
        place = arrived - (head_start or 0)
    return Ticket(
        id=entry.ticket,
        number=entry["number"],
        state=state,
        need=entry["need"],
        line=entry["line"] or entry["need"],
        place=place,
        arrived=arrived,
        day=entry["day"],
        # An issue by hand names the counter that asked for it, which has nobody in hand by that.
        counter=entry["counter"] if state in IN_HAND else "",
        language=entry["language"],
    )


def moved(old: Ticket, entry: Entry, state: State) -> Ticket:
    """A ticket after an entry about it, with every change that the entry states, allowed or not."""
    place = entry.whole("place")
    # Only a call and a resume give a ticket to a counter; the counter of any other entry says who asked. Where the
    # call forgot to say its counter, the next entry to name one is believed.
    keeps_hand = old.counter and entry.move not in {Move.CALL, Move.RESUME}
    taken = old.counter if keeps_hand else entry["counter"]
    return replace(
        old,
        number=entry["number"] or old.number,
        state=state,
        need=entry["need"] or old.need,
        line=(entry["line"] if state is State.WAITING or entry.move is Move.UNDO else "") or old.line,
        place=old.place if place is None else place,
        yielded=old.yielded + (place - old.place if entry.move is Move.LET_PASS and place and old.place else 0),
        counter=taken if state in IN_HAND else "",
        language=entry["language"] or old.language,
    )


def _same_spot(old: Ticket, new: Ticket) -> bool:
    return old.state is new.state and old.line == new.line and old.place == new.place
