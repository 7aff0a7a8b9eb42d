"""The ticket: what is on the paper, and in which order."""

from __future__ import annotations

import re
from datetime import datetime

from escpos.escpos import Escpos

from printers.code_pages import Lettered
from printers.follow_code import follow_code
from printers.job import TEST, JobUnreadableError, PrintJob
from printers.pictogram import pictogram
from printers.setting import LEADING_DOTS, Typesetter
from printers.sizes import CELL_WIDTH, NUMBER_SCALE, Size, sizes_for
from printers.trial import draw_trial
from printers.words import FALLBACK, french_name, primary, words_in

# Printable width of 80 mm paper at 203 dpi.
PAPER_80_MM = 576

# The gap in “A 012”: three eighths of a letter, so that it is read as letter and digits.
GAP_SCALE = 3


def draw(job: PrintJob, printer: Escpos, width: int = PAPER_80_MM) -> None:
    """Draw a job on any python-escpos printer, `width` dots wide. It ends with a feed and a cut.

    Raises JobUnreadableError when a field cannot be drawn, before anything is sent.
    """
    issued_at = moment(job.issued_at)
    if job.kind == TEST:
        draw_trial(job, issued_at, printer, width)
    else:
        draw_ticket(job, issued_at, printer, width)
    # A partial cut leaves the ticket hanging by a point: nobody has to pick it up from the floor.
    printer.cut(mode="PART")


def draw_ticket(job: PrintJob, issued_at: datetime, printer: Escpos, width: int) -> None:
    """All of a ticket but the cut. Raises JobUnreadableError."""
    code = follow_code(job.follow_url, width)
    drawing = pictogram(job.pictogram)
    words, sizes = words_in(job.language), sizes_for(width)
    paper = Typesetter(printer, width, words.direction)
    if job.duplicate:
        paper.white_on_black("DUPLICATA", sizes.body)
        paper.blank()
    paper.line(job.site_name, sizes.head)
    paper.line(words.moment(issued_at), sizes.head)
    paper.blank()
    if drawing:
        paper.doubled(drawing)
        paper.feed(LEADING_DOTS)
    paper.line(job.need_label, sizes.need)
    draw_for_the_mediator(job, paper, sizes.head)
    paper.feed(LEADING_DOTS)
    draw_number(job.number, paper)
    paper.line(words.ahead(job.ahead), sizes.body)
    if wait := words.wait(job.wait_low_min, job.wait_high_min):
        paper.line(wait, sizes.body)
    paper.blank()
    paper.line(words.watch(), sizes.body)
    # The blank lines are the QR code's quiet zone above and below.
    paper.blank()
    paper.grid(code.modules, code.dots)
    paper.blank()
    paper.line(words.follow(), sizes.body)


def moment(issued_at: str) -> datetime:
    """When the ticket was issued, on the site's own clock. Raises JobUnreadableError."""
    try:
        return datetime.fromisoformat(issued_at)
    except ValueError as trouble:
        raise JobUnreadableError(f"The print job’s “issued_at” is not a date and time: {issued_at!r}.") from trouble


def draw_for_the_mediator(job: PrintJob, paper: Typesetter, size: Size) -> None:
    """The need and the language, in French, unless the ticket speaks French already."""
    if primary(job.language) == FALLBACK:
        return
    paper.feed(LEADING_DOTS)
    for text in (job.need_french, french_name(job.language)):
        if text and text != job.need_label:
            paper.line(text, size)


def draw_number(number: str, paper: Typesetter) -> None:
    """The number on one line, as wide as fits; “A012” as “A 012”, left to right in every language."""
    known = re.fullmatch(r"([A-Z]+)([0-9]+)", number)
    if known is None:
        wide = min(NUMBER_SCALE, max(1, paper.width // CELL_WIDTH // max(1, len(number))))
        paper.line(number, Size(wide=wide, high=NUMBER_SCALE, shaped=NUMBER_SCALE * CELL_WIDTH, bold=True))
        return
    letters, digits = known.groups()
    wide = min(NUMBER_SCALE, max(1, (paper.width // CELL_WIDTH - GAP_SCALE) // (len(letters) + len(digits))))
    for text, scale in ((letters, wide), (" ", GAP_SCALE), (f"{digits}\n", wide)):
        paper.letters(Lettered(text, paper.page), Size(wide=scale, high=NUMBER_SCALE, shaped=0, bold=True))
