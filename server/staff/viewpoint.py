"""From where the queue is looked at: one counter and the mediator who sits there. What they read of a ticket."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from server.domain.catalogue import COUNTER_LINE, FRENCH, MEDIATOR_LINE, Counter, Need, Site
from server.domain.errors import UnknownNeedError
from server.domain.ticket import Ticket, sent_to
from server.queues.waiting import Row
from server.staff.words import say
from server.told.languages import language_name
from server.told.words import clock


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """A site, a counter, the id of the mediator who sits there, and everybody's name by id."""

    site: Site
    counter: Counter
    me: str
    mediators: Mapping[str, str]

    @property
    def lines(self) -> frozenset[str]:
        """The lines that this counter calls from."""
        return frozenset((*self.counter.lines, MEDIATOR_LINE + self.me))

    def need(self, need_id: str) -> Need:
        """A need of the site, or a plain one for people who came before it left the catalogue."""
        try:
            return self.site.need(need_id)
        except UnknownNeedError:
            return Need(need_id, "", need_id, "question", "slate", "circle", {}, {})

    def label(self, counter_id: str) -> str:
        """How a counter is called, also one that left the catalogue."""
        labels = {counter.id: counter.label for counter in self.site.counters}
        return labels.get(counter_id) or say("counter-gone", counter=counter_id)

    def recipient(self, line: str) -> str | None:
        """Whom a line's people were sent to by name, in words; None when they wait for a need."""
        counter, mediator = sent_to(line, COUNTER_LINE), sent_to(line, MEDIATOR_LINE)
        if counter is not None:
            return say("sent-here") if counter == self.counter.id else say("sent-to", who=self.label(counter))
        if mediator is not None:
            name = self.mediators.get(mediator) or say("mediator-gone")
            return say("sent-to-you") if mediator == self.me else say("sent-to", who=name)
        return None

    def language(self, language: str) -> str | None:
        """The resident's language when it is not French, which needs no word."""
        return None if language == FRENCH else language_name(language)

    def priority(self, seen: Row | Ticket) -> str | None:
        """What a priority gives, never its reason: others may see the screen."""
        return None if seen.priority is None else say("priority-shown", minutes=seen.head_start_min)

    def clock(self, at: datetime) -> str:
        """A moment on the clock of the site: 10 h 02."""
        return clock(at.astimezone(ZoneInfo(self.site.timezone)))

    def why(self, seen: Row | Ticket) -> str:
        """Why a ticket stands where it does: « Arrivée à 10 h 02, avance de 15 min »."""
        came = self.clock(seen.arrived_at)
        if not seen.head_start_min:
            return say("why-arrival", time=came)
        return say("why-head-start", time=came, minutes=seen.head_start_min)
