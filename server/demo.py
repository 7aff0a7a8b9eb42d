"""`accueil demo`: everything on one machine: Valkey, database, seed, web, print agent with a preview printer."""

from __future__ import annotations

import os
import shlex
import socket
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

import httpx

from server.actions.house import House, build_house
from server.commands import agent_command, web_command
from server.demo_folder import demo_settings, make_folders, only_one
from server.demo_person import DEMO_PERSON
from server.domain.people import COMMAND, Job, Role
from server.domain.sign_in import new_password
from server.embedded import valkey_command
from server.private_files import keep_token
from server.records.seed import plant
from server.records.seed_file import read_seed
from server.settings import Settings, environment_for, in_url
from server.supervisor import Child, Stop, StoppedError, Supervisor

FIRST_SITE: Final = "etats-unis"
PATIENCE_S: Final = 60.0
LOCK_PATIENCE_S: Final = 15.0
"""Longer than the processes of a demo that was killed take to end."""


class CannotListenError(OSError):
    """The web server could not listen where it should."""


def run_demo(
    folder: Path,
    host: str,
    port: int,
    public_url: str | None = None,
    lock_patience_s: float = LOCK_PATIENCE_S,
) -> int:
    """Start the demo and serve until Ctrl-C or SIGTERM.

    Raises FolderInUseError, CannotListenError and other OSErrors, TimeoutError.
    """
    stop = Stop()
    make_folders(folder)
    os.umask(0o077)
    try:
        with only_one(folder, stop, lock_patience_s) as lock:
            settings = demo_settings(folder, host, port, public_url)
            _check_port(settings)
            keys = prepare(settings)
            _serve(settings, folder, keys, Supervisor(stop, kept_open=(lock,)))
    except StoppedError:
        pass
    return 0


def _check_port(settings: Settings) -> None:
    """Find out before anything is started that another program listens there. Raises CannotListenError."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            # As the web server does: connections that ended a minute ago are no obstacle.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((settings.host, settings.port))
    except OSError as error:
        raise CannotListenError(
            f"Cannot listen at {in_url(settings.host)}:{settings.port}: {error.strerror}. "
            "Stop the program that does, or give another --port."
        ) from error


@dataclass(frozen=True, slots=True)
class Keys:
    """What opens the demo's doors.

    token     the print agent's
    pin       of the first site's staff corner, new at each start: of the one before nobody has more than a hash
    password  the demo's person's, at the start that made them; None later, for the same reason
    """

    token: str
    pin: str
    password: str | None


def prepare(settings: Settings) -> Keys:
    """Tables, seed, the demo's person and the print agent's token: what is there already stays."""
    house = build_house(settings)
    house.catalogue.store.upgrade()
    with as_file(files("server") / "seeds" / "pimms-lyon.toml") as seed:
        plant(house.catalogue.store, read_seed(seed))
    password = _welcome_person(house)
    token_file = Path(str(settings.printer_token_file))
    keep_token(token_file, house, FIRST_SITE, Role.PRINTER)
    return Keys(token_file.read_text().strip(), house.pins.make(FIRST_SITE), password)


def _welcome_person(house: House) -> str | None:
    """The demo's person, who may see everything. Gives their password if it is new."""
    known = house.people.named(DEMO_PERSON)
    if known is None:
        password = new_password()
        house.people.add(DEMO_PERSON, Job.ADMIN, password)
        return password
    if known.job is not Job.ADMIN:
        # A demo of a version in which there was nothing to look after.
        house.people_changes.change(known.id, known.name, Job.ADMIN, known.sites, COMMAND)
    return None


def _serve(settings: Settings, folder: Path, keys: Keys, supervisor: Supervisor) -> None:
    queue = build_house(settings).queue
    try:
        supervisor.start(_queue(settings, folder), until=queue.answers, patience_s=PATIENCE_S)
        supervisor.start(_web(settings, folder), until=lambda: _ready(settings, keys.token), patience_s=PATIENCE_S)
        supervisor.start(_printer(settings, folder), until=lambda: True, patience_s=PATIENCE_S)
        print(welcome(settings, folder, keys), flush=True)
        supervisor.watch()
    finally:
        supervisor.stop()


def _queue(settings: Settings, folder: Path) -> Child:
    command = valkey_command(folder.resolve() / "queue")
    return Child("Valkey", command, environment_for(settings, only=()), folder / "queue.log", folder)


def _web(settings: Settings, folder: Path) -> Child:
    return Child("The web server", web_command(), environment_for(settings), folder / "web.log", folder)


def _printer(settings: Settings, folder: Path) -> Child:
    # It knows the server's address, its printer and its token, and nothing of the queue or the records.
    return Child(
        "The print agent", agent_command(settings), environment_for(settings, only=()), folder / "printer.log", folder
    )


def _ready(settings: Settings, token: str) -> bool:
    """Whether the web server works and is this demo's: another's at this address does not know the agent's token."""
    try:
        with httpx.Client(base_url=settings.server_url, timeout=2.0, trust_env=False) as web:
            ours = web.get(f"/api/v1/sites/{FIRST_SITE}", headers={"Authorization": f"Bearer {token}"})
            return ours.is_success and web.get("/readyz").is_success
    except httpx.TransportError:
        return False


def welcome(settings: Settings, folder: Path, keys: Keys) -> str:
    """What the demo says when it is ready: each page's address, and how to sign in."""
    at, named = settings.public_url, shlex.quote(str(folder))
    person = (
        f"password {keys.password} (shown at this start only)"
        if keys.password
        else f"a new password: accueil user password {DEMO_PERSON} --data-dir {named}"
    )
    return "\n".join(
        (
            "",
            "Accueil is ready. Stop it with Ctrl-C; the next start goes on where it stood.",
            "",
            f"  All pages          {at}/",
            f"  Kiosk              {at}/kiosk/{FIRST_SITE}",
            f"    its staff corner press the house's name for 3 seconds; PIN of this start: {keys.pin}",
            f"  Waiting room       {at}/display/{FIRST_SITE}",
            f"  Desk               {at}/staff/        sign in with the one button",
            f"    other computers  name {DEMO_PERSON}, {person}",
            f"  Paper tickets      {at}/preview/",
            "",
            f"  Other sites: site-2 … site-7 and unite-mobile. Data and logs: {folder}",
            f"  A device token:    accueil token --site {FIRST_SITE} --role kiosk --data-dir {named}",
            "",
        ),
    )
