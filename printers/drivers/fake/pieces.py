"""The paper that came out of the fake printer, piece by piece."""

from __future__ import annotations

from dataclasses import dataclass, field

from PIL import Image

from printers.drivers.paper.decoder import decode
from printers.drivers.paper.picture import paper_picture
from printers.drivers.paper.sheet import Sheet, lines_of
from printers.drivers.paper_kind import Paper


class CodeReaderMissingError(RuntimeError):
    """QR codes cannot be read on this machine; the message says how to get it done."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Paper from one cut to the next, or to where it broke off.

    stream  the bytes that made it, commands included
    whole   it began on fresh paper and ended with a cut, without the printer stopping in between
    paper   of the printer
    """

    stream: bytes
    whole: bool
    paper: Paper = field(default_factory=Paper)

    def sheet(self) -> Sheet:
        """What is on it. Raises PaperError for bytes that no ticket has."""
        return decode(self.stream, self.paper.width, self.paper.profile)

    def lines(self) -> list[str]:
        """Its text."""
        return lines_of(self.sheet())

    def picture(self) -> Image.Image:
        """How it looks in a hand."""
        return paper_picture(self.sheet(), self.paper.width)

    def codes(self) -> list[str]:
        """What its QR codes say. Raises CodeReaderMissingError."""
        try:
            import zxingcpp  # noqa: PLC0415  # a printer's agent never reads codes: only who tries things out needs it
        except ImportError as trouble:
            raise CodeReaderMissingError(
                "QR codes are not read: zxing-cpp is missing. Install it with pip."
            ) from trouble
        return [code.text for code in zxingcpp.read_barcodes(self.picture().convert("L"))]
