"""What is measured: a Valkey with the demo's settings, one web process as `accueil serve` starts it, the yardstick."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import SecretStr

from server.actions.house import House
from server.domain.catalogue import Site
from server.domain.people import Job, Role
from server.settings import Settings
from tests.support.processes import Valkey, Web, free_port
from tests.support.seeded import seeded

TICKETS_AT: Final = "etats-unis"
PUSHES_AT: Final = "site-2"
"""A site of its own, where nobody waits from the tickets measured before."""
PRINTED_AT: Final = "site-3"
"""And one whose tickets are printed."""
DESK_AT: Final = "site-4"
"""And one whose desk is looked at."""
TOKENS_AT: Final = (TICKETS_AT, PUSHES_AT, PRINTED_AT, DESK_AT)
MEDIATOR, PASSWORD = "Zoé", "une longue phrase de passe"
"""Who sits there."""
ECHO: Final = (sys.executable, "-m", "gunicorn", "-c", "python:bench.echo_conf")


@dataclass(frozen=True, slots=True)
class Rooms:
    """Where the servers listen; tokens for sites’ counters, a display, an agent and a kiosk; the Valkey’s version."""

    port: int
    echo_port: int
    counters: dict[str, str]
    display: str
    agent: str
    kiosk: str
    valkey: str


@contextmanager
def rooms(folder: Path) -> Iterator[Rooms]:
    """Everything started in `folder`, ended with the block."""
    with ExitStack() as end:
        queue, house, web = one_process(folder, end)
        settings = web.settings
        echo = Web(settings.model_copy(update={"port": free_port()}), folder / "echo.log", ECHO)
        end.callback(echo.kill)
        house.people.add(MEDIATOR, Job.MEDIATOR, PASSWORD)
        yield Rooms(
            port=settings.port,
            echo_port=echo.settings.port,
            counters={site: house.devices.create(site, Role.COUNTER) for site in TOKENS_AT},
            display=house.devices.create(PUSHES_AT, Role.DISPLAY),
            agent=house.devices.create(PRINTED_AT, Role.PRINTER),
            kiosk=house.devices.create(TICKETS_AT, Role.KIOSK),
            valkey=str(queue.client.info("server").get("valkey_version", "unknown")),
        )


def one_process(folder: Path, end: ExitStack) -> tuple[Valkey, House, Web]:
    """A Valkey, the seeded records and one web process over them; `end` stops what runs."""
    queue = Valkey(folder / "queue")
    end.callback(queue.stop)
    settings = Settings(
        redis_url=queue.url,
        database_url=f"sqlite:///{folder / 'accueil.db'}",
        secret_key=SecretStr(secrets.token_urlsafe(48)),
        port=free_port(),
        device_limits=False,  # one token stands for a crowd
    )
    house = seeded(settings)
    web = Web(settings, folder / "web.log")
    end.callback(web.kill)
    return queue, house, web


def seeded_site(folder: Path) -> Site:
    """The demo's own first site, for what needs no web server."""
    settings = Settings(database_url=f"sqlite:///{folder / 'catalogue.db'}", secret_key=SecretStr("unused"))
    return seeded(settings).catalogue.site(TICKETS_AT)
