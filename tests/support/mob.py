"""A mob: clients that do everything a site's people do, mixed by seeded dice, and never give up on an answer."""

from __future__ import annotations

import random
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import httpx

from server.domain.moves import IN_HAND, MOVES, Verb
from server.domain.people import Role
from tests.support.api import UNUSED
from tests.support.arena import COUNTERS, Arena
from tests.support.processes import until
from tests.support.wishes import Answered, Request, job_asked, report_of, wish

NEEDS = ("papiers", "energie")
REASONS = ("handicap", "rendez-vous", None)
ACTS = {
    "issue": 6, "call": 5, "move": 9, "undo": 2, "transfer": 2, "prioritise": 1, "let_pass": 1, "set_language": 1,
    "print": 2, "issuing": 0.5, "counter": 0.7,
}  # fmt: skip
"""What a client does next, and how often."""
DIRECTED = (Verb.TRANSFER, Verb.PRIORITISE, Verb.LET_PASS, Verb.SET_LANGUAGE)
PLAIN = tuple(verb for verb in MOVES if verb not in {Verb.CALL, Verb.EXPIRE, *DIRECTED})


@dataclass
class Client:
    """Devices of one place that speak to whichever web process answers, beginning with their own."""

    arena: Arena
    home: int = 0
    http: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=30.0, trust_env=False, verify=UNUSED))

    def ask(self, request: Request) -> Answered:
        """Ask until there is an answer: of this process or, when it does not answer or cannot, of the next one."""
        tries = 0
        answers: list[httpx.Response] = []

        def answered() -> bool:
            nonlocal tries
            tries += 1
            answer = self.once(request, (self.home + tries - 1) % len(self.arena.webs))
            if answer is not None and answer.status_code != 503:
                answers.append(answer)
            return bool(answers)

        until(answered, f"an answer to {request}")
        answer = answers[0]
        assert answer.status_code < 500, (request, answer.text)
        return Answered(request, answer.status_code, answer.json() if answer.content else None, tries, time.monotonic())

    def once(self, request: Request, web: int | None = None) -> httpx.Response | None:
        """One try; None when the connection was lost."""
        url = f"{self.arena.urls[self.home if web is None else web]}/api/v1{request.path}"
        headers = {"Authorization": f"Bearer {self.arena.tokens[request.role]}"}
        try:
            return self.http.request(request.method, url, headers=headers, json=request.body or None)
        except httpx.TransportError:
            return None


