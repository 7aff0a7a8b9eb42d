"""ESC/POS bytes -> Sheet, as a thermal printer reads them.

Source: Epson's ESC/POS command reference, for what python-escpos can send to print a ticket. A command it does not
know, or one where a printer would not obey it, is an error and never skipped: the next bytes would be misread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PIL import Image

from printers.drivers.paper.codes import ALIGNMENTS, CUTS, DEFAULT_PITCH, FONTS, UNDERLINES, code_pages_of
from printers.drivers.paper.rasters import RasterReader, stacked
from printers.drivers.paper.reader import Reader
from printers.drivers.paper.sheet import WIDTH, Align, Cut, Feed, Part, Picture, Run, Sheet, Style, TextLine


def decode(stream: bytes, width: int = WIDTH, profile: str | None = None) -> Sheet:
    """The paper that comes out for these bytes; `lost_of` says what was too wide for it. Raises PaperError.

    width    printable, in dots
    profile  of python-escpos, for what its numbers of code pages mean; None is Epson’s own table
    """
    return Decoder(stream, width, profile).sheet()


class Decoder:
    """One pass over the bytes, with the modes a printer keeps between commands."""

    def __init__(self, stream: bytes, width: int, profile: str | None) -> None:
        """`stream` is everything the printer was sent."""
        self.read = Reader(stream)
        self.width = width
        self.code_pages = code_pages_of(profile)
        self.rasters = RasterReader(self.read)
        self.parts: list[Part] = []
        self.strips: Picture | None = None
        self.reset()

    def reset(self) -> None:
        """ESC @: every mode as after power-on, the code page too; what is on the line is dropped."""
        self.style = Style()
        self.align = Align.LEFT
        self.pitch = DEFAULT_PITCH
        # A page that Python does not know has at least the letters that all pages share.
        self.codec = self.code_pages.get(0, "ascii")
        self.line: list[Run] = []

    def sheet(self) -> Sheet:
        """Obey every command. Raises PaperError."""
        while not self.read.ended:
            self.obey()
        if self.line:
            raise self.read.trouble("text was sent without a line feed, so it was never printed")
        return tuple(self.parts)

    def obey(self) -> None:
        """One command, or one letter."""
        byte = self.read.byte()
        if byte == 0x0A:
            self.end_line()
        elif byte in (0x1B, 0x1D):
            opcode = bytes([byte, self.read.byte()])
            if opcode not in COMMANDS:
                raise self.read.trouble(f"unknown command {opcode.hex(' ')}")
            COMMANDS[opcode](self)
        elif byte == 0x1C:
            self.read.one_of({ord("."): None}, "command of FS")  # FS . : no Chinese letters, which stay off here
        elif byte < 0x20 or byte == 0x7F:
            raise self.read.trouble(f"unknown control byte {byte:02x}")
        else:
            self.letter(byte)

    def letter(self, byte: int) -> None:
        """Put one letter on the line; a full line is printed first."""
        try:
            text = bytes([byte]).decode(self.codec)
        except UnicodeDecodeError as trouble:
            raise self.read.trouble(f"byte {byte:02x} is no letter of {self.codec}") from trouble
        if sum(run.width for run in self.line) + self.style.cell_width > self.width:
            self.end_line(overflowed=True)
        if self.line and self.line[-1].style == self.style:
            text = self.line.pop().text + text
        self.line.append(Run(text, self.style))

    def end_line(self, *, pitch: int | None = None, overflowed: bool = False) -> None:
        """Print the line, blank or not."""
        self.parts.append(TextLine(tuple(self.line), self.align, self.pitch if pitch is None else pitch, overflowed))
        self.line = []

    def need_line_start(self, what: str) -> None:
        """A printer disregards some commands when there is text on the line already."""
        if self.line:
            raise self.read.trouble(f"{what} in the middle of a line")

    def feed_lines(self) -> None:
        """ESC d n: print, then feed up to n lines in all."""
        lines = self.read.byte()
        if self.line and lines:
            self.end_line()
            lines -= 1
        if lines:
            self.parts.append(Feed(lines * self.pitch))

    def feed_dots(self) -> None:
        """ESC J n: print, then feed n dots in all."""
        dots = self.read.byte()
        if self.line:
            self.end_line(pitch=dots)
        else:
            self.parts.append(Feed(dots))

    def set_align(self) -> None:
        """ESC a n."""
        self.need_line_start("alignment")
        self.align = self.read.one_of(ALIGNMENTS, "alignment")

    def set_code_page(self) -> None:
        """ESC t n."""
        self.codec = self.read.one_of(self.code_pages, "code page")

    def set_modes(self) -> None:
        """ESC ! n: font, bold, double height and width, underline, all at once. Inversion stays."""
        modes = self.read.byte()
        self.style = Style(
            inverted=self.style.inverted,
            small_font=bool(modes & 0x01),
            bold=bool(modes & 0x08),
            high=2 if modes & 0x10 else 1,
            wide=2 if modes & 0x20 else 1,
            underline=1 if modes & 0x80 else 0,
        )

    def set_size(self) -> None:
        """GS ! n: width less one in the upper half byte, height less one in the lower, each up to 7."""
        wide, high = divmod(self.read.byte(), 16)
        if max(wide, high) > 7:
            raise self.read.trouble("letters larger than eight times")
        self.style = replace(self.style, wide=wide + 1, high=high + 1)

    def set_bold(self) -> None:
        """ESC E n and ESC G n: only the lowest bit counts. Heads differ, paper does not: both are bold here."""
        self.style = replace(self.style, bold=bool(self.read.byte() & 1))

    def set_inverted(self) -> None:
        """GS B n: white on black; only the lowest bit counts."""
        self.style = replace(self.style, inverted=bool(self.read.byte() & 1))

    def set_font(self) -> None:
        """ESC M n: font A or B."""
        self.style = replace(self.style, small_font=self.read.one_of(FONTS, "font"))

    def set_underline(self) -> None:
        """ESC - n: none, one dot, two dots."""
        self.style = replace(self.style, underline=self.read.one_of(UNDERLINES, "underline"))

    def set_pitch(self, dots: int | None = None) -> None:
        """ESC 3 n: line spacing in dots. ESC 2: the default one."""
        self.pitch = self.read.byte() if dots is None else dots

    def set_upright(self) -> None:
        """ESC { n: upside-down printing is not for tickets, and not drawn."""
        self.read.one_of({0: None}, "upside-down mode")

    def set_smooth(self) -> None:
        """GS b n: smooth edges of large letters, which the stand-in font has anyway."""
        self.read.byte()

    def raster(self) -> None:
        """GS v 0."""
        self.need_line_start("raster image")
        self.picture(self.rasters.bit_image())

    def graphics(self) -> None:
        """GS ( L, which may only store an image for now."""
        self.need_line_start("raster image")
        if image := self.rasters.graphics():
            self.picture(image)

    def band(self) -> None:
        """ESC *: a strip of an image, printed as a line is. Strips with no gap between them are one picture."""
        self.need_line_start("raster image")
        strip = self.rasters.band()
        gap = self.pitch - strip.height
        if self.strips and self.parts[-1] is self.strips:
            self.parts.pop()
            strip = stacked(self.strips.image, strip)
        self.strips = self.picture(strip)
        if gap > 0:
            self.parts.append(Feed(gap))

    def picture(self, image: Image.Image) -> Picture:
        """An image onto the paper, as much of it as fits."""
        fitting = image.crop((0, 0, min(image.width, self.width), image.height))
        self.parts.append(picture := Picture(fitting, self.align, image.width - fitting.width))
        return picture

    def cut(self) -> None:
        """GS V m: cut here; or m = 65, 66 and n: feed n dots first."""
        self.need_line_start("cut")
        partial, feeds = self.read.one_of(CUTS, "cut")
        if feeds:
            self.parts.append(Feed(self.read.byte()))
        self.parts.append(Cut(partial))


COMMANDS: dict[bytes, Callable[[Decoder], None]] = {
    b"\x1b@": Decoder.reset,
    b"\x1ba": Decoder.set_align,
    b"\x1bt": Decoder.set_code_page,
    b"\x1b!": Decoder.set_modes,
    b"\x1bE": Decoder.set_bold,
    b"\x1bG": Decoder.set_bold,
    b"\x1bM": Decoder.set_font,
    b"\x1b-": Decoder.set_underline,
    b"\x1b3": Decoder.set_pitch,
    b"\x1b2": lambda decoder: decoder.set_pitch(DEFAULT_PITCH),
    b"\x1b*": Decoder.band,
    b"\x1bd": Decoder.feed_lines,
    b"\x1bJ": Decoder.feed_dots,
    b"\x1b{": Decoder.set_upright,
    b"\x1d!": Decoder.set_size,
    b"\x1dB": Decoder.set_inverted,
    b"\x1db": Decoder.set_smooth,
    b"\x1dv": Decoder.raster,
    b"\x1d(": Decoder.graphics,
    b"\x1dV": Decoder.cut,
}
