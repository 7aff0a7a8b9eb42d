"""The web server's side of espeak-ng: one child process, started when first needed, again when it has died."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from typing import Final

import structlog

from server.voices.engine import ANSWERS, READY, read, write

START_PATIENCE_S: Final = 15.0
PATIENCE_S: Final = 10.0
"""For one answer. The longest sound it makes takes a second of work."""
PAUSE_S: Final = 60.0
"""After it could not be started at all, nobody waits for another attempt so long."""

log = structlog.get_logger()


class EngineAwayError(Exception):
    """espeak-ng cannot be started here."""


class EngineBrokeError(Exception):
    """espeak-ng ended over this text, or never came to an end with it. Texts are known that corrupt its memory."""


class Speaker:
    """Asks the engine, one question at a time. Nothing runs before the first.

    Under gevent its socket, its lock and its child are gevent's: while one greenlet waits, the others go on.
    """

    def __init__(self, environment: Mapping[str, str], now: Callable[[], float] = time.monotonic) -> None:
        self._environment = dict(environment)
        self._now = now
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._link: socket.socket | None = None
        self._not_before = 0.0

    @property
    def pid(self) -> int | None:
        """The engine's process id while there is one."""
        return self._process.pid if self._process is not None else None

    def ask(self, voice: str, text: str) -> bytes:
        """The engine's answer, as `engine.py` gives it. Raises EngineAwayError, EngineBrokeError."""
        question = json.dumps({"voice": voice, "text": text}).encode()
        with self._turn:
            if self._link is not None:
                try:
                    return self._answer(question)
                except TimeoutError as error:
                    raise self._broke() from error
                except (OSError, EOFError):
                    # It may have died at any time since the last question: that is not this text's fault.
                    log.warning("espeak-ng ended; starting it again", returned=self._end())
            try:
                return self._answer(question)
            except (OSError, EOFError) as error:
                raise self._broke() from error

    def close(self) -> None:
        """End the engine."""
        with self._turn:
            self._end()

    def _answer(self, question: bytes) -> bytes:
        link = self._link or self._start()
        write(link, question)
        answer = read(link)
        if answer[:1] not in ANSWERS:
            raise EOFError
        return answer

    def _start(self) -> socket.socket:
        """Raises EngineAwayError, and waits a while before it tries again."""
        if self._now() < self._not_before:
            raise EngineAwayError("espeak-ng could not be started")
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # nosec B603 # our own program, told by its socket alone
                [sys.executable, "-m", "server.voices.engine"],
                env=self._environment,
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                # Ctrl-C is for the server: the engine ends when its socket closes, however the server ends.
                start_new_session=True,
            )
        ours.settimeout(START_PATIENCE_S)
        self._link = ours
        try:
            ready = read(ours)
        except (OSError, EOFError) as error:
            self._not_before = self._now() + PAUSE_S
            raise EngineAwayError(f"espeak-ng could not be started ({self._end()})") from error
        if ready != READY:
            raise EOFError
        ours.settimeout(PATIENCE_S)
        return ours

    def _broke(self) -> EngineBrokeError:
        returned = self._end()
        log.warning("espeak-ng broke down over a text", returned=returned)
        return EngineBrokeError(f"returned {returned}")

    def _end(self) -> int | None:
        """Let go of the engine, and end it. What it returned, when it had ended by itself."""
        link, self._link = self._link, None
        process, self._process = self._process, None
        if link is not None:
            link.close()
        if process is None:
            return None
        process.kill()
        return process.wait()
