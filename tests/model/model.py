"""The queue in plain Python: what DESIGN §3 promises, one dictionary of tickets and nothing kept twice.

Who waits, who is in a counter's hands, who holds which number: all of it is worked out from the tickets each time.
So the model cannot forget to take somebody out of a list, which is what the real queue must be watched for.
Times are in ms since 1970.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from tests.model.jobs import Job, Printer
from tests.model.place import MINUTE, Place

TABLE = {
    "call": ({"waiting", "parked"}, "called"),
    "recall": ({"called"}, "called"),
    "serve": ({"called"}, "serving"),
    "no_show": ({"called"}, "no_show"),
    "restore": ({"no_show", "cancelled"}, "waiting"),
    "park": ({"called", "serving"}, "parked"),
    "resume": ({"parked"}, "serving"),
    "transfer": ({"waiting", "called", "serving", "parked"}, "waiting"),
    "complete": ({"called", "serving"}, "done"),
    "cancel": ({"waiting", "parked"}, "cancelled"),
    "expire": ({"waiting", "called", "parked", "no_show"}, "expired"),
    "prioritise": ({"waiting"}, "waiting"),
    "let_pass": ({"waiting"}, "waiting"),
    "set_language": ({"waiting", "called", "serving", "parked", "no_show"}, ""),
}
IN_HAND = {"called", "serving"}
ENDED = {"done", "expired"}
PRINT_LIFE, PRINT_LEASE, PRINTER_AWAY = 60_000, 60_000, 75_000
BOARD_CALLS = 6


class Refusal(Exception):  # noqa: N818 - the design's word: a refusal is expected
    """What the queue will not do: a code, and what else it says."""

    def __init__(self, code: str, **extra: Any) -> None:
        super().__init__(code, extra)
        self.code, self.extra = code, extra


@dataclass
class Ticket:
    """A ticket; `job` is its latest paper, `copies` how many it had beside the first."""

    id: str
    number: str
    need: str
    line: str
    language: str
    arrived_at: int
    head_start: int
    priority: str
    ahead_at_issue: int
    state: str = "waiting"
    holds_number: bool = True
    counter: str = ""
    called_at: int | None = None
    called_in: int = 0
    call_count: int = 0
    moved_at: int = 0
    job: str = ""
    copies: int = 0
    yielded: int = 0
    at_desk: bool = False

    @property
    def order(self) -> tuple[int, str]:
        """Its place: arrival less head start, later by what it yielded; ties broken by the sequence."""
        return self.arrived_at - self.head_start + self.yielded, self.id


class Model:
    """A site's queue. `clock` is what the queue's machine believes; the site's own clock never goes back."""

    def __init__(self, place: Place, clock: int) -> None:
        self.place, self.clock = place, clock
        self.latest, self.day = 0, ""
        self.tickets: dict[str, Ticket] = {}
        self.counts: dict[tuple[str, str], int] = {}
        self.closed: set[str] = set()
        self.stop: dict[str, str] | None = None
        self.stopped_at: int | None = None
        self.jobs: dict[str, Job] = {}
        self.printers: dict[str, Printer] = {}
        self.answers: dict[str, tuple[tuple[str, ...], Any]] = {}
        self.journal: list[dict[str, str]] = []

    # What is worked out from the tickets.

    @property
    def now(self) -> int:
        """The site's time."""
        return max(self.clock, self.latest)

    @property
    def version(self) -> int:
        """One for each change."""
        return len(self.journal)

    def waiting(self, lines: Iterable[str]) -> list[Ticket]:
        """Who waits in these lines, in the order of call."""
        wanted = set(lines)
        found = [each for each in self.tickets.values() if each.state == "waiting" and each.line in wanted]
        return sorted(found, key=lambda each: each.order)

    def ahead(self, ticket: Ticket) -> int:
        """How many would be called before it; 0 when it does not wait."""
        if ticket.state != "waiting":
            return 0
        return sum(each.order < ticket.order for each in self.waiting(self.place.rivals(ticket.line)))

    def hand(self, counter: str) -> Ticket | None:
        """What a counter has in hand: one ticket at most."""
        found = [each for each in self.tickets.values() if each.state in IN_HAND and each.counter == counter]
        assert len(found) <= 1
        return found[0] if found else None

    def holders(self) -> dict[str, str]:
        """Who holds each number that may not be given again. Nobody shares one."""
        held = [(each.number, each.id) for each in self.tickets.values() if each.holds_number]
        assert len(held) == len(dict(held))
        return dict(held)

    # How a change is made.

    def once(self, request_id: str, asked: tuple[str, ...], answer: Callable[[], Any]) -> tuple[Any, bool]:
        """The first answer to this request_id, and whether it was given before. A refusal is no answer."""
        if request_id in self.answers:
            before, kept = self.answers[request_id]
            if before != asked:
                raise Refusal("request_id_reused")
            return kept, True
        kept = answer()
        if kept is not None:
            self.answers[request_id] = asked, kept
        return kept, False

    def record(self, move: str, **fields: object) -> None:
        """One change: one entry, one version, and the site's clock."""
        self.latest = self.now
        entry = {"version": self.version + 1, "at": self.now, "move": move, **fields}
        self.journal.append({name: str(value) for name, value in entry.items() if value not in {"", None}})

    def begin(self) -> None:
        """Before any change of a new day the old one ends: who is left of it expires, except who is being served."""
        today = self.place.day(self.now)
        if self.day and self.day < today:
            for ticket in sorted(self.tickets.values(), key=lambda each: each.id):
                if ticket.state in TABLE["expire"][0]:
                    self.go(ticket, "expire", "expired", counter=ticket.counter, reason="end_of_day")
                ticket.holds_number = ticket.holds_number and ticket.state != "cancelled"
            self.closed, self.stop, self.stopped_at, self.day = set(), None, None, today
            self.record("new_day", day=today)

    def go(self, ticket: Ticket, move: str, state: str, **told: object) -> None:
        """Bring a ticket to a state and tell it. Who waits again has no counter and was not called yet."""
        came_from, ticket.state, ticket.moved_at = ticket.state, state, self.now
        if state == "waiting":
            ticket.counter, ticket.called_at, ticket.call_count = "", None, 0
        if state in ENDED:
            ticket.holds_number = False
        said = {"ticket": ticket.id, "number": ticket.number, "from": came_from, "to": state, "need": ticket.need}
        self.record(move, **said, **told)

    def find(self, ticket_id: str, move: str = "") -> Ticket:
        """A known ticket, from where this move may start."""
        if ticket_id not in self.tickets:
            raise Refusal("unknown_ticket")
        ticket = self.tickets[ticket_id]
        if move and ticket.state not in TABLE[move][0]:
            possible = {verb for verb, (sources, _) in TABLE.items() if ticket.state in sources}
            raise Refusal("illegal_move", state=ticket.state, possible=possible)
        return ticket

    def check_open(self, counter: str) -> None:
        """Nobody is called or sent to a counter that is closed for now."""
        if counter in self.closed:
            raise Refusal("counter_closed", counter=counter)

    # What is told.

    def view(self, ticket: Ticket) -> dict[str, Any]:
        """A ticket as it is answered."""
        return {
            **self.row(ticket),
            "ahead": self.ahead(ticket),
            "called_at": ticket.called_at,
            "call_count": ticket.call_count,
            "paper": (ticket.job, self.paper(ticket)),
        }

    def row(self, ticket: Ticket) -> dict[str, Any]:
        """A ticket as the desk lists it."""
        names = ("id", "number", "need", "line", "language", "state", "arrived_at", "priority", "counter")
        return {name: getattr(ticket, name) for name in names} | {"head_start_min": ticket.head_start // MINUTE}

    def paper(self, ticket: Ticket) -> str:
        """What the paper does: nobody printed it in time, or nobody said how it went in time."""
        job = self.jobs[ticket.job]
        if job.state == "queued" and abs(self.clock - job.made_at) > PRINT_LIFE:
            return "expired"
        if job.state == "claimed" and abs(self.clock - job.taken_at) > PRINT_LEASE:
            return "unconfirmed"
        return job.state
