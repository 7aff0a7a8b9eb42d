"""The plain queue and the real one side by side: asked the same, held against each other after every step."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from unittest import mock

import redis
from hypothesis.stateful import RuleBasedStateMachine, invariant

from server.domain.errors import RefusalError
from server.queues import live
from tests.model.model import TABLE, Refusal
from tests.model.place import Place
from tests.model.plain import PlainQueue
from tests.model.real import SITE, RealQueue
from tests.support.journal import SiteKeys

STEPS_BETWEEN_TTLS = 15
"""Looking at every key is dear."""
NOBODY = "999999999999"
"""A ticket that never was."""


class WebClock(datetime):
    """The clock of the web machine, on which nothing may depend. `ms` since 1970."""

    ms = 0

    @classmethod
    def now(cls, tz: Any = None) -> datetime:
        return datetime.fromtimestamp(cls.ms / 1000, tz)


class SideBySide(RuleBasedStateMachine):
    """Two queues of one site, and one clock for both."""

    def __init__(self, url: str, valkey: redis.Redis) -> None:
        super().__init__()
        self.url, self.valkey = url, valkey
        valkey.flushall()
        self.keys = SiteKeys(valkey, SITE)
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.told, self.last_told, self.steps, self.web_is_off_by = 0, "", 0, 0
        self.patch = mock.patch.object(live, "datetime", WebClock)
        self.patch.start()

    def begin(self, place: Place, clock: int) -> None:
        """Both begin empty."""
        self.plain, self.real = PlainQueue(place, clock), RealQueue(self.url, self.valkey, place, clock)
        self.pass_time(0)

    def pass_time(self, step: int) -> None:
        """The clock of the queue's machine moves; a negative step is a clock that was set back."""
        self.plain.clock += step
        self.real.clock = self.plain.clock
        WebClock.ms = self.plain.clock + self.web_is_off_by

    def ask(self, question: str, request_id: str | None = None, **words: Any) -> None:
        """The same question to both, under a new request_id unless one is given; some leave a second to the next."""
        name = request_id or f"request-{len(self.asked)}"
        self.asked.append((name, {"question": question, **words}))
        self.alike(question, name, **words)
        self.pass_time(1000 if len(self.asked) % 3 else 0)

    def alike(self, question: str, *args: str, **words: Any) -> None:
        """Both answer the same, or refuse with the same code and the same words beside it."""
        expected, found = _said(self.plain, question, *args, **words), _said(self.real, question, *args, **words)
        assert found == expected, f"{question} {words}: expected {expected}, found {found}"

    def someone(self, move: str, n: int, *, fitting: bool) -> str:
        """The nth latest ticket, among those from which this move may start when `fitting`; or one that never was."""
        known = list(self.plain.tickets.values())
        fit = [each for each in known if each.state in TABLE[move][0]] if fitting else []
        latest = [each.id for each in reversed(fit or known)]
        return latest[n % len(latest)] if latest and (fitting or n) else NOBODY

    def counter_of(self, ticket: str, who: str) -> str:
        """The counter that has the ticket ("right"), or none, or the one that is named."""
        known = self.plain.tickets.get(ticket)
        return {"right": known.counter if known else "", "none": ""}.get(who, who)

    def away(self) -> list[str]:
        """Who may come back."""
        return [each.id for each in self.plain.tickets.values() if each.state in {"parked", "no_show", "cancelled"}]

    def move_on(self, ticket: str, verbs: Sequence[str], who: str) -> None:
        """The first of these verbs that the ticket's state allows; the first of all where none is allowed."""
        known = self.plain.tickets.get(ticket)
        allowed = [verb for verb in verbs if known and known.state in TABLE[verb][0]]
        counter = self.counter_of(ticket, who)
        self.ask("move", ticket=ticket, verb=[*allowed, *verbs][0], counter=counter, mediator="7", reason="geste")

    def counter_with_work(self, counter: str, mediator: str) -> str:
        """This counter, or the next one for which somebody waits."""
        others = sorted(self.plain.place.counters, key=lambda each: (each < counter, each))
        busy = (each for each in others if self.plain.waiting(self.plain.place.lines_of_counter(each, mediator)))
        return next(busy, counter)

    @invariant()
    def both_look_alike(self) -> None:
        """Board and queue, read in one step, are the model's."""
        board, queue = self.real.board_and_queue()
        assert board == self.plain.board()
        assert queue == self.plain.queue()

    @invariant()
    def every_change_has_its_entry(self) -> None:
        """The journal is as long as the version says, its new entries the model's, numbers are the living's."""
        with self.valkey.pipeline(transaction=False) as pipe:
            pipe.xrange(self.keys.key("journal"), f"({self.last_told}" if self.last_told else "-")
            pipe.xlen(self.keys.key("journal"))
            pipe.hgetall(self.keys.key("live"))
            news, length, held = pipe.execute()
        assert [_without_empty(entry) for _, entry in news] == self.plain.journal[self.told :]
        assert (length, held) == (self.plain.version, self.plain.holders())
        self.told, self.last_told = length, news[-1][0] if news else self.last_told

    @invariant()
    def every_key_dies_some_day(self) -> None:
        """All but the journal, which somebody else takes away."""
        self.steps += 1
        if self.steps % STEPS_BETWEEN_TTLS == 0:
            self.check_ttls()

    def check_ttls(self) -> None:
        """Raises AssertionError for a key without an end: -1. What has ended since it was named is not there: -2."""
        names = self.valkey.keys("*")
        with self.valkey.pipeline(transaction=False) as pipe:
            for name in names:
                pipe.pttl(name)
            ends = dict(zip(names, pipe.execute(), strict=True))
        assert [name for name, end in ends.items() if end == -1] in ([], [self.keys.key("journal")])

    def teardown(self) -> None:
        """At the end of a story that went well the independent checker reads it too."""
        self.patch.stop()
        if hasattr(self, "plain"):
            self.real.live.client.close()
        if sys.exc_info()[0] is None:
            self.check_ttls()
            assert self.keys.breaches() == ()


def _said(queue: Any, question: str, *args: str, **words: Any) -> Any:
    """An answer, or a refusal's code and extras. Moves that are possible are told in any order."""
    try:
        return getattr(queue, question)(*args, **words)
    except (Refusal, RefusalError) as refusal:
        extra = refusal.extra | ({"possible": set(refusal.extra["possible"])} if "possible" in refusal.extra else {})
        return refusal.code, extra


def _without_empty(entry: dict[str, str]) -> dict[str, str]:
    """An empty field says nothing."""
    return {name: value for name, value in entry.items() if value}
