"""When who listens is told again, though nothing is new: whatever was lost heals then."""

from __future__ import annotations

import time
from random import uniform
from typing import Final

AGAIN_S: Final = (10.0, 14.0)
"""With a tick, within the 15 s after which clients begin to doubt; each at a moment of its own, so that they never come
all at once."""
TICK_S: Final = 1.0
"""How often it is looked whose turn it is."""


def next_turn() -> float:
    """The moment of the next one, on time.monotonic()."""
    return time.monotonic() + uniform(*AGAIN_S)  # nosec B311  # noqa: S311 - it spreads work and guards nothing
