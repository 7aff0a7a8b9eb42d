"""Numbers, times and dates, as people type them."""

from __future__ import annotations

from datetime import date, time

from server.staff.settings.faults import Faults
from server.staff.settings.sheet import Row
from server.staff.words import say


def whole(row: Row, of: str, bounds: tuple[int, int], faults: Faults) -> int:
    """A whole number between two, both included."""
    least, most = bounds
    text = row.text(of)
    if not (text.isascii() and text.isdecimal() and least <= int(text[:9]) <= most):
        faults[row.name(of)] = say("fault-between", least=least, most=most)
        return least
    return int(text)


def number(text: str) -> str:
    """A number with its comma as computers read it."""
    return text.replace(",", ".")


def clock_time(row: Row, of: str, faults: Faults) -> time | None:
    """A time of day: "09:00", with or without seconds."""
    try:
        found = time.fromisoformat(row.text(of))
    except ValueError:
        found = None
    if found is None or found.tzinfo or found.second or found.microsecond:
        faults[row.name(of)] = say("fault-time")
        return None
    return found


def day(row: Row, of: str, faults: Faults) -> date | None:
    """A date: "2026-12-25"."""
    try:
        return date.fromisoformat(row.text(of))
    except ValueError:
        faults[row.name(of)] = say("fault-date")
        return None
