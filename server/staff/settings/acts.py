"""What a button does to a form before anything is saved: add a row, take one away, move it up or down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from flask import abort

from server.staff.settings.sheet import NEW, ROWS_AT_MOST, Row, Sheet

Blank = Mapping[str, Any]
"""What a new row of a list says."""

MOVES: Final = {"up": -1, "down": 1}


def acted(sheet: Sheet, blanks: Mapping[str, Blank | None], act: str) -> tuple[Sheet, str]:
    """The form after “add LIST”, “remove LIST KEY”, “up LIST KEY” or “down LIST KEY”, and the id of what has the focus.

    `blanks`: by list; None for one whose rows can be moved and nothing else. Aborts with 400 for anything else.
    """
    verb, _, rest = act.partition(" ")
    name, _, key = rest.partition(" ")
    if name not in blanks:
        abort(400)
    rows, blank = list(sheet.rows[name]), blanks[name]
    if verb == "add" and blank is not None:
        if len(rows) >= ROWS_AT_MOST:
            return sheet, f"add-{name}"
        row = Row.of(name, _free({each.key for each in rows}), blank)
        return sheet.with_rows(name, (*rows, row)), row.name(next(iter(blank)))
    at = next((at for at, each in enumerate(rows) if each.key == key), None)
    if at is None:
        abort(400)
    if verb == "remove" and blank is not None:
        del rows[at]
        return sheet.with_rows(name, rows), f"add-{name}"
    to = at + MOVES.get(verb, 0)
    if not (verb in MOVES and 0 <= to < len(rows)):
        abort(400)
    rows.insert(to, rows.pop(at))
    # At the end of the list this button rests: the other one takes the focus.
    if to in {0, len(rows) - 1} and len(rows) > 1:
        verb = "down" if to == 0 else "up"
    return sheet.with_rows(name, rows), f"{verb}-{name}-{key}"


def _free(keys: set[str]) -> str:
    return next(key for key in (f"{NEW}{number}" for number in range(1, ROWS_AT_MOST + 2)) if key not in keys)
