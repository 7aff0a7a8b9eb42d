"""Lines of text as pictures, for scripts that the printer's own fonts do not hold or cannot shape.

Pillow's Raqm shapes the letters and runs the whole bidirectional algorithm on a line, digits included. It takes one
font a line, so the fonts here are whole families: a web subset of Arabic holds no digits and would print boxes.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont, features

from printers.words import Direction

FONTS = Path(__file__).parent / "fonts"
ARABIC = "NotoSansArabic"
CHINESE = "NotoSansSC"
TAMIL = "NotoSansTamil"
OTHERS = "NotoSans"

# Where grey turns to ink, of 255: below the middle, because a thermal head loses thin strokes more than it fills gaps.
INK = 112


class ShapingMissingError(RuntimeError):
    """The fonts or the layout library are not there; the message says how to get them."""


@lru_cache
def typeface(family: str, size: int, *, bold: bool) -> ImageFont.FreeTypeFont:
    """A font of `printers/fonts/`, `size` dots to the em. Raises ShapingMissingError."""
    path = FONTS / f"{family}_{'700Bold' if bold else '400Regular'}.ttf"
    if not path.is_file():
        raise ShapingMissingError(f"The font {path.name} is missing. Build it with: python hatch_build.py")
    if not features.check("fribidi"):
        # Pillow's wheels bring Raqm and HarfBuzz but load FriBiDi from the system.
        raise ShapingMissingError("FriBiDi is missing. Install it with: sudo apt install libfribidi0")
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.RAQM)


def family_for(text: str) -> str:
    """The font family that holds this text, by the first of its letters that only one family has."""
    return next(filter(None, map(script_family, text)), OTHERS)


def script_family(character: str) -> str | None:
    """The family for the script of this character; None where Noto Sans has it, or any of them has."""
    if unicodedata.bidirectional(character) == "AL":
        return ARABIC
    if "\u0b80" <= character <= "\u0bff":
        return TAMIL
    return CHINESE if unicodedata.east_asian_width(character) in ("W", "F") else None


@lru_cache(maxsize=4096)  # the same few sentences, ticket after ticket
def shaped_width(text: str, font: ImageFont.FreeTypeFont, direction: Direction) -> int:
    """Width in dots of the ink of a shaped line."""
    left, _, right, _ = font.getbbox(text, direction=direction)
    return int(right - left)


@lru_cache(maxsize=256)
def shaped_line(text: str, font: ImageFont.FreeTypeFont, direction: Direction) -> Image.Image:
    """One shaped line, cropped to its ink. Black on white, mode “1”; one white dot where there is no ink."""
    left, top, right, bottom = (int(edge) for edge in font.getbbox(text, direction=direction))
    drawing = Image.new("L", (max(right - left, 1), max(bottom - top, 1)), 255)
    ImageDraw.Draw(drawing).text((-left, -top), text, fill=0, font=font, direction=direction)
    return inked(drawing)


def inked(drawing: Image.Image) -> Image.Image:
    """What of a drawing in grey is burnt, cropped to its ink: black on white, mode “1”; one white dot of no ink."""
    dots = drawing.point(lambda grey: 255 if grey >= 255 - INK else 0).convert("1", dither=Image.Dither.NONE)
    return dots.crop(ImageChops.invert(dots).getbbox() or (0, 0, 1, 1))
