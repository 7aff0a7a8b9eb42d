"""An act is taken back: its ticket stands again where it stood."""

from __future__ import annotations

from tests.checker.journal import Journal


def undo(day: Journal, ticket: str, **fields: str) -> str:
    """Take back the latest change of a ticket, unless told otherwise."""
    version, was = day.was[ticket]
    right = {"undone": version, "to": was.state, "need": was.need, "line": was.line, "counter": was.counter or "1"}
    return day.write("undo", ticket, **(right | fields))
