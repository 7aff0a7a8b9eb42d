"""The pictures in the documentation show the tickets of today, not of the day they were drawn."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from printers.drivers.paper import photos

FOLDER = Path(__file__).parents[2] / "docs" / "tickets"
AGAIN = "the ticket has changed: draw its pictures again with  python -m printers.drivers.paper.photos docs/tickets"


@pytest.fixture(params=photos.NEEDS)
def language(request):
    return request.param


def test_a_picture_is_drawn_from_the_bytes_of_today_dot_for_dot(language):
    stream = photos.sample(language)
    with Image.open(FOLDER / f"{language}.png") as kept:
        assert kept.text[photos.BYTES] == hashlib.sha256(stream).hexdigest(), AGAIN
        assert kept.convert("RGB").tobytes() == photos.photo(stream).convert("RGB").tobytes(), AGAIN


def test_a_phone_reads_the_follow_address_off_the_picture(language):
    with Image.open(FOLDER / f"{language}.png") as kept:
        codes = zxingcpp.read_barcodes(kept.convert("L"))
    assert [code.text for code in codes] == ["https://accueil.example/t/Qm9uam91ciBMeW9uIDhlIQ"]


def test_the_command_writes_a_picture_for_each_language(tmp_path, capsys):
    assert photos.main([str(tmp_path / "new")]) == 0
    drawn = sorted((tmp_path / "new").iterdir())
    assert [path.stem for path in drawn] == sorted(photos.NEEDS)
    assert sorted(capsys.readouterr().out.split()) == [str(path) for path in drawn]


def test_other_bytes_are_another_picture():
    one, other = (photos.photo(photos.sample(language)) for language in ("ar", "zh"))
    assert one.size != other.size or one.tobytes() != other.tobytes()
