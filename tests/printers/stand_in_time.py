"""Time that passes only when somebody waits, and lines that take all of it: minutes of patience in an instant."""

from __future__ import annotations

from dataclasses import dataclass

from printers.drivers.fake.engine import Engine
from printers.drivers.links.serial import QUEUE


class Clock:
    """Stands in for the module `time` in the drivers."""

    def __init__(self, monkeypatch):
        self.now = 0.0
        for module in ("patience", "delivery"):
            monkeypatch.setattr(f"printers.drivers.{module}.time", self)

    def monotonic(self):
        return self.now

    def sleep(self, seconds):
        self.now += seconds


@dataclass
class Worst:
    """A link whose every call takes the whole time that it is given, and its opener.

    takes     bytes taken with each call, as long as they last
    keeps     bytes that never leave
    answers   what comes back with each call; the last one for ever
    """

    clock: Clock
    takes: list[int]
    keeps: int
    answers: list[bytes]
    hears = True

    def __call__(self, seconds):
        self.clock.sleep(seconds)
        return self

    def write(self, data, seconds):
        self.clock.sleep(seconds)
        return min(len(data), self.takes.pop(0) if len(self.takes) > 1 else self.takes[0])

    def unsent(self):
        return self.keeps

    def read(self, seconds):
        self.clock.sleep(seconds)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    def close(self, seconds, *, discard=False):
        self.clock.sleep(0 if discard else seconds)


class Line:
    """A serial line at its real pace, as the system shows it: a short queue, and a printer's engine at its other end.

    held_back_at   the byte after which the printer lets no more through, by XOFF; None: never
    """

    hears = True

    def __init__(self, clock, bytes_a_second, held_back_at=None):
        self.clock, self.pace, self.held_back_at = clock, bytes_a_second, held_back_at
        self.engine, self.queue, self.passed, self.moved_at = Engine(), bytearray(), 0, 0.0

    def __call__(self, seconds):
        self.queue.clear()
        return self

    def move(self):
        """What has gone over the line since the last look at it."""
        bytes_now = int((self.clock.now - self.moved_at) * self.pace)
        self.moved_at += bytes_now / self.pace
        if self.held_back_at is not None:
            bytes_now = min(bytes_now, max(0, self.held_back_at - self.passed))
        while bytes_now and self.queue:
            data = bytes(self.queue[: min(bytes_now, 256)])
            del self.queue[: len(data)]
            self.passed += len(data)
            bytes_now -= len(data)
            assert self.engine.take(data) == len(data)
            self.engine.step(4096)

    def wait(self, seconds):
        self.clock.sleep(seconds)
        self.move()

    def write(self, data, seconds):
        self.wait(seconds if len(self.queue) >= QUEUE else 0.0)
        taken = data[: max(0, QUEUE - len(self.queue))]
        self.queue += taken
        return len(taken)

    def unsent(self):
        self.move()
        return len(self.queue)

    def read(self, seconds):
        until = self.clock.now + seconds
        while not self.engine.answers and self.clock.now < until:
            self.wait(min(0.005, until - self.clock.now))
        return self.engine.heard()

    def close(self, seconds, *, discard=False):
        if not discard:
            self.wait(seconds)
