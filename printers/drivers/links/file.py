"""A device file of the system, /dev/usb/lp0 or /dev/lp0: bytes go in, nothing comes out."""

from __future__ import annotations

import errno
import os
import select
from pathlib import Path

from printers.drivers.links import BrokenError, CannotOpenError, ready

ADVICE = {
    errno.ENOENT: "There is no {path}. Is the printer switched on and plugged in?",
    errno.ENODEV: "No printer hangs on {path}. Is it switched on and plugged in?",
    errno.ENXIO: "No printer hangs on {path}. Is it switched on and plugged in?",
    errno.EBUSY: "Another program holds {path}. Stop it, or take the printer out of CUPS.",
    errno.EISDIR: "{path} is a folder, not a device.",
    errno.EACCES: "This user may not write to {path}. Add the user to the group “lp” and sign in again.",
}


def open_file(path: Path, _seconds: float = 0) -> FileLink:
    """Open the device, which never waits. Raises CannotOpenError."""
    try:
        return FileLink(path, os.open(path, os.O_WRONLY | os.O_APPEND | os.O_NONBLOCK | os.O_NOCTTY))
    except OSError as trouble:
        advice = ADVICE.get(trouble.errno or 0, "{path} cannot be opened: " + str(trouble.strerror) + ".")
        raise CannotOpenError(advice.format(path=path)) from trouble


class FileLink:
    """An open device file."""

    hears = False

    def __init__(self, path: Path, file: int) -> None:
        """`file` is open without blocking."""
        self.path = path
        self.file = file

    def write(self, data: bytes, seconds: float) -> int:
        """A printer that takes nothing is waited for, not hung on."""
        if not ready(self.file, select.POLLOUT, seconds):
            return 0
        try:
            return os.write(self.file, data)
        except BlockingIOError:
            return 0
        except OSError as trouble:
            raise BrokenError(
                f"The printer on {self.path} is gone. Is it still switched on and plugged in?"
            ) from trouble

    def unsent(self) -> int:
        """Linux's usblp takes one write at a time and is not writable before it has left: at least 1 then."""
        return 0 if ready(self.file, select.POLLOUT, 0) else 1

    def read(self, seconds: float) -> bytes:
        """Nothing ever comes."""
        del seconds
        return b""

    def close(self, seconds: float, *, discard: bool = False) -> None:
        """Linux's usblp drops at closing what it has not sent: so wait for it."""
        if not discard:
            ready(self.file, select.POLLOUT, seconds)
        os.close(self.file)