@dataclass
class Member:
    """One client of the mob: a counter with a kiosk and a printer beside it."""

    client: Client
    counter: str
    dice: random.Random
    answered: list[Answered] = field(default_factory=list)
    states: dict[str, str] = field(default_factory=dict)

    def act(self) -> None:
        """Do something, as the dice say, and keep the answer. Whoever finds a door closed opens it."""
        act = self.dice.choices([*ACTS], [*ACTS.values()])[0]
        code = self.answered[-1].body.get("code") if self.answered and self.answered[-1].status == 409 else None
        if code == "site_closed":
            request = self._named("PUT", "/issuing", "reopen", issuing=True)
        elif code == "counter_closed":
            request = self._named("PUT", f"/counters/{self.counter}", "open_counter", open=True)
        else:
            request = getattr(self, f"_{act}")()
        self._keep(self.client.ask(request))

    def forget(self) -> list[Answered]:
        """Give what was answered since the last time."""
        forgotten, self.answered = self.answered, []
        return forgotten

    def _keep(self, answer: Answered) -> Answered:
        self.answered.append(answer)
        if answer.granted and answer.body and "call_count" in answer.body:
            if answer.request.move == "call":
                # The one before was completed by it.
                self.states = {ticket: state for ticket, state in self.states.items() if state not in IN_HAND}
            self._know(answer.body["id"], answer.body["state"])
        elif answer.status == 409 and "state" in answer.body and answer.request.path.endswith("/moves"):
            self._know(answer.request.path.split("/")[-2], answer.body["state"])
        return answer

    def _know(self, ticket: str, state: str) -> None:
        self.states.pop(ticket, None)
        self.states[ticket] = state

    def take(self) -> Answered:
        """Take a ticket."""
        return self._keep(self.client.ask(self._issue()))

    def call_next(self) -> Answered:
        """Call the next person."""
        return self._keep(self.client.ask(self._named("POST", f"/counters/{self.counter}/calls", "call")))

    def _issue(self) -> Request:
        wish = {"need": self.dice.choice(NEEDS), "language": self.dice.choice(["fr", "ar"])}
        return self._named("POST", "/tickets", "issue", Role.KIOSK, **wish)

    def _call(self) -> Request:
        path, mine = f"/counters/{self.counter}/calls", self._one_in(Verb.CALL)
        chosen = {"ticket": mine, "reason": "demande"} if mine and self.dice.random() < 0.2 else {}
        return self._named("POST", path, "call", **chosen)

    def _move(self) -> Request:
        return self._moves(self.dice.choice(PLAIN))

    def _undo(self) -> Request:
        """Take back what was done with the latest, in time or not."""
        return self._moves(Verb.UNDO)

    def _transfer(self) -> Request:
        to = self.dice.choice([{"to_need": self.dice.choice(NEEDS)}, {"to_counter": self.dice.choice(COUNTERS[:8])}])
        return self._moves(Verb.TRANSFER, **to)

    def _prioritise(self) -> Request:
        return self._moves(Verb.PRIORITISE, priority=self.dice.choice(REASONS))

    def _let_pass(self) -> Request:
        return self._moves(Verb.LET_PASS, people=self.dice.choice([1, 2, 5]))

    def _set_language(self) -> Request:
        request = self._moves(Verb.SET_LANGUAGE, language=self.dice.choice(["fr", "ar"]))
        # Nobody here keeps in mind which one the ticket has.
        return replace(request, changes=request.move != Verb.SET_LANGUAGE)

    def _moves(self, verb: Verb, **more: Any) -> Request:
        """This move; mostly another where nobody is known to be fit for it."""
        ticket = self._one_in(verb)
        if ticket is None:
            return self.dice.choice([self._issue, self._call])()
        return self._named("POST", f"/tickets/{ticket}/moves", verb, verb=verb, counter=self.counter, **more)

    def _issuing(self) -> Request:
        stop = self.dice.random() < 0.3
        return self._named("PUT", "/issuing", "stop" if stop else "reopen", issuing=not stop)

    def _counter(self) -> Request:
        close = self.dice.random() < 0.3
        path = f"/counters/{self.dice.choice(COUNTERS[:8])}"
        return self._named("PUT", path, "close_counter" if close else "open_counter", open=not close)

    def _print(self) -> Request:
        """Claim a job, and say what became of it."""
        job = self._keep(self.client.ask(job_asked()))
        return report_of(job.body["id"], "printed") if job.status == 200 else job_asked()

    def _named(self, method: str, path: str, move: str, role: Role = Role.MANAGER, **body: Any) -> Request:
        return wish(method, path, move, role, str(uuid.UUID(int=self.dice.getrandbits(128))), **body)

    def _one_in(self, verb: Verb) -> str | None:
        """A ticket this client knows that the verb fits as far as it knows; now and then any."""
        latest = [*self.states][-1:]
        fits = MOVES[verb].sources if verb in MOVES else ()
        fitting = [ticket for ticket, state in self.states.items() if state in fits] or latest * (verb is Verb.UNDO)
        known = fitting if self.dice.random() < 0.9 else [*self.states]
        # The newest are the likeliest to be as they were left.
        return self.dice.choice(known[-6:]) if known else None


def gather(arena: Arena, size: int, seed: int) -> list[Member]:
    """Members at the first counters, spread over the web processes."""
    return [
        Member(Client(arena, n % len(arena.webs)), counter, random.Random(f"{seed} {counter}"))
        for n, counter in enumerate(COUNTERS[:size])
    ]


def until_told(member: Member, told: Callable[[], bool]) -> None:
    """Act again and again."""
    while not told():
        member.act()


def all_answers(members: Sequence[Member]) -> list[Answered]:
    return [answer for member in members for answer in member.answered]
