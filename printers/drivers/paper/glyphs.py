"""The letters of the decoded paper, in the cells of a thermal printer's fonts.

A printer's letters are bitmaps in its memory; Atkinson Hyperlegible Mono stands in for them, and Noto Sans for the
letters that it lacks: Cyrillic, Greek, Latin beyond the West. Capitals and digits are
16 of 24 dots high, as in Epson's font A, so that heights measured on the picture hold on paper.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from printers.raster import OTHERS, ShapingMissingError, typeface

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
    font, every = mono(700 if bold else 400, height * FINE), 0
    if not holds(font, letter):
        # All letters of a monospaced font are as wide as one; a narrow one of another font stands in the middle.
        font, every = typeface(OTHERS, height * FINE, bold=bold), round(font.getlength("n"))
    own = round(font.getlength(letter))
    drawing = Image.new("L", (max(own, every, 1), height * FINE), 255)
    at = ((drawing.width - own) / 2, height * FINE * BASELINE)
    ImageDraw.Draw(drawing).text(at, letter, fill=0, font=font, anchor="ls")
    cell = drawing.resize((width, height), Image.Resampling.BOX)
    return cell.point(lambda grey: 255 if grey >= 255 - INK else 0).convert("1", dither=Image.Dither.NONE)


def holds(font: ImageFont.FreeTypeFont, letter: str) -> bool:
    """Whether the font has this letter, and not the box that stands for what it lacks."""
    return bytes(font.getmask(letter)) != bytes(font.getmask("\uffff"))
