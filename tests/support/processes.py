"""Real servers for tests: Valkey with the demo's own settings, the whole demo, web processes beside it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import httpx
import redis

from server.embedded import valkey_command, valkey_url
from server.settings import Settings, environment_for

PATIENCE_S = 60.0
ACCUEIL = (sys.executable, "-m", "server.cli")
SERVE = (*ACCUEIL, "serve")


def until(true: Callable[[], bool], what: str, patience_s: float = PATIENCE_S) -> None:
    """Ask again until it is true. Fails with `what` when patience ends."""
    end = time.monotonic() + patience_s
    while not true():
        assert time.monotonic() < end, f"never happened: {what}"
        time.sleep(0.02)


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Valkey:
    """A real Valkey, with the settings of the demo, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.url = valkey_url(folder)
        self.client = redis.Redis.from_url(self.url, decode_responses=True)
        self.start()

    def start(self) -> None:
        """Start it, on the data it left."""
        log = (self.folder / "log").open("ab")
        self.process = subprocess.Popen(valkey_command(self.folder), stdout=log, stderr=log)
        log.close()
        until(self.answers, "Valkey answers")

    def answers(self) -> bool:
        """Whether it answers a ping."""
        try:
            return bool(self.client.ping())
        except redis.exceptions.ConnectionError:
            return False

    def kill(self) -> None:
        """Kill it with -9."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.wait()


class Web:
    """A web process of its own, as `accueil serve` starts it; or another command that answers /readyz."""

    def __init__(self, settings: Settings, log: Path, command: Sequence[str] = SERVE) -> None:
        self.settings = settings
        self.url = f"http://127.0.0.1:{settings.port}"
        self._log = log
        self._command = command
        self.start()

    def start(self) -> None:
        """Start it."""
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(
                self._command,
                env=environment_for(self.settings),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        until(self.ready, "the web process is ready")

    def ready(self) -> bool:
        """Whether /readyz says yes."""
        try:
            return httpx.get(f"{self.url}/readyz", timeout=2.0).is_success
        except httpx.TransportError:
            return False

    def kill(self) -> None:
        """Kill it and its worker with -9."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.wait()


class Demo:
    """`accueil demo`, whole, as a user starts it."""

    def __init__(self, folder: Path, port: int | None = None) -> None:
        self.folder = folder
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        folder.mkdir(parents=True, exist_ok=True)
        self.start()

    def start(self) -> None:
        """Start it, on the data it left."""
        with (self.folder / "demo.log").open("ab") as log:
            command = [
                sys.executable,
                "-m",
                "server.cli",
                "demo",
                "--port",
                str(self.port),
                "--data-dir",
                str(self.folder),
            ]
            self.process = subprocess.Popen(command, stdout=log, stderr=log)
        until(self.ready, "the demo is ready")

    def ready(self) -> bool:
        """Whether /readyz says yes."""
        assert self.process.poll() is None, (self.folder / "demo.log").read_text()
        try:
            return httpx.get(f"{self.url}/readyz", timeout=2.0).is_success
        except httpx.TransportError:
            return False

    def token(self, site: str, role: str) -> str:
        """A device token, as `accueil token` prints it."""
        command = [
            sys.executable,
            "-m",
            "server.cli",
            "token",
            "--site",
            site,
            "--role",
            role,
            "--data-dir",
            str(self.folder),
        ]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    def children(self) -> list[int]:
        """Every process below the demo, by reading the process table."""
        return descendants(self.process.pid)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Ctrl-C."""
        self.process.send_signal(how)
        self.process.wait(PATIENCE_S)


def descendants(pid: int) -> list[int]:
    """All living processes below one, from /proc."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal() and (stat := _stat(entry)) is not None:
            parents[int(entry.name)] = int(stat.rsplit(")", 1)[1].split()[1])
    found, frontier = [], [pid]
    while frontier:
        frontier = [child for child, parent in parents.items() if parent in frontier]
        found += frontier
    return found


def alive(pid: int) -> bool:
    """Whether a process exists and is not a zombie."""
    stat = _stat(Path("/proc") / str(pid))
    return stat is not None and stat.rsplit(")", 1)[1].split()[0] != "Z"


def _stat(entry: Path) -> str | None:
    try:
        return (entry / "stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return None
