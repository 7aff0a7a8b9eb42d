"""One file a transport. A printer is named by a URL: `network://192.168.1.50`, `usb://04b8:0e28`, `preview://DIR` …"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Protocol

from printers.drivers.address import Address, PrinterUrlError, address_of
from printers.drivers.cups import CupsDriver
from printers.drivers.device import DeviceDriver
from printers.drivers.links import Opener
from printers.drivers.links.file import open_file
from printers.drivers.links.network import open_network
from printers.drivers.links.serial import open_serial
from printers.drivers.links.usb import open_usb
from printers.drivers.memory import MemoryDriver
from printers.drivers.patience import Patience
from printers.drivers.preview import PreviewDriver
from printers.job import PrintJob
from printers.outcome import Condition, Outcome

__all__ = ["Driver", "PrinterUrlError", "driver_for"]


class Driver(Protocol):
    """A printer, whatever it hangs on. It lives for months; the device is opened afresh for each job and each look."""

    def print(self, job: PrintJob) -> Outcome:
        """Print one ticket, from a known state, and say what became of it.

        Raises JobUnreadableError when the job cannot be drawn. Trouble with the printer is an outcome.
        """

    def look(self) -> Condition:
        """Ask the printer how it is, between jobs. Takes seconds at most; trouble is a condition."""


def driver_for(url: str, patience: Patience | None = None) -> Driver:
    """The driver a printer URL asks for. Opens nothing. Raises PrinterUrlError."""
    address = address_of(url)
    if address.kind == "preview":
        return PreviewDriver(Path(address.target), address.paper)
    if address.kind == "memory":
        return MemoryDriver(address.target, address.paper)
    if address.kind == "cups":
        return CupsDriver(address.target, address.paper, patience or Patience())
    baud = address.baud if address.kind == "serial" else None
    return DeviceDriver(opener_for(address), address.paper, address.may_confirm, patience or Patience(), baud)


def opener_for(address: Address) -> Opener:
    """How to open the device."""
    if address.kind == "network":
        return partial(open_network, address.target, address.port)
    if address.kind == "usb":
        return partial(open_usb, *address.numbers)
    if address.kind == "serial":
        return partial(open_serial, address.target, address.baud, address.flow)
    return partial(open_file, Path(address.target))
