"""Which of a printer's code pages holds a line of text.

A thermal printer knows a few hundred letters, 256 at a time. Which ones is for its maker to say: python-escpos keeps
that in its profiles. A letter of the wrong page is another letter, so what no page holds is never sent as text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from escpos.magicencode import Encoder

# Asked in this order. First Western Europe, with the typographic apostrophe and œ; then the same of DOS days, Turkish,
# the middle of Europe (ș and ț are not there: they have a comma below, its ş and ţ a cedilla), Cyrillic.
PREFERRED = (
    "CP1252", "CP858", "CP850", "CP1254", "CP857", "CP1250", "CP852", "CP1251", "CP866", "CP1125", "CP855", "CP437",
)  # fmt: skip

# What typography asks for and no printer draws: the narrow no-break space, the thin space, the no-break hyphen, marks
# of direction and of where a word may break.
PLAIN = str.maketrans({"\u202f": "\u00a0", "\u2009": "\u00a0", "\u2011": "-"}) | dict.fromkeys(
    (0x00AD, 0x200B, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF)
)

# For printers that know DOS pages only: the same sentence, with a typewriter's marks.
TYPEWRITER = PLAIN | str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."})


@dataclass(frozen=True, slots=True)
class Lettered:
    """A text that a printer can write by itself: its plain letters, and the code page that holds all of them.

    Of its spaces, the no-break ones still hold words together; they are printed as plain ones (`as_printed`), for some
    printers draw a box for them.
    """

    text: str
    page: str

    @property
    def as_printed(self) -> str:
        """Its letters as they are sent."""
        return self.text.replace("\u00a0", " ")


class CodePages:
    """The pages of one printer that a ticket may use."""

    def __init__(self, encoder: Encoder) -> None:
        """`encoder` is of python-escpos, for the printer's profile."""
        self.encoder = encoder
        self.names = tuple(page for page in PREFERRED if page in encoder.codepages)

    def holding(self, text: str, current: str = "") -> Lettered | None:
        """How to write the text, in the `current` page if that has it all; None when no page does."""
        pages = sorted(self.names, key=lambda page: page != current)
        for table in (PLAIN, TYPEWRITER):
            letters = text.translate(table)
            for page in pages:
                if self.holds(page, letters.replace("\u00a0", " ")):
                    return Lettered(letters, page)
        return None

    def holds(self, page: str, letters: Iterable[str]) -> bool:
        """Whether a page has all of these letters."""
        return all(self.encoder.can_encode(page, letter) for letter in letters)
