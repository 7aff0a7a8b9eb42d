"""How staff call the languages of residents."""

from __future__ import annotations

from typing import Final

LANGUAGES: Final = {
    "fr": "français",
    "ar": "arabe",
    "en": "anglais",
    "tr": "turc",
    "pt": "portugais",
    "es": "espagnol",
    "ro": "roumain",
    "sq": "albanais",
    "ru": "russe",
    "uk": "ukrainien",
    "fa": "persan (dari)",
    "zh": "chinois",
}
"""By their codes."""
