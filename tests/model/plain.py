"""The rest of the plain queue: its counters, its stop, and what is read of it."""

from __future__ import annotations

from typing import Any

from tests.model.model import BOARD_CALLS, IN_HAND
from tests.model.seating import Seating


class PlainQueue(Seating):
    """The whole model."""

    # The site.

    def switch_counter(self, request_id: str, *, counter: str, opens: bool, mediator: str) -> Any:
        """Opens a counter, or closes it: then those who were sent to it by name wait for their need again."""

        def answer() -> bool:
            self.begin()
            self.day = self.day or self.place.day(self.now)
            (self.closed.discard if opens else self.closed.add)(counter)
            who = {"counter": counter, "mediator": mediator, "request_id": request_id}
            self.record("open_counter" if opens else "close_counter", **who)
            for ticket in [] if opens else self.waiting([f"counter:{counter}"]):
                ticket.line = ticket.need
                self.go(ticket, "transfer", "waiting", line=ticket.line, reason="counter_closed", **who)
            return opens

        return self.once(request_id, ("counter", counter, str(opens)), answer)[0]

    def switch_issuing(self, request_id: str, *, gives: bool, texts: dict[str, str], mediator: str) -> Any:
        """The kiosk stops giving tickets, until somebody lifts it or the day ends."""

        def answer() -> bool:
            self.begin()
            self.day = self.day or self.place.day(self.now)
            self.stop, self.stopped_at = (None, None) if gives else (texts, self.now)
            self.record("reopen" if gives else "stop", mediator=mediator, request_id=request_id)
            return gives

        return self.once(request_id, ("issuing", str(gives), *sorted(texts.values())), answer)[0]

    # What is read.

    def read(self, *, ticket: str) -> dict[str, Any]:
        """One ticket."""
        return self.view(self.find(ticket))

    def door(self) -> dict[str, Any]:
        """What stands at the door. It is the one reading that ends a day: nobody knocks at yesterday's door."""
        self.begin()
        return self.head() | {"texts": self.stop or {}, "full": self.full(), "closed": self.closed}

    def head(self) -> dict[str, Any]:
        """What every reading begins with."""
        phase = self.place.phase(self.now)
        return {"version": self.version, "at": self.now, "phase": phase, "stopped": self.stop is not None}

    def board(self) -> dict[str, Any]:
        """The latest calls of today, newest first, and how many wait."""
        today = self.place.day(self.now)
        news = [
            (each.called_in, each.id, each)
            for each in self.tickets.values()
            if each.called_at is not None and self.place.day(each.called_at) == today
        ]
        calls = [
            (each.number, each.counter, each.call_count, each.called_at, each.language)
            for _, _, each in sorted(news, reverse=True)[:BOARD_CALLS]
        ]
        return self.head() | {"calls": calls, "waiting": self.queue()["total"]}

    def queue(self) -> dict[str, Any]:
        """Everything the desk sees."""
        everybody = self.tickets.values()
        waiting = sorted((each for each in everybody if each.state == "waiting"), key=lambda each: each.order)
        aside = sorted(everybody, key=lambda each: (each.moved_at, each.id))
        gone = [each for each in aside if each.state in {"no_show", "cancelled"} and each.holds_number]
        return self.head() | {
            "total": len(waiting),
            "waiting": [self.row(each) | {"place": each.order[0]} for each in waiting],
            "parked": [self.row(each) for each in aside if each.state == "parked"],
            "gone": [self.row(each) for each in reversed(gone)],
            "hands": {each.counter: self.view(each) for each in everybody if each.state in IN_HAND},
            "closed": self.closed,
            "seats": self.seats,
            "alone": {each.counter for each in everybody if self.is_alone(each)},
            "acts": self.acts_seen(),
            "printers": self.printers_seen(),
            "stopped_at": self.stopped_at,
            "message": self.stop or {},
        }
