"""What the holder of a ticket may ask of the plain queue."""

from __future__ import annotations

from typing import Any

from tests.model.model import Refusal
from tests.model.moves import Answer, Moves
from tests.model.place import NEEDS


class Holding(Moves):
    """The model with letting others pass, and with another language."""

    def let_pass(self, request_id: str, *, ticket: str, people: int, counter: str) -> Any:
        """Steps back, a millisecond at a time, until as many are in front who were behind, or everybody is."""

        def answer() -> Answer:
            self.begin()
            moved = self.find(ticket, "let_pass")
            lines = self.place.rivals(moved.line)
            behind = [each for each in self.waiting(lines) if each.order > moved.order]
            if not behind:
                raise Refusal("nobody_behind")
            to_pass = behind[:people]
            # Straight to where the last of them stands; a tie may already be enough.
            moved.yielded += to_pass[-1].order[0] - moved.order[0]
            while any(each.order > moved.order for each in to_pass):
                moved.yielded += 1
            told = {"place": moved.order[0], "people": people, "lines": self.told_lines(moved.line)}
            self.go(moved, "let_pass", "waiting", counter=counter, request_id=request_id, **told)
            return self.view(moved)

        return self.once(request_id, ("let_pass", ticket, str(people), counter), answer)

    def told_lines(self, line: str) -> str:
        """The lines as the journal names them: needs in the order of the catalogue, then counters."""
        order = [*NEEDS, *(f"counter:{counter}" for counter in self.place.counters)]
        return ",".join(each for each in order if each in self.place.rivals(line)) or line

    def set_language(self, request_id: str, *, ticket: str, language: str) -> Any:
        """From now on it is called in another language. It is not moved; the one it has is no change."""

        def answer() -> Answer:
            self.begin()
            spoken = self.find(ticket, "set_language")
            if spoken.language == language:
                return self.view(spoken)
            spoken.language = language
            said = {"ticket": spoken.id, "number": spoken.number, "from": spoken.state, "to": spoken.state}
            self.record(
                "set_language", **said, need=spoken.need, language=language, reason="by_resident", request_id=request_id
            )
            return self.view(spoken)

        return self.once(request_id, ("set_language", ticket, language), answer)
