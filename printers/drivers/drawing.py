"""A job as bytes, drawn whole before any device is opened."""

from __future__ import annotations

import threading

from escpos import exceptions
from escpos.printer import Dummy

from printers.drivers.paper_kind import Paper
from printers.job import JobUnreadableError, PrintJob
from printers.layout import draw

# An agent with several printers draws in several threads, and Fluent opens the words of a language lazily, which two
# threads must not do at once: the second one’s ticket would be lost to a ValueError.
ONE_AT_A_TIME = threading.Lock()


def drawn(job: PrintJob, paper: Paper) -> bytes:
    """The job's bytes for this printer. Raises JobUnreadableError."""
    device = Dummy(profile=paper.profile)
    try:
        with ONE_AT_A_TIME:
            draw(job, device, paper.width)
    except exceptions.Error as trouble:
        raise JobUnreadableError(f"The print job cannot be drawn for this printer: {trouble}") from trouble
    return bytes(device.output)
