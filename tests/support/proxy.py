"""A proxy between a program and its Valkey that loses commands or answers, as a network does at the worst moment."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from tests.support.processes import until

EVERY_TIME = 10**9
_SCRIPT_COMMANDS = (b"EVALSHA", b"EVAL")


class Loss(StrEnum):
    """What becomes of a script's command or answer."""

    COMMAND = "command"  # the connection is cut before Valkey hears of it
    ANSWER = "answer"  # Valkey has done it, and the connection is cut instead of telling so
    HELD = "held"  # Valkey has done it, and its answer waits until the test releases it


@dataclass
class Fault:
    """To lose the next `times` runs of the script with this sha. `met` counts them."""

    sha: str
    loss: Loss
    times: int = 1
    met: int = 0


@dataclass
class _Line:
    """One client's connection and its own one to Valkey. A client asks one thing at a time."""

    ear: asyncio.StreamReader
    mouth: asyncio.StreamWriter
    up_ear: asyncio.StreamReader
    up_mouth: asyncio.StreamWriter
    waiting: Fault | None = None
    spoken: bytes = field(default=b"")

    def cut(self) -> None:
        self.mouth.close()
        self.up_mouth.close()


class Proxy:
    """Listens on a Unix socket and passes on what it hears, in a thread of its own."""

    def __init__(self, listens_at: Path, speaks_to: Path) -> None:
        self.url = f"unix://{listens_at}"
        self._at, self._to = listens_at, speaks_to
        self._fault: Fault | None = None
        self._loop: asyncio.AbstractEventLoop
        self._ended, self._released = asyncio.Event(), asyncio.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self._thread.start()
        until(listens_at.exists, "the proxy listens")

    def lose(self, sha: str, loss: Loss, times: int = 1) -> Fault:
        """From now on, lose the runs of a script; all others pass. Gives what counts how many were lost."""
        self._released = asyncio.Event()
        self._fault = Fault(sha, loss, times)
        return self._fault

    def heal(self) -> None:
        """Lose nothing more, and let go of the answers that were held."""
        self._fault = None
        self._loop.call_soon_threadsafe(self._released.set)

    def stop(self) -> None:
        """End it and every connection."""
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join()
        self._at.unlink(missing_ok=True)

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        server = await asyncio.start_unix_server(self._meet, str(self._at))
        await self._ended.wait()
        server.close()

    async def _meet(self, ear: asyncio.StreamReader, mouth: asyncio.StreamWriter) -> None:
        try:
            line = _Line(ear, mouth, *await asyncio.open_unix_connection(str(self._to)))
        except OSError:
            mouth.close()
            return
        # A line that was cut is no news, nor is the end of the proxy: that is what this is for.
        with suppress(OSError, asyncio.CancelledError):
            await asyncio.gather(self._pass_commands(line), self._pass_answers(line))
        line.cut()

    async def _pass_commands(self, line: _Line) -> None:
        while heard := await line.ear.read(65536):
            line.spoken += heard
            for words in _commands(line):
                fault = self._fault
                if fault and words[0].upper() in _SCRIPT_COMMANDS and words[1] == fault.sha.encode():
                    if fault.met < fault.times and fault.loss is Loss.COMMAND:
                        fault.met += 1
                        line.cut()
                        return
                    line.waiting = fault
            line.up_mouth.write(heard)
            await line.up_mouth.drain()
        line.cut()

    async def _pass_answers(self, line: _Line) -> None:
        while answer := await line.up_ear.read(65536):
            fault, line.waiting = line.waiting, None
            # A script that Valkey does not know yet was not run.
            if fault and fault.met < fault.times and not answer.startswith(b"-NOSCRIPT"):
                fault.met += 1
                if fault.loss is Loss.ANSWER:
                    line.cut()
                    return
                await self._released.wait()
            line.mouth.write(answer)
            await line.mouth.drain()
        line.cut()


def _commands(line: _Line) -> list[list[bytes]]:
    """The whole commands heard so far, taken off what was heard: *COUNT, then each word as $LENGTH and its bytes."""
    found = []
    while (command := _command(line.spoken)) is not None:
        words, line.spoken = command
        found.append(words)
    return found


def _command(spoken: bytes) -> tuple[list[bytes], bytes] | None:
    head, ended, rest = spoken.partition(b"\r\n")
    if not ended:
        return None
    words = []
    for _ in range(int(head[1:])):
        length, ended, rest = rest.partition(b"\r\n")
        size = int(length[1:]) if ended else 0
        if not ended or len(rest) < size + 2:
            return None
        words.append(rest[:size])
        rest = rest[size + 2 :]
    return words, rest
