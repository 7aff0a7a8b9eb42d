"""`python -m printers.drivers.paper.sample`: the paper of one job, as the bytes of a printer make it.

It reads a job's wire form as JSON from its input and writes the picture, a PNG, to its output. Nothing is printed. A
server, which knows nothing of paper, asks it what a ticket will look like.
"""

from __future__ import annotations

import io
import json
import sys

from printers.drivers.drawing import drawn
from printers.drivers.paper.decoder import decode
from printers.drivers.paper.picture import paper_picture
from printers.drivers.paper_kind import Paper
from printers.job import JobUnreadableError, PrintJob
from printers.raster import ShapingMissingError


def sample(wire: object) -> bytes:
    """The picture of a job on ordinary paper, a PNG. Raises JobUnreadableError, ShapingMissingError."""
    paper, picture = Paper(), io.BytesIO()
    sheet = decode(drawn(PrintJob.from_wire(wire), paper), paper.width, paper.profile)
    paper_picture(sheet, paper.width).save(picture, "PNG")
    return picture.getvalue()


def main() -> int:
    """Returns the exit code: 2 for a job that cannot be drawn, with one line that says why."""
    try:
        picture = sample(json.loads(sys.stdin.buffer.read()))
    except (ValueError, JobUnreadableError, ShapingMissingError) as trouble:
        print(f"no picture: {trouble}", file=sys.stderr)  # noqa: T201  # to the program that asked
        return 2
    sys.stdout.buffer.write(picture)
    return 0


if __name__ == "__main__":
    sys.exit(main())
