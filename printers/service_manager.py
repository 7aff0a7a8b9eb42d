"""What the agent tells systemd: that it is ready, lives, ends. See sd_notify(3) and sd_watchdog_enabled(3).

A datagram with a word in it: no library is needed, and where no service manager listens nothing is sent.
"""

from __future__ import annotations

import socket
from dataclasses import dataclass

import structlog

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class ServiceManager:
    """A line to the service manager.

    address         its socket: a path, or “@” and a name of Linux's abstract ones; "" when none listens
    watchdog_every  seconds between two signs of life, half of what it bears; None when it asks for none
    """

    address: str = ""
    watchdog_every: float | None = None

    @classmethod
    def named(cls, address: str, watchdog_usec: str) -> ServiceManager:
        """By the values of NOTIFY_SOCKET and WATCHDOG_USEC, each "" when it is not set."""
        bears = int(watchdog_usec) if watchdog_usec.isdecimal() else 0
        return cls(address, bears / 2_000_000 if bears and address else None)

    def tell(self, word: str) -> None:
        """READY=1, WATCHDOG=1 or STOPPING=1. One that does not listen any more is no reason to print nothing."""
        if not self.address:
            return
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
                line.sendto(word.encode(), "\0" + self.address[1:] if self.address[0] == "@" else self.address)
        except OSError as trouble:
            log.warning("service_manager_not_told", word=word, reason=str(trouble))
