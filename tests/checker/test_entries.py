"""Faults in the journal as a sequence, in an entry's fields, in its request, and in print jobs."""

from __future__ import annotations

import pytest

from server.checker import Rule, check
from tests.checker.busy_day import busy_day
from tests.checker.faults import fault, found, lose, write_raw
from tests.checker.journal import Journal


def renumber(day: Journal, first: int):
    for version, entry in enumerate(day.entries, start=first):
        moved = version - int(entry["version"])
        entry["version"] = str(version)
        if "undone" in entry:
            entry["undone"] = str(int(entry["undone"]) + moved)


SEQUENCE = [
    fault(Rule.FIRST_VERSION, "the journal begins at version 2", lambda day: renumber(day, 2)),
    fault(Rule.VERSION, "an entry is lost", lambda day: lose(day, "recall")),
    fault(Rule.VERSION, "a version is left out", lambda day: day.last.update(version="1000")),
    fault(
        Rule.CLOCK_BACK, "the clock goes back", lambda day: day.last.update(at="1785308400000", place="1785308340000")
    ),
]


def summon_while_the_day_ends(day: Journal):
    day.expire_all()
    write_raw(day, move="summon", ticket="")


FIELDS = [
    fault(Rule.UNKNOWN_MOVE, "a move of another design", lambda day: write_raw(day, move="summon", ticket="")),
    fault(Rule.UNKNOWN_MOVE, "a move of another design while a day ends", summon_while_the_day_ends),
    fault(Rule.MISSING_FIELD, "no move", lambda day: write_raw(day, ticket="")),
    fault(Rule.MISSING_FIELD, "no version", lambda day: day.last.pop("version")),
    fault(Rule.MISSING_FIELD, "no time", lambda day: day.find("recall").pop("at")),
    fault(Rule.MISSING_FIELD, "no ticket", lambda day: write_raw(day, move="expire", **{"from": "parked", "to": "x"})),
    fault(Rule.MISSING_FIELD, "no state before", lambda day: day.find("serve").pop("from")),
    fault(Rule.MISSING_FIELD, "no state after", lambda day: day.find("serve").update(to="")),
    fault(Rule.MISSING_FIELD, "no number", lambda day: day.find("issue").update(number="")),
    fault(Rule.MISSING_FIELD, "no place", lambda day: day.find("issue").pop("place")),
    fault(Rule.MISSING_FIELD, "no head start", lambda day: day.find("issue").pop("head_start")),
    fault(Rule.MISSING_FIELD, "no language", lambda day: day.find("issue").pop("language")),
    fault(Rule.MISSING_FIELD, "no day of an issue", lambda day: day.last.pop("day")),
    fault(Rule.MISSING_FIELD, "no counter", lambda day: day.find("call").update(counter="")),
    fault(Rule.MISSING_FIELD, "no lines of a call of the next", lambda day: day.find("call").pop("lines")),
    fault(Rule.MISSING_FIELD, "no line after a transfer", lambda day: day.find("transfer").pop("line")),
    fault(Rule.MISSING_FIELD, "no line after a restore", lambda day: day.find("restore").pop("line")),
    fault(Rule.MISSING_FIELD, "no request", lambda day: day.find("recall").update(request_id="")),
    fault(Rule.MISSING_FIELD, "no counter to close", lambda day: write_raw(day, move="close_counter")),
    fault(Rule.MISSING_FIELD, "no counter that serves", lambda day: day.find("serve_needs").pop("counter")),
    fault(Rule.MISSING_FIELD, "no request to serve", lambda day: day.find("serve_needs").update(request_id="")),
    fault(Rule.MISSING_FIELD, "no job", lambda day: day.find("print", to="expired").pop("job")),
    fault(Rule.MALFORMED_FIELD, "a version in words", lambda day: day.last.update(version="last")),
    fault(Rule.MALFORMED_FIELD, "a version of 5000 digits", lambda day: day.last.update(version="9" * 5000)),
    fault(Rule.MALFORMED_FIELD, "a time of 19 digits", lambda day: day.find("recall").update(at="9" * 19)),
    fault(Rule.MALFORMED_FIELD, "a place of 5000 digits", lambda day: day.find("issue").update(place="9" * 5000)),
    fault(Rule.MALFORMED_FIELD, "a head start of 5000 digits", lambda day: day.last.update(head_start="9" * 5000)),
    fault(Rule.MALFORMED_FIELD, "a time in words", lambda day: day.find("recall").update(at="noon")),
    fault(Rule.MALFORMED_FIELD, "a place with a point", lambda day: day.find("issue").update(place="1785308402000.0")),
    fault(Rule.MALFORMED_FIELD, "a head start in minutes", lambda day: day.find("issue").update(head_start="0 min")),
    fault(Rule.MALFORMED_FIELD, "a day that never was", lambda day: day.last.update(day="2026-02-30")),
    fault(Rule.MALFORMED_FIELD, "a day in French", lambda day: day.last.update(day="30/07/2026")),
    fault(Rule.MALFORMED_FIELD, "a short ticket id", lambda day: day.last.update(ticket="99")),
    fault(Rule.MALFORMED_FIELD, "a choice in words", lambda day: day.find("call").update(chosen="no")),
    fault(Rule.MALFORMED_FIELD, "a stop of a ticket", lambda day: day.find("stop").update(ticket="000000000001")),
    fault(Rule.MALFORMED_FIELD, "needs of a ticket", lambda day: day.find("serve_needs").update(ticket="000000000001")),
    fault(
        Rule.MALFORMED_FIELD,
        "a need without a name",
        lambda day: day.find("serve_needs").update(needs="papiers,,energie"),
    ),
]


