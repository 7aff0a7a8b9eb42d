"""A reception with a clock of its own: one small site over a real Valkey, spoken to as the actions do."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field, fields
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import redis

from server.actions.house import House
from server.actions.journal import check_journal
from server.actions.waits import Waits
from server.checker import Report
from server.domain.catalogue import Counter, Need, Priority, Site
from server.domain.hours import Hours
from server.domain.moves import State, Verb
from server.domain.printer import Agent, Condition, PrinterState
from server.domain.ticket import Answer, PrintState, Ticket
from server.queues import holder, prints, tickets
from server.queues.board import Board
from server.queues.house import CounterChange, set_counter
from server.queues.live import LiveQueue
from server.queues.prints import ClaimedJob, ClaimedTest, Nothing, Told
from server.queues.seats import undo
from server.queues.snapshots import read_board, read_queue
from server.queues.tickets import Destination, Hand, Wish
from server.queues.waiting import Queue
from tests.support.contents import contents

PARIS = ZoneInfo("Europe/Paris")
MORNING = datetime(2026, 11, 23, 9, 42, tzinfo=PARIS)


def need(need_id: str, letter: str) -> Need:
    """A need with French words only."""
    return Need(need_id, letter, need_id, "laptop", "blue", "square", {"fr": need_id}, {})


PLACE = Site(
    id="lieu",
    ordinal=1,
    name="Un lieu",
    open=True,
    languages=("fr", "en", "ar"),
    needs=(need("papiers", "A"), need("energie", "E"), need("ateliers", "G")),
    counters=(
        Counter("1", "Guichet 1", ("papiers", "energie")),
        Counter("2", "Guichet 2", ("papiers",)),
        Counter("3", "Guichet 3", ("ateliers",)),
    ),
    hours=Hours("Europe/Paris", turns_at=time(0)),
    priorities=(
        Priority("grossesse", 30, {"fr": "Je suis enceinte"}, kiosk=True),
        Priority("rendez-vous", 15, {"fr": "J’ai un rendez-vous"}, kiosk=False),
    ),
)
"""Counter 1 serves two needs, counter 2 one of them, counter 3 a third that no other counter serves."""


class Clock:
    """A time that stands still until a test moves it."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> int:
        return int(self.at.timestamp() * 1000)

    def forward(self, **step: float) -> None:
        """Move on by timedelta's words; a negative step goes back."""
        self.at += timedelta(**step)


