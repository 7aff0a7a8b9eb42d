"""What the agent knows of its own life: when its server was heard, that its loops go on, how its printers are."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import structlog

from printers.outcome import Condition

# A server that was not heard for this long, in seconds, is away: it answers a poll every 25 s at least.
SERVER_AWAY = 60.0

# A printer's loop that did nothing for this long, in seconds, hangs: a job takes at most 51, a poll 35, a pause 15.
LOOP_HANGS = 120.0

log = structlog.get_logger()


@dataclass(slots=True)
class Pulse:
    """What is known, in seconds of the monotonic clock. Any thread may read it."""

    alive: Path | None = None
    server_heard: float | None = None
    beats: dict[str, float] = field(default_factory=dict)
    conditions: dict[str, tuple[Condition, datetime]] = field(default_factory=dict)
    touched: bool = True

    def answered(self) -> None:
        """The server answered."""
        self.server_heard = time.monotonic()
        if self.alive is not None:
            self.touch(self.alive)

    def touch(self, alive: Path) -> None:
        """Show it. A disk that takes nothing is told of once, and no reason to print nothing."""
        try:
            alive.touch()
            self.touched = True
        except OSError as trouble:
            if self.touched:
                log.warning("alive_file_not_touched", file=str(alive), reason=str(trouble))
            self.touched = False

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
        return all(self.goes_on(printer) for printer in self.beats)

    def goes_on(self, printer: str) -> bool:
        """Whether this printer's loop did something lately."""
        return time.monotonic() - self.beats[printer] < LOOP_HANGS

    def told(self) -> list[dict[str, Any]]:
        """What the health check says of each printer; state and since are null for one not looked at yet."""
        lines = []
        for name in sorted(self.beats):
            condition, since = self.conditions.get(name, (None, None))
            lines.append(
                {
                    "printer": name,
                    "server": "answers" if self.server_answers else "away",
                    "loop": "goes on" if self.goes_on(name) else "hangs",
                    "state": condition.state if condition else None,
                    "reason": condition.reason if condition else None,
                    "detail": condition.detail if condition else "",
                    "since": since.isoformat(timespec="seconds") if since else None,
                }
            )
        return lines
