"""The words of the staff pages: the desk's, those that each room keeps beside itself, and what is said of paper."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from server.told.words import speaker

LOCALES: Final = Path(__file__).parent / "locales"

ROOMS: Final = tuple(sorted(Path(__file__).parent.glob("*/locales")))

say: Final = speaker(LOCALES, *ROOMS)
