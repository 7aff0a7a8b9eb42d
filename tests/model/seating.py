"""Who sits at which counter of the plain queue, and what becomes of those whom they leave."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.model.model import IN_HAND, Refusal, Ticket
from tests.model.undoing import WITHIN, Undoing

PARTINGS = {"complete": ("complete", "done"), "back": ("transfer", "waiting"), "along": ("park", "parked")}


class Seating(Undoing):
    """The model with seats: by counter who sits there, and since when; and who has left and took none since."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.seats: dict[str, tuple[str, int]] = {}
        self.left: set[str] = set()

    def begin(self) -> None:
        """Seats end with their day."""
        before = self.day
        super().begin()
        if self.day != before:
            self.seats, self.left = {}, set()

    def sitter(self, counter: str) -> str:
        return self.seats.get(counter, ("", 0))[0]

    def check_desk(self, counter: str, desk: str) -> None:
        if desk and self.sitter(counter) != desk:
            raise Refusal("counter_taken", counter=counter, by=self.sitter(counter) or None)

    def is_alone(self, ticket: Ticket) -> bool:
        return ticket.state in IN_HAND and ticket.at_desk and not self.sitter(ticket.counter)

    def take_on(self, ticket: Ticket, who: dict[str, str]) -> None:
        at, ticket.line = ticket.counter, ticket.need
        self.go(ticket, "transfer", "waiting", line=ticket.line, reason="left_alone", **(who | {"counter": at}))
        self.taken_on = {ticket.id: replace(ticket)}

    def way_back(self, ticket: Ticket) -> str:
        kind, _, person = ticket.line.partition(":")
        return ticket.need if kind == "mediator" and person in self.left else super().way_back(ticket)

    def acts_seen(self) -> dict[str, tuple[str, int]]:
        """What the desks can take back, and for how long."""
        today = self.place.day(self.now)
        seen = ((counter, act) for counter, act in self.acts.items() if counter in self.seats)
        return {
            counter: (act.ticket, act.at + WITHIN - self.now)
            for counter, act in seen
            if act.day == today and self.can_go_back(act)
        }

    def sit(self, request_id: str, *, counter: str, person: str, wish: str, parting: str, of: str) -> Any:
        """Somebody takes a counter, takes it over, leaves it, or is gone."""

        def answer() -> str:
            self.begin()
            had = next((at for at, (who, _) in self.seats.items() if who == person), "")
            who = {"mediator": person, "request_id": request_id}
            if wish == "leave" and had == counter:
                self.check_parted(counter, {"", "along"}, parting, of)
                self.leave_seat(counter, "", parting, who)
                self.stand_up(person, counter, who)
            elif wish == "gone":
                if had:
                    self.leave_seat(had, "gone", "", who)
                self.stand_up(person, counter, who)
            elif wish in {"take", "take_over"} and had != counter:
                self.take_seat(counter, had, wish, (parting, of), who)
            return counter

        return self.once(request_id, ("seat", counter, person, wish, parting, of), answer)[0]

    def check_parted(self, counter: str, unsaid: set[str], parting: str, of: str) -> None:
        """Nobody leaves a person without a word, and a word about somebody else is none."""
        if (hand := self.hand(counter)) and (parting in unsaid or of not in {"", hand.id}):
            raise Refusal("counter_busy", ticket=hand.id, number=hand.number)

    def take_seat(self, counter: str, had: str, wish: str, said: tuple[str, str], who: dict[str, str]) -> None:
        by, person, (parting, of) = self.sitter(counter), who["mediator"], said
        if by and wish != "take_over":
            raise Refusal("counter_taken", counter=counter, by=by)
        hand = self.hand(had) if had else None
        if had:
            self.check_parted(had, {""}, parting, of)
        comes = hand if parting == "along" else None
        state = comes.state if comes else ""
        if comes:
            self.take_in_hand(counter)
        if had:
            self.leave_seat(had, "takes_another", parting, who)
        self.seats[counter] = person, self.now
        self.acts.pop(counter, None)
        self.left.discard(person)
        self.day = self.day or self.place.day(self.now)
        self.record("take_counter", counter=counter, **who, **{"from": by})
        if comes:
            self.bring_along(comes, state, counter, who)
        if by:
            self.stand_up(by, counter, who)

    def bring_along(self, ticket: Ticket, state: str, counter: str, who: dict[str, str]) -> None:
        """Who was called is called again, to where they have to go now."""
        told = {"counter": counter, "reason": "counter_left", **who}
        if state == "called":
            self.tell_call(ticket, counter, 1)
            self.go(ticket, "call", "called", chosen="1", **told)
        else:
            ticket.counter = counter
            self.go(ticket, "resume", "serving", **told)
        ticket.at_desk = True

    def leave_seat(self, counter: str, reason: str, parting: str, who: dict[str, str]) -> None:
        hand = self.hand(counter)
        if hand and parting in PARTINGS:
            move, state = PARTINGS[parting]
            line = hand.line = hand.need if state == "waiting" else hand.line
            said = {"line": line} if state == "waiting" else {}
            self.go(hand, move, state, counter=counter, reason="counter_left", **said, **who)
        elif hand:
            hand.at_desk = True
        del self.seats[counter]
        self.acts.pop(counter, None)
        self.record("leave_counter", counter=counter, reason=reason, **who)

    def stand_up(self, person: str, counter: str, who: dict[str, str]) -> None:
        """Nobody else would call who was sent to them."""
        self.left.add(person)
        told = {"counter": counter, "mediator": person, "reason": "mediator_left", "request_id": who["request_id"]}
        for ticket in self.waiting([f"mediator:{person}"]):
            ticket.line = ticket.need
            self.go(ticket, "transfer", "waiting", line=ticket.line, **told)
