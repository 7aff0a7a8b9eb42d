"""A print agent at work in a thread, and a printer that counts."""

from __future__ import annotations

import asyncio
import threading
import uuid
from contextlib import contextmanager

from printers.agent import Habits, Printer, run
from printers.backoff import Backoff
from printers.outcome import Condition, Printed, State

QUICK = Backoff(first=0.01, most=0.05)


def nobodys_printer():
    """The address of a printer that no other test has, in whatever process or folder it runs."""
    return f"memory://{uuid.uuid4().hex}"


class CountingDriver:
    """Remembers the numbers it printed; for some numbers it does something else instead."""

    def __init__(self) -> None:
        self.numbers = []
        self.instead = {}
        self.condition = Condition(State.READY)
        self.looks = 0

    def look(self):
        self.looks += 1
        return self.condition

    def print(self, job):
        self.numbers.append(job.number)
        return self.instead.get(job.number, Printed)()


@contextmanager
def agent(url, *drivers, token="secret", alive=None, state_dir=None, look_every=0.05):
    """An agent at work in a thread, asked to stop at the end; its printers are called accueil, bureau."""
    names = ("accueil", "bureau")
    printers = [Printer(name, f"memory://{name}", driver) for name, driver in zip(names, drivers, strict=False)]
    habits = Habits(state_dir=state_dir, alive=alive, backoff=QUICK, look_every=look_every)
    loop, stop = asyncio.new_event_loop(), asyncio.Event()

    def work():
        with asyncio.Runner(loop_factory=lambda: loop) as runner:
            runner.run(run(url, token, printers, stop, habits))

    working = threading.Thread(target=work)
    working.start()
    try:
        yield lambda: loop.call_soon_threadsafe(stop.set)
    finally:
        if not loop.is_closed():
            loop.call_soon_threadsafe(stop.set)
        working.join(30)
        assert not working.is_alive(), "the agent did not stop"
