"""The ticket, read back from its very bytes."""

from __future__ import annotations

import pytest
import zxingcpp
from escpos.printer import Dummy
from PIL import ImageChops

from printers.drivers.paper.decoder import decode
from printers.drivers.paper.picture import HEAD_TO_KNIFE, dots, paper_picture
from printers.drivers.paper.sheet import Cut, Feed, Picture, TextLine, lines_of
from printers.follow_code import QUIET_MODULES
from printers.job import JobUnreadableError
from printers.layout import PAPER_80_MM, draw

# Dots to the millimetre, at 203 dpi.
MILLIMETRE = 8


def printed(job):
    printer = Dummy(profile="TM-T20II")
    draw(job, printer)
    return printer.output


def ink_box(image):
    """Where the ink is, or None: left, top, right, bottom in dots."""
    return ImageChops.invert(image.convert("L")).getbbox()


def test_a_french_ticket_says_where_when_what_for_and_how_many_wait(a_job):
    assert lines_of(decode(printed(a_job()))) == [
        "PIMMS Médiation des États-Unis, Lyon 8e",
        "lundi 23 nov. 10:42",
        "Mes papiers et",
        "mes démarches",
        "A 012",
        "3 personnes avant vous",
        "Regardez l’écran.",
        "Suivez la file ici.",
    ]


def test_an_english_ticket_speaks_english(a_job):
    lines = lines_of(decode(printed(a_job(language="en", need_label="My benefits", ahead=1))))
    assert lines[1:] == [
        "Monday 23 Nov 10:42",
        "My benefits",
        "Anglais",
        "A 012",
        "1 person before you",
        "Watch the screen.",
        "Follow the queue here.",
    ]


@pytest.mark.parametrize(
    ("ahead", "said"),
    [(0, "Il n’y a personne avant vous"), (1, "1 personne avant vous"), (2, "2 personnes avant vous")],
)
def test_people_ahead_are_counted_in_correct_french(a_job, ahead, said):
    assert said in " ".join(lines_of(decode(printed(a_job(ahead=ahead)))))


def test_another_language_has_the_need_and_its_own_name_in_french_for_the_mediator(a_job):
    job = a_job(language="en", need_label="My benefits", need_french="Mes allocations et mes aides")
    lines = lines_of(decode(printed(job)))
    assert lines[2:6] == ["My benefits", "Mes allocations et mes aides", "Anglais", "A 012"]


@pytest.mark.parametrize("language", ["fr", "fr-FR"])
def test_a_french_ticket_says_nothing_twice(a_job, language):
    job = a_job(language=language, need_label="Mes transports", need_french="Mes transports")
    assert lines_of(decode(printed(job)))[2:4] == ["Mes transports", "A 012"]


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (10, 20, "environ 10 à 20 minutes"),
        (10, 10, "environ 10 minutes"),
        (0, 5, "moins de 5 minutes"),
        (5, 5, "moins de 5 minutes"),
        (1, 3, "moins de 5 minutes"),
        (0, 10, "moins de 10 minutes"),
        (5, 10, "environ 5 à 10 minutes"),
    ],
)
def test_the_wait_is_told_in_plain_words_below_the_people_ahead(a_job, low, high, said):
    lines = lines_of(decode(printed(a_job(wait_low_min=low, wait_high_min=high))))
    assert lines[lines.index("3 personnes avant vous") + 1] == said


@pytest.mark.parametrize(("low", "high"), [(None, None), (None, 5), (5, None)])
def test_a_wait_that_nobody_knows_is_not_told(a_job, low, high):
    assert "minute" not in " ".join(lines_of(decode(printed(a_job(wait_low_min=low, wait_high_min=high)))))


def test_a_language_without_words_of_its_own_gets_french_ones(a_job):
    assert "Regardez l’écran." in lines_of(decode(printed(a_job(language="xx"))))


def test_french_spaces_and_apostrophes_come_out_as_the_printer_has_them(a_job):
    lines = lines_of(decode(printed(a_job(need_label="Cœur\u202f: l’été, 5\u00a0€"))))
    assert "Cœur : l’été, 5 €" in lines


def test_every_ticket_names_its_code_page_after_the_reset_that_forgets_it(a_job):
    assert printed(a_job()).startswith(b"\x1b@\x1c.\x1bt\x10")


