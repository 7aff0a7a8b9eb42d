"""The fake printer on the network: one client at a time, as real ones; others wait in its backlog."""

from __future__ import annotations

import os
import select
import socket
import struct
import threading
import time
from types import TracebackType
from typing import Self

from printers.drivers.fake.engine import DEAF, Engine
from printers.drivers.fake.faults import SLOW_SPEED, Fault, Kind
from printers.drivers.fake.pieces import Piece

# Small, so that a printer that does not read is soon noticed: the system doubles it.
WINDOW = 4096

# Read at once, in bytes, and how often a slow mechanism moves, in seconds.
READ = 1024
TICK = 0.005

# SO_LINGER “on, 0 s”: closing resets the connection, as pulling the plug does in the end.
RESET = struct.pack("ii", 1, 0)


class FakePrinter:
    """A TCP printer on the loopback, in a thread of its own. Use it in a `with`."""

    def __init__(
        self, engine: Engine | None = None, port: int = 0, speed: int | None = None, host: str = "127.0.0.1"
    ) -> None:
        """`port` 0 takes a free one; `speed` is in bytes a second, None as quick as can be."""
        self.engine = engine or Engine()
        self.speed = speed
        # Bound and never listening, so that the port stays this printer's while it refuses connections.
        self.place = self.bound(host, port)
        self.host, self.port = self.place.getsockname()
        self.listener: socket.socket | None = None
        self.client: socket.socket | None = None
        self.pending = b""
        self.credit, self.ticked = 0.0, time.monotonic()
        self.connections = 0
        self.wake_out, self.wake_in = os.pipe()
        self.applied = threading.Event()
        self.closing = False
        self.thread = threading.Thread(target=self.serve, name="fake printer")

    @property
    def url(self) -> str:
        """For `driver_for`."""
        return f"network://{self.host}:{self.port}"

    @property
    def pieces(self) -> list[Piece]:
        """The paper that came out."""
        return self.engine.pieces

    def plan(self, *faults: Fault) -> None:
        """Have faults strike; those without a byte are there when this returns."""
        self.engine.plan(*faults)
        self.apply()

    def repair(self, *, switch_off: bool = False) -> None:
        """Set right what is wrong with it."""
        self.engine.repair(switch_off=switch_off)
        self.apply()

    def apply(self) -> None:
        """Let the thread see what changed."""
        self.applied.clear()
        os.write(self.wake_in, b"!")
        if not self.applied.wait(10):
            raise TimeoutError("The fake printer’s thread hangs.")

    def __enter__(self) -> Self:
        self.thread.start()
        self.apply()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.closing = True
        os.write(self.wake_in, b"!")
        self.thread.join()
        self.hang_up()
        self.listen(on=False)
        self.place.close()
        os.close(self.wake_out)
        os.close(self.wake_in)

    def serve(self) -> None:
        """Until closed."""
        while not self.closing:
            self.listen(on=not self.engine.faults & {Kind.REFUSES, Kind.POWER_LOST})
            if self.engine.faults & {Kind.REFUSES, Kind.POWER_LOST}:
                self.hang_up(reset=True)
            self.applied.set()
            self.wait()
            self.work()

    def wait(self) -> None:
        """For a client, a byte, or a change."""
        poll = select.poll()
        poll.register(self.wake_out, select.POLLIN)
        if self.listener is not None and self.client is None:
            poll.register(self.listener, select.POLLIN)
        if self.client is not None:
            # A reset is heard of in any case; data only when there is room for it.
            reads = not self.pending and not self.engine.faults & DEAF
            poll.register(self.client, select.POLLIN if reads else 0)
        busy = self.engine.busy
        for file, event in poll.poll(TICK * 1000 if busy else None):
            if file == self.wake_out:
                os.read(self.wake_out, 64)
            elif self.client is None and self.listener is not None:
                self.client, _ = self.listener.accept()
                self.client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self.connections += 1
            elif self.client is not None:
                self.read(lost=bool(event & (select.POLLERR | select.POLLHUP)))

    def read(self, *, lost: bool) -> None:
        """What the client sent, or that it is gone."""
        if self.client is None:
            return
        try:
            self.pending = b"" if lost else self.client.recv(READ)
        except OSError:
            self.pending = b""
        if not self.pending:
            self.hang_up()

    def work(self) -> None:
        """Take in, print, answer."""
        while True:
            taken = self.engine.take(self.pending)
            self.pending = self.pending[taken:]
            printed = self.engine.step(self.allowance())
            if answers := self.engine.heard():
                self.answer(answers)
            if not taken and not printed:
                return

    def allowance(self) -> int:
        """How many bytes the mechanism may obey by now."""
        speed = SLOW_SPEED if Kind.SLOW in self.engine.faults else self.speed
        now = time.monotonic()
        if speed is None:
            self.credit, self.ticked = 0.0, now
            return READ
        self.credit = min(self.credit + (now - self.ticked) * speed, float(READ)) if self.engine.busy else 0.0
        self.ticked = now
        whole = int(self.credit)
        self.credit -= whole
        return whole

    def answer(self, answers: bytes) -> None:
        """To the client, if it is still there: a printer does not wait for one that does not listen."""
        if self.client is not None and not self.engine.faults & DEAF:
            try:
                self.client.send(answers, socket.MSG_DONTWAIT)
            except OSError:
                return  # gone, or not reading: it is told nothing

    def listen(self, *, on: bool) -> None:
        """Whether connections are accepted."""
        if on and self.listener is None:
            self.listener = self.bound(self.host, self.port)
            self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, WINDOW)
            self.listener.listen(4)
        elif not on and self.listener is not None:
            self.listener.close()
            self.listener = None

    def hang_up(self, *, reset: bool = False) -> None:
        """The client is gone, and what it sent that was not taken in."""
        self.pending = b""
        if self.client is not None:
            if reset:
                self.client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            self.client.close()
            self.client = None

    @staticmethod
    def bound(host: str, port: int) -> socket.socket:
        """A socket at this place."""
        place = socket.socket()
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        place.bind((host, port))
        return place
