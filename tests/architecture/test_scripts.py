"""Each Lua script is in use, and opens by saying what it takes and what it answers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from server.queues.live import SCRIPT_NAMES
from server.queues.live import SHARED as SHARED_SCRIPTS
from tests.architecture.reading import ROOT

LUA = ROOT / "server/queues/lua"
SHARED = set(SHARED_SCRIPTS)
"""Joined to the front of every script; none of their own."""


def opening_of(text: str) -> str:
    """The comment that a script opens with."""
    lines = text.splitlines()
    end = next((i for i, line in enumerate(lines) if not line.startswith("--")), len(lines))
    return "\n".join(lines[:end])


def gaps_of(path: Path) -> list[str]:
    """What the opening comment of a script leaves unsaid."""
    text = path.read_text("utf-8")
    opening = opening_of(text)
    gaps = [] if opening.startswith(f"-- {path.stem}: ") else ["its name and what it does"]
    gaps += [word for word in ("KEYS[1]", "ARGV", "Answer", "efusals") if word not in opening]
    # What the shared part refuses is said by each script that lets it refuse.
    said = opening.partition("efusals")[2]
    return gaps + [code for code in refusals_in(text) if code not in said and path.stem not in SHARED]


def refusals_in(text: str) -> list[str]:
    """The codes that a script refuses with, in the order it does: by itself, or by asking `first_answer`."""
    codes = re.findall(r"\brefused\('(\w+)'|\b(first_answer)\(", text)
    return [code or "request_id_reused" for code, _ in codes]


SCRIPTS = sorted(path.stem for path in LUA.glob("*.lua"))


def test_every_script_is_registered_and_every_registered_script_exists():
    assert set(SCRIPTS) - SHARED == set(SCRIPT_NAMES)


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_opens_with_its_keys_arguments_answer_and_refusals(name):
    assert gaps_of(LUA / f"{name}.lua") == []


WHOLE = "-- call: the next.\n-- KEYS[1] anchor. ARGV: 1 time.\n-- Answer: the ticket. Refusals: queue_empty.\n"


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        (WHOLE.replace("KEYS[1] anchor. ", ""), "KEYS[1]"),
        (WHOLE.replace("ARGV: 1 time.", ""), "ARGV"),
        (WHOLE.replace("Answer: the ticket. ", ""), "Answer"),
        (WHOLE.replace("Refusals: queue_empty.", ""), "efusals"),
        (WHOLE.replace("call:", "issue:"), "its name and what it does"),
        (WHOLE + "return refused('illegal_move', { state = s })", "illegal_move"),
        (WHOLE + "local before = first_answer(id, asked)", "request_id_reused"),
        ("local x = 1\n" + WHOLE, "KEYS[1]"),
    ],
)
def test_what_an_opening_leaves_unsaid_is_found(tmp_path, text, gap):
    (tmp_path / "call.lua").write_text(text)
    assert gap in gaps_of(tmp_path / "call.lua")


def test_a_whole_opening_passes(tmp_path):
    (tmp_path / "call.lua").write_text(WHOLE + "return refused('queue_empty')")
    assert gaps_of(tmp_path / "call.lua") == []
