"""What the desk shows of one ticket: a row of a list, or the person in hand."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from server.domain.catalogue import Need
from server.domain.moves import State, Verb, possible
from server.domain.ticket import Ticket, spaced
from server.queues.waiting import Row as QueueRow
from server.staff.viewpoint import Viewpoint
from server.staff.words import say

KEYS: Final[dict[Verb, str]] = {
    Verb.RECALL: "R",
    Verb.SERVE: "P",
    Verb.NO_SHOW: "A",
    Verb.COMPLETE: "T",
    Verb.PARK: "M",
    Verb.TRANSFER: "F",
}
"""One key each for the person in hand: Rappeler, Présent, Absent, Terminer, Mettre de côté, transFérer."""

_THE_HOLDERS: Final = frozenset({Verb.SET_LANGUAGE})
"""What only residents choose, on their phone or at the kiosk: the desk has no button for it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A ticket in one of the desk's lists.

    language        None for French, which needs no word
    priority        how much earlier it is called, in words, without the person's reason
    recipient       whom it was sent to by name, in words
    why             why it stands where it does
    put_aside_at    the counter that put it aside, in words
    noted           whether a colleague left a word about the person
    """

    id: str
    number: str
    need: Need
    language: str | None
    minutes: int
    state: State
    priority: str | None
    recipient: str | None
    why: str
    put_aside_at: str | None
    noted: bool


@dataclass(frozen=True, slots=True)
class Button:
    """A move the mediator can make now."""

    verb: Verb
    key: str
    request_id: str


@dataclass(frozen=True, slots=True)
class InHand:
    """The ticket at this counter.

    waited          how long it has waited, or had waited when it was called, in words
    absent_due      it was recalled as often as the site waits for: the desk proposes to mark the person absent
    has_more        its state allows moves beside those that have a button
    """

    id: str
    number: str
    need: Need
    language: str | None
    priority: str | None
    state: State
    call_count: int
    waited: str
    buttons: tuple[Button, ...]
    absent_due: bool
    has_more: bool

    @property
    def recalls(self) -> int:
        """Calls after the first."""
        return self.call_count - 1


def offered(state: State) -> tuple[Verb, ...]:
    """The moves that the desk offers from a state, in the order in which it shows them."""
    return tuple(verb for verb in possible(state) if verb not in _THE_HOLDERS)


def row_of(seen: QueueRow, at: datetime, eyes: Viewpoint) -> Row:
    """A row at a moment of the site's clock."""
    return Row(
        id=seen.id,
        number=spaced(seen.number),
        need=eyes.need(seen.need),
        language=eyes.language(seen.language),
        minutes=minutes(seen.arrived_at, at),
        state=seen.state,
        priority=eyes.priority(seen),
        recipient=eyes.recipient(seen.line),
        why=eyes.why(seen),
        put_aside_at=eyes.label(seen.counter) if seen.counter else None,
        noted=seen.noted,
    )


def in_hand(ticket: Ticket, at: datetime, eyes: Viewpoint) -> InHand:
    """The person in hand, with a button for each move that has a key."""
    moves = offered(ticket.state)
    recalled = ticket.call_count - 1
    return InHand(
        id=ticket.id,
        number=spaced(ticket.number),
        need=eyes.need(ticket.need),
        language=eyes.language(ticket.language),
        priority=eyes.priority(ticket),
        state=ticket.state,
        call_count=ticket.call_count,
        waited=_waited(ticket, at),
        buttons=tuple(Button(verb, KEYS[verb], fresh()) for verb in moves if verb in KEYS),
        absent_due=ticket.state is State.CALLED and recalled >= eyes.site.recalls_before_absent,
        has_more=any(verb not in KEYS for verb in moves),
    )


def _waited(ticket: Ticket, at: datetime) -> str:
    if ticket.state is State.SERVING:
        return say("had-waited", minutes=minutes(ticket.arrived_at, ticket.called_at or at))
    return say("waited", minutes=minutes(ticket.arrived_at, at))


def minutes(since: datetime, at: datetime) -> int:
    """Whole minutes between two moments."""
    return int((at - since).total_seconds() // 60)


def fresh() -> str:
    """A name for one more button."""
    return str(uuid.uuid4())
