"""The words of the staff pages: the desk's, those that each room keeps beside itself, and what is said of paper."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from server.told.words import knower, speaker

LOCALES: Final = Path(__file__).parent / "locales"

ROOMS: Final = tuple(sorted(Path(__file__).parent.glob("*/locales")))

say: Final = speaker(LOCALES, *ROOMS)

can_say: Final = knower(LOCALES, *ROOMS)
"""Whether there are words for what other rooms name, as they name it."""
