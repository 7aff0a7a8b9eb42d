"""Real servers for tests: Valkey with the demo's own settings, the whole demo, web processes beside it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import redis

from server.actions.house import build_house
from server.demo_folder import demo_settings
from server.domain.people import Role
from server.embedded import valkey_command, valkey_url
from server.settings import Settings, environment_for
from tests.support.table import command, descendants

PATIENCE_S = 60.0
ACCUEIL = (sys.executable, "-m", "server.cli")
SERVE = (*ACCUEIL, "serve")
IMPATIENT = (
    sys.executable,
    "-c",
    """
import sys
from functools import partial
from server import cli
cli.run_demo = partial(cli.run_demo, lock_patience_s=0)
sys.exit(cli.main(sys.argv[1:]))
""",
)
"""`accueil` that does not wait for another demo to leave its folder."""


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


def is_ready(port: int) -> bool:
    """Whether /readyz says yes there, asked more lightly than by a whole client: until it does, it is asked often."""
    asking = HTTPConnection("127.0.0.1", port, timeout=5.0)
    try:
        asking.request("GET", "/readyz")
        return asking.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        asking.close()


class Valkey:
    """A real Valkey, with the settings of the demo, in a folder of its own.

    `to_disk` False: it waits for no disk. What it answered outlives its death all the same, but no power cut.
    """

    def __init__(self, folder: Path, *, to_disk: bool = True) -> None:
        self.folder = folder
        self._to_disk = to_disk
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
        if not self._to_disk:
            self.client.config_set("appendfsync", "no")

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
        return is_ready(self.settings.port)

    def kill(self) -> None:
        """Kill it and its worker with -9. What a test leaves is ended so too: a polite end waits for open sockets."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Demo:
    """`accueil demo`, whole, as a user starts it."""

    def __init__(self, folder: Path, port: int | None = None, named: str | None = None) -> None:
        """`named` is how the command line names the folder, seen from the folder above it."""
        self.folder = folder
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._named = named or str(folder)
        self._from = folder.parent if named else None
        # Beside its folder, which is for the demo to make.
        self.log = folder.with_name(f"{folder.name}.log")
        folder.parent.mkdir(parents=True, exist_ok=True)
        self.start()

    def start(self) -> None:
        """Start it, on the data it left."""
        self.process = launch(self._named, self.port, self.log, self._from)
        until(self.ready, "the demo is ready")

    def ready(self) -> bool:
        """Whether /readyz says yes."""
        assert self.process.poll() is None, self.log.read_text()
        return is_ready(self.port)

    def token(self, site: str, role: str) -> str:
        """A device token, written where `accueil token` writes it; the command would start a whole Python for it."""
        return build_house(demo_settings(self.folder)).devices.create(site, Role(role))

    def printed_token(self, site: str, role: str) -> str:
        """A device token, as `accueil token` prints it."""
        asked = [*ACCUEIL, "token", "--site", site, "--role", role, "--data-dir", self._named]
        return subprocess.run(asked, capture_output=True, text=True, check=True, cwd=self._from).stdout.strip()

    def children(self) -> list[int]:
        """Every process below the demo, by reading the process table."""
        return descendants(self.process.pid)

    def part(self, name: str) -> list[int]:
        """Those of them whose command line names a part: gunicorn, valkey-server, printers."""
        return [pid for pid in self.children() if name in command(pid)]

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Ctrl-C."""
        self.process.send_signal(how)
        self.process.wait(PATIENCE_S)

    def kill(self) -> None:
        """Kill all of it with -9. What a test leaves is ended so too: a polite end waits for open sockets."""
        for pid in [self.process.pid, *self.children()]:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.wait()


def launch(data_dir: Path | str, port: int, log: Path, start_from: Path | None = None) -> subprocess.Popen[bytes]:
    """Start a demo and wait for nothing."""
    asked = [*ACCUEIL, "demo", "--port", str(port), "--data-dir", str(data_dir)]
    with log.open("ab") as output:
        return subprocess.Popen(asked, stdout=output, stderr=output, cwd=start_from)


def refused(program: Sequence[str], data_dir: Path, port: int) -> str:
    """Start a demo that cannot be: exit code 2 and one line. Gives the line."""
    asked = [*program, "demo", "--port", str(port), "--data-dir", str(data_dir)]
    done = subprocess.run(asked, check=False, capture_output=True, text=True, timeout=PATIENCE_S)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1), done.stderr
    assert done.stderr.startswith("accueil: ")
    return done.stderr