@dataclass(slots=True)
class Reception:
    """What visitors, mediators and print agents do at one site."""

    queue: LiveQueue
    clock: Clock
    valkey: redis.Redis
    site: Site = PLACE
    _names: Any = field(default_factory=lambda: itertools.count(1))

    def take(self, need_id: str = "papiers", language: str = "fr", request_id: str | None = None) -> Answer:
        return self.ask(Wish(self.site.need(need_id), language), request_id)

    def ask(self, wish: Wish, request_id: str | None = None) -> Answer:
        return tickets.issue(self.queue, self.site, wish, request_id or self.fresh())

    def ticket(self, need_id: str = "papiers", language: str = "fr") -> Ticket:
        return self.take(need_id, language).ticket

    def call(
        self, counter: str = "1", chosen: str = "", request_id: str | None = None, mediator: str = "", reason: str = ""
    ) -> Answer:
        name, hand = request_id or self.fresh(), Hand(counter, mediator, reason)
        return tickets.call(self.queue, self.site, self.site.counter(counter), name, chosen, hand)

    def move(
        self,
        ticket_id: str,
        verb: Verb,
        counter: str = "",
        request_id: str | None = None,
        mediator: str = "",
        reason: str = "",
    ) -> Answer:
        name, hand = request_id or self.fresh(), Hand(counter, mediator, reason)
        return tickets.move(self.queue, self.site, ticket_id, verb, name, hand)

    def transfer(
        self,
        ticket_id: str,
        to: Destination,
        counter: str = "",
        request_id: str | None = None,
        mediator: str = "",
        reason: str = "",
    ) -> Answer:
        name, hand = request_id or self.fresh(), Hand(counter, mediator, reason)
        return tickets.transfer(self.queue, self.site, ticket_id, name, hand, to)

    def prioritise(self, ticket_id: str, priority: str | None, request_id: str | None = None) -> Answer:
        given = None if priority is None else self.site.priority(priority)
        return tickets.prioritise(self.queue, self.site, ticket_id, request_id or self.fresh(), Hand(), given)

    def let_pass(self, ticket_id: str, people: int = 1, request_id: str | None = None) -> Answer:
        name = request_id or self.fresh()
        return holder.let_pass(self.queue, self.site, ticket_id, name, Hand(reason="by_resident"), people)

    def set_language(self, ticket_id: str, language: str, request_id: str | None = None) -> Answer:
        name = request_id or self.fresh()
        return holder.set_language(self.queue, self.site, ticket_id, name, Hand(reason="by_resident"), language)

    def close_counter(self, counter: str, request_id: str | None = None, mediator: str = "") -> bool:
        return self._switch(CounterChange(counter, opens=False), request_id, mediator)

    def open_counter(self, counter: str, request_id: str | None = None, mediator: str = "") -> bool:
        return self._switch(CounterChange(counter, opens=True), request_id, mediator)

    def _switch(self, change: CounterChange, request_id: str | None, mediator: str) -> bool:
        return set_counter(self.queue, self.site, change, request_id or self.fresh(), mediator).open

    def ask_for_work(
        self, claim_id: str | None = None, agent: str = "7", printer: str = ""
    ) -> ClaimedJob | ClaimedTest | Nothing:
        who = Agent(agent, f"process-of-{agent}" if printer else "", printer)
        return prints.claim(self.queue, self.site, claim_id or self.fresh(), who)

    def claim(self, claim_id: str | None = None, agent: str = "7", printer: str = "") -> ClaimedJob | None:
        """A ticket's job, None when there is none."""
        found = self.ask_for_work(claim_id, agent, printer)
        assert not isinstance(found, ClaimedTest)
        return None if isinstance(found, Nothing) else found

    def report(self, job_id: str, outcome: str, detail: str = "", reason: str = "", *, sent: bool = True) -> str:
        return prints.report(self.queue, self.site, job_id, Told(outcome, reason, detail, sent))

    def announce(self, printer: str, state: str = "ready", agent: str = "7", address: str = "", **how: Any) -> None:
        who = Agent(agent, f"process-of-{agent}", printer)
        condition = Condition(PrinterState(state), **how)
        prints.announce(self.queue, self.site, who, address or f"network://{printer}", condition)

    def reprint(self, ticket_id: str, request_id: str | None = None) -> Answer:
        return prints.reprint(self.queue, self.site, ticket_id, request_id or self.fresh(), Hand("1", "9"))

    def print_test(self, printer: str, request_id: str | None = None) -> PrintState:
        return prints.test_print(self.queue, self.site, printer, request_id or self.fresh(), Hand())[0]

    def undo(self, ticket_id: str, counter: str = "", request_id: str | None = None) -> Answer:
        return undo(self.queue, self.site, ticket_id, request_id or self.fresh(), Hand(counter))

    def read(self, ticket_id: str) -> Ticket:
        return tickets.read(self.queue, self.site, ticket_id).ticket

    def board(self) -> Board:
        return read_board(self.queue, self.site)

    def desk(self) -> Queue:
        return read_queue(self.queue, self.site)

    def fresh(self) -> str:
        """A request_id nobody used."""
        return f"request-{next(self._names)}"

    def key(self, name: str) -> str:
        """The full name of one of the site's keys, spelled out here as an operator would find it."""
        return f"accueil:{{{self.site.id}}}:{name}"

    def put(self, ticket_id: str, state: State) -> None:
        """Write a state into a ticket, for the states that no road leads to yet."""
        self.valkey.hset(self.key(f"ticket:{ticket_id}"), "state", state)

    def journal(self) -> list[dict[str, str]]:
        return [entry for _, entry in self.valkey.xrange(self.key("journal"))]

    def checked(self) -> Report:
        """What the independent checker says of everything that happened, against the live queue."""
        nothing: dict[str, Any] = dict.fromkeys(field.name for field in fields(House))
        house = House(**nothing | {"queue": self.queue, "waits": Waits(self.queue)})
        return check_journal(house, self.site)

    def contents(self) -> dict[str, tuple[Any, int]]:
        return contents(self.valkey)
