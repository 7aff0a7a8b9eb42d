"""The test ticket, which whoever sets a printer up asks for: nobody's, and it shows what the printer can write."""

from __future__ import annotations

import pytest
from escpos.printer import Dummy

from printers.drivers.paper.decoder import decode
from printers.drivers.paper.picture import dots
from printers.drivers.paper.sheet import Cut, lines_of, lost_of, pictures_of
from printers.layout import draw

WIDTHS = [576, 512, 432, 384]


def trial(a_job, width=576, profile="TM-T20II"):
    printer = Dummy(profile=profile)
    draw(a_job(kind="test", number="", follow_url="", need_label="accueil", language="ar"), printer, width)
    return decode(printer.output, width, profile)


def test_it_says_which_printer_where_and_when_and_that_it_is_nobodys_in_french(a_job):
    assert lines_of(trial(a_job))[:6] == [
        " TEST ",
        "PIMMS Médiation des États-Unis, Lyon 8e",
        "lundi 23 nov. 10:42",
        "Imprimante : accueil",
        "Ce ticket n’est à",
        "personne. Il vérifie",
    ]


@pytest.mark.parametrize(
    ("profile", "shown"),
    [
        ("TM-T20II", ["é è ç à œ €", "ı ğ ş İ", "ă ő ž ł", "Ж я ї є"]),
        ("ZJ-5870", ["Ж я ї є"]),
    ],
)
def test_it_writes_a_sample_of_each_alphabet_that_the_printer_is_said_to_have(a_job, profile, shown):
    lines = lines_of(trial(a_job, 384, profile))
    samples = [line for line in lines if all(len(word) == 1 for word in line.split())]
    assert samples[-len(shown) :] == shown


@pytest.mark.parametrize("width", WIDTHS)
def test_its_ruler_goes_from_edge_to_edge_and_nothing_is_cut_off(a_job, width):
    sheet = trial(a_job, width)
    assert lost_of(sheet) == []
    (ruler,) = pictures_of(sheet)
    assert ruler.width == dots(sheet, width).width == width
    assert [ruler.getpixel((left, 0)) for left in (0, width - 1)] == [0, 0]


def test_it_has_no_code_to_follow_and_ends_with_a_cut(a_job):
    sheet = trial(a_job)
    assert isinstance(sheet[-1], Cut)
    assert all(image.height < 50 for image in pictures_of(sheet))
