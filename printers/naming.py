"""Which printers an agent is to have, read from its command line: `accueil=network://192.168.1.50`."""

from __future__ import annotations

import ipaddress
import os
import re
import socket
from collections.abc import Sequence
from contextlib import suppress

from printers.agent import Printer
from printers.drivers import driver_for
from printers.drivers.address import PORT
from printers.drivers.address import address_of as checked_address
from printers.machine import machine_name

# What a printer is called when there is only one and nobody named it.
UNNAMED = "imprimante"

# A “=” in a URL's query is no name.
NAMED = re.compile(r"([^=/:?]*)=(.*)", re.DOTALL)
NAME = re.compile(r"[a-z0-9-]{1,32}")

# Numbers as the C library reads them too: “127.1”, “0x7f000001”.
SHORT_NUMBER = re.compile(r"[0-9a-fx.]*[0-9a-f]")


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
    """What tells this printer from every other one of the site, however its URL is spelled.

    A printer on a cable is this machine's: two kiosks may each have a /dev/usb/lp0. A path is the one that its links
    lead to now. What remains: a name in the DNS and its number count as two printers, and so do two names of one.
    Raises CannotStartError, PrinterUrlError.
    """
    known = checked_address(url)
    if known.kind == "network":
        return f"network://{host_of(known.target)}" + ("" if known.port == PORT else f":{known.port}")
    place = known.target
    if known.kind in ("file", "serial", "preview"):
        try:
            place = os.path.realpath(place)
        except ValueError as trouble:
            raise CannotStartError(f"“{url}” names no file: {trouble}.") from trouble
    elif known.kind == "cups":
        place = place.lower()  # CUPS takes its queues' names so
    return f"{known.kind}://{machine_name()}/{place.lstrip('/')}"


def host_of(target: str) -> str:
    """A host as it is always written: small, without the dot of the root, a number as ipaddress has it."""
    host = target.lower().removesuffix(".")
    host = "127.0.0.1" if host == "localhost" else host
    if SHORT_NUMBER.fullmatch(host):
        with suppress(OSError):
            host = socket.inet_ntoa(socket.inet_aton(host))  # “127.1”, as it is understood when it is connected to
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(number, ipaddress.IPv6Address):
        return str(number.ipv4_mapped or f"[{number}]")
    return str(number)
