"""The points of a ticket at which a fault strikes, each found in the ticket's own bytes."""

from __future__ import annotations

import re

# In the order in which a job comes to them.
POINTS = (
    "before connecting", "before the first byte", "at byte 1", "in the head", "in the number", "in the QR code",
    "late in the QR code", "at the cut", "at the last byte", "before the confirmation",
)  # fmt: skip

# GS ! 77h, eight times as wide and high, and what is set so: “A”, then “012”; between them a narrow blank.
NUMBER = re.compile(rb"\x1d!\x77([A-Z]*)\x1d!\x27 \x1d!\x77([0-9]+)")
# ESC *: each row of dots of the QR code; a pictogram goes by GS v 0.
CODE = b"\x1b*"
CUT = b"\x1dV"


def place_of(point: str, stream: bytes) -> int | None:
    """The byte of the job before which the fault strikes; None: it is there before the job."""
    number = NUMBER.search(stream)
    assert number is not None, "there is no number on the ticket"
    code = stream.index(CODE)
    late = stream.index(CODE, (code + 2 * stream.rindex(CODE)) // 3)
    return {
        "before connecting": None,
        "before the first byte": 0,
        "at byte 1": 1,
        "in the head": stream.index(b"\n") - 2,
        "in the number": number.start(2) + 1,
        "in the QR code": code + 9,
        "late in the QR code": late + 9,
        "at the cut": stream.rindex(CUT),
        "at the last byte": len(stream) - 1,
        "before the confirmation": len(stream),
    }[point]
