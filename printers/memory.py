"""What the agent must not forget: which job it holds, and which outcomes the server has not heard.

With a folder this outlives the process: a job that was in hand when the agent died is in doubt and is told as such, and
is never printed again by itself. Without one it lasts as long as the process.
"""

from __future__ import annotations

import json
import re
import uuid
from pathlib import Path
from typing import Any

import structlog

from printers.machine import machine_mark
from printers.outcome import Outcome, Reason, Unconfirmed
from printers.server_link import is_job_id
from printers.whole_file import write_whole

# Outcomes remembered, in case a job is handed out again: some days of a site, where a job expires within a minute.
REMEMBERED = 100

# What the server takes as the name of an agent.
INSTANCE = re.compile(r"[A-Za-z0-9._-]{1,64}")

OUTCOMES = ("printed", "unconfirmed", "failed")

STOPPED_IN_THE_MIDDLE = "The print agent stopped in the middle of this ticket. Look whether it is there."

log = structlog.get_logger()


class Memory:
    """One printer's jobs. `file` None: nothing outlives the process.

    in_doubt   whether a former process ended in the middle of a job
    """

    def __init__(self, file: Path | None = None) -> None:
        """Reads what a former process left. What cannot be read is told in the log and forgotten."""
        self.file = file
        self.outcomes: dict[str, tuple[dict[str, Any], Outcome]] = {}
        self.untold: dict[str, dict[str, Any]] = {}
        self.kept = True
        self.in_doubt = False
        left = kept_in(file) if file is not None else {}
        if isinstance(untold := left.get("untold"), dict):
            self.untold = {job: told for job, told in untold.items() if is_job_id(job) and is_outcome(told)}
        if is_job_id(in_hand := left.get("in_hand")):
            self.in_doubt = True
            self.untold[in_hand] = Unconfirmed(STOPPED_IN_THE_MIDDLE).to_wire()

    def before(self, wire: dict[str, Any]) -> Outcome | None:
        """What became of this very job, if it was handed out before. The same id may be another person's ticket."""
        known, outcome = self.outcomes.get(wire["id"], (None, None))
        return outcome if known == wire else None

    def begin(self, job_id: str) -> None:
        """A job is about to be printed: this is on the disk before its first byte is at the printer."""
        self.keep(in_hand=job_id)

    def finish(self, wire: dict[str, Any], outcome: Outcome) -> None:
        """It is over, and the server has to hear of it."""
        self.outcomes.pop(wire["id"], None)
        self.outcomes[wire["id"]] = wire, outcome
        self.untold[wire["id"]] = outcome.to_wire()
        for jobs in (self.outcomes, self.untold):
            for oldest in list(jobs)[:-REMEMBERED]:
                del jobs[oldest]
        self.keep()

    def told(self, job_id: str) -> None:
        """The server has heard of it, or never will."""
        if self.untold.pop(job_id, None) is not None:
            self.keep()

    def keep(self, in_hand: str | None = None) -> None:
        """Write it down. A disk that takes nothing is told of once, and no reason to send people away without paper."""
        if self.file is None:
            return
        try:
            written(self.file, json.dumps({"in_hand": in_hand, "untold": self.untold}))
            self.kept = True
        except OSError as trouble:
            if self.kept:
                log.warning("state_not_kept", file=str(self.file), reason=str(trouble))
            self.kept = False


def kept_in(file: Path) -> dict[str, Any]:
    """What a former process wrote; empty when there is nothing, or nothing that can be read."""
    try:
        left = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as trouble:
        log.warning("state_unreadable", file=str(file), reason=str(trouble))
        return {}
    return left if isinstance(left, dict) else {}


def is_outcome(told: object) -> bool:
    """Whether this is an outcome as `to_wire` has it: one that is not would be told for ever, and never be heard."""
    return (
        isinstance(told, dict)
        and told.get("outcome") in OUTCOMES
        and set(told) <= {"outcome", "reason", "detail", "sent"}
        and isinstance(told.get("detail", ""), str)
        and isinstance(told.get("sent", True), bool)
        and told.get("reason", Reason.OTHER.value) in [reason.value for reason in Reason]
    )


def instance_in(folder: Path | None) -> str:
    """What names this agent: the same after a restart, so that its printers are still its own. Raises OSError.

    It is this machine's: of a machine that was set up as a copy of another one, folder and all, the agent is a new one.
    """
    if folder is None:
        return str(uuid.uuid4())
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "instance"
    kept = file.read_text(encoding="ascii", errors="replace") if file.exists() else ""
    name, _, machine = kept.strip().partition(" ")
    if INSTANCE.fullmatch(name) and machine == machine_mark():
        return name
    name = str(uuid.uuid4())
    written(file, f"{name} {machine_mark()}".strip())
    return name


def written(path: Path, content: str) -> None:
    """Keep it there, for nobody else's eyes. Raises OSError."""
    write_whole(path, content.encode(), path.with_name(f".{path.name}.new"), 0o600)
