"""Breaking a text into lines: as few as possible, then as even as possible. No-break spaces hold."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

from PIL import ImageFont

from printers.raster import shaped_width
from printers.words import Direction

# How finely the even width of shaped lines is sought, in dots: 3 mm is not seen.
STEP = 24


def wrapped(text: str, columns: int) -> list[str]:
    """Lines of at most `columns` letters."""
    return evened(lambda width: textwrap.wrap(text, width), range(columns, 0, -1))


def wrapped_shaped(text: str, font: ImageFont.FreeTypeFont, direction: Direction, width: int) -> list[str]:
    """Lines whose ink is at most `width` dots wide, in reading order."""
    return evened(lambda narrower: greedy(text, font, direction, narrower), range(width, 0, -STEP))


def evened(lines_at: Callable[[int], list[str]], widths: range) -> list[str]:
    """The lines at the narrowest width that takes no more of them than the widest does."""
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
    """As many words a line as fit; a word too long for a line is cut, at least one letter a line."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip(" ")
        if shaped_width(longer, font, direction) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while len(line) > 1 and shaped_width(line, font, direction) > width:
            shorter = range(len(line) - 1, 1, -1)
            fits = next((count for count in shorter if shaped_width(line[:count], font, direction) <= width), 1)
            lines.append(line[:fits])
            line = line[fits:]
    return [*lines, line] if line else lines
