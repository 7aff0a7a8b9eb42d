"""Reads a journal once from its first entry to its last, and reports every breach on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from server.checker.book import Book
from server.checker.counters import CallLines, judge_hand, judge_order
from server.checker.entry import Entry, judge_wording, read
from server.checker.live import Live, compare
from server.checker.moves import PATHS
from server.checker.prints import Jobs
from server.checker.requests import Requests
from server.checker.rules import Breach, Report, Rule
from server.checker.site import Site
from server.checker.tickets import judge_identity, judge_line, judge_path, judge_place

TICKET_RULES = (judge_path, judge_identity, judge_place, judge_line, judge_order, judge_hand)


def check(entries: Iterable[Mapping[str, str]], live: Live | None = None) -> Report:
    """Check a site's journal, and the live queue against it.

    `entries` are the journal's in the order of the stream, each with its fields as text; an absent field is an empty
    one. They may go on past the view: it is compared with the entries up to `live.version` alone, so read the view
    first. Time is near linear in the entries; memory holds every ticket and request ever seen. Raises nothing.
    """
    replay = Replay(live)
    for fields in entries:
        replay.turn(fields)
    return replay.close()


class Replay:
    """One reading of a journal: each entry is judged by what the entries before it say, and then followed."""

    def __init__(self, live: Live | None) -> None:
        self._live = live
        self._book = Book()
        self._site = Site()
        self._jobs = Jobs()
        self._requests = Requests()
        self._call_lines = CallLines()
        self._breaches: list[Breach] = []
        self._read = 0
        self._version = 0
        self._at: int | None = None

    def turn(self, fields: Mapping[str, str]) -> None:
        """Read the next entry."""
        entry = read(fields, expected=self._version + 1)
        if self._live and entry.version > self._live.version:
            self._compare(self._live, entry)
        old = self._book.tickets.get(entry.ticket)
        self._breaches += chain(
            self._sequence(entry),
            judge_wording(entry),
            self._requests.judge(entry),
            self._site.judge(self._book, entry),
            self._jobs.judge(self._book, entry),
            self._call_lines.judge(entry),
        )
        if entry.move in PATHS and entry.ticket:
            self._breaches += chain.from_iterable(judge(self._book, entry, old) for judge in TICKET_RULES)
        self._book.follow(entry)
        self._site.follow(entry)

    def _compare(self, live: Live, entry: Entry | None) -> None:
        """Compare the view, once, before the first entry that it cannot have seen."""
        self._live = None
        if entry and not self._read and entry.version > live.version + 1:
            said = f"Expected a journal from version {live.version + 1} or before, found its first at {entry.version}."
            self._breaches.append(Breach(Rule.LIVE_VERSION, live.version, "", said))
        else:
            self._breaches += compare(self._book, self._site.seats, live)

    def _sequence(self, entry: Entry) -> Iterator[Breach]:
        if not self._read and entry.version != 1:
            self._book.begins_late = True
            said = f"Expected the journal to begin at version 1, found {entry.version}."
            yield entry.breach(Rule.FIRST_VERSION, said)
        elif self._read and entry.version != self._version + 1:
            yield entry.breach(Rule.VERSION, f"Expected version {self._version + 1}, found {entry.version}.")
        self._read += 1
        self._version = entry.version
        at = entry.whole("at")
        if at is not None:
            if self._at is not None and at < self._at:
                yield entry.breach(Rule.CLOCK_BACK, f"Expected a time of {self._at} or later, found {at}.")
            self._at = at

    def close(self) -> Report:
        """Say what only the end shows, and report."""
        self._breaches += self._requests.judge_end()
        self._breaches += self._site.judge_closing(self._book)
        if self._live:
            if self._live.version > self._version:
                said = f"Expected the journal to reach version {self._live.version}, found its end at {self._version}."
                self._breaches.append(Breach(Rule.LIVE_VERSION, self._live.version, "", said))
            self._compare(self._live, None)
        return Report(
            # Some breaches are known only later than the entry they are of.
            breaches=tuple(sorted(self._breaches, key=lambda breach: breach.version)),
            entries=self._read,
            tickets=len(self._book.tickets),
            version=self._version,
        )
