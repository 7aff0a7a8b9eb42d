"""What is on a piece of paper, from top to bottom. Every length is in dots, 8 to the millimetre at 203 dpi."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PIL import Image

# Printable width of 80 mm paper at 203 dpi. Others: 512 of 80 mm at 180 dpi, 432 and 384 of 58 mm.
WIDTH = 576


class PaperError(ValueError):
    """The bytes are not what this decoder knows a printer to do; the message says where."""


class Align(StrEnum):
    """Where a line stands between the margins."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Style:
    """How letters are set. Font A has cells of 12 by 24 dots, font B of 9 by 17; `wide` and `high` multiply them."""

    small_font: bool = False
    bold: bool = False
    underline: int = 0
    inverted: bool = False
    wide: int = 1
    high: int = 1

    @property
    def cell_width(self) -> int:
        """Width of one letter."""
        return (9 if self.small_font else 12) * self.wide

    @property
    def cell_height(self) -> int:
        """Height of one letter, its descender included."""
        return (17 if self.small_font else 24) * self.high


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one style."""

    text: str
    style: Style

    @property
    def width(self) -> int:
        """Width of the run."""
        return len(self.text) * self.style.cell_width


@dataclass(frozen=True, slots=True)
class TextLine:
    """One printed line; empty for a blank one. `overflowed` when it was too long and the printer broke it here."""

    runs: tuple[Run, ...]
    align: Align
    pitch: int
    overflowed: bool = False

    @property
    def text(self) -> str:
        """Its letters."""
        return "".join(run.text for run in self.runs)

    @property
    def height(self) -> int:
        """How far the paper goes on: the line spacing, or the tallest letter if that is more."""
        return max([self.pitch, *(run.style.cell_height for run in self.runs)])


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster image, black on white, mode “1”, in dots as printed.

    cut_off  dots that the image was wider than the paper: a printer throws them away
    """

    image: Image.Image
    align: Align
    cut_off: int = 0

    @property
    def height(self) -> int:
        """Height of the image."""
        return self.image.height


@dataclass(frozen=True, slots=True)
class Feed:
    """Blank paper."""

    height: int


@dataclass(frozen=True, slots=True)
class Cut:
    """The knife, right here."""

    partial: bool
    height: int = 0


Part = TextLine | Picture | Feed | Cut
Sheet = tuple[Part, ...]


def lines_of(sheet: Sheet) -> list[str]:
    """The text that is printed as text, a string a line, without the blank ones."""
    return [part.text for part in sheet if isinstance(part, TextLine) and part.text.strip()]


def pictures_of(sheet: Sheet) -> list[Image.Image]:
    """The raster images, from top to bottom."""
    return [part.image for part in sheet if isinstance(part, Picture)]


def lost_of(sheet: Sheet) -> list[str]:
    """What was too wide for the paper, a sentence each, from top to bottom. Empty when all of it is there."""
    lost = []
    for part in sheet:
        if isinstance(part, TextLine) and part.overflowed:
            lost.append(f"“{part.text}” was broken at the edge of the paper.")
        elif isinstance(part, Picture) and part.cut_off:
            lost.append(f"A picture was {part.cut_off} dots wider than the paper.")
    return lost
