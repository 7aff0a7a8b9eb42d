"""The real queue on a real Valkey, behind the same questions as the plain one, its answers as plain dictionaries."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

import redis

from server.domain.catalogue import Counter, Need, Priority, Site
from server.domain.estimate import Wait
from server.domain.hours import WEEKDAYS, Closure, Hours, Period
from server.domain.moves import Verb
from server.domain.printer import Agent, Condition, Printer, PrinterState
from server.domain.ticket import Answer, Ticket
from server.queues import holder, house, prints, seats, tickets
from server.queues.house import CounterChange
from server.queues.live import LiveQueue
from server.queues.prints import ClaimedJob, Told
from server.queues.snapshots import read_both
from server.queues.tickets import Destination, Hand, Wish
from server.queues.waiting import Row
from tests.model.paper import ORDER
from tests.model.place import LANGUAGES, LIMITS, NEEDS, PRIORITIES, Place

SITE = "lieu"
MILLISECOND = timedelta(milliseconds=1)
FORESEEN = "1.000;0,0,5;2,5,15;4,,"
"""What is foreseen with so many ahead: the model has no estimate of its own."""


def site_of(place: Place) -> Site:
    """The same site in the catalogue's words."""
    weekly = None
    if place.openings is not None:
        weekly = {WEEKDAYS[day]: tuple(Period(*each) for each in each_day) for day, each_day in place.openings.items()}
    needs = (Need(need, NEEDS[need], need, "laptop", "blue", "square", {}, {}, LIMITS.get(need)) for need in NEEDS)
    return Site(
        id=SITE,
        ordinal=1,
        name="Un lieu",
        open=place.receives,
        languages=LANGUAGES,
        needs=tuple(needs),
        counters=tuple(Counter(counter, counter, tuple(needs)) for counter, needs in place.counters.items()),
        hours=Hours(
            "Europe/Paris",
            place.turns_at,
            weekly,
            tuple(Closure(day, day) for day in place.closures),
            place.last_tickets_min,
        ),
        priorities=tuple(Priority(name, minutes, {}, kiosk=True) for name, minutes in PRIORITIES.items()),
        next_completes=place.next_completes,
        printers=ORDER,
    )


