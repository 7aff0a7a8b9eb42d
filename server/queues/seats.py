"""Who sits at which counter, why one is closed, and what can be taken back there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from server.domain.catalogue import Site
from server.domain.moves import Verb
from server.domain.ticket import Answer
from server.queues.answers import answer_of
from server.queues.live import LiveQueue, moment
from server.queues.tickets import Hand, neighbours


class Wish(StrEnum):
    """What somebody asks of a counter: to sit there, also in somebody else's place, or to leave it.

    Who is gone from the site leaves whichever they have.
    """

    TAKE = "take"
    TAKE_OVER = "take_over"
    LEAVE = "leave"
    GONE = "gone"


class Parting(StrEnum):
    """What becomes of who is in hand where somebody leaves their counter.

    They come along to the counter that is taken, or wait in line again, or are done, or stay where they are: alone, and
    seen at every desk.
    """

    ALONG = "along"
    BACK = "back"
    COMPLETE = "complete"
    STAY = "stay"


@dataclass(frozen=True, slots=True)
class Said:
    """What becomes of whoever is in hand, as the person who leaves them said it.

    ticket      the id of whom it was said; "" for whoever it is
    """

    parting: Parting
    ticket: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """Who sits at a counter, by their id, and since when."""

    person: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Closing:
    """Since when a counter is closed, and why: a Pause, or words, or ""."""

    since: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Act:
    """The latest act of a counter, while it can be taken back; `left` of that time."""

    ticket: str
    number: str
    verb: Verb
    left: timedelta


def sit(
    queue: LiveQueue,
    site: Site,
    counter_id: str,
    person_id: str,
    wish: Wish,
    request_id: str,
    said: Said | None = None,
) -> None:
    """Take a counter or leave it. Whoever takes one leaves the one they had at this site.

    Who was sent by name to somebody who has no counter any more waits for their need again.

    Raises CounterTakenError, when somebody else sits there and is not to be taken over; CounterBusyError, when somebody
    is in hand where they leave and nothing is said of them, or of somebody else, or at the counter to which those would
    come along; CounterClosedError, when that one is closed; and RequestIdReusedError.
    """
    given = (said.parting, said.ticket) if said else ("", "")
    queue.run_today("seat", site, request_id, counter_id, person_id, wish, *given)


def undo(queue: LiveQueue, site: Site, ticket_id: str, request_id: str, hand: Hand) -> Answer:
    """Take back the latest act of a counter, which was about this ticket.

    `hand.counter` "": the counter that the ticket names. Raises UnknownTicketError, TooLateError,
    CounterClosedError, CounterBusyError.
    """
    given = (request_id, ticket_id, hand.counter, hand.mediator, hand.reason)
    return answer_of(queue.run_today("undo", site, *given, more=neighbours(site)))


def seat_of(said: str) -> Seat:
    """From the text "person,since"."""
    person, since = said.split(",")
    return Seat(person, moment(int(since)))


def closing_of(said: str) -> Closing:
    """From the text "since,why"."""
    since, _, reason = said.partition(",")
    return Closing(moment(int(since)), reason)


def act_of(row: Mapping[str, Any]) -> Act:
    """From a snapshot."""
    return Act(row["ticket"], row["number"], Verb(row["verb"]), timedelta(milliseconds=row["left"]))
