"""One agent a printer: no other process on this machine may have it. Across machines the server sees to it."""

from __future__ import annotations

import errno
import hashlib
import socket
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager


class PrinterTakenError(Exception):
    """Another agent on this machine has the printer; the message says which one and what to do."""


@contextmanager
def alone(addresses: Iterable[str]) -> Iterator[None]:
    """Hold these printers. Raises PrinterTakenError when another process holds one of them.

    By names among Linux's abstract sockets, which nobody has to clean up: they go with the process that holds them.
    """
    with ExitStack() as held:
        # Elsewhere there are no such names; agents are run on Linux, and tried out on other systems.
        for address in addresses if sys.platform == "linux" else ():
            place = held.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM))
            try:
                place.bind(f"\0accueil-printer-{hashlib.sha256(address.encode('utf-8', 'replace')).hexdigest()}")
            except OSError as trouble:
                if trouble.errno != errno.EADDRINUSE:
                    raise
                raise PrinterTakenError(
                    f"Another print agent on this machine has the printer {address}. Stop it first, "
                    "or let it have its printer alone."
                ) from trouble
        yield
