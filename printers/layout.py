"""The ticket: what is on the paper, in which order and how large.

Sizes are for old eyes at arm's length, about 60 cm: what matters to the resident has capitals of at least 4 mm, and
the number is read from across a room. 203 dpi is 8 dots to the millimetre.
"""

from __future__ import annotations

import re
from datetime import datetime

from escpos.escpos import Escpos

from printers.follow_code import follow_code
from printers.job import JobUnreadableError, PrintJob
from printers.setting import CELL_WIDTH, Size, Typesetter
from printers.words import words_in

# Printable width of 80 mm paper at 203 dpi.
PAPER_80_MM = 576

HEAD = Size(wide=1, high=2, shaped=32)
BODY = Size(wide=2, high=2, shaped=42)
NEED = Size(wide=2, high=2, shaped=46, bold=True)

# The largest that ESC/POS knows. Digits of font A are 15 to 18 of its 24 dots high, by the maker: 15 to 18 mm here.
NUMBER_SCALE = 8

# The gap in “A 012”: three eighths of a letter, so that it is read as letter and digits.
GAP_SCALE = 3


def draw(job: PrintJob, printer: Escpos, width: int = PAPER_80_MM) -> None:
    """Draw a ticket on any python-escpos printer, `width` dots wide. It ends with a feed and a cut.

    Raises JobUnreadableError when a field cannot be drawn, before anything is sent.
    """
    issued_at = moment(job.issued_at)
    code = follow_code(job.follow_url, width)
    words = words_in(job.language)
    paper = Typesetter(printer, width, words.direction)
    if job.duplicate:
        paper.white_on_black(" DUPLICATA ", BODY)
        paper.blank()
    paper.line(job.site_name, HEAD)
    paper.line(words.moment(issued_at), HEAD)
    paper.blank()
    paper.line(job.need_label, NEED)
    draw_number(job.number, paper)
    paper.line(words.ahead(job.ahead), BODY)
    paper.blank()
    paper.line(words.watch(), BODY)
    # The blank lines are the QR code's quiet zone above and below.
    paper.blank()
    paper.doubled(code)
    paper.blank()
    paper.line(words.follow(), BODY)
    # A partial cut leaves the ticket hanging by a point: nobody has to pick it up from the floor.
    printer.cut(mode="PART")


def moment(issued_at: str) -> datetime:
    """When the ticket was issued, on the site's own clock. Raises JobUnreadableError."""
    try:
        return datetime.fromisoformat(issued_at)
    except ValueError as trouble:
        raise JobUnreadableError(f"The print job’s “issued_at” is not a date and time: {issued_at!r}.") from trouble


def draw_number(number: str, paper: Typesetter) -> None:
    """The number on one line, as wide as fits; “A012” as “A 012”, left to right in every language."""
    known = re.fullmatch(r"([A-Z]+)([0-9]+)", number)
    if known is None:
        wide = min(NUMBER_SCALE, max(1, paper.width // CELL_WIDTH // max(1, len(number))))
        paper.line(number, Size(wide=wide, high=NUMBER_SCALE, shaped=NUMBER_SCALE * CELL_WIDTH, bold=True))
        return
    letters, digits = known.groups()
    wide = min(NUMBER_SCALE, max(1, (paper.width // CELL_WIDTH - GAP_SCALE) // (len(letters) + len(digits))))
    large = Size(wide=wide, high=NUMBER_SCALE, shaped=0, bold=True)
    paper.letters(letters, large)
    paper.letters(" ", Size(wide=GAP_SCALE, high=NUMBER_SCALE, shaped=0, bold=True))
    paper.letters(f"{digits}\n", large)
