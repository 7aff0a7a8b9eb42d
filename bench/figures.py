"""The two measurements. Each alternates with its yardstick, so that a slow moment of the machine meets both."""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass
from statistics import quantiles
from typing import Final

from bench.pairs import Pair, by_turns, pair
from bench.rooms import PUSHES_AT, TICKETS_AT, Rooms
from bench.wire import Ear, Line, rate, request

CONNECTIONS: Final = 16
"""Enough to keep one web process busy, few enough that the client is not what is measured."""
NEED: Final = "papiers"


@dataclass(frozen=True, slots=True)
class Rates:
    """Answers a second beside those of /healthz: tickets issued, and a site told as kiosks ask for it."""

    tickets: Pair
    doors: Pair


@dataclass(frozen=True, slots=True)
class Delays:
    """Milliseconds, 50th and 99th percentile of all rounds together."""

    push: tuple[float, float]
    echo: tuple[float, float]
    samples: int


def measure_rates(at: Rooms, rounds: int, requests: int) -> Rates:
    """Tickets and sites a second, and the bare JSON of /healthz from the same process behind the same hooks."""
    lines = [Line(at.port) for _ in range(CONNECTIONS)]
    bare = [request("GET", "/healthz")] * requests
    door = [request("GET", f"/api/v1/sites/{TICKETS_AT}", at.counters[TICKETS_AT])] * requests
    measured = (
        lambda: rate(lines, bare),
        lambda: rate(lines, [issue_asked(at, TICKETS_AT) for _ in range(requests)]),
        lambda: rate(lines, door),
    )
    for warm_up in (bare, [issue_asked(at, TICKETS_AT) for _ in range(requests // 4)], door):
        rate(lines, warm_up[: requests // 4])
    healthz, tickets, doors = zip(*by_turns(rounds, *measured), strict=True)
    for line in lines:
        line.socket.close()
    return Rates(pair(tickets, healthz, rounds * requests), pair(doors, healthz, rounds * requests))


def measure_delays(at: Rooms, rounds: int, calls: int) -> Delays:
    """From POST calls sent to the board with that number received; from a word sent to its echo received."""
    line = Line(at.port)
    board = Ear(at.port, "/board", "board", {"token": at.display})
    echo = Ear(at.echo_port, "/echo", "said", {})
    pushes: list[float] = []
    echoes: list[float] = []
    for _ in range(rounds):
        for _ in range(calls):
            start = time.perf_counter()
            echo.say("say", "word")
            echo.hear()
            echoes.append(time.perf_counter() - start)
        pushes += _call_delays(at, line, board, calls)
    for client in (line.socket, board, echo):
        client.close()
    return Delays(percentiles(pushes), percentiles(echoes), len(pushes))


def _call_delays(at: Rooms, line: Line, board: Ear, calls: int) -> list[float]:
    numbers = []
    for _ in range(calls):
        line.send(issue_asked(at, PUSHES_AT))
        numbers.append(line.answer()["number"])
    # What was issued is told before the first call is made: no push of before runs into the clock.
    while board.hear()["waiting"] < calls:
        pass
    delays = []
    for number in numbers:
        asked = _call(at)
        start = time.perf_counter()
        line.send(asked)
        while not any(call["number"] == number for call in board.hear()["calls"]):
            pass
        delays.append(time.perf_counter() - start)
        line.answer()
    return delays


def issue_asked(at: Rooms, site: str) -> bytes:
    """A ticket at a site, asked for by its counter."""
    body = {"need": NEED, "language": "fr", "request_id": str(uuid.uuid4())}
    return request("POST", f"/api/v1/sites/{site}/tickets", at.counters[site], body)


def _call(at: Rooms) -> bytes:
    path = f"/api/v1/sites/{PUSHES_AT}/counters/1/calls"
    return request("POST", path, at.counters[PUSHES_AT], {"request_id": str(uuid.uuid4())})


def percentiles(seconds: list[float]) -> tuple[float, float]:
    """50th and 99th, in milliseconds."""
    cuts = quantiles(seconds, n=100, method="inclusive")
    return cuts[49] * 1000, cuts[98] * 1000
