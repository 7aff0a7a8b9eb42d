"""Writes journals as the queue should write them, one entry after the other; a test then spoils one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from server.checker import Live, LiveTicket
from tests.checker.seats import seats_after

MORNING = 1_785_308_400_000  # ms since 1970: 2026-07-29, 9:00 in Paris
SECOND, MINUTE = 1000, 60_000
DAYS = ("2026-07-29", "2026-07-30", "2026-07-31")
LETTERS = {"papiers": "A", "energie": "E"}
LEADS_TO = {
    "issue": "waiting",
    "call": "called",
    "recall": "called",
    "serve": "serving",
    "no_show": "no_show",
    "restore": "waiting",
    "park": "parked",
    "resume": "serving",
    "transfer": "waiting",
    "complete": "done",
    "cancel": "cancelled",
    "expire": "expired",
    "prioritise": "waiting",
    "let_pass": "waiting",
    "set_language": "",  # where it is
    "undo": "",  # where it was
}
ALWAYS = ("ticket", "number", "from", "to", "need", "counter", "mediator", "reason", "request_id")
IN_HAND = {"called", "serving"}
ENDED = {"done", "expired"}


@dataclass(slots=True)
class Person:
    """Whom a ticket belongs to, as the writer knows them."""

    number: str
    state: str
    need: str
    line: str
    place: int
    arrived: int
    counter: str = ""
    yielded: int = 0
    language: str = "fr"


class Journal:
    """A journal in the making. Every entry comes a second after the one before."""

    def __init__(self, *, watched: bool = False):
        self.watched = watched
        self.views: list[Live] = []  # of a watched journal: the queue as it should stand after each entry
        self.entries: list[dict[str, str]] = []
        self.people: dict[str, Person] = {}
        self.was: dict[str, tuple[str, Person]] = {}  # the version of each one's latest change, and they before it
        self.now = MORNING
        self.day = DAYS[0]
        self.count = dict.fromkeys(LETTERS, 0)
        self.overnight: set[str] = set()

    @property
    def last(self) -> dict[str, str]:
        return self.entries[-1]

    def find(self, move: str, **fields: str) -> dict[str, str]:
        """The first entry of this move with these fields."""
        return next(
            entry
            for entry in self.entries
            if entry["move"] == move and all(entry.get(name) == value for name, value in fields.items())
        )

    def someone(self, state: str, line: str = "") -> str:
        """The id of the first to arrive of those in this state, and in this line."""
        return next(id_ for id_, who in self.people.items() if who.state == state and line in {"", who.line})

    def write(self, move: str, ticket: str = "", **fields: str) -> str:
        """Add an entry, whose fields are the right ones unless told otherwise. Answers the ticket's id."""
        self.now += SECOND
        version = str(len(self.entries) + 1)
        entry = {"version": version, "at": str(self.now), "move": move} | dict.fromkeys(ALWAYS, "")
        entry |= {"ticket": ticket, "request_id": f"r{version}"}
        if who := self.people.get(ticket):
            entry |= {"number": who.number, "need": who.need}
        if who and move != "print":
            entry |= {"from": who.state, "to": LEADS_TO.get(move, "") or who.state, "counter": who.counter}
        self.entries.append(entry | fields)
        if move == "issue":
            place, arrived = int(self.last["place"]), self.now
            self.people[ticket] = Person(self.last["number"], "waiting", fields["need"], fields["need"], place, arrived)
        elif who and move != "print":
            self.was[ticket] = version, replace(who)
            self._follow(who, move, self.last)
        if self.watched:
            self.views.append(self.live())
        return ticket

    def _follow(self, who: Person, move: str, entry: dict[str, str]):
        who.state, who.need, who.line = entry["to"], entry["need"], entry.get("line", who.line)
        place = int(entry.get("place", who.place))
        who.yielded += place - who.place if move == "let_pass" else 0
        who.language = entry.get("language", who.language)
        who.place = place
        if move in {"call", "resume", "undo"}:
            who.counter = entry["counter"]
        if who.state not in IN_HAND:
            who.counter = ""

    def issue(self, need: str = "papiers", minutes: int = 0, priority: str = "", **fields: str) -> str:
        ticket = fields.pop("ticket", f"{len(self.people) + 1:012d}")
        number = self._number(need)
        place = self.now + SECOND - minutes * MINUTE
        new = {
            "from": "",
            "to": "waiting",
            "number": number,
            "need": need,
            "place": str(place),
            "head_start": str(minutes * MINUTE),
            "priority": priority,
            "language": "fr",
            "day": self.day,
        }
        return self.write("issue", ticket, **(new | fields))

    def _number(self, need: str) -> str:
        self.count[need] += 1
        number = f"{LETTERS[need]}{self.count[need]:03d}"
        # Whoever is still being served from the day before keeps theirs.
        return self._number(need) if number in self.overnight else number

    def first(self, *lines: str) -> str:
        """Who is first of these lines."""
        waiting = [(who.place, id_) for id_, who in self.people.items() if who.state == "waiting" and who.line in lines]
        return min(waiting)[1]

    def call(self, counter: str = "1", lines: str = "papiers,energie", mediator: str = "", **fields: str) -> str:
        """Call whoever is first."""
        lines = ",".join([lines, f"counter:{counter}"] + ([f"mediator:{mediator}"] if mediator else []))
        who = self.first(*lines.split(","))
        return self.write("call", who, counter=counter, lines=lines, mediator=mediator, **fields)

    def choose(self, ticket: str, counter: str) -> str:
        return self.write("call", ticket, counter=counter, lines=f"papiers,counter:{counter}", chosen="1")

    def send(self, ticket: str, line: str, **fields: str) -> str:
        return self.write("transfer", ticket, line=line, **fields)

    def prioritise(self, ticket: str, minutes: int, **fields: str) -> str:
        place = self.people[ticket].arrived - minutes * MINUTE + self.people[ticket].yielded
        new = {"place": str(place), "head_start": str(minutes * MINUTE), "priority": "pregnant"}
        return self.write("prioritise", ticket, **(new | fields))

    def behind(self, ticket: str, *lines: str) -> list[tuple[int, str]]:
        """The place and the id of each who waits in these lines after this one, in order."""
        own = (self.people[ticket].place, ticket)
        waiting = [(who.place, id_) for id_, who in self.people.items() if who.state == "waiting" and who.line in lines]
        return [spot for spot in sorted(waiting) if spot > own]

    def let_pass(self, ticket: str, people: int, *lines: str, **fields: str) -> str:
        """Let so many of these lines go first, or all who wait behind."""
        place, last = self.behind(ticket, *lines)[:people][-1]
        new = {"place": str(place + (last > ticket)), "people": str(people), "lines": ",".join(lines)}
        return self.write("let_pass", ticket, **(new | fields))

    def print(self, ticket: str, *states: str):
        """A print job's steps from queued on."""
        before = "queued"
        for state in states:
            self.write("print", ticket, job=f"j{ticket}", to=state, request_id="", **{"from": before})
            before = state

    def copy(self, ticket: str, job: str, **fields: str):
        """One more paper of a ticket is queued."""
        self.write("print", ticket, job=job, **({"from": "", "to": "queued"} | fields))

    def test_print(self, job: str, *states: str):
        """A test print's steps from nowhere on."""
        before = ""
        for state in states:
            name = "" if before else f"r{job}-{len(self.entries)}"
            fields = {"job": job, "printer": "accueil", "to": state, "request_id": name, "from": before}
            self.write("test_print", **fields)
            before = state

    def end_day(self, but: str = ""):
        """Expire whoever is left, but for this one, and begin the next day."""
        self.expire_all(but)
        self.begin_day()

    def expire_all(self, but: str = ""):
        for ticket, who in self.people.items():
            if who.state in {"waiting", "called", "parked", "no_show"} and ticket != but:
                self.write("expire", ticket, counter="", request_id="", reason="end_of_day")

    def begin_day(self):
        self.day = DAYS[DAYS.index(self.day) + 1]
        self.count = dict.fromkeys(LETTERS, 0)
        self.overnight = {who.number for who in self.people.values() if who.state == "serving"}
        self.write("new_day", day=self.day, request_id="")

    def live(self) -> Live:
        """The queue as it should stand after the last entry."""
        waiting: dict[str, list[tuple[int, str]]] = {}
        for id_, who in self.people.items():
            if who.state == "waiting":
                waiting.setdefault(who.line, []).append((who.place, id_))
        return Live(
            version=len(self.entries),
            tickets={
                id_: LiveTicket(who.number, who.state, who.need, who.line, who.place, who.counter)
                for id_, who in self.people.items()
                if who.state not in ENDED
            },
            lines={line: [id_ for _, id_ in sorted(spots)] for line, spots in waiting.items()},
            hands={who.counter: id_ for id_, who in self.people.items() if who.counter},
            # A living ticket goes before a cancelled one of the same number.
            numbers={
                who.number: id_
                for id_, who in sorted(self.people.items(), key=lambda item: item[1].state != "cancelled")
                if who.state not in ENDED
            },
            seats=seats_after(self.entries),
        )
