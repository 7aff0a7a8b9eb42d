"""The languages that Accueil speaks to residents, in the order in which the kiosk offers them."""

from __future__ import annotations

from typing import Final

LANGUAGES: Final = ("fr", "ar", "en", "tr", "pt", "es", "ro", "sq", "ru", "uk", "fa", "zh")
