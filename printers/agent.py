"""The print agent: one process that owns some printers, each with a loop of its own, for months on end."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import structlog

from printers.backoff import Backoff
from printers.drivers import Driver
from printers.drivers.device import DeviceDriver
from printers.drivers.drawing import drawn
from printers.drivers.paper_kind import Paper
from printers.eye import Eye
from printers.health import HealthCheck
from printers.job import PrintJob
from printers.memory import Memory, instance_in
from printers.pairing import Pairing
from printers.pulse import Pulse
from printers.server_link import Owner, ServerLink
from printers.service_manager import ServiceManager
from printers.worker import LOOK_SECONDS, Surroundings, Worker

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer as the agent was told of it. `address` is the same for no other printer of the site."""

    name: str
    address: str
    driver: Driver


@dataclass(frozen=True, slots=True)
class Habits:
    """How the agent lives.

    state_dir   where it keeps what must outlive it; None: nowhere
    alive       a file to touch at each answer of the server, at least every 30 s
    health      host and port of the local health check; port 0 takes a free one, and the log says which
    manager     the service manager that started the agent, if one did
    token_file  where the token is kept with which the agent was let in; None for one that is given its token
    look_every  seconds between two looks at an idle printer
    """

    state_dir: Path | None = None
    alive: Path | None = None
    health: tuple[str, int] | None = None
    manager: ServiceManager = field(default_factory=ServiceManager)
    backoff: Backoff = field(default_factory=Backoff)
    look_every: float = LOOK_SECONDS
    token_file: Path | None = None


async def run(
    server_url: str, token: str, printers: Sequence[Printer], stop: asyncio.Event, habits: Habits | None = None
) -> None:
    """Print until `stop` is set. Then the jobs in hand are finished, and waiting polls are dropped at once.

    Raises OSError when the folder or the address of the health check cannot be had.
    """
    habits = habits or Habits()
    instance = instance_in(habits.state_dir)
    pulse = Pulse(habits.alive)
    link = ServerLink.to(server_url, token)
    health = HealthCheck(pulse, *habits.health) if habits.health else None
    if health is not None:
        log.info("health_check", listens_at=health.url)
    try:
        async with link.http:
            around = Surroundings(link, stop, habits.backoff, pulse, habits.look_every)
            workers = [worker_for(each, instance, around, memory_of(each.name, habits)) for each in printers]
            await asyncio.to_thread(warm_up)
            habits.manager.tell("READY=1")
            life = asyncio.create_task(signs_of_life(pulse, habits.manager))
            lives = [worker.work() for worker in workers]
            if habits.token_file is not None:
                lives.append(Pairing(link, habits.token_file, stop, habits.backoff).stay_known())
            await asyncio.gather(*lives)
            habits.manager.tell("STOPPING=1")
            life.cancel()
    finally:
        if health is not None:
            health.close()


def worker_for(printer: Printer, instance: str, around: Surroundings, memory: Memory) -> Worker:
    """Who does this printer's work."""
    if memory.in_doubt and isinstance(printer.driver, DeviceDriver):
        # It may hold half a ticket, or half a command, which would swallow the head of the next one.
        printer.driver.learnt.holds_half_a_job()
    owner = Owner(printer.name, printer.address, instance)
    return Worker(owner, Eye(printer.name, printer.driver, around.pulse), memory, around)


def memory_of(printer: str, habits: Habits) -> Memory:
    """What a former process left of this printer's jobs."""
    return Memory(habits.state_dir / f"{printer}.json" if habits.state_dir else None)


async def signs_of_life(pulse: Pulse, manager: ServiceManager) -> None:
    """Tell the service manager's watchdog, where there is one, while every loop goes on."""
    while manager.watchdog_every is not None:
        if pulse.loops_go_on:
            manager.tell("WATCHDOG=1")
        await asyncio.sleep(manager.watchdog_every)


def warm_up() -> None:
    """Open fonts and words, so that the first resident of the day waits no longer than the others."""
    for language, label in (("fr", "Mes papiers"), ("ar", "أوراقي")):
        at = "2026-11-23T10:42:00+01:00"
        job = PrintJob("warm-up", "Accueil", "A001", label, language, at, 0, "http://127.0.0.1/t/warm-up")
        drawn(job, Paper())
