"""The rules of print jobs. What happens to the paper says nothing of the ticket's state."""

from __future__ import annotations

from collections.abc import Iterator

from server.checker.book import Book
from server.checker.entry import Entry
from server.checker.moves import PRINT_PATHS, Move
from server.checker.rules import Breach, Rule


class Jobs:
    """Every print job seen: its state and its ticket."""

    def __init__(self) -> None:
        self._jobs: dict[str, tuple[str, str]] = {}

    def judge(self, book: Book, entry: Entry) -> Iterator[Breach]:
        """Breaches by a print entry, which is remembered."""
        job = entry["job"]
        if entry.move is not Move.PRINT or not job or not entry.ticket:
            return
        known = self._jobs.get(job)
        yield from self._ticket(book, entry, known)
        # A job is queued by the issue of its ticket. One that was queued before the journal begins may be anywhere.
        state = known[0] if known else ("" if book.predates(entry.ticket) else "queued")
        if state and entry["from"] and entry["from"] != state:
            yield entry.breach(Rule.PRINT_FROM, f"Expected the job {job} from {state}, found it from {entry['from']}.")
        if entry["from"] and entry["to"] and (entry["from"], entry["to"]) not in PRINT_PATHS:
            said = f"Expected a step of a print job, found {entry['from']} to {entry['to']}."
            yield entry.breach(Rule.PRINT_MOVE, said)
        self._jobs[job] = (entry["to"] or state, entry.ticket)

    @staticmethod
    def _ticket(book: Book, entry: Entry, known: tuple[str, str] | None) -> Iterator[Breach]:
        ticket = book.tickets.get(entry.ticket)
        if known and known[1] != entry.ticket:
            said = f"Expected the job {entry['job']} to print {known[1]}, found {entry.ticket}."
            yield entry.breach(Rule.PRINT_TICKET, said)
        elif ticket and ticket.number and entry["number"] not in {"", ticket.number}:
            said = f"Expected the number {ticket.number} on paper, found {entry['number']!r}."
            yield entry.breach(Rule.NUMBER_CHANGED, said)
        elif not (ticket or known or book.predates(entry.ticket)):
            book.strangers.add(entry.ticket)
            said = f"Expected the job of a ticket that was issued, found {entry.ticket}, which was not."
            yield entry.breach(Rule.UNKNOWN_TICKET, said)
