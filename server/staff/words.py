"""The desk's words, from its Fluent file, and what is said of paper."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from server.told.words import speaker

LOCALES: Final = Path(__file__).parent / "locales"

say: Final = speaker(LOCALES)
