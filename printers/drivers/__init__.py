"""One file a transport. A printer is named by a URL: `preview://DIR` prints into a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from printers.drivers.preview import PreviewDriver
from printers.job import PrintJob
from printers.outcome import Condition, Outcome

KNOWN = "preview://DIR"


class Driver(Protocol):
    """A printer, whatever it hangs on."""

    def print(self, job: PrintJob) -> Outcome:
        """Print one ticket, from a known state, and say what became of it.

        Raises JobUnreadableError when the job cannot be drawn. Trouble with the printer is an outcome.
        """

    def look(self) -> Condition:
        """Ask the printer how it is, between jobs. Takes seconds at most; trouble is a condition."""


class PrinterUrlError(ValueError):
    """The printer's URL is not one of ours; the message says what to write."""


def driver_for(url: str) -> Driver:
    """The driver a printer URL asks for. Raises PrinterUrlError."""
    parts = urlsplit(url)
    if parts.scheme != "preview":
        raise PrinterUrlError(f"“{url}” is not a known printer address. Write {KNOWN}.")
    if parts.query or parts.fragment:
        raise PrinterUrlError(f"“{url}”: a preview printer takes a folder and nothing else. Write {KNOWN}.")
    folder = unquote(parts.netloc + parts.path)
    if not folder:
        raise PrinterUrlError(f"“{url}” names no folder. Write {KNOWN}.")
    return PreviewDriver(Path(folder))