def test_a_printer_used_twice_gets_the_code_page_twice(a_job):
    printer = Dummy(profile="TM-T20II")
    draw(a_job(), printer)
    draw(a_job(), printer)
    assert lines_of(decode(printer.output)).count("mes démarches") == 2


def test_a_reprint_says_duplicata_white_on_black(a_job):
    first = next(part for part in decode(printed(a_job(duplicate=True))) if isinstance(part, TextLine))
    assert first.text.strip() == "DUPLICATA"
    assert first.runs[0].style.inverted
    assert "DUPLICATA" not in "".join(lines_of(decode(printed(a_job()))))


@pytest.mark.parametrize("number", ["A012", "A1000", "H999"])
def test_the_number_is_fifteen_millimetres_high(a_job, number):
    line = next(part for part in decode(printed(a_job(number=number))) if getattr(part, "height", 0) >= 190)
    _, top, _, bottom = ink_box(dots((line,)))
    assert line.text.replace(" ", "") == number
    assert bottom - top >= 15 * MILLIMETRE


def test_a_phone_reads_exactly_the_follow_address_from_the_paper(a_job):
    job = a_job()
    codes = zxingcpp.read_barcodes(paper_picture(decode(printed(job))).convert("L"))
    assert [code.text for code in codes] == [job.follow_url]
    assert codes[0].ec_level == "M"


def test_the_qr_code_has_four_quiet_modules_of_at_least_half_a_millimetre_around_it(a_job):
    sheet = decode(printed(a_job()))
    place = next(place for place, part in enumerate(sheet) if isinstance(part, Picture))
    paper = dots(sheet)
    top = sum(part.height for part in sheet[:place])
    left, _, right, high = ink_box(paper.crop((0, top, paper.width, top + sheet[place].height)))
    modules = 33  # version 4: an address of 43 to 62 letters
    module = (right - left) // modules
    assert module == 6
    assert module * modules == right - left == high
    quiet = QUIET_MODULES * module
    around = paper.crop((left - quiet, top - quiet, right + quiet, top + high + quiet))
    assert ink_box(around) == (quiet, quiet, quiet + module * modules, quiet + module * modules)


LONGEST = [
    ("fr", "Mon électricité, mon gaz, mon eau et tout ce que je ne sais pas bien nommer"),
    ("en", "My electricity, gas and water and everything that I do not know how to name"),
    ("ar", "مساعدة في استخدام الإنترنت والحاسوب والهاتف وكل ما لا أعرف كيف أسميه"),
    ("fr", "Anticonstitutionnellement-intergouvernementalisation"),
    ("ar", "\u0645" * 90),
]


@pytest.mark.parametrize(("language", "label"), LONGEST)
def test_nothing_is_cut_off_or_broken_by_the_printer(a_job, language, label):
    sheet = decode(printed(a_job(language=language, need_label=label, number="A1000", ahead=1000)))
    assert not any(part.overflowed for part in sheet if isinstance(part, TextLine))
    assert all(part.image.width <= PAPER_80_MM for part in sheet if isinstance(part, Picture))


@pytest.mark.parametrize("language", ["fr", "en", "ar"])
def test_the_knife_comes_last_and_clears_the_text(a_job, language):
    *_, feed, cut = decode(printed(a_job(language=language)))
    assert isinstance(cut, Cut)
    assert isinstance(feed, Feed)
    assert feed.height >= HEAD_TO_KNIFE


def test_a_label_cannot_give_the_printer_orders(a_job):
    lines = lines_of(decode(printed(a_job(need_label="Aide\x1b@\x1dV\x00 ici"))))
    assert "Aide @ V  ici" in lines


@pytest.mark.parametrize("field", [{"issued_at": "lundi"}, {"follow_url": "x" * 3000}, {"follow_url": "x" * 1500}])
def test_a_job_that_cannot_be_drawn_sends_nothing(a_job, field):
    printer = Dummy(profile="TM-T20II")
    with pytest.raises(JobUnreadableError):
        draw(a_job(**field), printer)
    assert printer.output == b""


def test_a_french_ticket_is_light_enough_for_a_slow_serial_line(a_job):
    assert len(printed(a_job())) <= 1500


def test_an_arabic_ticket_is_light_enough_too(a_job):
    # A third of what a ticket drawn whole as one picture weighs.
    assert len(printed(a_job(language="ar", need_label="مساعدة في استخدام الإنترنت"))) <= 15_000
