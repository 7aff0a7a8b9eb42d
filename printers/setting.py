"""Setting lines of text on the paper: the printer's own letters where it has them, a shaped picture where not.

A printer's text mode is small (one byte a letter) and crisp, but holds one code page at a time, shapes nothing and
knows no right-to-left. So each line asks which code page holds all of it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from escpos.escpos import Escpos
from escpos.magicencode import MagicEncode
from PIL import Image

from printers.code_pages import CodePages, Lettered
from printers.raster import shaped_line
from printers.sizes import CELL_WIDTH, Size
from printers.words import Direction
from printers.wrap import fitting_face, longest_word, wrapped, wrapped_shaped

# Above and below each shaped line, which ends where its ink ends. As a feed it is three bytes, as blank rows hundreds.
LEADING_DOTS = 9

# ESC J n: feed n dots. python-escpos feeds whole lines only.
FEED_DOTS = b"\x1bJ"


# FS . : printers sold in Asia start by reading two letters beyond ASCII as a Chinese one; others know no such mode.
NO_CHINESE = b"\x1c."


class Typesetter:
    """Writes lines on one printer, centred, and sends a mode only when it changes: bytes are time on a serial line."""

    def __init__(self, printer: Escpos, width: int, direction: Direction) -> None:
        """Put the printer into a known state: everything reset, centred, in the first code page. `width` is in dots."""
        self.printer = printer
        self.width = width
        self.direction = direction
        self.size: tuple[int, int] = (1, 1)
        self.bold = False
        tell_width(printer, width)
        printer.hw("INIT")
        self.order(NO_CHINESE)
        # INIT has just put the printer back to its first code page, which python-escpos does not notice. A fresh
        # memory makes it send ours, always; without it “é” can come out as “Θ”.
        printer.magic = MagicEncode(printer)
        self.pages = CodePages(printer.magic.encoder)
        self.page = self.pages.names[0] if self.pages.names else ""
        if self.page:
            printer.charcode(self.page)
        printer.set(align="center")

    def line(self, text: str, size: Size) -> None:
        """Print a text, in as few lines as fit the paper and as even as can be. A long word makes it smaller."""
        text = printable(text)
        if lettered := self.pages.holding(text, self.page):
            size = replace(size, wide=self.fitting_scale(lettered.text, size.wide))
            for line in wrapped(lettered.text, self.width // (CELL_WIDTH * size.wide)):
                self.letters(Lettered(f"{line}\n", lettered.page), size)
        else:
            face = fitting_face(text, size.shaped, self.width, self.direction, bold=size.bold)
            for line in wrapped_shaped(text, face, self.direction, self.width):
                self.feed(LEADING_DOTS)
                self.printer.image(shaped_line(line, face, self.direction))
                self.feed(LEADING_DOTS)

    def fitting_scale(self, text: str, wide: int) -> int:
        """The largest width of letters up to `wide` at which no word is broken; 1 if there is none."""
        columns = self.width // CELL_WIDTH
        return max(1, min(wide, columns // max(1, longest_word(text))))

    def letters(self, lettered: Lettered, size: Size) -> None:
        """Put letters on the line; it ends when they end with a line feed."""
        if self.page != lettered.page:
            self.page = lettered.page
            self.printer.charcode(self.page)
        if self.size != (size.wide, size.high):
            self.size = (size.wide, size.high)
            self.printer.set(custom_size=True, width=size.wide, height=size.high)
        if self.bold != size.bold:
            self.bold = size.bold
            self.printer.set(bold=size.bold)
        self.printer.text(lettered.as_printed)

    def white_on_black(self, word: str, size: Size) -> None:
        """A word of plain letters that shouts, a space on either side: letters at a black edge are hard to read."""
        self.printer.set(invert=True)
        self.letters(Lettered(f" {word} ", self.page), size)
        self.printer.set(invert=False)
        self.printer.text("\n")

    def blank(self) -> None:
        """Feed one line: a sixth of an inch, at least 30 dots."""
        self.printer.text("\n")

    def feed(self, dots: int) -> None:
        """Feed so many dots, at most 255. Printers with a finer step feed half of it."""
        self.order(FEED_DOTS + bytes([dots]))

    def order(self, command: bytes) -> None:
        """A command that python-escpos lacks."""
        self.printer._raw(command)  # noqa: SLF001  # its documented way for that

    def grid(self, image: Image.Image, dots: int) -> None:
        """Print a picture with each of its pixels `dots` wide and high, an even number.

        The coarser the printer's own dots, the fewer bytes: ESC * has some 2 wide and 3 high, GS v 0 2 by 2.
        """
        wide = image.width * dots // 2
        if dots % 3 == 0 and self.printer.profile.supports("bitImageColumn"):
            bands = image.resize((wide, image.height * dots // 3), Image.Resampling.NEAREST)
            self.printer.image(bands, impl="bitImageColumn", high_density_vertical=False, high_density_horizontal=False)
        else:
            self.doubled(image.resize((wide, image.height * dots // 2), Image.Resampling.NEAREST))

    def doubled(self, image: Image.Image) -> None:
        """Print a picture at twice its width and height."""
        self.printer.image(image, high_density_vertical=False, high_density_horizontal=False)


def tell_width(printer: Escpos, width: int) -> None:
    """Have python-escpos know the paper; of a profile that does not say, it complains on standard output each time."""
    profile = printer.profile
    data = profile.profile_data
    media = {**data["media"], "width": {**data["media"]["width"], "pixels": width}}
    profile.profile_data = {**data, "media": media}  # this printer's only: the class keeps the library's


def printable(text: str) -> str:
    """The text without what a printer would obey instead of print: control characters, and halves of pairs.

    A label is typed by someone; an ESC in it must not reach the printer. Letters and their accents become one.
    """
    instead = {"Cc": " ", "Cs": "\ufffd"}
    text = "".join(instead.get(unicodedata.category(character), character) for character in text)
    return unicodedata.normalize("NFC", text).strip()
