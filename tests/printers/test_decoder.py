"""The decoder: what a printer would make of these bytes, and nothing made up."""

from __future__ import annotations

import codecs

import pytest
from escpos.printer import Dummy
from PIL import Image

from printers.drivers.paper.codes import code_pages_of
from printers.drivers.paper.decoder import decode
from printers.drivers.paper.glyphs import glyph
from printers.drivers.paper.picture import dots, paper_picture
from printers.drivers.paper.sheet import Align, Cut, Feed, PaperError, TextLine, lines_of, lost_of, pictures_of


@pytest.fixture
def printer():
    return Dummy(profile="TM-T20II")


@pytest.mark.parametrize(
    ("stream", "complaint"),
    [
        (b"\x1bz", "unknown command 1b 7a"),
        (b"\x1d(k\x03\x001C\x06", "unknown kind of GS"),
        (b"\x07", "unknown control byte 07"),
        (b"\x1bt\x63", "unknown code page 99"),
        (b"\x1ba\x07", "unknown alignment 7"),
        (b"\x1d!\x8f", "larger than eight times"),
        (b"\x1bt\x10\x81\n", "no letter of cp1252"),
        (b"\x1dv0\x00\x02\x00\x02\x00\xff", "4 bytes were announced, 1 came"),
        (b"\x1b", "1 bytes were announced, 0 came"),
        (b"ab\x1ba\x01", "alignment in the middle of a line"),
        (b"ab\x1dV\x00", "cut in the middle of a line"),
        (b"lost", "never printed"),
    ],
)
def test_what_a_printer_would_not_obey_is_refused_by_name_and_place(stream, complaint):
    with pytest.raises(PaperError, match=complaint):
        decode(stream)


def test_a_reset_brings_back_the_first_code_page(printer):
    assert lines_of(decode(b"\x1bt\x10\xe9\n\x1b@\xe9\n")) == ["é", "Θ"]


@pytest.mark.parametrize("page", ["CP1252", "CP858", "CP850", "CP437", "CP863"])
def test_letters_are_read_in_the_code_page_that_the_bytes_name(printer, page):
    printer.charcode(page)
    printer.text("déjà là\n")
    assert lines_of(decode(printer.output)) == ["déjà là"]


@pytest.mark.parametrize(
    ("profile", "page", "letters"),
    [
        ("TM-T88V", "CP1254", "Şğıİ"),
        ("TM-T88V", "CP1250", "şţĂőł"),
        ("TM-T88V", "CP1251", "Їжак"),
        ("TM-T88V", "CP737", "Ώρα"),
        ("POS-5890", "CP1254", "Şğıİ"),
        ("POS-5890", "CP1250", "Ăőł"),
        ("POS-5890", "CP866", "Щука"),
        ("POS-5890", "CP852", "Łódź"),
        ("TH230", "CP850", "déjà"),
        ("TH230", "CP857", "Şğıİ"),
        ("RP-F10-58mm", "CP858", "5 €"),
    ],
)
def test_a_profile_says_what_its_page_numbers_mean(profile, page, letters):
    printer = Dummy(profile=profile)
    printer.charcode(page)
    printer.text(f"{letters}\n")
    assert lines_of(decode(printer.output, profile=profile)) == [letters]


def test_the_library_s_table_of_the_usual_printer_says_what_the_maker_s_does():
    makers, library = code_pages_of(None), code_pages_of("TM-T20II")
    assert {n: codecs.lookup(page).name for n, page in makers.items()} == {n: library[n] for n in makers}


def test_a_page_of_another_printer_is_no_page_of_this_one():
    with pytest.raises(PaperError, match="unknown code page 91"):
        decode(b"\x1bt\x5b", profile="TM-T20II")


def test_styles_and_alignment_are_read_as_python_escpos_sends_them(printer):
    printer.set(align="right", bold=True, underline=2, font="b", custom_size=True, width=3, height=2)
    printer.text("a\n")
    printer.set_with_default(double_width=True)
    printer.text("b\n")
    first, second = (part for part in decode(printer.output))
    assert first.align is Align.RIGHT
    style = first.runs[0].style
    assert (style.bold, style.underline, style.cell_width, style.cell_height) == (True, 2, 27, 34)
    assert second.align is Align.LEFT
    assert (second.runs[0].style.bold, second.runs[0].style.cell_width) == (False, 24)


@pytest.mark.parametrize(("width", "columns"), [(576, 48), (512, 42), (432, 36), (384, 32)])
def test_a_line_too_long_is_broken_where_this_paper_ends_and_says_so(width, columns):
    whole, first, second = decode(b"b" * columns + b"\n" + b"a" * (columns + 2) + b"\n", width)
    assert (whole.text, whole.overflowed) == ("b" * columns, False)
    assert (first.text, first.overflowed) == ("a" * columns, True)
    assert (second.text, second.overflowed) == ("aa", False)
    assert lost_of((whole, first, second)) == [f"“{'a' * columns}” was broken at the edge of the paper."]


