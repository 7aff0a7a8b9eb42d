"""What one counter's desk shows, made from the queue's snapshot."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from server.domain.catalogue import Counter, Need, Site
from server.domain.moves import Verb, possible
from server.domain.ticket import Ticket, spaced
from server.queues.board import PrinterState, Queue
from server.queues.board import Row as QueueRow

KEYS: Final[dict[Verb, str]] = {Verb.RECALL: "R", Verb.SERVE: "P", Verb.NO_SHOW: "A", Verb.COMPLETE: "T"}
"""One key each: Rappeler, Présent, Absent, Terminer."""

LANGUAGES: Final = {"fr": "français", "en": "anglais", "ar": "arabe"}
"""The resident's language, as the mediator calls it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A waiting ticket on the desk."""

    id: str
    number: str
    need: Need
    language: str | None
    minutes: int


@dataclass(frozen=True, slots=True)
class Button:
    """A move the mediator can make now."""

    verb: Verb
    key: str
    request_id: str


@dataclass(frozen=True, slots=True)
class InHand:
    """The ticket at this counter."""

    id: str
    number: str
    need: Need
    language: str | None
    state: str
    call_count: int
    minutes: int
    buttons: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """A counter's desk at one version. Each button carries its own request_id."""

    site: Site
    counter: Counter
    version: int
    total: int
    rows: tuple[Row, ...]
    hand: InHand | None
    printer: PrinterState
    notice: str | None

    @classmethod
    def of(cls, site: Site, counter: Counter, queue: Queue, notice: str | None) -> Desk:
        """The desk of a counter: only the needs it serves, in the order it would call them."""
        served = [row for row in queue.waiting if row.need in counter.needs]
        hand = queue.hands.get(counter.id)
        return cls(
            site=site,
            counter=counter,
            version=queue.version,
            total=queue.total,
            rows=tuple(_row(site, row, queue.at) for row in served),
            hand=None if hand is None else _in_hand(site, hand, queue.at),
            printer=queue.printer,
            notice=notice,
        )

    @property
    def hidden(self) -> int:
        """People waiting whom the list does not show."""
        return max(0, self.total - len(self.rows))

    @property
    def printer_state(self) -> str:
        """ok, unsure, failed or away: what the mediator can act on."""
        if not self.printer.seen:
            return "away"
        return {"failed": "failed", "unconfirmed": "unsure"}.get(self.printer.outcome or "", "ok")

    @property
    def printer_number(self) -> str:
        """The number of the latest paper."""
        return spaced(self.printer.number) if self.printer.number else "–"

    def request_id(self) -> str:
        """A fresh name for one more button."""
        return _fresh()


def _row(site: Site, row: QueueRow, at: datetime) -> Row:
    need = site.need(row.need)
    return Row(row.id, spaced(row.number), need, _foreign(row.language), _minutes(row.arrived_at, at))


def _in_hand(site: Site, ticket: Ticket, at: datetime) -> InHand:
    return InHand(
        id=ticket.id,
        number=spaced(ticket.number),
        need=site.need(ticket.need),
        language=_foreign(ticket.language),
        state=ticket.state,
        call_count=ticket.call_count,
        minutes=_minutes(ticket.arrived_at, at),
        buttons=tuple(Button(verb, KEYS[verb], _fresh()) for verb in possible(ticket.state) if verb in KEYS),
    )


def _foreign(language: str) -> str | None:
    """The resident's language when it is not French, which needs no word."""
    return None if language == "fr" else LANGUAGES.get(language, language)


def _minutes(since: datetime, at: datetime) -> int:
    return int((at - since).total_seconds() // 60)


def _fresh() -> str:
    return str(uuid.uuid4())
