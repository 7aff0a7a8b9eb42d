"""docs/queue.md tells the truth: the table of moves is the one the code has, and the page stays readable."""

from __future__ import annotations

import re

from server.domain.moves import MOVES
from tests.architecture.reading import ROOT

PAGE = (ROOT / "docs/queue.md").read_text("utf-8")
ROW = re.compile(r"^\| (\w+)[^|]*\| ([^|]+) \| (\w+) \|$", re.MULTILINE)


def table(page: str) -> dict[str, tuple[set[str], str]]:
    """The moves as the page tells them."""
    return {
        verb: (set(re.findall(r"\w+", sources)), target)
        for verb, sources, target in ROW.findall(page)
        if verb != "move"
    }


def test_the_moves_on_the_page_are_those_of_the_code():
    told = table(PAGE)
    assert told.pop("issue") == (set(), "waiting")
    # "same": it stays where it is.
    moves = {verb: (set(map(str, move.sources)), str(move.target or "same")) for verb, move in MOVES.items()}
    assert told == {str(verb): paths for verb, paths in moves.items()}


def test_a_row_that_says_something_else_is_noticed():
    assert table(PAGE.replace("| cancel | waiting, parked |", "| cancel | waiting |")) != table(PAGE)


def test_the_page_can_be_read_in_one_sitting():
    assert len(PAGE.splitlines()) < 120


def test_every_file_and_key_the_page_names_is_there():
    for path in re.findall(r"`((?:server|docs|tests)/[\w/.]+)`", PAGE):
        assert (ROOT / path).exists(), path
