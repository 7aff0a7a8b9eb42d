"""The preview printer: keeps in a folder the very bytes a real printer would get, and the paper they make.

A ticket is two files, `{stamp}-{number}-{job}.bin` and `.png`. The stamp is the moment of printing in UTC, so names
in order are tickets in order.
"""

from __future__ import annotations

import io
import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import structlog

from printers.drivers.drawing import drawn
from printers.drivers.paper.decoder import decode
from printers.drivers.paper.picture import paper_picture
from printers.drivers.paper.sheet import PaperError
from printers.drivers.paper_kind import Paper
from printers.job import PrintJob
from printers.outcome import Condition, Failed, Outcome, Printed, Reason, State
from printers.raster import ShapingMissingError
from printers.whole_file import write_whole

# Tickets kept; older ones are removed.
KEPT = 200

# What is being written. One name for all, so that what a killed process left behind goes with the next ticket.
DRAFT = ".draft"

log = structlog.get_logger()


class PreviewDriver:
    """Prints into a folder."""

    def __init__(self, folder: Path, paper: Paper = Paper()) -> None:
        """`folder` is made when the first ticket comes; `paper` is the printer's that is stood in for."""
        self.folder = folder
        self.paper = paper

    def print(self, job: PrintJob) -> Outcome:
        """Printed as soon as the bytes are safe on disk. The picture comes after, and is only for looking at.

        Raises JobUnreadableError when the job cannot be drawn.
        """
        stream = drawn(job, self.paper)
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        ticket = self.folder / f"{stamp}-{plain(job.number) or 'test'}-{plain(job.id)}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.make_room()
            self.keep(ticket.with_suffix(".bin"), stream)
        except OSError as trouble:
            return Failed(Reason.UNREACHABLE, self.refused(trouble), sent=False)
        self.keep_picture(ticket.with_suffix(".png"), stream)
        return Printed()

    def look(self) -> Condition:
        """Ready when the folder can be written to."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.folder):
                return Condition(State.READY, tells_status=True, confirms=True)
        except OSError as trouble:
            return Condition(State.DOWN, Reason.UNREACHABLE, self.refused(trouble))

    def refused(self, trouble: OSError) -> str:
        """Why nothing can be written, in a sentence."""
        return f"The folder {self.folder} cannot be written to: {trouble.strerror}."

    def keep(self, path: Path, content: bytes) -> None:
        """All of the content or no file, for everyone to read. Raises OSError."""
        write_whole(path, content, self.folder / DRAFT, 0o644)

    def keep_picture(self, path: Path, stream: bytes) -> None:
        """Draw the paper from its bytes. Trouble is logged: the ticket is printed with or without it."""
        try:
            picture = io.BytesIO()
            sheet = decode(stream, self.paper.width, self.paper.profile)
            paper_picture(sheet, self.paper.width).save(picture, "PNG")
            self.keep(path, picture.getvalue())
        except (PaperError, ShapingMissingError, OSError) as trouble:
            log.warning("preview_without_picture", ticket=path.stem, reason=str(trouble))

    def make_room(self) -> None:
        """Keep the newest tickets but one. Done before the next is written: a full disk frees itself. Raises OSError.

        A folder that lets nothing be removed takes no draft either.
        """
        tickets = sorted(path.stem for path in self.folder.glob("*.bin"))
        for stem in tickets[: 1 - KEPT]:
            for suffix in (".bin", ".png"):
                (self.folder / f"{stem}{suffix}").unlink(missing_ok=True)


def plain(name: str) -> str:
    """A name from the server as part of a file name: letters, digits and dashes, short, and never a path."""
    return re.sub(r"[^A-Za-z0-9]+", "-", name)[:40]
