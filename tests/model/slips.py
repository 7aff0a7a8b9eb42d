"""What mediators take back, at once or too late, in random days."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.model.printing import Printing


class Slips(Printing):
    """The machine with undo."""

    @precondition(lambda self: self.plain.acts)
    @rule(n=st.integers(0, 3), names_itself=st.booleans(), after=st.sampled_from((0, 0, 9_000, 10_001)))
    def takes_back(self, n: int, after: int, *, names_itself: bool):
        """The latest act of a counter; of those that acted lately, most often the latest."""
        self.pass_time(after)
        counter, act = list(self.plain.acts.items())[-1 - n % len(self.plain.acts)]
        self.ask("undo", ticket=act.ticket, counter=counter if names_itself else "")

    @rule(calls=st.booleans(), twice=st.booleans())
    def calls_by_mistake(self, *, calls: bool, twice: bool):
        """Calls, maybe completing who was there, and takes it back; maybe once more."""
        if calls:
            counter = self.counter_with_work("1", "7")
            self.ask("call", counter=counter, mediator="7", chosen="", reason="")
        for _ in range(2 if twice else 1):
            for counter, act in list(self.plain.acts.items())[-1:]:
                self.ask("undo", ticket=act.ticket, counter=counter)
