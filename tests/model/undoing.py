"""What a counter of the plain queue takes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from tests.model.holding import Holding
from tests.model.model import IN_HAND, Refusal, Ticket

UNDOABLE = {"call", "serve", "no_show", "complete", "cancel", "park", "transfer"}
WITHIN = 10_000


@dataclass
class Act:
    """The latest act of a counter: whom it moved, as they were, and the version of what it did with them."""

    ticket: str
    at: int
    day: str
    moved: list[tuple[Ticket, int]]


class Undoing(Holding):
    """The model with slips: it looks at everybody before each act."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.acts: dict[str, Act] = {}
        self.taken_on: dict[str, Ticket] = {}

    def call(self, request_id: str, *, counter: str, **words: Any) -> Any:
        return self.acted(
            request_id, "call", "", counter, lambda: super(Undoing, self).call(request_id, counter=counter, **words)
        )

    def move(self, request_id: str, *, ticket: str, verb: str, counter: str, **words: Any) -> Any:
        asked = {"ticket": ticket, "verb": verb, "counter": counter, **words}
        return self.acted(request_id, verb, ticket, counter, lambda: super(Undoing, self).move(request_id, **asked))

    def transfer(self, request_id: str, *, ticket: str, counter: str, **words: Any) -> Any:
        asked = {"ticket": ticket, "counter": counter, **words}
        return self.acted(
            request_id, "transfer", ticket, counter, lambda: super(Undoing, self).transfer(request_id, **asked)
        )

    def acted(self, request_id: str, verb: str, ticket: str, counter: str, act: Callable[[], Any]) -> Any:
        """Act, and keep how everybody stood whom it moved."""
        before, told = {each.id: replace(each) for each in self.tickets.values()}, self.version
        self.taken_on = {}
        answer, repeat = act()
        if repeat:
            return answer, repeat
        # That somebody was taken on is no part of the call that follows.
        before |= self.taken_on
        ours = [entry for entry in self.journal[told:] if entry.get("request_id") == request_id]
        done = [entry for entry in ours if entry.get("reason") != "left_alone"]
        about = ticket or done[-1]["ticket"]
        at = counter or before[about].counter
        self.acts.pop(at, None)
        if verb in UNDOABLE and at:
            moved = [(before[entry["ticket"]], int(entry["version"])) for entry in done]
            self.acts[at] = Act(about, self.now, self.day, moved)
        return answer, repeat

    def undo(self, request_id: str, *, ticket: str, counter: str) -> Any:
        """Everybody stands again where the act found them, if nothing else happened to them since."""

        def answer() -> dict[str, Any]:
            self.begin()
            at = counter or self.find(ticket).counter
            act = self.acts.get(at)
            if act is None or act.ticket != ticket or act.day != self.day or not self.can_go_back(act):
                raise Refusal("too_late")
            ours = {was.id for was, _ in act.moved}
            for was, _ in act.moved:
                if was.state in IN_HAND:
                    self.check_open(was.counter)
                busy = self.hand(was.counter) if was.state in IN_HAND else None
                if busy and busy.id not in ours:
                    raise Refusal("counter_busy", ticket=busy.id, number=busy.number)
            for was, version in reversed(act.moved):
                self.go_back(was, at, version, request_id)
            del self.acts[at]
            return self.view(self.tickets[ticket])

        return self.once(request_id, ("undo", ticket, counter), answer)

    def can_go_back(self, act: Act) -> bool:
        """Within ten seconds, as the latest that happened to each of them, and while nobody else has their numbers."""
        latest = {
            entry["ticket"]: int(entry["version"])
            for entry in self.journal
            if entry["move"] != "print" and "ticket" in entry
        }
        holders = self.holders()
        return self.now - act.at <= WITHIN and all(
            latest[was.id] == version and holders.get(was.number, was.id) == was.id for was, version in act.moved
        )

    def go_back(self, was: Ticket, at: str, version: int, request_id: str) -> None:
        """Its paper goes on meanwhile; a line that closed is no place to wait."""
        known = self.tickets[was.id]
        line = self.way_back(was) if was.state == "waiting" else was.line
        self.tickets[was.id] = replace(was, job=known.job, copies=known.copies, line=line)
        told = {"from": known.state, "to": was.state, "need": was.need, "line": line, "place": was.order[0]}
        counter = was.counter if was.state in IN_HAND else at
        self.record(
            "undo", ticket=was.id, number=was.number, counter=counter, undone=version, mediator="7",
            request_id=request_id, **told,
        )  # fmt: skip
