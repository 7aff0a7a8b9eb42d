"""`accueil demo`: everything on one machine: Valkey, database, seed, web, print agent with a preview printer."""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
import signal
import sys
import time
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

import httpx
from pydantic import SecretStr

from server.app import build_house
from server.demo_person import DEMO_PERSON
from server.domain.people import Job, Role
from server.embedded import valkey_command, valkey_url
from server.records.seed import plant, read_seed
from server.settings import Settings, environment_for
from server.supervisor import Child, Supervisor

FIRST_SITE: Final = "etats-unis"
PATIENCE_S: Final = 60.0
LOCK_PATIENCE_S: Final = 15.0


class FolderInUseError(RuntimeError):
    """Another demo runs from this folder."""


def demo_settings(folder: Path, host: str = "127.0.0.1", port: int = 8000, public_url: str | None = None) -> Settings:
    """The settings of the demo whose data lie in `folder`."""
    folder = folder.resolve()
    return Settings(
        redis_url=valkey_url(folder / "queue"),
        database_url=f"sqlite:///{folder / 'records' / 'accueil.db'}",
        secret_key=SecretStr(_kept_secret(folder)),
        public_url=public_url or f"http://{_shown(host)}:{port}",
        server_url=f"http://{_shown(host)}:{port}",
        host=host,
        port=port,
        demo=True,
        preview_dir=folder / "preview",
        printer_url=f"preview://{folder / 'preview'}",
        printer_token_file=folder / "printer.token",
    )


def run_demo(folder: Path, host: str, port: int, public_url: str | None = None) -> int:
    """Start the demo and serve until Ctrl-C or SIGTERM. Raises FolderInUseError, TimeoutError."""
    (folder / "queue").mkdir(parents=True, exist_ok=True)
    stop = _Stop()
    with _only_one(folder) as lock:
        settings = demo_settings(folder, host, port, public_url)
        _prepare(settings, folder)
        supervisor = Supervisor(kept_open=(lock,))
        try:
            house = build_house(settings)
            supervisor.start(_queue(folder), until=house.queue.answers, patience_s=PATIENCE_S)
            supervisor.start(_web(settings, folder), until=lambda: _ready(settings), patience_s=PATIENCE_S)
            supervisor.start(_printer(settings, folder), until=lambda: True, patience_s=PATIENCE_S)
            print(_welcome(settings, folder), flush=True)
            supervisor.watch(stop.asked)
        except _StopError:
            pass
        finally:
            stop.ignore_further()
            supervisor.stop()
    return 0


class _StopError(BaseException):
    """SIGINT or SIGTERM came while starting."""


class _Stop:
    """Turns SIGINT and SIGTERM into an orderly end."""

    def __init__(self) -> None:
        self._asked = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._note)

    def _note(self, _number: int, _frame: object) -> None:
        if self._asked:
            return
        self._asked = True
        raise _StopError

    def asked(self) -> bool:
        return self._asked

    def ignore_further(self) -> None:
        """From now on the end is under way."""
        self._asked = True


@contextlib.contextmanager
def _only_one(folder: Path) -> Iterator[int]:
    """Hold the folder's lock. Every child holds it too: it is free only when the last process of a demo has ended."""
    lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    end = time.monotonic() + LOCK_PATIENCE_S
    try:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > end:
                    raise FolderInUseError(
                        f"Another demo runs from {folder}. Stop it, or give another --data-dir."
                    ) from None
                time.sleep(0.1)
        yield lock
    finally:
        os.close(lock)


def _prepare(settings: Settings, folder: Path) -> None:
    """Tables, seed, the demo's person and the print agent's token: what is there already stays."""
    house = build_house(settings)
    house.catalogue.store.upgrade()
    with as_file(files("server") / "seeds" / "pimms-lyon.toml") as seed:
        plant(house.catalogue.store, read_seed(seed))
    if house.people.named(DEMO_PERSON) is None:
        house.people.add(DEMO_PERSON, Job.MEDIATOR, secrets.token_urlsafe(32))
    (folder / "preview").mkdir(exist_ok=True)
    token_file = settings.printer_token_file
    if token_file is not None and not token_file.exists():
        write_private(token_file, house.devices.create(FIRST_SITE, Role.PRINTER))


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner reads, whole or not at all."""
    temporary = path.with_name(path.name + ".new")
    with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def _kept_secret(folder: Path) -> str:
    path = folder / "secret_key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        write_private(path, secrets.token_urlsafe(48))
    return path.read_text()


def _queue(folder: Path) -> Child:
    return Child(
        "Valkey", valkey_command(folder.resolve() / "queue"), environment_for(None), folder / "queue.log", folder
    )


def _web(settings: Settings, folder: Path) -> Child:
    command = [sys.executable, "-m", "server.cli", "serve"]
    return Child("The web server", command, environment_for(settings), folder / "web.log", folder)


def _printer(settings: Settings, folder: Path) -> Child:
    command = [sys.executable, "-m", "server.cli", "printer"]
    return Child("The print agent", command, environment_for(settings), folder / "printer.log", folder)


def _ready(settings: Settings) -> bool:
    try:
        return httpx.get(f"{settings.server_url}/readyz", timeout=2.0).is_success
    except httpx.TransportError:
        return False


def _shown(host: str) -> str:
    """An address that a browser can open."""
    return "127.0.0.1" if host in {"0.0.0.0", "::", ""} else host  # noqa: S104 - compared, not bound


def _welcome(settings: Settings, folder: Path) -> str:
    at = settings.public_url
    return "\n".join(
        (
            "",
            "Accueil is ready. Stop it with Ctrl-C; the next start goes on where it stood.",
            "",
            f"  All pages          {at}/",
            f"  Kiosk              {at}/kiosk/{FIRST_SITE}",
            f"  Waiting room       {at}/display/{FIRST_SITE}",
            f"  Desk               {at}/staff/        sign in with the one button",
            f"  Paper tickets      {at}/preview/",
            "",
            f"  Other sites: site-2 … site-7 and unite-mobile. Data and logs: {folder}",
            f"  A device token:    accueil token --site {FIRST_SITE} --role kiosk --data-dir {folder}",
            "",
        ),
    )
