"""The campaign: every fault at every point of a job, and what is reported held against what is on the paper."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations, takewhile

import pytest

from printers.drivers import driver_for
from printers.drivers.drawing import drawn
from printers.drivers.fake.engine import BUFFER_BYTES, Engine
from printers.drivers.fake.faults import Fault, Kind
from printers.drivers.fake.framer import Framer
from printers.drivers.fake.pieces import Piece
from printers.drivers.fake.server import FakePrinter
from printers.drivers.paper_kind import Paper
from printers.drivers.patience import Deadline, Patience
from printers.job import PrintJob
from printers.outcome import Failed, Outcome, Printed, Reason, State, Unconfirmed
from tests.support.points import POINTS, place_of

# For a printer that answers: it waits no longer than that takes, however busy this machine is.
PATIENT = Patience(
    open=20, answer=20, hunch=20, stall=20, job=60, confirm=30, settle=20, poll=0.01, clear=20, close=20
)  # fmt: skip
# For one that does not: every wait is waited out.
QUICK = Patience(
    open=5, answer=0.1, hunch=0.05, stall=0.1, job=0.4, confirm=0.15, settle=0.1, poll=0.01, clear=0.1, close=0.01
)

TELLS = {Kind.PAPER_OUT: Reason.PAPER_OUT, Kind.COVER_OPEN: Reason.COVER_OPEN, Kind.MECHANICAL: Reason.MECHANICAL}
KEEPS_WAITING = {Kind.SILENCE, Kind.SLOW, Kind.HALF_OPEN, Kind.GARBAGE, Kind.NO_CONFIRMATION}

NEARLY_DONE = ("at the cut", "at the last byte", "before the confirmation")

# What happens at each point, one ticket each: the driver knows its printer when the fault strikes, then it is new.
STEPS = ("A001 plain", "A002 fault", "A003 plain", "A004 new driver, fault", "A005 plain")


@dataclass(frozen=True, slots=True)
class Told:
    """What was said of one ticket."""

    number: str
    faulty: bool
    point: str
    outcome: Outcome


@lru_cache
def job(number):
    return PrintJob(
        "job", "PIMMS", number, "Impôts", "fr", "2026-11-23T10:42:00+01:00", 3, f"http://h/t/{number}abcdef"
    )


@lru_cache
def stream_of(number):
    return drawn(job(number), Paper())


def five_tickets(kind, point, buffer_bytes=BUFFER_BYTES, patience=PATIENT):
    """What was said of each, and all the paper that came out until long after."""
    told = []
    with FakePrinter(Engine(buffer_bytes)) as printer:
        driver = driver_for(printer.url, PATIENT)
        for step in STEPS:
            number, faulty = step[:4], step.endswith("fault")
            driver = driver_for(printer.url) if "new" in step else driver
            driver.patience = QUICK if faulty and kind in KEEPS_WAITING else patience if faulty else PATIENT
            if faulty:
                printer.plan(Fault(kind, place_of(point, stream_of("A002"))))
            told.append(Told(number, faulty, point, driver.print(job(number))))
            # A new roll, a closed cover: what is still in the printer's buffer comes out now.
            printer.repair(switch_off=kind == Kind.POWER_LOST)
            settled(printer)
        return told, list(printer.pieces)


def settled(printer):
    """Wait until the printer has nothing left to print and nobody on the line."""
    until = Deadline(60)
    while printer.engine.buffer or printer.client is not None:
        assert not until.passed, "the printer does not come to rest"
        printer.apply()


def shared(one, other):
    """With how many bytes both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def lies(told, pieces):
    """Where what was said differs from the paper, a sentence each."""
    streams = {each.number: stream_of(each.number) for each in told}
    alike = max(shared(*pair) for pair in combinations(streams.values(), 2))
    for each in told:
        stream, outcome = streams[each.number], each.outcome
        copies = sum(piece.whole and piece.stream == stream for piece in pieces)
        begun = any(shared(piece.stream, stream) > alike for piece in pieces)
        if copies > 1:
            yield f"{each} is on the paper twice"
        if outcome == Printed() and not copies:
            yield f"{each} is lost, and called printed"
        if isinstance(outcome, Failed) and not outcome.sent and begun:
            yield f"{each} is on the paper, and nothing of it is said to be sent"
        # When the last byte was printed before the trouble came, the ticket is there and nobody can know it.
        if isinstance(outcome, Failed) and copies and each.point != "before the confirmation":
            yield f"{each} came out after it was called failed"
    for piece in pieces:
        if not piece.whole and not any(stream.startswith(piece.stream) for stream in streams.values()):
            yield f"a scrap is the beginning of no ticket: {piece.stream!r}"