@pytest.mark.parametrize("width", [576, 512, 432, 384])
def test_a_picture_wider_than_this_paper_is_cut_off_and_says_so(printer, width):
    printer.set(align="right")
    printer.image(Image.new("1", (384, 8)))
    printer.image(Image.new("1", (576, 8)))
    sheet = decode(printer.output, width)
    assert [drawn.width for drawn in pictures_of(sheet)] == [384, width]
    assert lost_of(sheet) == ([] if width == 576 else [f"A picture was {576 - width} dots wider than the paper."])
    assert dots(sheet, width).getbbox() == ((0, 0, width - 384, 8) if width > 384 else None)


def test_feeds_and_line_spacing_move_the_paper():
    assert [part.height for part in decode(b"\n\x1b3\x28\n\x1b2a\n\x1bd\x03\x1bJ\x05a\x1bJ\x64a\x1bd\x02")] == [
        30, 40, 30, 90, 5, 100, 30, 30
    ]  # fmt: skip


@pytest.mark.parametrize("way", ["bitImageRaster", "graphics"])
@pytest.mark.parametrize("fine", [True, False])
def test_images_come_out_dot_for_dot(printer, way, fine):
    image = Image.effect_noise((64, 20), 200).convert("1")
    printer.image(image, impl=way, high_density_vertical=fine, high_density_horizontal=fine)
    expected = image if fine else image.resize((128, 40), Image.Resampling.NEAREST)
    assert [drawn.tobytes() for drawn in pictures_of(decode(printer.output))] == [expected.tobytes()]


@pytest.mark.parametrize("fine", [True, False])
def test_an_image_sent_in_bands_is_one_picture(printer, fine):
    image = Image.effect_noise((64, 48), 200).convert("1")
    printer.image(image, impl="bitImageColumn", high_density_vertical=fine, high_density_horizontal=fine)
    expected = image if fine else image.resize((128, 144), Image.Resampling.NEAREST)
    assert [drawn.tobytes() for drawn in pictures_of(decode(printer.output))] == [expected.tobytes()]


def test_bands_tear_apart_where_the_line_spacing_is_more_than_their_height():
    band = b"\x1b*\x00\x02\x00\xff\x81\n"
    assert [part.height for part in decode(b"\x1b3\x10" + band * 2 + b"\x1b3\x1e" + band * 2)] == [72, 6, 24, 6]


def test_a_band_needs_its_line_feed():
    with pytest.raises(PaperError, match="without a line feed"):
        decode(b"\x1b*\x00\x01\x00\xffA\n")


def test_every_cut_is_known(printer):
    printer.cut(mode="FULL")
    printer.cut(mode="PART")
    printer.cut(feed=False)
    assert [part for part in decode(printer.output) if not isinstance(part, Feed | TextLine)] == [
        Cut(partial=False),
        Cut(partial=True),
        Cut(partial=True),
    ]


def test_the_picture_shows_text_where_the_bytes_put_it():
    left = dots(decode(b"\x1bE\x01\x1d!\x11A\n"))
    right = dots(decode(b"\x1bE\x01\x1d!\x11\x1ba\x02A\n"))
    assert left.size == right.size == (576, 48)
    assert left.crop((0, 0, 24, 48)).tobytes() == right.crop((552, 0, 576, 48)).tobytes()


def test_white_on_black_is_the_negative_of_black_on_white():
    plain, inverted = dots(decode(b"A\n")), dots(decode(b"\x1dB\x01A\n"))
    cell = (0, 0, 12, 24)
    assert plain.crop(cell).point(lambda dot: 255 - dot).tobytes() == inverted.crop(cell).tobytes()


@pytest.mark.parametrize("letters", ["éŞșЩіΩ€", "łąğ"])
def test_every_letter_of_a_code_page_has_a_shape_of_its_own(letters):
    shapes = [glyph(letter, 12, 24, bold=False).tobytes() for letter in f"{letters}\uffff"]
    assert len(set(shapes)) == len(shapes)


@pytest.mark.parametrize(("width", "paper_width"), [(576, 640), (512, 568), (432, 464), (384, 464), (400, 464)])
def test_a_picture_is_as_wide_as_the_paper(width, paper_width):
    assert paper_picture(decode(b"A\n" * 20, width), width).width == paper_width


def test_the_picture_is_the_paper_with_nothing_around_it():
    paper = paper_picture(decode(b"A\n" * 20))
    assert paper.mode == "RGBA"
    assert paper.getpixel((5, 0))[3] in (0, 255)
    assert paper.getchannel("A").getextrema() == (0, 255)
