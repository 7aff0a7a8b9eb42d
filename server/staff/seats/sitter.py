"""Who sits at a counter, and whether it is closed: in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from server.domain.catalogue import Counter, Site
from server.domain.seats import Pause
from server.domain.ticket import spaced
from server.queues.seats import Closing
from server.queues.waiting import Queue
from server.staff.words import say
from server.told.words import clock


@dataclass(frozen=True, slots=True)
class Sitter:
    """A counter as somebody looks at it.

    holds   whether they sit there themselves
    name    of whoever sits there; "" where nobody does
    since   since when, on the site's clock; "" where nobody does
    pause   why and since when the counter is closed, in words; "" while it is open
    hand    the number it has in hand, as people read it; "" for nobody
    """

    counter: Counter
    holds: bool
    name: str
    since: str
    pause: str
    hand: str

    @property
    def is_free(self) -> bool:
        """Whether nobody sits there."""
        return not self.name

    @classmethod
    def of(cls, here: Site, counter: Counter, queue: Queue, me: str, names: Mapping[str, str]) -> Sitter:
        """`names`: everybody's by id; only that of another person at this counter is looked for."""
        seat, closing = queue.seats.get(counter.id), queue.closings.get(counter.id)
        hand = queue.hands.get(counter.id)
        holds = seat is not None and seat.person == me
        return cls(
            counter=counter,
            holds=holds,
            name="" if seat is None else say("seat-you") if holds else names.get(seat.person) or say("mediator-gone"),
            since="" if seat is None else clock(seat.since.astimezone(ZoneInfo(here.timezone))),
            pause="" if closing is None else pause_words(here, closing),
            hand="" if hand is None else spaced(hand.number),
        )


def pause_words(here: Site, closing: Closing) -> str:
    """« en pause depuis 10 h 02 »."""
    since = clock(closing.since.astimezone(ZoneInfo(here.timezone)))
    if closing.reason in set(Pause):
        return say("closed-" + closing.reason.replace("_", "-"), time=since)
    if closing.reason:
        return say("closed-words", time=since, words=closing.reason)
    return say("closed-since", time=since)
