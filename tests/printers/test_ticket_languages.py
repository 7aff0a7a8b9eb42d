"""Every language's ticket on every width of paper, read back from its bytes."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import zxingcpp
from escpos.printer import Dummy

import server
from printers.drivers.paper.decoder import decode
from printers.drivers.paper.picture import dots
from printers.drivers.paper.sheet import Picture, lines_of, lost_of, pictures_of
from printers.layout import draw
from printers.raster import family_for, shaped_line, typeface
from printers.words import words_in
from tests.printers.longest_needs import NEEDS, PICTOGRAMS, SAID, longest_need
from tests.printers.read_back import FAMILIES, font, ink, printed_parts, read, reference, same

WIDTHS = [576, 512, 432, 384]

MILLIMETRE = 8

# Latin and Cyrillic letters are the printer's own, Romanian's ș and ț apart.
PICTURED = {"ar", "fa", "zh", "ta"}


@pytest.fixture
def ticket_of(a_job):
    """A ticket of a language: its bytes, for a paper and a printer."""

    def make(language, need=None, *, width=576, profile="TM-T20II", **different):
        need = longest_need(language) if need is None else need
        job = a_job(
            **{
                "language": language,
                "need_label": NEEDS[language][need],
                "need_french": NEEDS["fr"][need],
                "pictogram": PICTOGRAMS[need],
                "wait_low_min": 10,
                "wait_high_min": 20,
                **different,
            }
        )
        printer = Dummy(profile=profile)
        draw(job, printer, width)
        return printer.output, job

    return make


def read_ticket(sheet, job, *, typewriter=False):
    """Everything on the ticket, in its order; fails at the first thing that is not as it should be."""

    def read_all(*texts):
        return [read(text, parts, job.language, typewriter=typewriter) for text in texts]

    moment, ahead, wait, watch, follow, name = SAID[job.language]
    parts = iter(printed_parts(sheet))
    lines = read_all(job.site_name, moment)
    assert isinstance(next(parts), Picture), "no pictogram above the need"
    mediator = [job.need_french, name] if name else []
    lines += read_all(job.need_label, *mediator, "A 012", ahead, wait, watch)
    assert isinstance(next(parts), Picture), "no code below what to do"
    lines += read_all(follow)
    assert next(parts, None) is None
    return lines


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", SAID)
def test_all_of_a_ticket_is_there_in_its_language_and_its_order(ticket_of, language, width):
    stream, job = ticket_of(language, width=width)
    sheet = decode(stream, width)
    assert lost_of(sheet) == []
    lines = read_ticket(sheet, job)
    pictured = {line.text for line in lines if line.pictured}
    if language in PICTURED:
        assert pictured == {*SAID[language][:5], job.need_label}
    else:
        assert all(set(text) & set("șț") for text in pictured)


@pytest.mark.parametrize("profile", ["ZJ-5870", "T-1", "TM-T88III", "TM-T88IV-SA", "simple", "POS-5890", "TEP-200M"])
@pytest.mark.parametrize("language", sorted(set(SAID) - PICTURED))
def test_what_a_printer_cannot_write_it_is_given_as_a_picture(ticket_of, language, profile):
    stream, job = ticket_of(language, width=384, profile=profile)
    sheet = decode(stream, 384, profile)
    assert lost_of(sheet) == []
    read_ticket(sheet, job, typewriter=profile in ("T-1", "TM-T88IV-SA", "simple"))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["fr", "ta"])
def test_a_phone_reads_the_address_and_a_person_the_number_at_every_width(ticket_of, language, width):
    stream, job = ticket_of(language, width=width, number="A1000")
    sheet = decode(stream, width)
    codes = zxingcpp.read_barcodes(dots(sheet, width).convert("L"))
    assert [(code.text, code.ec_level) for code in codes] == [(job.follow_url, "M")]
    number = next(part for part in sheet if getattr(part, "text", "") == "A 1000")
    drawn = ink(dots((number,), width))
    assert drawn.height >= 15 * MILLIMETRE
    assert drawn.width <= width


@pytest.mark.parametrize("language", SAID)
def test_no_letter_of_any_sentence_or_need_is_a_box(language):
    texts = [*SAID[language][:5], *NEEDS[language]]
    face = typeface(family_for(" ".join(texts)), 40, bold=False)
    box = bytes(face.getmask("\uffff"))  # a code point that no font holds
    assert not [text for text in texts for letter in {*text} - {" "} if bytes(face.getmask(letter)) == box]


@pytest.mark.parametrize("language", ["ar", "fa", "ta"])
def test_letters_that_join_are_joined(language):
    for text in (*SAID[language][1:5], *NEEDS[language]):
        (word, *_) = sorted(text.split(), key=len, reverse=True)
        typed = word if language == "ta" else word[::-1]
        side_by_side = reference(typed, font(FAMILIES[language], 42, bold=False, shaped=False), None)
        drawn = shaped_line(word, typeface(FAMILIES[language], 42, bold=False), words_in(language).direction)
        assert not same(ink(drawn), side_by_side), word


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("need", range(len(PICTOGRAMS)))
def test_a_french_ticket_whole_is_light_enough_for_a_slow_serial_line(ticket_of, need, width):
    stream, _ = ticket_of("fr", need, width=width, number="A1000", ahead=1000, duplicate=True)
    assert len(stream) <= 1500


def test_an_arabic_ticket_of_any_need_of_the_seed_is_light_enough_too(ticket_of):
    seed = tomllib.loads((Path(server.__file__).parent / "seeds/pimms-lyon.toml").read_text("utf-8"))
    weights = {}
    for number, need in enumerate(seed["needs"]):
        labels = need["labels"]
        stream, _ = ticket_of("ar", number, need_label=labels["ar"], need_french=labels["fr"])
        weights[need["id"]] = len(stream)
    assert max(weights.values()) <= 14_000, weights


def test_a_ticket_shows_the_pictogram_of_its_need(ticket_of):
    shown = [pictures_of(decode(ticket_of("fr", need)[0]))[0] for need in range(len(PICTOGRAMS))]
    assert len({(image.size, image.tobytes()) for image in shown}) == len(PICTOGRAMS)
    for image in shown:
        assert min(image.size) >= 5 * MILLIMETRE
        assert 0.2 < image.histogram()[0] / (image.width * image.height) < 0.95


def test_a_pictogram_that_this_version_does_not_know_is_left_out(ticket_of):
    with_one, without = ticket_of("fr", 0)[0], ticket_of("fr", 0, pictogram="dragon")[0]
    assert len(pictures_of(decode(with_one))) == 2
    assert len(pictures_of(decode(without))) == 1
    assert lines_of(decode(without)) == lines_of(decode(with_one))


def test_a_long_word_is_set_narrower_and_not_torn(ticket_of):
    sheet = decode(ticket_of("fr", 0, width=384, need_label="Anticonstitutionnellement vôtre")[0], 384)
    need = [part for part in sheet if "vôtre" in getattr(part, "text", "") or "Anti" in getattr(part, "text", "")]
    assert [part.text for part in need] == ["Anticonstitutionnellement vôtre"]
    assert need[0].runs[0].style.wide == 1


def test_a_profile_that_does_not_know_its_width_is_no_reason_to_talk(ticket_of, capsys):
    ticket_of("fr", profile="default")
    assert capsys.readouterr() == ("", "")
