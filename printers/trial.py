"""The test ticket: shows whoever sets a printer up what it can and cannot write. It is nobody's ticket."""

from __future__ import annotations

from datetime import datetime

from escpos.escpos import Escpos
from PIL import Image, ImageDraw

from printers.job import PrintJob
from printers.setting import LEADING_DOTS, Typesetter
from printers.sizes import sizes_for
from printers.words import FALLBACK, words_in

# What a printer with another code page writes wrong: “é” becomes “Θ”.
SAMPLE = "é è ç à œ €"

# Letters beyond French that the ticket sends as text where the printer's profile has them: Turkish, the middle of
# Europe, Cyrillic.
SAMPLES_BEYOND = ("ı ğ ş İ", "ă ő ž ł", "Ж я ї є")

# 10 mm at 203 dpi.
CENTIMETRE_DOTS = 80

RULER_HIGH, TICK_HIGH = 4, 16


def draw_trial(job: PrintJob, issued_at: datetime, printer: Escpos, width: int) -> None:
    """All of a test ticket but the cut."""
    words, sizes = words_in(FALLBACK), sizes_for(width)
    paper = Typesetter(printer, width, words.direction)
    paper.white_on_black("TEST", sizes.need)
    paper.blank()
    paper.line(job.site_name, sizes.head)
    paper.line(words.moment(issued_at), sizes.head)
    paper.line(f"Imprimante : {job.need_label}", sizes.head)
    paper.blank()
    paper.line("Ce ticket n’est à personne. Il vérifie l’imprimante.", sizes.body)
    paper.blank()
    paper.line(SAMPLE, sizes.need)
    for sample in SAMPLES_BEYOND:
        if paper.pages.holding(sample):
            paper.line(sample, sizes.body)
    paper.line(
        "Vous voyez d’autres signes que des lettres et l’euro ? Le profil de l’imprimante n’est pas le bon.",
        sizes.head,
    )
    paper.blank()
    printer.image(ruler(width))
    paper.feed(LEADING_DOTS)
    paper.line("Cette règle va d’un bord à l’autre. Un trait tous les centimètres.", sizes.head)


def ruler(width: int) -> Image.Image:
    """A line as wide as the paper with a tick every centimetre and at both ends, black on white."""
    drawing = Image.new("1", (width, TICK_HIGH), 255)
    pen = ImageDraw.Draw(drawing)
    pen.rectangle((0, 0, width - 1, RULER_HIGH - 1), fill=0)
    for left in [*range(0, width - 1, CENTIMETRE_DOTS), width - 2]:
        pen.rectangle((left, 0, left + 1, TICK_HIGH - 1), fill=0)
    return drawing
