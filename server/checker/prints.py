"""The rules of print jobs. What happens to the paper says nothing of the ticket's state."""

from __future__ import annotations

from collections.abc import Iterator

from server.checker.book import Book
from server.checker.entry import Entry
from server.checker.moves import PRINT_PATHS, Move
from server.checker.rules import Breach, Rule


class Jobs:
    """Every print job seen: its state and its ticket, "" for a test print; and the latest job of each ticket."""

    def __init__(self) -> None:
        self._jobs: dict[str, tuple[str, str]] = {}
        self._latest: dict[str, str] = {}

    def judge(self, book: Book, entry: Entry) -> Iterator[Breach]:
        """Breaches by a print entry, which is remembered."""
        job = entry["job"]
        if entry.move is Move.TEST_PRINT and job:
            yield from self._step(entry, self._state(job, ""))
            self._jobs[job] = (entry["to"], "")
        if entry.move is not Move.PRINT or not job or not entry.ticket:
            return
        known = self._jobs.get(job)
        yield from self._ticket(book, entry, known)
        # A job that was queued before the journal begins may be anywhere.
        first = "" if self._is_copy(entry) or book.predates(entry.ticket) else "queued"
        state = self._state(job, first)
        yield from self._step(entry, state)
        if self._is_copy(entry) and not book.predates(entry.ticket):
            yield from self._copy(entry)
        self._jobs[job] = (entry["to"] or state, entry.ticket)
        self._latest[entry.ticket] = job

    def _state(self, job: str, first: str) -> str:
        return self._jobs[job][0] if job in self._jobs else first

    @staticmethod
    def _is_copy(entry: Entry) -> bool:
        """The first job of a ticket is queued by its issue; every other one by an entry of its own."""
        return not entry["from"] and entry["to"] == "queued"

    def _step(self, entry: Entry, state: str) -> Iterator[Breach]:
        job, came_from, to = entry["job"], entry["from"], entry["to"]
        if state and came_from != state:
            yield entry.breach(Rule.PRINT_FROM, f"Expected the job {job} from {state}, found it from {came_from!r}.")
        if to and (came_from, to) not in PRINT_PATHS:
            yield entry.breach(Rule.PRINT_MOVE, f"Expected a step of a print job, found {came_from!r} to {to}.")

    def _copy(self, entry: Entry) -> Iterator[Breach]:
        before = self._latest.get(entry.ticket)
        failed = before is not None and self._jobs[before][0] == "failed"
        if not (entry["request_id"] or failed):
            said = f"Expected a copy that somebody asked for, or one after a failure, found {entry['job']} by itself."
            yield entry.breach(Rule.PRINT_COPY, said)

    @staticmethod
    def _ticket(book: Book, entry: Entry, known: tuple[str, str] | None) -> Iterator[Breach]:
        ticket = book.tickets.get(entry.ticket)
        if known and known[1] != entry.ticket:
            said = f"Expected the job {entry['job']} to print {known[1]}, found {entry.ticket}."
            yield entry.breach(Rule.PRINT_TICKET, said)
        elif ticket and ticket.number and entry["number"] not in {"", ticket.number}:
            said = f"Expected the number {ticket.number} on paper, found {entry['number']!r}."
            yield entry.breach(Rule.NUMBER_CHANGED, said)
        elif not (ticket or known or book.predates(entry.ticket) or entry.ticket in book.strangers):
            book.strangers.add(entry.ticket)
            said = f"Expected the job of a ticket that was issued, found {entry.ticket}, which was not."
            yield entry.breach(Rule.UNKNOWN_TICKET, said)
