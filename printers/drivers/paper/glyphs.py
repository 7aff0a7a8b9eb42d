"""The letters of the decoded paper, in the cells of a thermal printer's fonts.

A printer's letters are bitmaps in its memory; Atkinson Hyperlegible Mono stands in for them. Capitals and digits are
16 of 24 dots high, as in Epson's font A, so that heights measured on the picture hold on paper.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from printers.raster import ShapingMissingError

FONTS = Path(__file__).parents[2] / "fonts"

# Drawn larger, then shrunk into the cell, so that a narrow cell keeps even strokes.
FINE = 4

# Atkinson's capitals are 0.668 of the em, so an em of a cell's height gives 16 dots of 24. The rest is for
# accents above and descenders below.
BASELINE = 19 / 24

INK = 120


@lru_cache
def mono(weight: int, size: int) -> ImageFont.FreeTypeFont:
    """The stand-in at a size in dots to the em. Raises ShapingMissingError."""
    path = FONTS / f"atkinson-hyperlegible-mono-latin-{weight}-normal.woff2"
    if not path.is_file():
        raise ShapingMissingError(f"The font {path.name} is missing. Build it with: python hatch_build.py")
    return ImageFont.truetype(path, size)


@lru_cache(maxsize=512)
def glyph(letter: str, width: int, height: int, *, bold: bool) -> Image.Image:
    """One letter in its cell, black on white, mode “1”."""
    font = mono(700 if bold else 400, height * FINE)
    advance = max(round(font.getlength(letter)), 1)
    drawing = Image.new("L", (advance, height * FINE), 255)
    ImageDraw.Draw(drawing).text((0, height * FINE * BASELINE), letter, fill=0, font=font, anchor="ls")
    cell = drawing.resize((width, height), Image.Resampling.BOX)
    return cell.point(lambda grey: 255 if grey >= 255 - INK else 0).convert("1", dither=Image.Dither.NONE)
