"""What mediators do at desks in random days: they sit down, leave somebody, and take on whom others left."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.model.place import MEDIATORS
from tests.model.slips import Slips

counters = st.sampled_from(("1", "1", "2", "3"))
people = st.sampled_from(MEDIATORS)
wishes = st.sampled_from(("take", "take_over", "leave"))
partings = st.sampled_from(("", "along", "along", "back", "complete", "stay", "stay"))
ways = st.sampled_from(("call", "back", "complete"))
named = st.sampled_from(("", "hand", "hand", "000000000001"))


class Desks(Slips):
    """The machine with seats."""

    @rule(counter=counters, person=people, wish=wishes, parting=partings)
    def sits(self, counter: str, person: str, wish: str, parting: str):
        self.ask("sit", counter=counter, person=person, wish=wish, parting=parting, of="")

    @rule(person=people)
    def is_gone(self, person: str):
        self.ask("sit", counter="", person=person, wish="gone", parting="", of="")

    @rule(person=people, serves=st.booleans(), goes=st.booleans(), to=counters, parting=partings, of=named)
    def leaves_somebody(self, person: str, to: str, parting: str, of: str, *, serves: bool, goes: bool):
        """Whom they called at their desk; by leaving it, or for another counter. Maybe they mean somebody else."""
        self.ask("sit", counter="1", person=person, wish="take_over", parting="stay", of="")
        self.ask("issue", need="papiers", language="fr", priority="", by_hand=True)
        self.ask("call", counter="1", mediator=person, chosen="", reason="", desk=person)
        hand = self.plain.hand("1")
        if serves and hand:
            self.ask("move", ticket=hand.id, verb="serve", counter="1", mediator=person, reason="")
        at = "1" if goes else to
        meant = hand.id if hand and of == "hand" else of
        self.ask("sit", counter=at, person=person, wish="leave" if goes else "take_over", parting=parting, of=meant)

    @rule(n=st.integers(0, 2), way=ways, slips=st.booleans(), at=counters, person=people)
    def takes_somebody_on(self, n: int, at: str, person: str, way: str, *, slips: bool):
        """Whom somebody left; or who is in good hands, which is refused. Maybe it was a slip."""
        self.ask("sit", counter=at, person=person, wish="take_over", parting="stay", of="")
        held = [each for each in self.plain.tickets.values() if each.state in {"called", "serving"}]
        alone = [each for each in held if self.plain.is_alone(each)] or held
        for ticket in alone[n % len(alone) :][:1] if alone else ():
            who = {"counter": at, "mediator": person, "reason": "", "desk": person}
            if way == "call":
                self.ask("call", chosen=ticket.id, **who)
            elif way == "complete":
                self.ask("move", ticket=ticket.id, verb=way, **who)
            else:
                self.ask("transfer", ticket=ticket.id, to=(ticket.need, "", ""), **who)
            if slips:
                self.ask("undo", ticket=ticket.id, counter=at)
