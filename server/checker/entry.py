"""One entry of the journal, and what can be said of it without knowing any other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from server.checker.moves import NEEDED, NEEDED_ELSE, PATHS, Move
from server.checker.rules import Breach, Rule

# int() would also take blanks, underscores, the digits of other scripts, and refuse thousands of digits.
WHOLE = re.compile(r"-?[0-9]{1,18}")
TICKET_ID = re.compile(r"[0-9]{12}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOVES = {move.value: move for move in Move}
NEEDED_FIELDS = {move: tuple(NEEDED.get(move, NEEDED_ELSE).split()) for move in Move}


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: its version, its move (None where the word is not one of ours), its ticket's id, all its fields.

    A version that cannot be read is taken to be the expected one, so that the entries after it are not blamed.
    """

    version: int
    move: Move | None
    ticket: str
    fields: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        """A field's text; "" where it is absent, as an empty field may be left out."""
        return self.fields.get(name, "")

    def whole(self, name: str) -> int | None:
        """A field's whole number; None where it is absent or is none."""
        text = self[name]
        return int(text) if WHOLE.fullmatch(text) else None

    def breach(self, rule: Rule, said: str) -> Breach:
        """A breach by this entry."""
        return Breach(rule, self.version, self.ticket, said)


def read(fields: Mapping[str, str], expected: int) -> Entry:
    """The entry of these fields; `expected` is the version to take where theirs cannot be read."""
    version = fields.get("version", "")
    return Entry(
        version=int(version) if WHOLE.fullmatch(version) else expected,
        move=MOVES.get(fields.get("move", "")),
        ticket=fields.get("ticket", ""),
        fields=fields,
    )


def is_day(label: str) -> bool:
    """Whether a text is the ISO label of a date that exists."""
    try:
        return bool(DAY.fullmatch(label) and date.fromisoformat(label))
    except ValueError:
        return False


def judge_wording(entry: Entry) -> Iterator[Breach]:
    """Breaches that the entry shows by itself: an unknown move, a missing field, a field without its form."""
    for name in ("version", "at"):
        if not entry[name]:
            yield entry.breach(Rule.MISSING_FIELD, f"Expected a field {name}, found none.")
    for name in ("version", "at", "place", "head_start", "people", "undone"):
        if entry[name] and entry.whole(name) is None:
            yield entry.breach(Rule.MALFORMED_FIELD, f"Expected a whole number in {name}, found {entry[name]!r}.")
    if entry.move is None:
        if entry["move"]:
            yield entry.breach(Rule.UNKNOWN_MOVE, f"Expected a move of the design, found {entry['move']!r}.")
        else:
            yield entry.breach(Rule.MISSING_FIELD, "Expected a field move, found none.")
        return
    for name in NEEDED_FIELDS[entry.move]:
        if not entry[name]:
            yield entry.breach(Rule.MISSING_FIELD, f"Expected a field {name} with {entry.move}, found none.")
    if entry.move is Move.CALL and not entry["lines"] and entry["chosen"] != "1":
        yield entry.breach(Rule.MISSING_FIELD, "Expected a field lines with a call of the next, found none.")
    yield from _forms(entry)


def _forms(entry: Entry) -> Iterator[Breach]:
    if entry["chosen"] not in {"", "1"}:
        yield entry.breach(Rule.MALFORMED_FIELD, f"Expected '1' or '' in chosen, found {entry['chosen']!r}.")
    if entry["needs"] and not all(entry["needs"].split(",")):
        said = f"Expected needs separated by single commas, found {entry['needs']!r}."
        yield entry.breach(Rule.MALFORMED_FIELD, said)
    if entry["day"] and not is_day(entry["day"]):
        yield entry.breach(Rule.MALFORMED_FIELD, f"Expected an ISO date in day, found {entry['day']!r}.")
    # Of the later moves an id without its form is one that was never issued, and is said to be that.
    if entry.move is Move.ISSUE and entry.ticket and not TICKET_ID.fullmatch(entry.ticket):
        yield entry.breach(Rule.MALFORMED_FIELD, f"Expected a ticket id of 12 digits, found {entry.ticket!r}.")
    if entry.ticket and entry.move not in PATHS and entry.move is not Move.PRINT:
        said = f"Expected no ticket with {entry.move}, which is about the site, found {entry.ticket}."
        yield entry.breach(Rule.MALFORMED_FIELD, said)
