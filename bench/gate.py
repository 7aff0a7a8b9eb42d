"""What the gate costs: the board read with every limit counted, and by somebody signed in, beside neither.

Two web processes over one queue and the same records, by turns. Where devices are counted, each question comes from
another device: one alone would soon be refused.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Final

import httpx

from bench.figures import CONNECTIONS
from bench.pairs import Pair, by_turns, pair
from bench.rooms import MEDIATOR, PASSWORD, TICKETS_AT, one_process
from bench.wire import Line, rate, request
from server.actions.house import House
from server.domain.people import Job, Role
from tests.support.processes import Web, free_port

PATH: Final = f"/api/v1/sites/{TICKETS_AT}/board"
DEVICES: Final = 50
"""Each asks less often than a device may."""
PEOPLE: Final = 10
"""Each asks less often than a person may."""


@dataclass(frozen=True, slots=True)
class Gate:
    """Answers a second beside those without limits to a device: to counted devices, and to people signed in."""

    counted: Pair
    signed_in: Pair


def measure_gate(folder: Path, rounds: int, requests: int) -> Gate:
    """Three ways to ask one question, by turns."""
    with ExitStack() as end:
        _, house, free = one_process(folder, end)
        settings = free.settings.model_copy(update={"port": free_port(), "device_limits": True})
        counting = Web(settings, folder / "counting.log")
        end.callback(counting.kill)
        devices = [house.devices.create(TICKETS_AT, Role.DISPLAY) for _ in range(DEVICES)]
        by_devices = list(islice(cycle(request("GET", PATH, token) for token in devices), requests))
        people = [request("GET", PATH, cookie=_session(house, counting, f"{MEDIATOR} {n}")) for n in range(PEOPLE)]
        by_people = list(islice(cycle(people), requests))
        at_free, at_counting = ([Line(web.settings.port) for _ in range(CONNECTIONS)] for web in (free, counting))
        measured = (
            lambda: rate(at_free, by_devices),
            lambda: rate(at_counting, by_devices),
            lambda: rate(at_counting, by_people),
        )
        for warm_up in measured:
            warm_up()
        bare, counted, signed_in = zip(*by_turns(rounds, *measured), strict=True)
        for line in (*at_free, *at_counting):
            line.socket.close()
    return Gate(pair(counted, bare, rounds * requests), pair(signed_in, bare, rounds * requests))


def _session(house: House, web: Web, name: str) -> str:
    """Somebody new signs in: the cookie of their session."""
    house.people.add(name, Job.MEDIATOR, PASSWORD)
    with httpx.Client(base_url=web.url, trust_env=False) as browser:
        page = browser.get("/staff/").text
        csrf = page.partition('name="csrf_token" value="')[2].partition('"')[0]
        browser.post("/staff/sign-in", data={"csrf_token": csrf, "name": name, "password": PASSWORD})
        return f"accueil={browser.cookies['accueil']}"
