"""Many visitors and mediators at once, in processes of their own."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from tests.support.api import Client
from tests.support.processes import until


@dataclass(frozen=True)
class Crowd:
    """Where a crowd goes. The folder is where its processes wait for one another before the first request."""

    folder: Path
    urls: Sequence[str]
    site: str
    token: str
    rounds: int
    processes: int


def rush(crowd: Crowd, counters: Sequence[str]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """At each counter a client that again and again takes a ticket and calls one: all issued, all called."""
    shares = [counters[n :: crowd.processes] for n in range(crowd.processes)]
    with ProcessPoolExecutor(crowd.processes, multiprocessing.get_context("spawn")) as processes:
        done = [part for share in processes.map(_share, [crowd] * crowd.processes, shares) for part in share]
    return [ticket for issued, _ in done for ticket in issued], [ticket for _, called in done for ticket in called]


def _share(crowd: Crowd, counters: Sequence[str]) -> list[tuple[list[dict[str, Any]], list[dict[str, Any]]]]:
    (crowd.folder / f"ready-{counters[0]}").touch()
    until(lambda: len(list(crowd.folder.glob("ready-*"))) == crowd.processes, "every client process is there")
    with ThreadPoolExecutor(len(counters)) as clients:
        return list(clients.map(_client, [crowd] * len(counters), counters, range(len(counters))))


def _client(crowd: Crowd, counter: str, position: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    client = Client(crowd.urls[position % len(crowd.urls)], crowd.site, crowd.token)
    issued, called = [], []
    for _ in range(crowd.rounds):
        issued.append(_created(client.issue()))
        called.append(_created(client.call(counter)))
    return issued, called


def _created(answer: httpx.Response) -> dict[str, Any]:
    assert answer.status_code == 201, answer.text
    return answer.json()
