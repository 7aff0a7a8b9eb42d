"""The words of a sentence as a voice gets them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_JOINERS: Final = "\u200c\u200d"
"""Without a width, and yet letters: Persian and Tamil are written with them."""
_LETTER_OF_A_NUMBER: Final = re.compile(r"(?<!\w)([A-Z])(?= ?[0-9])")


def plain(text: str) -> str:
    """One line, composed, without marks that only lead the eye, such as those of writing from right to left."""
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(
        " " if character.isspace() else character
        for character in composed
        if character in _JOINERS or character.isspace() or not unicodedata.category(character).startswith("C")
    )
    return " ".join(kept.split())


def spelt(text: str) -> str:
    """A number's letter, said as a letter: espeak-ng takes English “A 0 1 2” and Portuguese “E 0 1 2” for the words.

    The comma besides makes the short rest with which people say a letter before figures.
    """
    return _LETTER_OF_A_NUMBER.sub(r"\1, ", text).replace(",  ", ", ")
