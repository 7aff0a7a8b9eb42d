"""Breaking a text into lines: as few as possible, then as even as possible. No-break spaces hold."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Callable

from PIL import ImageFont

from printers.raster import CHINESE, family_for, script_family, shaped_width, typeface
from printers.words import Direction

# How finely the even width of shaped lines is sought, in dots: 3 mm is not seen.
STEP = 24

# The smallest that a long word is set, in dots to the em: capitals of 2.5 mm. Below, it is broken instead.
SMALLEST = 28

# Chinese breaks between any two characters, but never before one of these.
CLOSING = frozenset("，。、；：？！）》」』】〉…")


def wrapped(text: str, columns: int) -> list[str]:
    """Lines of at most `columns` letters."""
    narrowest = min(columns, max(1, longest_word(text)))
    return evened(lambda width: textwrap.wrap(text, width), range(columns, narrowest - 1, -1))


def wrapped_shaped(text: str, font: ImageFont.FreeTypeFont, direction: Direction, width: int) -> list[str]:
    """Lines whose ink is at most `width` dots wide, in reading order."""
    narrowest = min(width, max(1, widest_word(text, font, direction)))
    return evened(lambda narrower: greedy(text, font, direction, narrower), range(width, narrowest - 1, -STEP))


def fitting_face(text: str, size: int, width: int, direction: Direction, *, bold: bool) -> ImageFont.FreeTypeFont:
    """The font for a text, as large as `size` dots to the em and no word wider than the paper. Raises as `typeface`."""
    family = family_for(text)
    while size > SMALLEST and widest_word(text, typeface(family, size, bold=bold), direction) > width:
        size = max(SMALLEST, size - 2)
    return typeface(family, size, bold=bold)


def evened(lines_at: Callable[[int], list[str]], widths: range) -> list[str]:
    """The lines at the narrowest width that takes no more of them than the widest does; no width may break a word."""
    lines = lines_at(widths[0])
    if len(lines) < 2:
        return lines
    for width in widths[1:]:
        narrower = lines_at(width)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def greedy(text: str, font: ImageFont.FreeTypeFont, direction: Direction, width: int) -> list[str]:
    """As many words a line as fit; a word too long for a line is cut between letters, at least one a line."""
    lines: list[str] = []
    line = ""
    for word in words_of(text):
        longer = line + word
        if shaped_width(longer.strip(" "), font, direction) <= width:
            line = longer
            continue
        if line.strip(" "):
            lines.append(line.strip(" "))
        line = word
        while shaped_width(line.strip(" "), font, direction) > width and len(parts := letters_of(line)) > 1:
            counts = range(len(parts) - 1, 1, -1)
            fits = (count for count in counts if shaped_width("".join(parts[:count]), font, direction) <= width)
            count = next(fits, 1)
            lines.append("".join(parts[:count]))
            line = "".join(parts[count:])
    return [*lines, line.strip(" ")] if line.strip(" ") else lines


def words_of(text: str) -> list[str]:
    """The pieces between which a line may break, each with the space that follows it; together they are the text."""
    words: list[str] = []
    for character in text:
        joined = words and not words[-1].endswith(" ") and not may_break(words[-1][-1], character)
        if words and (joined or character == " "):
            words[-1] += character
        else:
            words.append(character)
    return words


def may_break(before: str, after: str) -> bool:
    """Whether a line may end between these two without a space: beside a Chinese character, not before a full stop."""
    return CHINESE in (script_family(before), script_family(after)) and after not in CLOSING


def letters_of(word: str) -> list[str]:
    """The letters of a word, each with its marks: what a break must not tear apart."""
    letters: list[str] = []
    for character in word:
        if letters and unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf"):
            letters[-1] += character
        else:
            letters.append(character)
    return letters


def longest_word(text: str) -> int:
    """The number of letters that stay together at least."""
    return max(map(len, text.split(" ")), default=0)


def widest_word(text: str, font: ImageFont.FreeTypeFont, direction: Direction) -> int:
    """The width of the widest piece that no line break comes into, in dots."""
    return max((shaped_width(word.strip(" "), font, direction) for word in words_of(text)), default=0)
