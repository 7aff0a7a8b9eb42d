"""A clock of the records whose hands a test moves."""

from __future__ import annotations

from datetime import datetime, timedelta

from server.records.store import Store


class Hands:
    """The time that a store is told, from now on: it stands still until it is moved."""

    def __init__(self, store: Store) -> None:
        self.now: datetime = store.clock()
        store.clock = lambda: self.now

    def move(self, **by: float) -> None:
        """Let time go by: `move(minutes=3)`."""
        self.now += timedelta(**by)