def unexpected(kind, told):
    """What should have been said of this fault, and was not."""
    for each in told:
        outcome, at_once = each.outcome, each.point == "before connecting"
        if not each.faulty or kind == Kind.PAPER_LOW:
            right = outcome == Printed()
        elif kind in TELLS:
            right = isinstance(outcome, Failed) and (outcome.reason, outcome.sent) == (TELLS[kind], not at_once)
        elif kind in (Kind.REFUSES, Kind.POWER_LOST) and at_once:
            right = isinstance(outcome, Failed) and (outcome.reason, outcome.sent) == (Reason.UNREACHABLE, False)
        elif kind in (Kind.GARBAGE, Kind.REFUSES) or (kind == Kind.SLOW and each.point in NEARLY_DONE):
            right = True  # the confirmation may come all the same, and is held against the paper
        else:
            right = outcome != Printed()
        if not right:
            yield each


@pytest.mark.parametrize("kind", Kind)
def test_whatever_goes_wrong_and_whenever_what_is_said_is_what_the_paper_shows(kind):
    with ThreadPoolExecutor(len(POINTS)) as lanes:
        ran = list(lanes.map(lambda point: five_tickets(kind, point), POINTS))
    assert [lie for told, pieces in ran for lie in lies(told, pieces)] == []
    assert [each for told, _ in ran for each in unexpected(kind, told)] == []
    whole = next(piece for _, pieces in ran for piece in pieces if piece.whole)
    assert whole.codes() == [job("A001").follow_url]


@pytest.mark.parametrize("kind", TELLS)
def test_a_printer_whose_buffer_is_full_cannot_be_asked_and_is_not_believed_to_have_printed(kind):
    with ThreadPoolExecutor(len(POINTS)) as lanes:
        ran = list(lanes.map(lambda point: five_tickets(kind, point, 100, QUICK), POINTS))
    assert [lie for told, pieces in ran for lie in lies(told, pieces)] == []
    outcomes = [each.outcome for told, _ in ran for each in told if each.faulty]
    assert Printed not in map(type, outcomes)
    assert [each for told, _ in ran for each in told if not each.faulty and each.outcome != Printed()] == []


def test_the_campaign_is_two_hundred_faulty_jobs_and_more():
    assert len(Kind) * len(POINTS) * sum(step.endswith("fault") for step in STEPS) >= 200


@pytest.mark.parametrize("pictogram", ["", "train"])
def test_a_fault_strikes_where_its_point_says(pictogram):
    stream = drawn(replace(job("A012"), pictogram=pictogram), Paper())
    at = {point: place_of(point, stream) for point in POINTS}
    places = [place for place in at.values() if place is not None]
    assert places == sorted(set(places))
    assert stream[: at["in the head"]].endswith(b"PIM")
    assert stream[: at["in the number"]].endswith(b"0")
    assert stream[at["in the number"] :].startswith(b"12\n")
    for point in ("in the QR code", "late in the QR code"):
        framer = Framer()
        for byte in stream[: at[point]]:
            framer.feed(byte)
        assert framer.command.startswith(b"\x1b*"), point
    assert stream[at["at the cut"] :] == b"\x1dV\x01"


@pytest.mark.parametrize(
    ("outcome", "copies", "whole", "lie"),
    [
        (Printed(), 0, True, "lost, and called printed"),
        (Printed(), 1, False, "lost, and called printed"),
        (Unconfirmed(), 2, True, "twice"),
        (Failed(Reason.TIMEOUT, "", sent=False), 1, False, "nothing of it is said to be sent"),
        (Failed(Reason.PAPER_OUT, "", sent=True), 1, True, "after it was called failed"),
        (Failed(Reason.TIMEOUT, "", sent=True), 1, True, "after it was called failed"),
    ],
)
def test_the_campaign_sees_a_lie(outcome, copies, whole, lie):
    told = [
        Told("A001", faulty=False, point="", outcome=Unconfirmed()),
        Told("A002", faulty=True, point="at the cut", outcome=outcome),
    ]
    found = list(lies(told, [Piece(stream_of("A002"), whole)] * copies))
    assert len(found) == 1
    assert lie in found[0]


def test_a_low_roll_is_a_warning():
    with FakePrinter() as printer:
        printer.plan(Fault(Kind.PAPER_LOW))
        driver = driver_for(printer.url, PATIENT)
        assert driver.print(job("A001")) == Printed()
        assert (driver.condition.state, driver.condition.reason) == (State.LOW, Reason.PAPER_LOW)
        assert driver.look() == driver.condition
