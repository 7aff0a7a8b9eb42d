"""Keeps the demo's processes alive and ends them all together.

A child that dies is started again, with growing pauses. A child never outlives the supervisor, not even when that
is killed with -9: the kernel is asked to end it with its parent.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

PR_SET_PDEATHSIG: Final = 1  # <linux/prctl.h>
LIBC: Final = ctypes.CDLL(None)
STOP_PATIENCE_S: Final = 10.0
STEADY_S: Final = 10.0
"""A child that ran this long had a good start: its next failure begins with the shortest pause again."""
LONGEST_PAUSE_S: Final = 8.0
LOOK_EVERY_S: Final = 0.2


class StoppedError(Exception):
    """It was asked to stop before it had started."""


class Stop:
    """Notes SIGINT and SIGTERM. They are acted on where work can be left, so that no child is started unnoticed."""

    def __init__(self) -> None:
        self.asked = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._note)

    def leave_if_asked(self) -> None:
        """Raises StoppedError when it was asked to stop."""
        if self.asked:
            raise StoppedError

    def _note(self, _number: int, _frame: object) -> None:
        self.asked = True


@dataclass(slots=True)
class Child:
    """One process to keep alive: its command, its whole environment, where its output goes."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    log: Path
    directory: Path
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    failures: int = 0
    due: float = field(default=0.0)

    def lives(self) -> bool:
        """Whether its process runs."""
        return self.process is not None and self.process.poll() is None


class Supervisor:
    """Children in order of start; they are stopped in the opposite order.

    `kept_open` are file descriptors that every child holds as long as it lives, such as a lock.
    """

    def __init__(self, stop: Stop, kept_open: tuple[int, ...] = ()) -> None:
        self._children: list[Child] = []
        self._stop = stop
        self._kept_open = kept_open

    def start(self, child: Child, *, until: Callable[[], bool], patience_s: float) -> None:
        """Start a child and wait until it works. Raises StoppedError, and TimeoutError with where to look."""
        self._stop.leave_if_asked()
        self._children.append(child)
        self._launch(child)
        end = time.monotonic() + patience_s
        # In this order: what answered while the child was already dead was not the child.
        while not (until() and child.lives()):
            self._stop.leave_if_asked()
            if time.monotonic() > end:
                raise TimeoutError(f"{child.name} did not start within {patience_s:.0f} s. See {child.log}")
            self._revive_all()
            time.sleep(LOOK_EVERY_S)

    def watch(self) -> None:
        """Keep the children alive until asked to stop."""
        while not self._stop.asked:
            self._revive_all()
            time.sleep(LOOK_EVERY_S)

    def stop(self) -> None:
        """End every child, the latest first, politely and then not."""
        for child in reversed(self._children):
            process = child.process
            if process is None or process.poll() is not None:
                continue
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(STOP_PATIENCE_S)
            except subprocess.TimeoutExpired:
                # With whatever it has started itself: each child leads a session of its own.
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def _revive_all(self) -> None:
        for child in self._children:
            self._revive(child)

    def _revive(self, child: Child) -> None:
        process, now = child.process, time.monotonic()
        if process is not None and process.poll() is not None:
            child.failures = 0 if now - child.started > STEADY_S else child.failures + 1
            child.due = now + min(LONGEST_PAUSE_S, 0.25 * 2**child.failures)
            print(f"{child.name} ended ({process.returncode}); starting it again.", file=sys.stderr, flush=True)
            child.process = None
        if child.process is None and now >= child.due:
            self._launch(child)

    def _launch(self, child: Child) -> None:
        with child.log.open("ab") as log:
            child.process = subprocess.Popen(  # nosec B603  # noqa: S603 - our own commands
                child.command,
                cwd=child.directory,
                env=dict(child.environment),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                # Ctrl-C reaches the supervisor only, so that the children stop in order.
                start_new_session=True,
                pass_fds=self._kept_open,
                preexec_fn=partial(die_with_parent, os.getpid()),  # noqa: PLW1509 - no threads here
            )
        child.started = time.monotonic()


def die_with_parent(parent: int) -> None:
    """Ask the kernel for a SIGTERM when the parent ends, however it ends. Linux only; elsewhere Ctrl-C must do.

    Called in the child. `parent` is its parent's process id: if that ended before the kernel was asked, no signal
    would ever come.
    """
    if sys.platform == "linux":
        LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)
