"""A job as bytes, drawn whole before any device is opened."""

from __future__ import annotations

import threading

import structlog
from escpos.printer import Dummy

from printers.drivers.paper_kind import Paper
from printers.job import JobUnreadableError, PrintJob
from printers.layout import draw
from printers.raster import ShapingMissingError

log = structlog.get_logger()

# An agent with several printers draws in several threads, and the libraries that draw promise nothing about threads:
# Fluent opens the words of a language lazily, and the second thread’s ticket would be lost to a ValueError.
ONE_AT_A_TIME = threading.Lock()


def drawn(job: PrintJob, paper: Paper) -> bytes:
    """The job's bytes for this printer. Raises JobUnreadableError, ShapingMissingError.

    Trouble while drawing is the job's, or a file's that this machine lacks. It is never the printer's.
    """
    device = Dummy(profile=paper.profile)
    try:
        with ONE_AT_A_TIME:
            draw(job, device, paper.width)
    except (JobUnreadableError, ShapingMissingError):
        raise
    except OSError as trouble:
        raise ShapingMissingError(f"A file for drawing tickets cannot be read: {trouble}. Install anew.") from trouble
    except Exception as trouble:
        # Libraries that draw raise what they like at what they cannot draw; the log has the whole story.
        log.warning("job_not_drawn", job=job.id, exc_info=True)
        raise JobUnreadableError(
            f"The print job cannot be drawn for this printer: {type(trouble).__name__}: {trouble}"
        ) from trouble
    return bytes(device.output)
