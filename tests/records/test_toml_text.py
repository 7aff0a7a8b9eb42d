"""What is told of a file that is no TOML: where, and in plain words."""

from __future__ import annotations

import pytest

from server.domain.setup import UnreadableFileError
from server.records.toml_text import FRENCH, WHYS, read_toml


@pytest.mark.parametrize(
    ("text", "why", "line", "column"),
    [
        ("a = 1\nname", "equals", 2, 5),
        ("a = 1\r\n\r\n# é\r\nname 'x'", "equals", 4, 6),
        ("a = [1\nb = 2\n", "bracket", 2, 1),
        ("a = {x = 1\n\n", "bracket", 1, 11),
        ("[a", "bracket", 1, 3),
        ('a = "x', "quote", 1, 7),
        ('a = "é\nb = 1', "quote", 1, 7),
        ("a = '''x\ny", "quote", 2, 2),
        ('a = """x', "quote", 1, 9),
        ("[a]\n[a]", "twice", 2, 3),
        ("a = 1\na = 2\nb = 3", "twice", 2, 6),
        ("a = {b = 1, b = 2}", "twice", 1, 18),
        ('a = "\\q"', "sign", 1, 8),
        ('a = "\x01"', "sign", 1, 6),
        ("a = 1 b = 2", "more", 1, 7),
        ("a = “Lyon”", "value", 1, 5),
        ("a = ", "value", 1, 4),
        ("= 1", "line", 1, 1),
    ],
)
def test_the_place_and_the_reason_are_told(text, why, line, column):
    with pytest.raises(UnreadableFileError) as refused:
        read_toml(text)
    extra = refused.value.extra
    assert (extra["why"], extra["line"], extra["column"]) == (why, line, column)
    assert refused.value.detail == f"Ligne {line}, colonne {column}\u202f: {FRENCH[why]}"


def test_every_reason_has_words():
    assert FRENCH.keys() == {*dict(WHYS), "line"}


def test_what_is_toml_is_read():
    assert read_toml('a = "é"') == {"a": "é"}
