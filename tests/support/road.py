"""The whole road of a ticket's paper: kiosks, a real server, real agents, fake printers; several sites side by side."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from printers.drivers import driver_for
from printers.drivers.drawing import drawn
from printers.drivers.fake.faults import Fault
from printers.drivers.fake.pieces import Piece
from printers.drivers.fake.server import FakePrinter
from printers.drivers.paper_kind import Paper
from printers.drivers.patience import Patience
from printers.job import PrintJob
from server.actions.house import House
from server.domain.people import Role
from tests.support.agents import agent
from tests.support.api import Client
from tests.support.processes import PATIENCE_S, Valkey, Web, free_port, until
from tests.support.seeded import seeded, settings_in

# Quick where the fake never answers, and patient enough for a busy machine where it does.
PATIENCE = Patience(
    open=5, answer=0.3, hunch=0.1, stall=0.3, job=1.0, confirm=0.4, settle=0.3, poll=0.04, clear=0.3, close=0.01
)

# Seconds between two looks of an agent: after each repair one is waited for, and each takes time of this machine.
LOOK_EVERY = 0.15

# And between two questions to the server, of each site: an answer is milliseconds of work on both sides.
ASK_EVERY = 0.08

OVER = {"printed", "unconfirmed", "failed", "expired"}


@contextmanager
def drawings_kept() -> Iterator[dict[str, bytes]]:
    """What the drivers draw meanwhile: the bytes that have to be on the paper, by the ticket's address."""
    streams: dict[str, bytes] = {}

    def kept(job: PrintJob, paper: Paper) -> bytes:
        streams[job.follow_url] = drawn(job, paper)
        return streams[job.follow_url]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("printers.drivers.device.drawn", kept)
        yield streams


@dataclass
class Place:
    """One site: its kiosk, its counter, its printers."""

    kiosk: Client
    counter: Client
    printers: Sequence[FakePrinter]
    streams: dict[str, bytes]

    @property
    def paper(self) -> list[Piece]:
        """All that came out."""
        return [piece for printer in self.printers for piece in printer.pieces]

    def take(self) -> dict[str, Any]:
        """A resident taps. The ticket as the kiosk shows it."""
        answer = self.kiosk.issue()
        assert answer.status_code == 201, answer.text
        return answer.json()

    def state_of(self, ticket: dict[str, Any]) -> str:
        """What the API tells the kiosk of the paper."""
        return self.kiosk.ticket(ticket["id"]).json()["print"]["state"]

    def outcome(self, ticket: dict[str, Any]) -> str:
        """What it tells in the end."""
        states: list[str] = []

        def over() -> bool:
            states.append(self.state_of(ticket))
            return states[-1] in OVER

        until_heard(over, "the job comes to an end")
        return states[-1]

    def strike(self, fault: Fault) -> None:
        """The first printer has a fault, now or in its next job."""
        self.printers[0].plan(fault)

    def repair(self, *, switch_off: bool) -> None:
        """Somebody sets it right; what its buffer holds comes out, and its agent has seen that it prints again."""
        for printer in self.printers:
            printer.repair(switch_off=switch_off)
            until(lambda printer=printer: at_rest(printer), "the printer comes to rest")
        until_heard(self.all_ready, "every printer is ready")

    def all_ready(self) -> bool:
        """Whether the desk sees all of them ready."""
        seen = [printer["state"] for printer in self.counter.queue().json()["printers"]]
        return seen == ["ready"] * len(self.printers)

    def leave(self, ticket: dict[str, Any]) -> None:
        """The resident goes, so that the next one's ticket is of the same length."""
        assert self.counter.move(ticket["id"], "cancel").status_code == 200


def until_heard(true: Callable[[], bool], what: str) -> None:
    """As `until`, for what the server is asked: less often."""
    end = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < end, f"never happened: {what}"
        time.sleep(ASK_EVERY)


def at_rest(printer: FakePrinter) -> bool:
    """Whether it has nothing left to print and nobody on the line."""
    printer.apply()
    return not printer.engine.buffer and printer.client is None


@dataclass
class Town:
    """A server, and the sites of the seed."""

    house: House
    url: str
    streams: dict[str, bytes]

    @contextmanager
    def place(self, site: str, printers: int) -> Iterator[Place]:
        """A site with an agent at work."""
        with ExitStack() as stack:
            fakes = [stack.enter_context(FakePrinter()) for _ in range(printers)]
            kiosk, counter = (
                Client(self.url, site, self.house.devices.create(site, role)) for role in (Role.KIOSK, Role.COUNTER)
            )
            place = Place(kiosk, counter, fakes, self.streams)
            drivers = [driver_for(fake.url, PATIENCE) for fake in fakes]
            token = self.house.devices.create(site, Role.PRINTER)
            stack.enter_context(agent(self.url, *drivers, token=token, look_every=LOOK_EVERY))
            until_heard(place.all_ready, "every printer is announced")
            yield place


@contextmanager
def town(folder: Path) -> Iterator[Town]:
    """A server of its own over a Valkey of its own."""
    valkey = Valkey(folder / "valkey")
    settings = settings_in(folder, valkey.url, port=free_port())
    house = seeded(settings)
    web = Web(settings, folder / "web.log")
    try:
        with drawings_kept() as streams:
            yield Town(house, web.url, streams)
    finally:
        web.kill()
        valkey.stop()
