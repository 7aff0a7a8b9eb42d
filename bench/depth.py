"""Whether a full queue is slower than an empty one: call, issue, the snapshots, and the end of a day."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any, TypeAlias

from bench.pairs import Pair, by_turns, pair
from bench.scripts import fill, fresh
from server.domain.catalogue import Site
from server.queues import tickets
from server.queues.keys import DAY_MS
from server.queues.live import LiveQueue
from server.queues.snapshots import read_board, read_queue
from server.queues.tickets import Wish
from tests.support.processes import Valkey


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many wait, and how often it is measured.

    deep, shallow   people at the one site of a full and of a nearly empty queue
    crowded, each   sites of a full house, and people at each of them
    left            people whom the end of a day finds
    blocks, block   blocks, and single figures in each
    """

    deep: int
    shallow: int
    crowded: int
    each: int
    left: int
    blocks: int
    block: int


@dataclass(frozen=True, slots=True)
class Depths:
    """Each full beside empty, in ms; a script alone as Valkey counts it: without its way, without the disk."""

    call: Pair
    call_script: Pair
    issue: Pair
    issue_script: Pair
    board: Pair
    queue: Pair


@dataclass(frozen=True, slots=True)
class Turn:
    """The end of a day, in ms: the whole of it, and the longest single script as its sender waits for it."""

    whole: float
    longest: float
    samples: int


def measure_depths(folder: Path, site: Site, sizes: Sizes) -> Depths:
    """Two Valkeys, one full, one empty, asked by turns through the product's own functions."""
    with ExitStack() as end:
        full, bare = (_valkey(folder / name, end) for name in ("deep", "shallow"))
        fill(full, [site], sizes.deep)
        fill(bare, [site], sizes.shallow)
        call, call_script = _changes(sizes, _calls(full, site, sizes.block), _calls(bare, site, sizes.block))
        board, queue = (
            _reads(sizes, full, bare, functools.partial(read, site=site)) for read in (read_board, read_queue)
        )
    with ExitStack() as end:
        full, bare = (_valkey(folder / name, end) for name in ("crowded", "empty"))
        sites = [replace(site, id=f"{site.id}-{number}") for number in range(sizes.crowded)]
        fill(full, sites, sizes.each)
        crowded, empty = _issues(full, sites, sizes.block), _issues(bare, sites, sizes.block, emptied=True)
        issue, issue_script = _changes(sizes, crowded, empty)
    return Depths(call, call_script, issue, issue_script, board, queue)


def measure_turn(folder: Path, site: Site, left: int, days: int) -> Turn:
    """End days that found so many waiting. Each at a site of its own, as the clock of a site does not go back."""
    wholes, longest = [], []
    with ExitStack() as end:
        valkey = _valkey(folder / "days", end)
        for day in range(days):
            there = replace(site, id=f"{site.id}-{day}")
            fill(valkey, [there], left)
            tomorrow = _Watched(valkey.url, now=lambda: int(time.time() * 1000) + DAY_MS)
            start = time.perf_counter()
            expired = tomorrow.turn(there)
            wholes.append((time.perf_counter() - start) * 1000)
            longest.append(max(tomorrow.took_ms))
            if expired != left:
                raise RuntimeError(f"{expired} of {left} expired: the figure would say nothing")
    return Turn(median(wholes), median(longest), days)


class _Watched(LiveQueue):
    """Keeps how long each script took, in ms, as its sender waits: the queue answers nobody else meanwhile."""

    def __init__(self, url: str, now: Callable[[], int]) -> None:
        super().__init__(url, now)
        self.took_ms: list[float] = []

    def run(self, script: str, site_id: str, *args: str | int) -> dict[str, Any]:
        start = time.perf_counter()
        answer = super().run(script, site_id, *args)
        self.took_ms.append((time.perf_counter() - start) * 1000)
        return answer


def _valkey(folder: Path, end: ExitStack) -> Valkey:
    valkey = Valkey(folder)
    end.callback(valkey.stop)
    return valkey


_Block: TypeAlias = Callable[[], tuple[float, float]]
"""Gives ms for one change: as its sender waits for it, and of its script alone."""


def _changes(sizes: Sizes, full: _Block, bare: _Block) -> tuple[Pair, Pair]:
    by_turns(max(2, sizes.blocks // 10), full, bare)
    found = by_turns(sizes.blocks, full, bare)
    samples = sizes.blocks * sizes.block
    whole, alone = (pair([ours[n] for ours, _ in found], [bare[n] for _, bare in found], samples) for n in (0, 1))
    return whole, alone


def _calls(valkey: Valkey, site: Site, calls: int) -> _Block:
    """Calls, each of which completes the one before. Outside the clock a ticket is issued for each: as many wait."""
    queue, counter = LiveQueue(valkey.url), site.counters[0]

    def block() -> tuple[float, float]:
        clock = _Stopwatch(valkey)
        for number in range(calls):
            with clock:
                tickets.call(queue, site, counter, fresh())
            _issue(queue, site, number)
        return clock.mean_ms(calls)

    return block


def _issues(valkey: Valkey, sites: list[Site], issued: int, *, emptied: bool = False) -> _Block:
    """Issues at one site after the other. An empty server is empty again before each block; a full one grows by 1 %."""
    queue = LiveQueue(valkey.url)
    places = iter(sites * 1000)

    def block() -> tuple[float, float]:
        if emptied:
            valkey.client.flushall()
        site, clock = next(places), _Stopwatch(valkey)
        for number in range(issued):
            with clock:
                _issue(queue, site, number)
        return clock.mean_ms(issued)

    return block


def _issue(queue: LiveQueue, site: Site, number: int) -> None:
    tickets.issue(queue, site, Wish(site.needs[number % len(site.needs)], "fr"), fresh())


def _reads(sizes: Sizes, full: Valkey, bare: Valkey, read: Callable[[LiveQueue], object]) -> Pair:
    def block(queue: LiveQueue) -> float:
        start = time.perf_counter()
        for _ in range(sizes.block):
            read(queue)
        return (time.perf_counter() - start) * 1000 / sizes.block

    blocks = max(2, sizes.blocks // 4)
    found = by_turns(blocks, *(functools.partial(block, LiveQueue(valkey.url)) for valkey in (full, bare)))
    deep, shallow = zip(*found, strict=True)
    return pair(deep, shallow, blocks * sizes.block)


class _Stopwatch:
    """Adds up what its `with` blocks took: on our clock, and of Valkey's time for scripts."""

    def __init__(self, valkey: Valkey) -> None:
        self._valkey = valkey
        self._whole_ms = self._script_ms = 0.0

    def __enter__(self) -> None:
        self._before_ms = self._scripts_ms()
        self._start = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self._whole_ms += (time.perf_counter() - self._start) * 1000
        self._script_ms += self._scripts_ms() - self._before_ms

    def mean_ms(self, times: int) -> tuple[float, float]:
        return self._whole_ms / times, self._script_ms / times

    def _scripts_ms(self) -> float:
        stats: dict[str, Any] = self._valkey.client.info("commandstats")
        return float(stats.get("cmdstat_evalsha", {"usec": 0})["usec"]) / 1000
