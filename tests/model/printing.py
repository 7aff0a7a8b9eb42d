"""What print agents do at the site of the random days, and what mediators ask of the paper."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.model.both import SideBySide
from tests.model.paper import ORDER

nth = st.integers(0, 5)
mostly = st.sampled_from((True, True, True, False))
NAMES = (*ORDER, "zebra")
agents = st.sampled_from(("5", "6"))
printers = st.sampled_from(("", "", *NAMES))
states = st.sampled_from((("ready", ""), ("low", "paper_low"), ("silent", ""), ("down", "cover_open")))


class Printing(SideBySide):
    """The rules about paper."""

    @rule(agent=agents, printer=printers)
    def print_agent_asks(self, agent: str, printer: str):
        self.ask("claim", agent=agent, printer=printer)

    @rule(agent=agents, printer=st.sampled_from(NAMES), state=states)
    def a_printer_is_announced(self, agent: str, printer: str, state: tuple[str, str]):
        self.alike("announce", printer=printer, agent=agent, state=state[0], reason=state[1])

    @rule(n=nth, outcome=st.sampled_from(("printed", "unconfirmed", "failed", "failed")), sent=st.booleans())
    def print_agent_tells(self, n: int, outcome: str, *, sent: bool):
        """What became of a job, which it may not have."""
        claimed = [each.id for each in self.plain.jobs.values() if each.state == "claimed"]
        job = claimed[0] if n and claimed else self.someone("expire", n, fitting=False)
        reason = "paper_out" if outcome == "failed" else ""
        self.alike("report", job=job, outcome=outcome, reason=reason, sent=sent)

    @rule(agent=agents, first=st.sampled_from(NAMES), then=st.sampled_from(NAMES), sent=mostly)
    def a_printer_fails_and_another_may_take_over(self, agent: str, first: str, then: str, *, sent: bool):
        """A fresh ticket, so that something is there to print."""
        for printer in dict.fromkeys((first, then)):
            self.alike("announce", printer=printer, agent=agent, state="ready", reason="")
        self.ask("issue", need="papiers", language="fr", priority="", by_hand=True)
        self.ask("claim", agent=agent, printer=first)
        taken = [each.id for each in self.plain.jobs.values() if (each.state, each.by) == ("claimed", first)]
        for job in taken[-1:]:
            self.alike("report", job=job, outcome="failed", reason="paper_out", sent=not sent)
        self.ask("claim", agent=agent, printer=then)

    @rule(n=nth, fitting=mostly)
    def a_paper_is_asked_for_again(self, n: int, *, fitting: bool):
        self.ask("reprint", ticket=self.someone("expire", n, fitting=fitting))
