"""What may be asked of the plain queue: each question, its refusals in their order, and its answer."""

from __future__ import annotations

from typing import Any

from tests.model.jobs import Job
from tests.model.model import IN_HAND, TABLE, Refusal, Ticket
from tests.model.paper import Paper
from tests.model.place import LIMITS, MINUTE, NEEDS, PRIORITIES

Answer = dict[str, Any]


class Moves(Paper):
    """The model with every move of a ticket. Each method answers, or raises Refusal."""

    # Visitors.

    def issue(self, request_id: str, *, need: str, language: str, priority: str, by_hand: bool) -> Any:
        """A new ticket: the next free count of the letter, at the end of the line unless it has a head start."""

        def answer() -> Answer:
            self.begin()
            phase = self.place.phase(self.now)
            if phase == "closed" or (phase != "open" and not by_hand):
                raise Refusal("site_closed", state=phase)
            if self.stop is not None and not by_hand:
                raise Refusal("site_closed", state="stopped")
            if not by_hand and need in self.full():
                raise Refusal("need_full")
            self.day = self.day or self.place.day(self.now)
            head_start = PRIORITIES.get(priority, 0) * MINUTE
            issued = (f"{len(self.tickets) + 1:012}", self.next_number(NEEDS[need]), need, need, language)
            ticket = Ticket(*issued, self.now, head_start, priority, ahead_at_issue=0, moved_at=self.now)
            ticket.ahead_at_issue = self.ahead(ticket)
            self.tickets[ticket.id] = ticket
            self.queue_job(ticket, Job(ticket.id, ticket.id, ticket.ahead_at_issue, self.now, self.clock))
            self.record(
                "issue", ticket=ticket.id, number=ticket.number, to="waiting", need=need, language=language,
                place=ticket.order[0], head_start=head_start, priority=priority, day=self.day,
                by_hand="1" if by_hand else "", request_id=request_id,
            )  # fmt: skip
            return self.view(ticket)

        return self.once(request_id, ("issue",), answer)

    def full(self) -> set[str]:
        """Needs for which as many wait as may."""
        return {need for need, limit in LIMITS.items() if len(self.waiting([need])) >= limit}

    def next_number(self, letter: str) -> str:
        """Letter and count from 001 each day; a number that somebody still holds is passed over."""
        held = self.holders()
        while True:
            count = self.counts[self.day, letter] = self.counts.get((self.day, letter), 0) + 1
            if (number := f"{letter}{count:03}") not in held:
                return number

    # Counters.

    def call(self, request_id: str, *, counter: str, mediator: str, chosen: str, reason: str, desk: str = "") -> Any:
        """The first of the counter's lines, or a chosen one. The one in hand is completed, or stops the call."""

        def answer() -> Answer:
            self.begin()
            self.check_desk(counter, desk)
            self.check_open(counter)
            busy = self.hand(counter)
            if busy and not self.place.next_completes:
                raise Refusal("counter_busy", ticket=busy.id, number=busy.number)
            lines = self.place.lines_of_counter(counter, mediator)
            line = self.waiting(lines)
            if not chosen and not line:
                raise Refusal("queue_empty")
            alone = bool(desk and chosen) and self.is_alone(self.find(chosen))
            ticket = self.find(chosen, "" if alone else "call") if chosen else line[0]
            who = {"counter": counter, "mediator": mediator, "request_id": request_id}
            if alone:
                self.take_on(ticket, who)
            if busy:
                self.go(busy, "complete", "done", reason="next_called", **who)
            self.tell_call(ticket, counter, 1)
            told = {"lines": ",".join(lines), "chosen": "1" if chosen else "", "reason": reason}
            self.go(ticket, "call", "called", **told, **who)
            ticket.at_desk = bool(desk)
            return self.view(ticket)

        return self.once(request_id, ("call", counter, chosen), answer)

    def check_desk(self, counter: str, desk: str) -> None:
        """A desk changes something while its person sits there alone."""

    def is_alone(self, ticket: Ticket) -> bool:
        """Whether somebody was taken in hand at a desk that nobody sits at any more."""
        return False

    def take_on(self, ticket: Ticket, who: dict[str, str]) -> None:
        """Who was left alone waits for their need, until the call that follows."""

    def tell_call(self, ticket: Ticket, counter: str, count: int) -> None:
        """The waiting room hears of it."""
        ticket.counter, ticket.called_at, ticket.call_count = counter, self.now, count
        ticket.called_in = self.version

    def move(
        self, request_id: str, *, ticket: str, verb: str, counter: str, mediator: str, reason: str, desk: str = ""
    ) -> Any:
        """Every verb of the table that has no question of its own."""

        def answer() -> Answer:
            self.begin()
            self.check_desk(counter, desk)
            moved, target, line = self.find(ticket, verb), TABLE[verb][1], ""
            at = moved.counter
            if moved.state in IN_HAND:
                alone = desk and verb == "complete" and self.is_alone(moved)
                if counter and counter != at and not alone:
                    raise Refusal("at_another_counter", counter=at)
            elif verb == "resume":
                at = moved.counter = self.take_in_hand(counter or at)
                moved.at_desk = False
            elif verb == "restore":
                if not moved.holds_number:
                    raise Refusal("day_over")
                line = moved.line = self.way_back(moved)
            if verb == "recall":
                self.tell_call(moved, at, moved.call_count + 1)
            told = {"line": line, "counter": at, "mediator": mediator, "reason": reason, "request_id": request_id}
            self.go(moved, verb, target, **told)
            return self.view(moved)

        return self.once(request_id, (verb, ticket, counter), answer)

    def take_in_hand(self, counter: str) -> str:
        """A counter takes somebody back: it is open, and has nobody else."""
        self.check_open(counter)
        if busy := self.hand(counter):
            raise Refusal("counter_busy", ticket=busy.id, number=busy.number)
        return counter

    def way_back(self, ticket: Ticket) -> str:
        """The line it waited in; its need's, when that was a counter's that is closed now."""
        kind, _, counter = ticket.line.partition(":")
        return ticket.need if kind == "counter" and counter in self.closed else ticket.line

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
        """To a need, a counter or a mediator, where it waits: same number, same arrival."""
        need, to_counter, to_mediator = to

        def answer() -> Answer:
            self.begin()
            self.check_desk(counter, desk)
            sent = self.find(ticket, "transfer")
            came_from, at = sent.state, sent.counter if sent.state in IN_HAND else ""
            if at and counter and counter != at and not (desk and self.is_alone(sent)):
                raise Refusal("at_another_counter", counter=at)
            if (to_counter and to_counter in {counter, at}) or (to_mediator and to_mediator == mediator):
                raise Refusal("transfer_to_self")
            new_need = need or sent.need
            by_name = (f"counter:{to_counter}" if to_counter else "") or (to_mediator and f"mediator:{to_mediator}")
            line = by_name or new_need
            if came_from == "waiting" and (line, new_need) == (sent.line, sent.need):
                raise Refusal("transfer_to_self")
            if to_counter:
                self.check_open(to_counter)
            at, sent.line, sent.need = sent.counter, line, new_need
            told = {"counter": at, "mediator": mediator, "reason": reason, "request_id": request_id}
            self.go(sent, "transfer", "waiting", line=line, **told)
            return self.view(sent)

        return self.once(request_id, ("transfer", ticket, counter, *to), answer)

    def prioritise(self, request_id: str, *, ticket: str, priority: str, counter: str, mediator: str) -> Any:
        """A head start that is given later, or taken back: counted from the arrival, however often."""

        def answer() -> Answer:
            self.begin()
            moved = self.find(ticket, "prioritise")
            moved.priority, moved.head_start = priority, PRIORITIES.get(priority, 0) * MINUTE
            told = {"place": moved.order[0], "head_start": moved.head_start, "priority": priority}
            who = {"counter": counter, "mediator": mediator, "request_id": request_id}
            self.go(moved, "prioritise", "waiting", **told, **who)
            return self.view(moved)

        return self.once(request_id, ("prioritise", ticket, counter, priority), answer)
