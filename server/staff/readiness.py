"""Whether a counter can take somebody in hand now, and what a call would do to the person it has."""

from __future__ import annotations

from dataclasses import dataclass

from server.domain.ticket import spaced
from server.queues.waiting import Queue
from server.staff.viewpoint import Viewpoint
from server.staff.words import say


@dataclass(frozen=True, slots=True)
class Readiness:
    """What is told before a press, so that none is refused or does more than it says.

    no_call         why nobody can be called, in words; None when somebody can
    no_resume       the same for taking up again who was put aside
    completes       the number that a call completes; None when it completes nobody
    """

    no_call: str | None
    no_resume: str | None
    completes: str | None

    @classmethod
    def of(cls, eyes: Viewpoint, queue: Queue) -> Readiness:
        """The readiness of a counter, at the moment of the snapshot."""
        if eyes.counter.id in queue.closed:
            return cls(say("call-closed"), say("call-closed"), None)
        hand = queue.hands.get(eyes.counter.id)
        if hand is None:
            return cls(None, None, None)
        number = spaced(hand.number)
        busy = say("call-next-busy", number=number)
        return cls(None, busy, number) if eyes.site.next_completes else cls(busy, busy, None)

    def no(self, verb: str) -> str | None:
        """Why this move of a sheet cannot be made now, in words."""
        return {"call": self.no_call, "resume": self.no_resume}.get(verb)

    def call_words(self, number: str) -> str:
        """What the arrow beside a number says."""
        if self.completes is None:
            return say("call-this", number=number)
        return say("call-this-completes", number=number, hand=self.completes)
