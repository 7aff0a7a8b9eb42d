"""The campaign: every fault at every point of a job, and what is reported held against what is on the paper."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest

from printers.drivers import driver_for
from printers.drivers.drawing import drawn
from printers.drivers.fake.faults import Fault, Kind
from printers.drivers.fake.server import FakePrinter
from printers.drivers.paper_kind import Paper
from printers.drivers.patience import Deadline, Patience
from printers.job import PrintJob
from printers.outcome import Failed, Printed, Reason, State, Unconfirmed

# Quick where the fake never answers, and patient enough for a busy machine where it does.
QUICK = Patience(
    open=5, answer=0.3, hunch=0.1, stall=0.3, job=1.0, confirm=0.4, settle=0.3, poll=0.01, clear=0.3, close=0.01
)

TELLS = {Kind.PAPER_OUT: Reason.PAPER_OUT, Kind.COVER_OPEN: Reason.COVER_OPEN, Kind.MECHANICAL: Reason.MECHANICAL}

POINTS = (
    "before connecting", "before the first byte", "at byte 1", "in the head", "in the number", "in the QR code",
    "late in the QR code", "at the cut", "at the last byte", "before the confirmation",
)  # fmt: skip
LANES = 6


@dataclass
class Found:
    """One job of the campaign."""

    kind: Kind | None
    point: str
    number: str
    outcome: object


def place_of(point: str, stream: bytes) -> int | None:
    """The byte of the job before which the fault strikes."""
    code = stream.index(b"\x1dv0")
    return {
        "before connecting": None,
        "before the first byte": 0,
        "at byte 1": 1,
        "in the head": 40,
        "in the number": code // 2,
        "in the QR code": code + 9,
        "late in the QR code": code + 300,
        "at the cut": len(stream) - 4,
        "at the last byte": len(stream) - 1,
        "before the confirmation": len(stream),
    }[point]


@pytest.fixture(scope="module")
def make_job():
    def make(number):
        return PrintJob(
            "job", "PIMMS", number, "Impôts", "fr", "2026-11-23T10:42:00+01:00", 3, f"http://h/t/{number}abcdef"
        )

    return make


@pytest.fixture(scope="module")
def campaign(make_job):
    """Every job's outcome, and all the paper that came out until long after. Each lane has a printer of its own.

    In the second round the driver has just been started, and knows nothing of its printer yet.
    """
    cases = [(kind, point, fresh) for fresh in (False, True) for kind in Kind for point in POINTS]
    cases += [(None, "plain", False)] * 20
    numbered = [(f"A{count:03}", *case) for count, case in enumerate(cases, 1)]
    streams = {number: drawn(make_job(number), Paper()) for number, *_ in numbered}

    def lane(place):
        with FakePrinter() as printer:
            driver = driver_for(printer.url, QUICK)
            found = []
            for number, kind, point, fresh in numbered[place::LANES]:
                driver = driver_for(printer.url, QUICK) if fresh else driver
                if kind is not None:
                    printer.plan(Fault(kind, place_of(point, streams[number])))
                found.append(Found(kind, point, number, driver.print(make_job(number))))
                # A new roll, a closed cover: what is still in the printer's buffer comes out now.
                printer.repair(switch_off=kind == Kind.POWER_LOST)
                settled(printer)
            return found, list(printer.pieces)

    with ThreadPoolExecutor(LANES) as lanes:
        ran = list(lanes.map(lane, range(LANES)))
    return [each for found, _ in ran for each in found], streams, [piece for _, pieces in ran for piece in pieces]


def settled(printer):
    """Wait until the printer has nothing left to print and nobody on the line."""
    until = Deadline(20)
    while printer.engine.buffer or printer.client is not None:
        assert not until.passed, "the printer does not come to rest"
        printer.apply()


def whole(pieces, stream):
    return [piece for piece in pieces if piece.whole and piece.stream == stream]


def test_the_campaign_is_large_enough(campaign):
    found, _, _ = campaign
    assert len(found) >= 200
    assert {each.kind for each in found} == {None, *Kind}
    assert {type(each.outcome) for each in found} == {Printed, Unconfirmed, Failed}


def test_no_ticket_is_called_printed_that_is_not_whole_on_the_paper(campaign):
    found, streams, pieces = campaign
    lost = [each for each in found if each.outcome == Printed() and len(whole(pieces, streams[each.number])) != 1]
    assert lost == []


def test_no_ticket_is_on_the_paper_twice(campaign):
    _, streams, pieces = campaign
    assert [number for number, stream in streams.items() if len(whole(pieces, stream)) > 1] == []
    codes = [piece.codes()[0] for piece in pieces[::5] if piece.whole]
    assert len(codes) == len(set(codes)) > 0


def test_nothing_comes_out_of_a_job_of_which_nothing_was_sent(campaign):
    found, streams, pieces = campaign
    unsent = [each.number for each in found if isinstance(each.outcome, Failed) and not each.outcome.sent]
    assert unsent
    assert [number for number in unsent if any(streams[number][:200] in piece.stream for piece in pieces)] == []


def test_a_trouble_that_the_printer_tells_is_reported_by_its_reason(campaign):
    found, _, _ = campaign
    told = [each for each in found if each.kind in TELLS]
    wrong = [
        each
        for each in told
        if not (isinstance(each.outcome, Failed) and each.outcome.reason == TELLS[each.kind])
        or each.outcome.sent != (each.point != "before connecting")
    ]
    assert told
    assert wrong == []


def test_a_new_roll_prints_nothing_of_a_failed_ticket(campaign):
    found, streams, pieces = campaign
    failed = [each for each in found if each.kind in TELLS and each.point != "before the confirmation"]
    assert failed
    assert [each for each in failed if whole(pieces, streams[each.number])] == []
    # What came out of it before it stopped is the beginning of that ticket and nothing else.
    scraps = [piece for piece in pieces if not piece.whole]
    assert [scrap for scrap in scraps if not any(s.startswith(scrap.stream) for s in streams.values())] == []


def test_a_printer_that_is_not_there_got_nothing(campaign):
    found, _, _ = campaign
    away = [
        each for each in found if each.kind in (Kind.REFUSES, Kind.POWER_LOST) and each.point == "before connecting"
    ]
    assert away
    assert {(each.outcome.reason, each.outcome.sent) for each in away} == {(Reason.UNREACHABLE, False)}


def test_a_printer_that_loses_its_power_in_a_job_leaves_it_in_doubt_or_failed(campaign):
    found, _, _ = campaign
    cut_off = [each for each in found if each.kind == Kind.POWER_LOST and each.point != "before connecting"]
    assert cut_off
    assert [each for each in cut_off if isinstance(each.outcome, Printed)] == []


def test_silence_is_never_taken_for_printed(campaign):
    found, _, _ = campaign
    silent = [each for each in found if each.kind in (Kind.SILENCE, Kind.HALF_OPEN, Kind.NO_CONFIRMATION)]
    assert silent
    assert [each for each in silent if isinstance(each.outcome, Printed)] == []


def test_a_plain_job_is_printed_and_a_low_roll_still_prints(campaign):
    found, _, _ = campaign
    fine = [each for each in found if each.kind in (None, Kind.PAPER_LOW)]
    assert len(fine) >= 40
    assert [each for each in fine if each.outcome != Printed()] == []


def test_a_low_roll_is_a_warning(make_job):
    with FakePrinter() as printer:
        printer.plan(Fault(Kind.PAPER_LOW))
        driver = driver_for(printer.url, QUICK)
        assert driver.print(make_job("A001")) == Printed()
        assert (driver.condition.state, driver.condition.reason) == (State.LOW, Reason.PAPER_LOW)
        assert driver.look() == driver.condition
