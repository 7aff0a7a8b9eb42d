"""A mob at work while its web processes and its Valkey are killed again and again; after each kill all is looked at."""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from statistics import median

from tests.support.arena import SCRIPTS, Arena
from tests.support.audit import Findings, audit, breaches_of, numbers_given, twice
from tests.support.journal import SiteKeys
from tests.support.mob import Client, Member, gather, until_told
from tests.support.processes import until
from tests.support.table import descendants

CHECK_EVERY = 50
"""Cycles after which the checker reads the whole journal once more."""
REWRITE_EVERY = 30
"""Cycles after which Valkey is told to write its file anew, as it does by itself when that grows, and may die at it."""
OF_OTHERS = {"turn", "seat"}
"""What the mob never asks for: the end of a day, and a counter at a desk."""
POINTS = [f"{when} {script}" for script in SCRIPTS if script not in OF_OTHERS for when in ("before", "after")]
PATIENT_ANSWERS = 300
"""Answers after which a point that nobody met is given up: a change that nobody happened to ask for."""


@dataclass
class Figures:
    """What a storm came to."""

    cycles: int = 0
    tickets: int = 0
    answers: int = 0
    retries: int = 0
    kills: dict[str, int] = field(default_factory=dict)
    found: Findings = field(default_factory=lambda: Findings([], [], []))
    breaches: list[str] = field(default_factory=list)
    recoveries_ms: list[int] = field(default_factory=list)

    def __str__(self) -> str:
        back = self.recoveries_ms or [0]
        kills = ", ".join(f"{count} {victim}" for victim, count in sorted(self.kills.items()))
        return (
            f"{self.cycles} cycles (killed: {kills}), {self.answers} answers, {self.tickets} tickets answered, "
            f"{self.retries} retries, {len(self.found.lost)} lost, {len(self.found.doubles)} doubles, "
            f"{len(self.found.changed)} first answers changed, {len(self.breaches)} breaches; all served again after "
            f"Valkey's start in ms: min {min(back)}, median {round(median(back))}, max {max(back)}"
        )


class Storm:
    """Kills over one arena, by seeded dice; the members go on with their own."""

    def __init__(self, arena: Arena, keys: SiteKeys, members: int, seed: int) -> None:
        self.arena = arena
        self.keys = keys
        self.members = gather(arena, members, seed)
        self.dice = random.Random(seed)
        self.figures = Figures()
        self._numbers: list[str] = []
        self._read = ""  # the last journal entry that was looked at

    def rage(self, cycles: int, tell: Callable[[str], None]) -> Figures:
        """So many kills. `tell` is told how it goes."""
        with ThreadPoolExecutor(len(self.members)) as threads:
            for cycle in range(1, cycles + 1):
                with self._at_work(threads) as running:
                    self._strike(self.dice.choice([self._kill_valkey, self._kill_web, self._kill_at_point]), running)
                self._look()
                if cycle % REWRITE_EVERY == 0:
                    self.arena.valkey.client.bgrewriteaof()
                if cycle % CHECK_EVERY == 0 or cycle == cycles:
                    self.figures.breaches = breaches_of(self.keys)
                    tell(str(self.figures))
        self.figures.found.doubles += [f"number {number}" for number in twice(self._numbers)]
        return self.figures

    @contextmanager
    def _at_work(self, threads: ThreadPoolExecutor) -> Iterator[list[Future[None]]]:
        enough = threading.Event()
        running = [threads.submit(until_told, member, enough.is_set) for member in self.members]
        try:
            yield running
        finally:
            enough.set()
        for each in running:
            each.result()

    def _strike(self, kill: Callable[[], float], running: list[Future[None]]) -> None:
        moment = self.dice.randint(len(self.members), 8 * len(self.members))
        until(lambda: self._answers() >= moment or _gave_up(running), f"{moment} answers")
        struck = kill()
        until(lambda: all(_served(member, struck) for member in self.members) or _gave_up(running), "all are served")
        if kill == self._kill_valkey and not _gave_up(running):
            back = max(next(each.at for each in member.answered if each.at > struck) for member in self.members)
            self.figures.recoveries_ms.append(round((back - struck) * 1000))

    def _kill_valkey(self) -> float:
        self._count("Valkey")
        self.arena.valkey.kill()
        started = time.monotonic()
        self.arena.valkey.start()
        return started

    def _kill_web(self) -> float:
        self._count("web processes at any moment")
        for worker in descendants(self.dice.choice(self.arena.webs).process.pid):
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)
        return time.monotonic()

    def _kill_at_point(self) -> float:
        web, point, patience = self.dice.choice(self.arena.webs), self.dice.choice(POINTS), self._answers()
        web.doom(*point.split())
        until(lambda: not web.doomed() or self._answers() > patience + PATIENT_ANSWERS, f"{point} is met")
        if web.doomed():
            web.spare()
        else:
            self._count("web processes at a point")
        return time.monotonic()

    def _look(self) -> None:
        """Hold the answers of this cycle against its entries, and ask for each of them again."""
        answers = [answer for member in self.members for answer in member.forget()]
        entries = self.keys.journal(self._read)
        self._read = entries[-1][0] if entries else self._read
        found, figures = audit(Client(self.arena), [entry for _, entry in entries], answers), self.figures
        figures.found.lost += found.lost
        figures.found.doubles += found.doubles
        figures.found.changed += found.changed
        numbers = numbers_given(answers)
        self._numbers += numbers
        figures.cycles += 1
        figures.tickets += len(numbers)
        figures.answers += len(answers)
        figures.retries += sum(answer.tries - 1 for answer in answers)

    def _answers(self) -> int:
        return sum(len(member.answered) for member in self.members)

    def _count(self, victim: str) -> None:
        self.figures.kills[victim] = self.figures.kills.get(victim, 0) + 1


def _served(member: Member, since: float) -> bool:
    return bool(member.answered) and member.answered[-1].at > since


def _gave_up(running: list[Future[None]]) -> bool:
    """Whether a member failed: it is then told by its reason instead of by patience."""
    return any(each.done() and each.exception() for each in running)
