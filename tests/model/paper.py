"""The paper of the plain queue: print jobs, and the printers that take them in turn."""

from __future__ import annotations

from typing import Any

from tests.model.jobs import Job, Printer
from tests.model.model import PRINT_LIFE, PRINTER_AWAY, Model, Refusal, Ticket
from tests.model.place import MINUTE

FALLBACK = 4_000
PRINTER_KEPT = 8 * 24 * 60 * MINUTE
ORDER = ("accueil", "bureau")
NEEDS_PAPER = {"waiting", "called", "serving", "parked", "no_show"}


class Paper(Model):
    """The model with its paper."""

    def queue_job(self, ticket: Ticket, job: Job) -> None:
        """A job that some printer shall take."""
        self.jobs[job.id] = job
        ticket.job = job.id

    def copy(self, ticket: Ticket, made_at: int, tried: tuple[str, ...], ahead: int, **told: object) -> None:
        """One more paper of a ticket: a change of its own."""
        ticket.copies += 1
        duplicate = bool(told.get("request_id")) or self.jobs[ticket.job].duplicate
        job = Job(f"{ticket.id}-{ticket.copies}", ticket.id, ahead, self.now, made_at, duplicate, tried)
        self.queue_job(ticket, job)
        said = {"job": job.id, "ticket": ticket.id, "number": ticket.number, "need": ticket.need, "to": "queued"}
        self.record("print", **said, **told)

    # Printers.

    def state_of(self, name: str) -> str:
        """How a printer is; one whose agent is not heard of is away."""
        known = self.printers[name]
        return known.state if known.listed and abs(self.clock - known.heard_at) <= PRINTER_AWAY else "away"

    def can_print(self, name: str) -> bool:
        """Whether paper can be expected of it."""
        return self.state_of(name) not in {"down", "away"}

    def in_order(self) -> list[str]:
        """Those of the setting, then the others by name."""
        listed = {name for name, known in self.printers.items() if known.listed}
        return [*(name for name in ORDER if name in listed), *sorted(listed - {*ORDER})]

    def hear(self, name: str) -> Printer:
        """An agent spoke for it. Those that were not heard of for eight days are no printers of the site any more."""
        for known in self.printers.values():
            known.listed = known.listed and known.heard_at > self.clock - PRINTER_KEPT
        printer = self.printers.setdefault(name, Printer(self.clock))
        printer.heard_at, printer.listed = self.clock, True
        return printer

    def becomes(self, name: str, state: str, reason: str, detail: str) -> bool:
        """How it is from now on; whether that is news."""
        printer = self.printers[name]
        news = printer.since is None or (printer.state, printer.reason) != (state, reason)
        if news:
            printer.since = self.now
        printer.state, printer.reason, printer.detail = state, reason, detail
        return news

    def announce(self, *, printer: str, agent: str, state: str, reason: str) -> None:
        """An agent says how a printer is. While another one that is alive has it, it may not."""
        known = self.printers.get(printer)
        if known and known.owner not in {"", agent} and self.state_of(printer) != "away":
            raise Refusal("printer_owned", printer=printer)
        before = self.state_of(printer) if known else "away"
        self.hear(printer).owner = agent
        if self.becomes(printer, state, reason, "") or before != state:
            self.record("printer", printer=printer, to=state, reason=reason, **{"from": before})

    def printers_seen(self) -> list[dict[str, Any]]:
        """The printers as the desk sees them; those of the setting also before anybody heard of them."""
        seen = []
        for name in [*ORDER, *(each for each in self.in_order() if each not in ORDER)]:
            known = self.printers.get(name)
            if known is None or self.state_of(name) == "away":
                away = {"id": name, "state": "away", "reason": "", "detail": ""}
                seen.append(away | {"since": known and (known.heard_at if known.listed else known.since)})
            else:
                names = ("state", "reason", "detail", "since")
                seen.append({"id": name} | {each: getattr(known, each) for each in names})
        return seen

    # Jobs.

    def claim(self, request_id: str, *, agent: str, printer: str) -> Any:
        """A printer takes the oldest job whose turn it is. Those that nobody took in time expire."""
        name = printer or f"agent:{agent}"

        def answer() -> dict[str, Any] | None:
            if printer and (printer not in self.printers or not self.printers[printer].owner):
                raise Refusal("printer_unknown")
            if printer and self.printers[printer].owner != agent:
                raise Refusal("printer_owned", printer=printer)
            self.hear(name)
            for job in sorted(self.jobs.values(), key=lambda each: (each.queued_at, each.id)):
                if job.state == "queued" and self.paper_late(job):
                    self.step(job, "expired")
                elif job.state == "queued" and self.may_take(name, job):
                    job.taken_at, job.by = self.clock, name
                    self.step(job, "claimed", printer=name)
                    ticket = self.tickets[job.ticket]
                    told = {each: getattr(ticket, each) for each in ("number", "need", "language", "arrived_at")}
                    return told | {"id": job.id, "ahead": job.ahead, "duplicate": job.duplicate, "printer": name}
            return None

        return self.once(request_id, ("claim", agent, printer), answer)[0]

    def paper_late(self, job: Job) -> bool:
        """Whether a new roll must not print it any more."""
        return abs(self.clock - job.made_at) > PRINT_LIFE

    def may_take(self, name: str, job: Job) -> bool:
        """Whether it is this printer's turn: those that can print come first, each a while after the one before."""
        if name in job.tried:
            return False
        if name.startswith("agent:"):
            return True
        named = [each for each in self.in_order() if not each.startswith("agent:") and self.state_of(each) != "away"]
        line = [each for each in named if self.can_print(each)] + [each for each in named if not self.can_print(each)]
        before = [each for each in line[: line.index(name)] if each not in job.tried]
        return abs(self.clock - job.made_at) >= len(before) * FALLBACK

    def report(self, *, job: str, outcome: str, reason: str, sent: bool) -> str:
        """What became of a claimed job. Saying it again changes nothing."""
        if job not in self.jobs:
            raise Refusal("unknown_job")
        known = self.jobs[job]
        if known.state == outcome:
            return outcome
        if known.state != "claimed":
            raise Refusal("job_closed", state=known.state)
        if known.by.startswith("agent:"):
            state = {"printed": "ready", "unconfirmed": "silent", "failed": "down"}[outcome]
            self.becomes(known.by, state, reason, "")
        self.step(known, outcome, printer=known.by, reason=reason)
        ticket = self.tickets[known.ticket]
        tried = (known.by, *known.tried)
        others = [each for each in self.printers if self.can_print(each) and each not in tried]
        if outcome == "failed" and not sent and ticket.job == job and not self.paper_late(known) and others:
            self.copy(ticket, known.made_at, tried, known.ahead, reason="fallback")
        return outcome

    def reprint(self, request_id: str, *, ticket: str) -> Any:
        """A mediator asks for one more paper."""

        def answer() -> Any:
            self.begin()
            found = self.find(ticket)
            if found.state not in NEEDS_PAPER:
                raise Refusal("ticket_over", state=found.state)
            if self.paper(found) in {"queued", "claimed"}:
                raise Refusal("print_pending")
            asked = {"reason": "reprint", "counter": "1", "mediator": "7", "request_id": request_id}
            self.copy(found, self.clock, (), self.ahead(found), **asked)
            return self.view(found)

        return self.once(request_id, ("reprint", ticket), answer)

    def step(self, job: Job, state: str, **told: str) -> None:
        """Bring a job to a state and tell it."""
        came_from, job.state = job.state, state
        ticket = self.tickets[job.ticket]
        said = {"job": job.id, "ticket": ticket.id, "number": ticket.number, "need": ticket.need, "from": came_from}
        self.record("print", **said, to=state, **told)
