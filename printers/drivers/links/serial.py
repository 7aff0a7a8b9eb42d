"""A serial line, RS-232 or one that USB and Bluetooth adapters show as such: /dev/ttyUSB0, /dev/rfcomm0.

Flow control is XON/XOFF, obeyed by this side: Epson keeps both bytes out of every answer for it. The lines RTS and
CTS are only used where asked for (`?flow=rtscts`), because a cable without them would hold everything back for ever.
No printer is outrun without them either: 115,200 baud bring 20 mm of raster a second, and it prints 150 and more.
"""

from __future__ import annotations

import errno
import select
import time

import serial

from printers.drivers.links import BrokenError, CannotOpenError, ready
from printers.drivers.patience import Deadline

# Bytes let into the system's queue at once, so that what is left there is soon gone: half a second at 19,200 baud.
QUEUE = 1024

ADVICE = {
    errno.ENOENT: "There is no {path}. Is the printer’s cable or adapter plugged in?",
    errno.ENXIO: "There is no {path}. Is the printer’s cable or adapter plugged in?",
    errno.EIO: "{path} does not work. Is the printer’s cable or adapter plugged in?",
    errno.EACCES: "This user may not open {path}. Add the user to the group “dialout” and sign in again.",
    errno.EBUSY: "Another program holds {path}. Stop it.",
    errno.EAGAIN: "Another program holds {path}. Stop it.",
}


def open_serial(path: str, baud: int, flow: str, _seconds: float = 0) -> SerialLink:
    """Open the line, which never waits: 8 bits, no parity, 1 stop bit. Raises CannotOpenError."""
    try:
        port = serial.Serial(
            path, baud, timeout=0, write_timeout=0, xonxoff=flow == "xonxoff", rtscts=flow == "rtscts", exclusive=True
        )
    except (serial.SerialException, OSError, ValueError) as trouble:
        number = getattr(trouble, "errno", None) or 0
        advice = ADVICE.get(number, "{path} cannot be opened as a serial line at {baud} baud: " + str(trouble))
        raise CannotOpenError(advice.format(path=path, baud=baud)) from trouble
    return SerialLink(path, port)


class SerialLink:
    """An open line."""

    hears = True

    def __init__(self, path: str, port: serial.Serial) -> None:
        """It is this link's alone."""
        self.path = path
        self.port = port

    def write(self, data: bytes, seconds: float) -> int:
        """Some bytes, once the queue is short."""
        until = Deadline(seconds)
        while self.unsent() >= QUEUE:
            if until.passed:
                return 0
            time.sleep(0.005)  # poll() tells when there is some room, not when the queue is short
        if not ready(self.port.fileno(), select.POLLOUT, until.left):
            return 0
        try:
            return int(self.port.write(data[: QUEUE // 2]) or 0)
        except serial.SerialTimeoutException:
            return 0  # the queue filled up since it was asked: nothing was taken
        except (serial.SerialException, OSError) as trouble:
            raise self.broken() from trouble

    def unsent(self) -> int:
        """What is in the system's queue. Raises BrokenError."""
        try:
            return int(self.port.out_waiting)
        except OSError as trouble:
            raise self.broken() from trouble

    def read(self, seconds: float) -> bytes:
        """What has come."""
        if not ready(self.port.fileno(), select.POLLIN, seconds):
            return b""
        try:
            return bytes(self.port.read(4096))
        except (serial.SerialException, OSError) as trouble:
            raise self.broken() from trouble

    def close(self, seconds: float, *, discard: bool = False) -> None:
        """The system would wait half a minute for a line that is held back: here it is `seconds` at most."""
        until = Deadline(0 if discard else seconds)
        try:
            while self.unsent() and not until.passed:
                time.sleep(0.005)  # tcdrain() would wait for it, with no end to its patience
            self.port.reset_output_buffer()
        except (BrokenError, serial.SerialException, OSError):
            pass  # pulled out: nothing is left to lose
        finally:
            self.port.close()

    def broken(self) -> BrokenError:
        """The adapter was pulled out, most likely."""
        return BrokenError(f"The line {self.path} broke off. Is the printer’s cable or adapter still plugged in?")
