"""Reads a ticket's paper as a person does: its text letter for letter, its pictures against a reference drawing.

The reference is drawn here by Pillow from a font file, whole lines at a time. It knows nothing of how the ticket was
broken into lines or set, only which sizes are allowed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from PIL import Image, ImageChops, ImageDraw, ImageFont

from printers.drivers.paper.sheet import Picture, Sheet, TextLine
from printers.raster import FONTS, INK

FAMILIES = {"ar": "NotoSansArabic", "fa": "NotoSansArabic", "zh": "NotoSansSC", "ta": "NotoSansTamil"}

# Dots to the em that a ticket may use: capitals of 4 mm, and no less than 2.5 mm.
SIZES = range(46, 27, -2)

# Letters between which Chinese breaks lines.
CHINESE = range(0x3000, 0xA000)


@dataclass(frozen=True, slots=True)
class Line:
    """What a person reads on one or more lines of the paper. `pictured` when they are drawn; `em` the size then."""

    text: str
    pictured: bool = False
    em: int = 0


def ink(image: Image.Image) -> Image.Image:
    """The image without blank edges."""
    return image.crop(ImageChops.invert(image.convert("L")).getbbox())


@lru_cache
def font(family: str, size: int, *, bold: bool, shaped: bool = True) -> ImageFont.FreeTypeFont:
    """A font file; without shaping, letters stand side by side as they are typed."""
    engine = ImageFont.Layout.RAQM if shaped else ImageFont.Layout.BASIC
    path = FONTS / f"{family}_{'700Bold' if bold else '400Regular'}.ttf"
    return ImageFont.truetype(path, size, layout_engine=engine)


@lru_cache(maxsize=4096)
def width_of(text: str, face: ImageFont.FreeTypeFont, direction: str | None) -> int:
    """About how wide the text is: whether drawing it is worth while."""
    left, _, right, _ = face.getbbox(text, direction=direction)
    return int(right - left)


@lru_cache(maxsize=4096)
def reference(text: str, face: ImageFont.FreeTypeFont, direction: str | None) -> Image.Image:
    """The text on a large sheet, then cropped to its ink."""
    sheet = Image.new("L", (2400, 240), 255)
    ImageDraw.Draw(sheet).text((400, 80), text, font=face, direction=direction)
    return ink(Image.eval(sheet, lambda grey: 255 if grey >= 255 - INK else 0).convert("1", dither=0))


def same(one: Image.Image, other: Image.Image) -> bool:
    """Dot for dot."""
    return one.size == other.size and one.tobytes() == other.tobytes()


def printed_parts(sheet: Sheet) -> list[TextLine | Picture]:
    """Whatever has ink, from top to bottom."""
    inked = [part for part in sheet if isinstance(part, TextLine | Picture)]
    return [part for part in inked if isinstance(part, Picture) or part.text.strip()]


def read(text: str, parts: Iterator[TextLine | Picture], language: str, *, typewriter: bool = False) -> Line:
    """Read one text off the next parts, all of it and nothing else. Fails with what stands there instead.

    typewriter  the printer has no ’ and writes ' for it
    """
    left, em, lines = text.replace("\u202f", " ").replace("\u00a0", " "), 0, []
    while left:
        part = next(parts)
        if isinstance(part, TextLine):
            line = part.text
            assert (left.replace("’", "'") if typewriter else left).startswith(line), (
                f"“{line}” stands where “{left}” should"
            )
        else:
            line, em = pictured_beginning(ink(part.image), left, language, em)
        lines.append(line)
        before, left = left, left[len(line) :]
        assert whole_words(before, left), f"“{text}” is torn apart after “{line}”"
        left = left.lstrip(" ")
    return Line(text, bool(em), em)


def whole_words(before: str, left: str) -> bool:
    """Whether a line ended where one may."""
    end = before[len(before) - len(left) - 1]
    return not left or left[0] == " " or end == "-" or ord(end) in CHINESE or ord(left[0]) in CHINESE


def pictured_beginning(drawn: Image.Image, text: str, language: str, em: int) -> tuple[str, int]:
    """The beginning of the text that this picture is, and its size. One text is set in one size."""
    family = FAMILIES.get(language, "NotoSans")
    direction = "rtl" if language in ("ar", "fa") else "ltr"
    for end in sorted(ends_of(text), reverse=True):
        for size, bold in product([em] if em else SIZES, (False, True)):
            face = font(family, size, bold=bold)
            # A line's ink is narrower than its box by the blank at the edges of its letters: half an em after “。”.
            if not -2 <= width_of(text[:end], face, direction) - drawn.width <= size:
                continue
            if same(drawn, reference(text[:end], face, direction)):
                return text[:end], size
    raise AssertionError(f"no beginning of “{text}” looks like the picture")


def ends_of(text: str) -> set[int]:
    """Where a line of this text may end."""
    ends = {place for place, letter in enumerate(text) if letter == " "} | {len(text)}
    return ends | {place for place, letter in enumerate(text) if place and ord(letter) in CHINESE}
