"""How many scripts a second the queue takes, beside the cheapest change there is: INCR, as durably written."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import hiredis

from bench.pairs import Pair, by_turns, pair
from bench.scripts import Dictation, QueueLine, fill
from bench.wire import rate
from server.domain.catalogue import Site
from tests.support.processes import Valkey

CROWD: Final = 50
WAITING: Final = 1000
INCR: Final = hiredis.pack_command(("INCR", "bench"))


@dataclass(frozen=True, slots=True)
class Pace:
    """Scripts a second beside INCRs a second, on so many connections."""

    connections: int
    issue: Pair
    call: Pair


def measure_pace(folder: Path, site: Site, blocks: int, block: int) -> list[Pace]:
    """On one connection and on fifty, each with one command under way.

    A block that issues and a block that calls belong together: as many people wait after them as before.
    """
    valkey = Valkey(folder / "pace")
    try:
        fill(valkey, [site], WAITING)
        return [_pace(valkey, site, connections, blocks, block) for connections in (1, CROWD)]
    finally:
        valkey.stop()


def _pace(valkey: Valkey, site: Site, connections: int, blocks: int, block: int) -> Pace:
    said = Dictation(valkey.url)
    lines = [QueueLine(valkey.url) for _ in range(connections)]
    counters = itertools.cycle(site.counters)
    asked: tuple[Callable[[int], bytes], ...] = (
        lambda number: said.issue(site, number),
        lambda _: INCR,
        lambda _: said.call(site, next(counters)),
    )
    # The commands are written before the clock starts.
    measured = [lambda each=each: rate(lines, [each(number) for number in range(block)]) for each in asked]
    by_turns(2, *measured)
    issues, bare, calls = zip(*by_turns(blocks, *measured), strict=True)
    for line in lines:
        line.socket.close()
    samples = blocks * block
    return Pace(connections, pair(issues, bare, samples), pair(calls, bare, samples))
