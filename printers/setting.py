"""Setting lines of text on the paper: the printer's own letters where it has them, a shaped picture where not.

A printer's text mode is small (one byte a letter) and crisp, but holds one code page at a time, shapes nothing and
knows no right-to-left. So each line asks whether the code page holds all of it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from escpos.escpos import Escpos
from escpos.magicencode import MagicEncode
from PIL import Image

from printers.raster import family_for, shaped_line, typeface
from printers.words import Direction
from printers.wrap import wrapped, wrapped_shaped

# Western Europe with the typographic apostrophe, quotation marks and œ. Epson's page 16, and most clones'.
CODE_PAGE = "CP1252"

# Width of font A in dots, on every ESC/POS printer of 180 and 203 dpi.
CELL_WIDTH = 12

# What French typography asks for and no code page has: the narrow no-break space, the thin space, the no-break hyphen.
# The no-break space is there, but some printers draw a box for it.
PLAIN = str.maketrans({"\u202f": " ", "\u00a0": " ", "\u2009": " ", "\u2011": "-"})


@dataclass(frozen=True, slots=True)
class Size:
    """How large a line is set.

    wide, high   multiples of font A (12 by 24 dots), 1 to 8
    shaped       dots to the em when the line has to be a picture
    bold         the heavier face, in both
    """

    wide: int
    high: int
    shaped: int
    bold: bool = False


class Typesetter:
    """Writes lines on one printer, centred, and sends a size only when it changes: bytes are time on a serial line."""

    def __init__(self, printer: Escpos, width: int, direction: Direction) -> None:
        """Put the printer into a known state: everything reset, centred, in our code page. `width` is in dots."""
        self.printer = printer
        self.width = width
        self.direction = direction
        self.size: tuple[int, int] | None = None
        self.bold = False
        printer.hw("INIT")
        # INIT has just put the printer back to its first code page, which python-escpos does not notice. A fresh
        # memory makes it send ours, always; without it “é” can come out as “Θ”.
        printer.magic = MagicEncode(printer)
        printer.charcode(CODE_PAGE)
        printer.set(align="center")

    def line(self, text: str, size: Size) -> None:
        """Print a text, in as few lines as fit the paper and as even as can be."""
        text = printable(text)
        if self.in_text_mode(text):
            for line in wrapped(text, self.width // (CELL_WIDTH * size.wide)):
                self.letters(line, size)
                self.printer.text("\n")
        else:
            font = typeface(family_for(text), size.shaped, bold=size.bold)
            for line in wrapped_shaped(text, font, self.direction, self.width):
                self.printer.image(shaped_line(line, font, self.direction))

    def letters(self, text: str, size: Size) -> None:
        """Put letters on the line without ending it; a letter the code page lacks becomes a question mark."""
        if self.size != (size.wide, size.high):
            self.size = (size.wide, size.high)
            self.printer.set(custom_size=True, width=size.wide, height=size.high)
        if self.bold != size.bold:
            self.bold = size.bold
            self.printer.set(bold=size.bold)
        self.printer.text(text.translate(PLAIN))

    def white_on_black(self, text: str, size: Size) -> None:
        """A line that shouts."""
        self.printer.set(invert=True)
        self.line(text, size)
        self.printer.set(invert=False)

    def blank(self) -> None:
        """Feed one line of the printer's own pitch: a sixth of an inch, at least 30 dots."""
        self.printer.text("\n")

    def doubled(self, image: Image.Image) -> None:
        """Print a picture at twice its width and height."""
        self.printer.image(image, high_density_vertical=False, high_density_horizontal=False)

    def in_text_mode(self, text: str) -> bool:
        """Whether the printer's own letters suffice."""
        can_encode = self.printer.magic.encoder.can_encode
        return all(can_encode(CODE_PAGE, character) for character in text.translate(PLAIN))


def printable(text: str) -> str:
    """The text without what a printer would obey instead of print: control characters, and halves of pairs.

    A label is typed by someone; an ESC in it must not reach the printer.
    """
    instead = {"Cc": " ", "Cs": "\ufffd"}
    return "".join(instead.get(unicodedata.category(character), character) for character in text).strip()
