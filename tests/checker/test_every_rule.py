"""The tables together plant a fault for every rule, and the checker bears a long day."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from server.checker import Rule, check
from tests.checker import test_counters, test_entries, test_live, test_places, test_site, test_tickets, test_undo
from tests.checker.faults import PLANTED

LINE, ENTRIES = 30_000, 100_000
LINES = "papiers,counter:1"


def test_every_rule_has_a_fault_planted_for_it():
    ordered = (test_counters.ORDER, test_places.PLACES)
    tables = (*ordered, test_entries.SEQUENCE, test_live.VIEWS, test_site.SITE, test_tickets.PATHS, test_undo.UNDONE)
    assert all(tables)
    assert set(Rule) == PLANTED


def long_line(unjust: int) -> Iterator[dict[str, str]]:
    """Everybody comes in the morning; then one is called and completed and now and then someone new comes.

    Every other call is of a chosen ticket from the end of the line, so that the line is left from both ends. The
    first call of the next after the version `unjust` passes over the first.
    """
    version, issued = 0, 0
    line: deque[str] = deque()

    def entry(move: str, ticket: str, **fields: str) -> dict[str, str]:
        nonlocal version
        version += 1
        common = {"version": str(version), "at": str(version), "move": move, "ticket": ticket}
        return common | {"request_id": f"r{version}", "number": f"A{int(ticket):03d}", "need": "papiers"} | fields

    while version < ENTRIES:
        if version < LINE or version % 3 == 0:
            issued += 1
            line.append(f"{issued:012d}")
            told = {"from": "", "to": "waiting", "language": "fr", "day": "2026-07-29", "head_start": "0"}
            yield entry("issue", line[-1], place=str(version + 1), **told)
        if version >= LINE:
            chosen = version % 2 == 0
            if unjust <= version and not chosen:
                line.rotate(-1)
                unjust = ENTRIES * 2
            called = line.pop() if chosen else line.popleft()
            told = {"from": "waiting", "to": "called", "counter": "1", "lines": LINES, "chosen": "1" if chosen else ""}
            yield entry("call", called, **told)
            yield entry("complete", called, **{"from": "called", "to": "done"})


def test_one_fault_at_the_end_of_a_long_line_and_a_long_journal_is_found():
    report = check(long_line(unjust=ENTRIES - 5))
    assert [breach.rule for breach in report.breaches] == [Rule.ORDER]
    assert report.breaches[0].version > ENTRIES - 5
    assert report.entries >= ENTRIES
    assert report.tickets > LINE
