"""Lines that are pictures: Arabic above all, and whatever no code page holds."""

from __future__ import annotations

import pytest
from escpos.printer import Dummy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageFont

from printers.code_pages import PLAIN, TYPEWRITER
from printers.drivers.paper.decoder import decode
from printers.drivers.paper.sheet import TextLine, lines_of, pictures_of
from printers.job import PrintJob
from printers.layout import draw
from printers.raster import FONTS, INK, family_for, typeface
from printers.setting import printable
from printers.sizes import WIDE

NEED_LABEL = "مساعدة TCL في 2 دقائق"

# The lines of the Arabic ticket below, from top to bottom, and how they are set. The number is text.
ARABIC_LINES = [
    ("الاثنين 23 نوفمبر 10:42", WIDE.head),
    (NEED_LABEL, WIDE.need),
    ("3 أشخاص قبلكم", WIDE.body),
    ("انظروا إلى الشاشة.", WIDE.body),
    ("تابعوا دوركم هنا.", WIDE.body),
]


@pytest.fixture
def arabic(a_job):
    printer = Dummy(profile="TM-T20II")
    draw(a_job(language="ar", need_label=NEED_LABEL), printer)
    return decode(printer.output)


def ink(image):
    """The image without blank edges, mode “1”."""
    return image.crop(ImageChops.invert(image.convert("L")).getbbox())


def reference(text, size):
    """The same line drawn in one go on a large sheet, by Pillow and Raqm alone."""
    font = ImageFont.truetype(FONTS / f"NotoSansArabic_{'700Bold' if size.bold else '400Regular'}.ttf", size.shaped)
    sheet = Image.new("L", (1200, 200), 255)
    ImageDraw.Draw(sheet).text((300, 50), text, font=font, direction="rtl")
    return ink(Image.eval(sheet, lambda grey: 255 if grey >= 255 - INK else 0).convert("1", dither=0))


def arabic_pictures(sheet):
    """The shaped lines: every picture but the square QR code."""
    return [image for image in pictures_of(sheet) if image.width > 1.5 * image.height]


def test_the_arabic_ticket_is_drawn_line_by_line_as_the_reference_is(arabic):
    for drawn, (text, size) in zip(arabic_pictures(arabic), ARABIC_LINES, strict=True):
        assert ink(drawn).tobytes() == (expected := reference(text, size)).tobytes(), text
        assert ink(drawn).size == expected.size


def test_the_number_and_the_site_stay_left_to_right_text_in_arabic(arabic):
    assert lines_of(arabic) == ["PIMMS Médiation des États-Unis, Lyon 8e", "Arabe", "A 012"]


@pytest.mark.parametrize(("text", "size"), ARABIC_LINES)
def test_no_letter_or_digit_of_the_arabic_ticket_is_a_box(text, size):
    font = typeface(family_for(text), size.shaped, bold=size.bold)
    box = bytes(font.getmask("\uffff"))  # a code point that no font holds
    assert not [letter for letter in text if letter != " " and bytes(font.getmask(letter)) == box]


def test_the_count_stands_at_the_right_where_reading_begins(arabic):
    ahead = ink(arabic_pictures(arabic)[2])
    digit = reference("3", WIDE.body)
    assert ink(ahead.crop((ahead.width - digit.width, 0, ahead.width, ahead.height))).tobytes() == digit.tobytes()


@pytest.mark.parametrize("label", ["Ajutor cu țara și actele", "Мої документи é", "ığş ăâî"])
def test_a_label_that_no_code_page_holds_is_drawn_whole_and_not_with_question_marks(a_job, label):
    printer = Dummy(profile="TM-T20II")
    draw(a_job(need_label=label), printer)
    sheet = decode(printer.output)
    assert "?" not in "".join(lines_of(sheet))
    assert len(pictures_of(sheet)) == 2


labels = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=60)


@settings(deadline=None)  # a loaded machine is not a slow layout
@given(label=labels)
@example(label="")
@example(label="\u00a0")
@example(label="\ufdfd\ufdfd")
@example(label="中文")
@example(label="e\u0301" * 30)
def test_any_label_is_laid_out_and_decodes_back(label):
    job = PrintJob("1", "Site", "A012", label, "fr", "2026-11-23T10:42:00+01:00", 3, "http://127.0.0.1/t/x")
    printer = Dummy(profile="TM-T20II")
    draw(job, printer)
    sheet = decode(printer.output)
    assert not any(part.overflowed for part in sheet if isinstance(part, TextLine))
    if len(pictures_of(sheet)) == 1:  # the QR code: the label is text
        lines = lines_of(sheet)
        said = "".join(lines[lines.index("lundi 23 nov. 10:42") + 1 : lines.index("A 012")])
        meant = printable(label)
        assert said.replace(" ", "") in [meant.translate(table).replace(" ", "") for table in (PLAIN, TYPEWRITER)]