class RealQueue:
    """A site's queue. `clock` is what Valkey's machine believes, in ms since 1970."""

    def __init__(self, url: str, valkey: redis.Redis, place: Place, clock: int) -> None:
        self.valkey, self.place, self.clock = valkey, place, clock
        self.live = LiveQueue(url, now=lambda: self.clock)
        self.secrets: dict[str, str] = {}
        self.waits: dict[str, Wait | None] = {}

    @property
    def site(self) -> Site:
        """As its settings are now."""
        return site_of(self.place)

    # The same questions.

    def issue(self, request_id: str, *, need: str, language: str, priority: str, by_hand: bool) -> Any:
        wish = Wish(self.site.need(need), language, self.site.priority(priority) if priority else None, by_hand)
        given = tickets.issue(self.live, self.site, wish, request_id, FORESEEN)
        ticket = given.ticket
        expected = Wait(0, 5) if ticket.ahead < 2 else Wait(5, 15) if ticket.ahead < 4 else None
        assert self.waits.setdefault(ticket.id, expected) == ticket.wait
        return self.answer(given)

    def call(self, request_id: str, *, counter: str, mediator: str, chosen: str, reason: str, desk: str = "") -> Any:
        hand, live = Hand(counter, mediator, reason), self.at(counter, desk)
        return self.answer(tickets.call(live, self.site, self.site.counter(counter), request_id, chosen, hand))

    def move(
        self, request_id: str, *, ticket: str, verb: str, counter: str, mediator: str, reason: str, desk: str = ""
    ) -> Any:
        hand, live = Hand(counter, mediator, reason), self.at(counter, desk)
        return self.answer(tickets.move(live, self.site, ticket, Verb(verb), request_id, hand))

    def transfer(
        self,
        request_id: str,
        *,
        ticket: str,
        counter: str,
        mediator: str,
        reason: str,
        to: tuple[str, str, str],
        desk: str = "",
    ) -> Any:
        hand, live = Hand(counter, mediator, reason), self.at(counter, desk)
        return self.answer(tickets.transfer(live, self.site, ticket, request_id, hand, Destination(*to)))

    def prioritise(self, request_id: str, *, ticket: str, priority: str, counter: str, mediator: str) -> Any:
        given = self.site.priority(priority) if priority else None
        hand = Hand(counter, mediator)
        return self.answer(tickets.prioritise(self.live, self.site, ticket, request_id, hand, given))

    def let_pass(self, request_id: str, *, ticket: str, people: int, counter: str) -> Any:
        return self.answer(holder.let_pass(self.live, self.site, ticket, request_id, Hand(counter), people))

    def set_language(self, request_id: str, *, ticket: str, language: str) -> Any:
        hand = Hand(reason="by_resident")
        return self.answer(holder.set_language(self.live, self.site, ticket, request_id, hand, language))

    def at(self, counter: str, desk: str) -> LiveQueue:
        """The way of this person's desk, or a device's where none is named."""
        return self.live.of_desk(counter, desk) if desk else self.live

    def sit(self, request_id: str, *, counter: str, person: str, wish: str, parting: str, of: str) -> str:
        said = seats.Said(seats.Parting(parting), of) if parting else None
        seats.sit(self.live, self.site, counter, person, seats.Wish(wish), request_id, said)
        return counter

    def undo(self, request_id: str, *, ticket: str, counter: str) -> Any:
        return self.answer(seats.undo(self.live, self.site, ticket, request_id, Hand(counter, "7")))

    def switch_counter(self, request_id: str, *, counter: str, opens: bool, mediator: str) -> Any:
        change = CounterChange(counter, opens=opens)
        return house.set_counter(self.live, self.site, change, request_id, mediator).open

    def switch_issuing(self, request_id: str, *, gives: bool, texts: dict[str, str], mediator: str) -> Any:
        if gives:
            house.resume_issuing(self.live, self.site, request_id, mediator)
        else:
            house.stop_issuing(self.live, self.site, request_id, texts, mediator)
        return gives

    def claim(self, request_id: str, *, agent: str, printer: str) -> Any:
        job = prints.claim(self.live, self.site, request_id, Agent(agent, "one" if printer else "", printer))
        if not isinstance(job, ClaimedJob):
            return None
        told = asdict(job) | {"arrived_at": ms(job.arrived_at)}
        ticket = job.id.partition("-")[0]
        assert told.pop("secret") == self.secrets[ticket]
        told.pop("wait")
        # What was foreseen at the kiosk is no news on a reprint.
        assert job.wait == (None if job.duplicate else self.waits[ticket])
        return told

    def report(self, *, job: str, outcome: str, reason: str, sent: bool) -> str:
        return prints.report(self.live, self.site, job, Told(outcome, reason, sent=sent))

    def announce(self, *, printer: str, agent: str, state: str, reason: str) -> None:
        who = Agent(agent, "one", printer)
        prints.announce(self.live, self.site, who, f"memory://{printer}", Condition(PrinterState(state), reason))

    def reprint(self, request_id: str, *, ticket: str) -> Any:
        return self.answer(prints.reprint(self.live, self.site, ticket, request_id, Hand("1", "7")))

    def begin(self) -> None:
        self.live.turn(self.site)

    def read(self, *, ticket: str) -> dict[str, Any]:
        return self.view(tickets.read(self.live, self.site, ticket).ticket)

    def door(self) -> dict[str, Any]:
        seen = house.door(self.live, self.site)
        names = ("version", "phase", "stopped", "texts", "full", "closed")
        return {name: getattr(seen, name) for name in names} | {"at": ms(seen.at)}

    def board_and_queue(self) -> tuple[dict[str, Any], dict[str, Any]]:
        both = read_both(self.live, self.site)
        board, queue = both.board(), both.queue()
        head = {"version": board.version, "at": ms(board.at), "phase": board.phase, "stopped": board.stopped}
        assert (queue.version, queue.at, queue.phase, queue.stopped) == (
            board.version,
            board.at,
            board.phase,
            board.stopped,
        )
        calls = [(each.number, each.counter, each.count, ms(each.called_at), each.language) for each in board.calls]
        return head | {"calls": calls, "waiting": board.waiting}, head | {
            "total": queue.total,
            "waiting": [row(each) | {"place": each.place} for each in queue.waiting],
            "parked": [row(each) for each in queue.parked],
            "gone": [row(each) for each in queue.gone],
            "hands": {counter: self.view(ticket) for counter, ticket in queue.hands.items()},
            "closed": queue.closed,
            "seats": {counter: (seat.person, ms(seat.since)) for counter, seat in queue.seats.items()},
            "alone": queue.alone,
            "acts": {at: (act.ticket, act.left // MILLISECOND) for at, act in queue.acts.items()},
            "printers": [printer_row(each) for each in queue.printers],
            "stopped_at": queue.stopped_at and ms(queue.stopped_at),
            "message": queue.message,
        }

    # Answers in plain words.

    def answer(self, given: Answer) -> tuple[dict[str, Any], bool]:
        return self.view(given.ticket), given.repeat

    def view(self, ticket: Ticket) -> dict[str, Any]:
        """A ticket as it was answered. Its secret never changes, and nobody shares it."""
        assert self.secrets.setdefault(ticket.id, ticket.secret) == ticket.secret
        assert len(set(self.secrets.values())) == len(self.secrets)
        called_at = ticket.called_at and ms(ticket.called_at)
        seen = {"ahead": ticket.ahead, "call_count": ticket.call_count, "called_at": called_at}
        return row(ticket) | seen | {"paper": (ticket.print.id, ticket.print.state)}


def printer_row(of: Printer) -> dict[str, Any]:
    how = of.condition
    since = of.since and ms(of.since)
    return {"id": of.id, "state": how.state, "reason": how.reason, "detail": how.detail, "since": since}


def row(of: Ticket | Row) -> dict[str, Any]:
    names = ("id", "number", "need", "line", "language", "state", "head_start_min")
    told = {name: getattr(of, name) for name in names}
    return told | {"arrived_at": ms(of.arrived_at), "priority": of.priority or "", "counter": of.counter or ""}


def ms(at: datetime) -> int:
    """A moment in ms since 1970."""
    return round(at.timestamp() * 1000)
