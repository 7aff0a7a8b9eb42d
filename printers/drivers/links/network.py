"""TCP, usually port 9100: what every network printer listens on."""

from __future__ import annotations

import errno
import fcntl
import select
import socket
import struct
import termios

from printers.drivers.links import BrokenError, CannotOpenError, ready
from printers.drivers.patience import Deadline

# SO_LINGER “on, 0 s”: closing then drops what has not left and resets the connection.
RESET = struct.pack("ii", 1, 0)

REFUSALS = {
    errno.ECONNREFUSED: "Is it switched on, and is no other program printing on it?",
    errno.EHOSTUNREACH: "Is it switched on, and is its cable in?",
    errno.ENETUNREACH: "Is this machine’s own network cable in?",
}


def open_network(host: str, port: int, seconds: float) -> NetworkLink:
    """Connect. Raises CannotOpenError. A name that has to be looked up can take longer than `seconds`; a number not."""
    try:
        connection = socket.create_connection((host, port), timeout=max(seconds, 0.01))
    except socket.gaierror as trouble:
        raise CannotOpenError(f"No machine of this network is called “{host}”.") from trouble
    except OSError as trouble:
        advice = REFUSALS.get(trouble.errno or 0, "Is it switched on, and is its address right?")
        raise CannotOpenError(f"Nothing answers at {host}, port {port}. {advice}") from trouble
    return NetworkLink(connection)


class NetworkLink:
    """An open connection."""

    hears = True

    def __init__(self, connection: socket.socket) -> None:
        """It is this link's alone."""
        self.connection = connection
        connection.settimeout(0)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def write(self, data: bytes, seconds: float) -> int:
        """Into the system's own buffer first: `unsent` says what the printer has not acknowledged."""
        if not ready(self.connection.fileno(), select.POLLOUT, seconds):
            return 0
        try:
            return self.connection.send(data)
        except BlockingIOError:
            return 0
        except OSError as trouble:
            raise broken() from trouble

    def unsent(self) -> int:
        """What the printer has not acknowledged. Raises BrokenError: after a reset it never will."""
        poll = select.poll()
        poll.register(self.connection, 0)
        if poll.poll(0):
            raise broken()
        waiting = fcntl.ioctl(self.connection.fileno(), termios.TIOCOUTQ, bytes(4))
        return int.from_bytes(waiting, "little")

    def read(self, seconds: float) -> bytes:
        """What has come."""
        if not ready(self.connection.fileno(), select.POLLIN, seconds):
            return b""
        try:
            data = self.connection.recv(4096)
        except BlockingIOError:
            return b""
        except OSError as trouble:
            raise broken() from trouble
        if not data:
            raise broken()
        return data

    def close(self, seconds: float, *, discard: bool = False) -> None:
        """Say goodbye, then hear the printer out: closing on unread answers would reset the connection."""
        with self.connection:
            if discard:
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                return
            until = Deadline(seconds)
            try:
                self.connection.shutdown(socket.SHUT_WR)
                while not until.passed:
                    self.read(until.left)
            except (BrokenError, OSError):
                return  # the printer has hung up as well: that is what was waited for


def broken() -> BrokenError:
    """The printer hung up."""
    return BrokenError("The printer broke off the connection. Is it still switched on, and is its cable in?")
