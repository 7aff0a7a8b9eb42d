"""Random days at one site: what visitors, mediators, printers and clocks may do, in any order."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from tests.model.desks import Desks
from tests.model.model import TABLE
from tests.model.place import LANGUAGES, MEDIATORS, MINUTE, NEEDS, PRIORITIES, always_open, open_late

HOUR, DAY = 60 * MINUTE, 24 * 60 * MINUTE
MOMENTS = (1, 999, 4_000, 20_000, 30_001, 59_999, 60_001, 5 * MINUTE, 15 * MINUTE, 15 * MINUTE, 30 * MINUTE)
LEAPS = (HOUR, 3 * HOUR, 9 * HOUR, 3 * DAY, -1, -MINUTE, -HOUR, -DAY)
OF_A_HAND = ("recall", "serve", "serve", "no_show", "park", "park", "complete")
VERBS = tuple(sorted(TABLE.keys() - {"call", "transfer", "prioritise", "let_pass", "set_language"}))

mediators = st.sampled_from(("", *MEDIATORS))
counters = st.sampled_from(("1", "1", "2", "3", "4"))
needs = st.sampled_from((*NEEDS, "papiers"))
priorities = st.sampled_from(("", "", *PRIORITIES))
nth = st.integers(0, 5)
mostly = st.sampled_from((True, True, True, False))
by = st.sampled_from(("right", "right", "none", "1", "2"))
by_name = st.one_of(
    st.tuples(st.sampled_from(("", "", "energie")), counters, st.just("")),
    st.tuples(st.sampled_from(("", "", "energie")), st.just(""), st.sampled_from(MEDIATORS)),
)
destinations = st.one_of(by_name, st.tuples(needs, st.just(""), st.just("")))


class QueueMachine(Desks):
    """Each rule is something that happens at the site. Arguments are drawn by Hypothesis.

    Hypothesis leaves out some rules in each story: what must not stay as it is (a stop, a closed counter, a night)
    is therefore begun and ended by the same rule.
    """

    @initialize(
        begins=st.sampled_from(((2026, 10, 24), (2026, 11, 23), (2026, 12, 31), (2027, 3, 27))),
        hour=st.sampled_from((9, 9, 18, 23)),
        late=st.booleans(),
        next_completes=mostly,
        early=st.one_of(st.just([]), st.lists(needs, max_size=5)),
    )
    def opens(self, *, begins: tuple[int, int, int], hour: int, late: bool, next_completes: bool, early: list[str]):
        """A site on an ordinary day, before New Year, or before the clocks change, and who stood at its door."""
        place = (open_late if late else always_open)(next_completes=next_completes)
        self.begin(place, round(datetime(*begins, hour, 42, tzinfo=UTC).timestamp() * 1000))
        self.several_take_tickets(early, 0, by_hand=True)

    @rule(need=needs, language=st.sampled_from(LANGUAGES), priority=priorities, by_hand=mostly)
    def takes_a_ticket(self, need: str, language: str, priority: str, *, by_hand: bool):
        self.ask("issue", need=need, language=language, priority=priority, by_hand=by_hand)

    @rule(
        many=st.lists(needs, min_size=2, max_size=5),
        apart=st.sampled_from((0, 7)),
        called=st.booleans(),
        by_hand=st.booleans(),
    )
    def several_take_tickets(self, many: list[str], apart: int, *, by_hand: bool, called: bool = False):
        for need in many:
            self.ask("issue", need=need, language="fr", priority="", by_hand=by_hand)
            if called:
                self.call_next("1", "", fitting=True)
            self.pass_time(apart)

    @rule(counter=counters, mediator=mediators, fitting=mostly)
    def call_next(self, counter: str, mediator: str, *, fitting: bool):
        if fitting:
            counter = self.counter_with_work(counter, mediator)
        self.ask("call", counter=counter, mediator=mediator, chosen="", reason="")

    @rule(counter=counters, n=nth, fitting=mostly)
    def call_chosen(self, counter: str, n: int, *, fitting: bool):
        chosen = self.someone("call", n, fitting=fitting)
        self.ask("call", counter=counter, mediator="7", chosen=chosen, reason="choix")

    @rule(verbs=st.lists(st.sampled_from(OF_A_HAND), min_size=1, max_size=3), n=nth, who=by, calls=mostly)
    def work_at_a_counter(self, verbs: list[str], n: int, who: str, *, calls: bool):
        """Moves on whoever a counter has in hand; where nobody is, somebody is called first."""
        if calls and not any(map(self.plain.hand, self.plain.place.counters)):
            self.call_next("1", "", fitting=True)
        ticket = self.someone("complete", n, fitting=True)
        for verb in verbs:
            self.move_on(ticket, [verb], who)

    @rule(verbs=st.permutations(("resume", "resume", "restore", "restore", "cancel")), n=nth, who=by)
    def bring_back(self, verbs: list[str], n: int, who: str):
        """Who was put aside or went away; where nobody is, somebody goes away first."""
        if not (away := self.away()):
            self.move_on(self.someone("cancel", n, fitting=True), ["cancel"], "none")
            away = self.away()
        self.move_on(away[-1 - n % len(away)] if away else self.someone("restore", n, fitting=False), verbs, who)

    @rule(n=nth, who=by, calls=mostly)
    def put_aside_and_take_back(self, n: int, who: str, *, calls: bool):
        """Maybe too soon: while the counter has somebody else."""
        self.work_at_a_counter(["park"], n, "right", calls=True)
        parked = self.someone("resume", 0, fitting=True)
        if calls:
            self.call_next(self.counter_of(parked, "right") or "1", "", fitting=True)
        self.move_on(parked, ["resume"], who)

    @rule(verb=st.sampled_from(VERBS), n=nth, who=by)
    def move_somebody(self, verb: str, n: int, who: str):
        """Whether it is possible or not."""
        self.move_on(self.someone(verb, n, fitting=False), [verb], who)

    @rule(n=nth, fitting=mostly, who=by, mediator=mediators, to=destinations)
    def transfer(self, n: int, who: str, mediator: str, to: tuple[str, str, str], *, fitting: bool):
        ticket = self.someone("transfer", n, fitting=fitting)
        counter = self.counter_of(ticket, who)
        self.ask("transfer", ticket=ticket, counter=counter, mediator=mediator, reason="ailleurs", to=to)

    @rule(n=nth, to=by_name, closes=st.booleans(), leaves=st.booleans())
    def send_by_name(self, n: int, to: tuple[str, str, str], *, closes: bool, leaves: bool):
        """To a counter or a mediator; maybe they leave and come back, and maybe that counter closes meanwhile."""
        ticket = self.someone("transfer", n, fitting=True)
        self.ask("transfer", ticket=ticket, counter="", mediator="", reason="", to=to)
        if leaves:
            self.move_on(ticket, ["cancel"], "none")
        if closes and to[1]:
            self.switch_counter(to[1], "", opens=False)
        if leaves:
            self.move_on(ticket, ["restore"], "none")

    @rule(n=nth, fitting=mostly, priority=priorities, counter=st.sampled_from(("", "1")))
    def prioritise(self, n: int, priority: str, counter: str, *, fitting: bool):
        ticket = self.someone("prioritise", n, fitting=fitting)
        self.ask("prioritise", ticket=ticket, priority=priority, counter=counter, mediator="")

    @rule(n=nth, people=st.sampled_from((1, 1, 2, 5, 20)), counter=st.sampled_from(("", "", "1")), fitting=mostly)
    def lets_others_pass(self, n: int, people: int, counter: str, *, fitting: bool):
        """Somebody of those who wait in front, most often: behind the last there is nobody."""
        waiting = self.plain.waiting({each.line for each in self.plain.tickets.values()})
        ticket = waiting[n % len(waiting)].id if waiting and fitting else self.someone("let_pass", n, fitting=False)
        self.ask("let_pass", ticket=ticket, people=people, counter=counter)

    @rule(n=nth, language=st.sampled_from(LANGUAGES), fitting=mostly)
    def chooses_another_language(self, n: int, language: str, *, fitting: bool):
        self.ask("set_language", ticket=self.someone("set_language", n, fitting=fitting), language=language)

    @rule(counter=counters, opens=mostly, mediator=mediators)
    def switch_counter(self, counter: str, mediator: str, *, opens: bool):
        self.ask("switch_counter", counter=counter, opens=opens, mediator=mediator)

    @rule(gives=mostly, words=st.sampled_from(("", "Panne")))
    def switch_issuing(self, words: str, *, gives: bool):
        texts = {} if gives or not words else dict.fromkeys(LANGUAGES, words)
        self.ask("switch_issuing", gives=gives, texts=texts, mediator="7")

    @rule(counter=counters, served=st.lists(st.sampled_from(tuple(NEEDS)), unique=True))
    def serve_other_needs(self, counter: str, served: list[str]):
        self.plain.place.counters[counter] = [need for need in NEEDS if need in served]

    @rule(need=needs, by_hand=mostly)
    def is_shut_for_a_while(self, need: str, *, by_hand: bool):
        """The whole site, by a setting: somebody comes in vain."""
        self.plain.place.receives = False
        self.takes_a_ticket(need, "fr", "", by_hand=by_hand)
        self.alike("door")
        self.plain.place.receives = True

    @precondition(lambda self: self.asked)
    @rule(n=st.integers(0, 9))
    def repeats(self, n: int):
        """A double tap, a retry, a second process: the same question under the same request_id."""
        name, words = self.asked[-1 - n % len(self.asked)]
        self.ask(request_id=name, **words)

    @precondition(lambda self: self.asked)
    @rule(n=nth, other=nth)
    def uses_a_request_id_again(self, n: int, other: int):
        """For another question."""
        name, _ = self.asked[-1 - n % len(self.asked)]
        self.ask(request_id=name, **self.asked[-1 - other % len(self.asked)][1])

    @rule(off_by=st.sampled_from((0, HOUR, -DAY, DAY, 30 * DAY)))
    def web_clock_is_set(self, off_by: int):
        self.web_is_off_by = off_by
        self.pass_time(0)
        self.alike("door")

    @rule(step=st.sampled_from(MOMENTS))
    def a_moment_passes(self, step: int):
        self.pass_time(step)

    @rule(step=st.sampled_from(LEAPS))
    def time_leaps(self, step: int):
        """Hours or days; or the clock is set back."""
        self.pass_time(step)

    @rule(short_of=st.sampled_from((0, 0, 1, -1, HOUR)))
    def night_falls(self, short_of: int):
        """To the moment at which the day turns, or just before or after it."""
        self.pass_time(self.plain.place.turn_after(self.plain.now) - short_of - self.plain.clock)

    @rule(early=st.lists(needs, min_size=1, max_size=3), serves=mostly)
    def morning_comes(self, early: list[str], *, serves: bool):
        """Somebody may be served all night long; then the first tickets of the new day are given."""
        if serves:
            self.work_at_a_counter(["serve"], 0, "right", calls=True)
        self.pass_time(self.plain.place.turn_after(self.plain.now) + 6 * HOUR - self.plain.clock)
        self.several_take_tickets(early, 0, by_hand=True)

    @precondition(lambda self: self.plain.place.openings)
    @rule(which=st.integers(0, 2), short_of=st.sampled_from((0, 1)))
    def door_opens_or_closes(self, which: int, short_of: int):
        """To the next opening, the next last ticket or the next closing, or just before it; and somebody asks."""
        times = [each[which] - short_of for each in self.plain.place.opening_times(self.plain.clock)]
        coming = [at for at in times if at > self.plain.clock]
        self.pass_time(coming[0] - self.plain.clock if coming else HOUR)
        self.alike("door")
        self.takes_a_ticket("energie", "fr", "", by_hand=False)

    @rule(n=nth, fitting=mostly, ends=st.booleans())
    def looks(self, n: int, *, fitting: bool, ends: bool):
        """At the door, and at a ticket; and maybe a process sees that the day is over."""
        if ends:
            self.alike("begin")
        self.alike("door")
        self.alike("read", ticket=self.someone("prioritise", n, fitting=fitting))
