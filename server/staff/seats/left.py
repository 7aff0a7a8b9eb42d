"""Who is still in hand where a mediator leaves, or has left, their counter."""

from __future__ import annotations

from dataclasses import dataclass

from server.domain.catalogue import Need
from server.domain.ticket import Ticket, spaced
from server.queues.seats import Parting
from server.queues.waiting import Queue
from server.staff.viewpoint import Viewpoint


@dataclass(frozen=True, slots=True)
class Carried:
    """Somebody in hand at the counter that a mediator would leave for this one: they say first what becomes of them.

    id          of whom it is said: by then somebody else may be in hand
    number      as people read it
    at          where they are, in words
    partings    what may become of them: along only to a counter that is open and free
    """

    id: str
    number: str
    at: str
    partings: tuple[Parting, ...]

    @classmethod
    def of(cls, eyes: Viewpoint, queue: Queue) -> Carried | None:
        """None for whoever leaves nobody behind, or sits here already."""
        seats = (counter for counter, seat in queue.seats.items() if seat.person == eyes.me)
        had = next(seats, eyes.counter.id)
        hand = queue.hands.get(had)
        if hand is None or had == eyes.counter.id:
            return None
        free = eyes.counter.id not in queue.hands and eyes.counter.id not in queue.closed
        partings = tuple(parting for parting in Parting if free or parting is not Parting.ALONG)
        return cls(hand.id, spaced(hand.number), eyes.label(had), partings)


@dataclass(frozen=True, slots=True)
class Alone:
    """Somebody in hand at a counter whose mediator left: every desk of the site sees them, and can take them on.

    language    None for French, which needs no word
    at          where they are, in words
    called_at   when they were called there, on the site's clock
    """

    id: str
    number: str
    need: Need
    language: str | None
    at: str
    called_at: str

    @classmethod
    def all(cls, eyes: Viewpoint, queue: Queue) -> tuple[Alone, ...]:
        """Everybody who was left so at the site, in the order in which they came."""
        left = ((counter, queue.hands[counter]) for counter in queue.alone)
        return tuple(cls._of(eyes, *each) for each in sorted(left, key=lambda each: each[1].id))

    @classmethod
    def _of(cls, eyes: Viewpoint, counter: str, hand: Ticket) -> Alone:
        return cls(
            id=hand.id,
            number=spaced(hand.number),
            need=eyes.need(hand.need),
            language=eyes.language(hand.language),
            at=eyes.label(counter),
            called_at=eyes.clock(hand.called_at or hand.arrived_at),
        )
