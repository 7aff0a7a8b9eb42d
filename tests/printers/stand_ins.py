"""Printers to run the drivers against, each at the lowest level that is real: sockets, terminals, pipes, commands."""

from __future__ import annotations

import os
import select
import threading
import tty

from printers.drivers import memory
from printers.drivers.fake.engine import Engine
from printers.drivers.fake.faults import Fault, Kind
from printers.drivers.fake.server import FakePrinter
from printers.outcome import Condition, Reason, State, Unconfirmed
from tests.printers.stand_in import StandIn
from tests.printers.stand_in_cups import Cups
from tests.printers.stand_in_usb import Usb


class Network(StandIn):
    def __init__(self, folder, monkeypatch):
        self.printer = FakePrinter().__enter__()
        self.engine, self.url = self.printer.engine, self.printer.url

    def stop(self):
        self.printer.plan(Fault(Kind.REFUSES))

    def start(self):
        self.printer.repair()

    def close(self):
        self.printer.__exit__(None, None, None)


class Pumped(StandIn):
    """A printer's engine at the other end of a file; `device` is what the driver opens."""

    def pump(self, end, *, answers):
        self.engine, self.end, self.paused, self.rests = Engine(), end, False, threading.Event()
        self.wake_out, self.wake_in = os.pipe()
        os.set_blocking(end, False)
        self.thread = threading.Thread(target=self.run, args=(answers,))
        self.thread.start()

    def run(self, answers):
        while True:
            ready, _, _ = select.select([self.wake_out, *([] if self.paused else [self.end])], [], [])
            if self.wake_out in ready:
                if os.read(self.wake_out, 1) == b"q":
                    return
                self.rests.set()
                continue
            if self.end in ready:
                data = os.read(self.end, 4096)
                while data:
                    data = data[self.engine.take(data) :]
                    self.engine.step(4096)
                if answers and (heard := self.engine.heard()):
                    os.write(self.end, heard)

    def pause(self):
        self.paused = True
        self.rest()

    def rest(self):
        """Until the thread is done with what it had in hand."""
        self.rests.clear()
        os.write(self.wake_in, b"r")
        assert self.rests.wait(20)

    def stop(self):
        self.device.rename(f"{self.device}.away")

    def start(self):
        self.device.with_name(f"{self.device.name}.away").rename(self.device)

    def close(self):
        os.write(self.wake_in, b"q")
        self.thread.join(10)
        for file in (self.end, self.wake_in, self.wake_out):
            os.close(file)


class Serial(Pumped):
    def __init__(self, folder, monkeypatch):
        end, self.slave = os.openpty()
        tty.setraw(self.slave)
        self.device = folder / "ttyUSB0"
        self.device.symlink_to(os.ttyname(self.slave))
        self.url = f"serial://{self.device}?baud=38400"
        self.pump(end, answers=True)

    def close(self):
        super().close()
        os.close(self.slave)


class File(Pumped):
    fine, state = Unconfirmed, State.SILENT

    def __init__(self, folder, monkeypatch):
        self.device = folder / "lp0"
        os.mkfifo(self.device)
        self.url = f"file://{self.device}"
        self.pump(os.open(self.device, os.O_RDWR), answers=False)

    def tickets(self):
        # A device file takes bytes without a word: they are on paper some time later.
        while select.select([self.end], [], [], 0)[0]:
            self.rest()
        self.rest()
        return super().tickets()


class Preview(StandIn):
    def __init__(self, folder, monkeypatch):
        self.folder = folder / "tickets"
        self.url = f"preview://{self.folder}"

    def tickets(self):
        return [path.read_bytes() for path in sorted(self.folder.glob("*.bin"))]

    def stop(self):
        if self.folder.exists():
            self.folder.rename(f"{self.folder}.away")
        self.folder.write_text("a file stands in its place")

    def start(self):
        self.folder.unlink()
        self.folder.with_name(f"{self.folder.name}.away").rename(self.folder)


class Memory(StandIn):
    url = "memory://contract"

    def __init__(self, folder, monkeypatch):
        monkeypatch.setattr(memory, "TRAYS", {})

    def tickets(self):
        return memory.tray("contract").tickets

    def stop(self):
        memory.tray("contract").condition = Condition(State.DOWN, Reason.UNREACHABLE, "unplugged")

    def start(self):
        memory.tray("contract").condition = memory.READY


KINDS = {kind.__name__.lower(): kind for kind in (Network, Usb, Serial, File, Cups, Preview, Memory)}
