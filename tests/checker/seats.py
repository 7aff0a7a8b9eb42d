"""Who sits where at the end of a journal."""

from __future__ import annotations

from collections.abc import Iterable


def seats_after(entries: Iterable[dict[str, str]]) -> dict[str, str]:
    """By counter, the person of its latest taking, if nobody left it since and no day began."""
    seats: dict[str, str] = {}
    for entry in entries:
        if entry["move"] == "take_counter":
            seats[entry["counter"]] = entry["mediator"]
        elif entry["move"] == "leave_counter":
            seats.pop(entry["counter"], None)
        elif entry["move"] == "new_day":
            seats.clear()
    return seats
