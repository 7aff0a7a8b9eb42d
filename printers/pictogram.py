"""The need's pictogram, the same as on the kiosk: for those who do not read, and to tell tickets apart."""

from __future__ import annotations

import json
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from printers.raster import FONTS, ShapingMissingError, inked

# Dots of the em at half its printed size: 40 is 10 mm at 203 dpi, and some 180 bytes.
HALF_SIDE = 40


@lru_cache(maxsize=64)
def pictogram(name: str) -> Image.Image | None:
    """A pictogram at half its printed size, cropped to its ink, mode “1”. None for one that is not known here.

    An unknown one is no error: the need is on the ticket in words. Raises ShapingMissingError.
    """
    letter = letters().get(name)
    if letter is None:
        return None
    drawing = Image.new("L", (HALF_SIDE, HALF_SIDE), 255)
    ImageDraw.Draw(drawing).text((HALF_SIDE / 2, HALF_SIDE / 2), letter, fill=0, font=font(), anchor="mm")
    return inked(drawing)


@lru_cache
def letters() -> dict[str, str]:
    """Pictogram -> the letter that it is in the font. Raises ShapingMissingError."""
    path = FONTS / "pictograms.json"
    if not path.is_file():
        raise ShapingMissingError("The pictograms are missing. Build them with: python hatch_build.py")
    return dict(json.loads(path.read_text("utf-8")))


@lru_cache
def font() -> ImageFont.FreeTypeFont:
    """Phosphor Icons, filled."""
    return ImageFont.truetype(FONTS / "Phosphor-Fill.ttf", HALF_SIDE, layout_engine=ImageFont.Layout.BASIC)
