"""Which printers an agent is to have, read from its command line: `accueil=network://192.168.1.50`."""

from __future__ import annotations

import re
import socket
from collections.abc import Sequence
from pathlib import Path

from printers.agent import Printer
from printers.drivers import driver_for
from printers.drivers.address import PORT
from printers.drivers.address import address_of as checked_address

# What a printer is called when there is only one and nobody named it.
UNNAMED = "imprimante"

# A “=” in a URL's query is no name.
NAMED = re.compile(r"([^=/:?]*)=(.*)", re.DOTALL)
NAME = re.compile(r"[a-z0-9-]{1,32}")


class CannotStartError(Exception):
    """What the person who starts the agent has to put right."""


def printers_in(asked: Sequence[str]) -> list[Printer]:
    """The printers, each with a name and an address of its own. Raises CannotStartError, PrinterUrlError."""
    printers = [printer_at(each) for each in asked]
    for what in ("name", "address"):
        values = [getattr(each, what) for each in printers]
        twice = next((value for value in values if values.count(value) > 1), None)
        if twice is not None:
            raise CannotStartError(
                f"Two printers have the {what} “{twice}”. Give each its own: accueil=URL bureau=URL."
            )
    return printers


def printer_at(asked: str) -> Printer:
    """A printer by `NAME=URL` or `URL`. Raises CannotStartError, PrinterUrlError."""
    named = NAMED.match(asked)
    name, url = named.groups() if named else (UNNAMED, asked)
    if not NAME.fullmatch(name) or name == "jobs":
        raise CannotStartError(
            f"“{name}” is no name for a printer. Write small letters, digits and dashes: accueil=URL."
        )
    return Printer(name, address_of(url), driver_for(url))


def address_of(url: str) -> str:
    """What tells this printer from every other one of the site, however its URL is spelled. Raises PrinterUrlError.

    A printer on a cable is this machine's: two kiosks may each have a /dev/usb/lp0.
    """
    known = checked_address(url)
    if known.kind == "network":
        return f"network://{known.target}" + ("" if known.port == PORT else f":{known.port}")
    place = str(Path(known.target).absolute()) if known.kind in ("file", "serial", "preview") else f"/{known.target}"
    return f"{known.kind}://{socket.gethostname()}{place}"
