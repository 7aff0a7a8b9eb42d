"""How a fault is planted, and what is asked of the checker that reads it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from server.checker import Report, Rule, check
from tests.checker.busy_day import busy_day
from tests.checker.journal import Journal

PLANTED: set[Rule] = set()
"""Every rule that some table plants a fault for, as far as the tables are imported."""


def fault(rule: Rule, sentence: str, plant: Callable[[Journal], object]):
    """A row of a table: the fault that `plant` makes in a busy day breaks this rule and no other."""
    PLANTED.add(rule)
    return pytest.param(rule, plant, id=sentence)


def found(rule: Rule, plant: Callable[[Journal], object]) -> Report:
    """The report on a busy day with this fault, which names its rule once and nothing else.

    A fault that stands in the last entry must be told of that entry.
    """
    day = busy_day()
    before = [dict(entry) for entry in day.entries]
    plant(day)
    report = check(day.entries)
    assert [breach.rule for breach in report.breaches] == [rule], report.breaches
    [breach] = report.breaches
    if day.entries[: len(before)] == before and len(day.entries) == len(before) + 1:
        assert breach.version == len(day.entries)
    assert breach.said.startswith("Expected")
    assert ", found " in breach.said
    assert breach.said.endswith(".")
    return report


def lose(day: Journal, move: str):
    """Take the first entry of this move out of the stream."""
    day.entries.remove(day.find(move))


def write_raw(day: Journal, **fields: str):
    """Add an entry with these fields alone, beside a right version and time."""
    day.write("recall")
    entry = {"version": day.last["version"], "at": day.last["at"]} | fields
    day.entries[-1] = entry
