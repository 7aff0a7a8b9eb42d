"""How staff call the languages of residents."""

from __future__ import annotations

from typing import Final

from server.told.words import say

KNOWN: Final = frozenset({"fr", "ar", "en", "tr", "pt", "es", "ro", "sq", "ru", "uk", "fa", "zh"})
"""By their codes, those that have a name in our words."""


def language_name(code: str) -> str:
    """A language as it stands in a sentence: « arabe »; the code itself for one that has no name."""
    return say(f"language-{code}") if code in KNOWN else code
