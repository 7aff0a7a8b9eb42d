"""Signs of life, for whoever looks after the agent: a file's age, a local address, systemd's watchdog."""

from __future__ import annotations

import json
import os
import socket
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from printers.outcome import Condition

# A server that was not heard for this long, in seconds, is away: it answers a poll every 25 s at least.
SERVER_AWAY = 60.0

# A printer's loop that did nothing for this long hangs: a job takes at most 22 s, a poll 35, a pause 15.
LOOP_HANGS = 120.0


@dataclass(slots=True)
class Pulse:
    """What is known of the agent's loops, in seconds of the monotonic clock. Any thread may read it."""

    alive: Path | None = None
    server_heard: float | None = None
    beats: dict[str, float] = field(default_factory=dict)
    conditions: dict[str, tuple[Condition, datetime]] = field(default_factory=dict)

    def answered(self) -> None:
        """The server answered."""
        self.server_heard = time.monotonic()
        if self.alive is not None:
            self.alive.touch()

    def beat(self, printer: str) -> None:
        """A printer's loop goes on."""
        self.beats[printer] = time.monotonic()

    def became(self, printer: str, condition: Condition) -> None:
        """How a printer is; since when, is when its state or its reason last changed."""
        known = self.conditions.get(printer)
        same = known is not None and (known[0].state, known[0].reason) == (condition.state, condition.reason)
        since = known[1] if known is not None and same else datetime.now(UTC)
        self.conditions[printer] = condition, since

    @property
    def server_answers(self) -> bool:
        """Whether the server was heard lately."""
        return self.server_heard is not None and time.monotonic() - self.server_heard < SERVER_AWAY

    @property
    def loops_go_on(self) -> bool:
        """Whether every printer's loop did something lately."""
        now = time.monotonic()
        return all(now - beat < LOOP_HANGS for beat in self.beats.values())

    def told(self) -> dict[str, Any]:
        """The answer of the local health check."""
        return {
            "server": "answers" if self.server_answers else "away",
            "printers": {
                name: {"state": how.state, "reason": how.reason, "detail": how.detail, "since": since.isoformat()}
                for name, (how, since) in sorted(self.conditions.items())
            },
        }


class HealthCheck(ThreadingHTTPServer):
    """GET /healthz: 200 while the server answers and the loops go on, else 503; printers in trouble are told of."""

    daemon_threads = True

    def __init__(self, pulse: Pulse, host: str, port: int) -> None:
        """Listens at once. Raises OSError."""
        super().__init__((host, port), Health)
        self.pulse = pulse
        self.thread = threading.Thread(target=self.serve_forever, name="health check", daemon=True)
        self.thread.start()

    def close(self) -> None:
        """Listen no more."""
        self.shutdown()
        self.server_close()


class Health(BaseHTTPRequestHandler):
    """One request."""

    server: HealthCheck

    def do_GET(self) -> None:
        """The pulse as JSON."""
        pulse = self.server.pulse
        if self.path != "/healthz":
            self.send_error(404)
            return
        content = json.dumps(pulse.told()).encode()
        self.send_response(200 if pulse.server_answers and pulse.loops_go_on else 503)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Being asked is no news."""


def tell_systemd(word: str) -> None:
    """READY=1, WATCHDOG=1 or STOPPING=1 to the service manager, where one listens. See sd_notify(3)."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.sendto(word.encode(), "\0" + address[1:] if address.startswith("@") else address)


def watchdog_seconds() -> float | None:
    """How often systemd wants a sign of life: half of what it would bear; None when it does not ask."""
    asked = os.environ.get("WATCHDOG_USEC", "")
    return int(asked) / 2_000_000 if asked.isdecimal() and int(asked) else None