def twice_at_the_bell(day: Journal):
    for state in ("parked", "no_show"):
        day.write("expire", day.someone(state), request_id="bell")


def transfer_twice(day: Journal):
    for _ in range(2):
        day.send(day.someone("waiting", "papiers"), "energie", need="energie", request_id="tap")


def choose_needs_twice(day: Journal):
    for needs in ("papiers", "papiers,energie"):
        day.write("serve_needs", counter="3", needs=needs, request_id="tap")


def complete_with(day: Journal, call_request: str, counter: str = "1"):
    day.write("complete", day.someone("called"), counter="1", reason="next_called", request_id="tap")
    if call_request:
        day.call(counter, request_id=call_request)


def complete_and_issue(day: Journal):
    day.write("complete", day.someone("called"), counter="1", reason="next_called", request_id="tap")
    day.issue(request_id="tap")


REQUESTS = [
    fault(Rule.REPEATED_REQUEST, "two issues by one tap", lambda day: day.issue(request_id=day.last["request_id"])),
    fault(Rule.REPEATED_REQUEST, "two calls by one tap", lambda day: day.call("3", request_id="one-tap")),
    fault(Rule.REPEATED_REQUEST, "two choices of needs by one tap", choose_needs_twice),
    fault(Rule.REPEATED_REQUEST, "two transfers that are no closing", transfer_twice),
    fault(Rule.REPEATED_REQUEST, "two expired by a request that is no new day", twice_at_the_bell),
    fault(Rule.NEXT_CALLED, "the call by another request", lambda day: complete_with(day, "tip")),
    fault(Rule.NEXT_CALLED, "the call at another counter", lambda day: complete_with(day, "tap", "3")),
    fault(Rule.NEXT_CALLED, "no call at all", lambda day: complete_with(day, "")),
    fault(Rule.NEXT_CALLED, "another move before the call", complete_and_issue),
]


def print_first(day: Journal, **fields: str):
    day.print("000000000008", "claimed")
    day.last.update(fields)


PRINTS = [
    fault(Rule.PRINT_FROM, "printed again", lambda day: day.entries.append(again(day, "printed"))),
    fault(
        Rule.PRINT_FROM,
        "printed before it was claimed",
        lambda day: print_first(day, **{"from": "claimed", "to": "failed"}),
    ),
    fault(Rule.PRINT_MOVE, "printed without being claimed", lambda day: day.print("000000000008", "printed")),
    fault(Rule.PRINT_MOVE, "queued again", lambda day: day.print("000000000008", "claimed", "queued")),
    fault(Rule.PRINT_MOVE, "expired after it was claimed", lambda day: day.print("000000000008", "claimed", "expired")),
    fault(
        Rule.PRINT_TICKET,
        "a job of two tickets",
        lambda day: day.find("print", to="printed").update(ticket="000000000002"),
    ),
    fault(Rule.PRINT_FROM, "a copy queued twice", lambda day: day.copy("000000000001", "again", request_id="more")),
    fault(Rule.PRINT_COPY, "a double by itself", lambda day: day.copy("000000000001", "new", request_id="")),
    fault(Rule.PRINT_MOVE, "a test print from nowhere", lambda day: day.test_print("test-2", "printed")),
    fault(Rule.PRINT_FROM, "a test printed twice", lambda day: day.test_print("test-1", "queued")),
    fault(Rule.NUMBER_CHANGED, "another number on paper", lambda day: day.find("print").update(number="A009")),
    fault(Rule.UNKNOWN_TICKET, "a job of nobody", lambda day: print_first(day, ticket="000000000999", job="j999")),
]


def again(day: Journal, state: str) -> dict[str, str]:
    day.write("recall")
    return day.find("print", to=state) | {"version": day.last["version"], "at": day.entries.pop()["at"]}


@pytest.mark.parametrize(("rule", "plant"), SEQUENCE + FIELDS + REQUESTS + PRINTS)
def test_a_fault_is_found_and_named_and_nothing_else(rule, plant):
    found(rule, plant)


def test_an_expiry_may_be_a_part_of_the_new_day_that_asked_for_it():
    day = busy_day()
    for entry in day.entries:
        if entry["move"] in {"expire", "new_day"}:
            entry["request_id"] = "midnight"
    assert check(day.entries).breaches == ()


def test_the_first_request_of_a_whole_journal_is_held_to_one_change_like_any_other():
    day = Journal()
    ticket = day.issue(request_id="tap")
    for _ in range(2):
        day.send(ticket, "papiers", request_id="tap")
    assert [breach.rule for breach in check(day.entries).breaches] == [Rule.REPEATED_REQUEST]
