"""How long it may take: never so long that the server's lease of a job ends, and as long as a slow line needs."""

from __future__ import annotations

from itertools import product

import pytest

from printers.drivers import PrinterUrlError, cups, driver_for
from printers.drivers.address import BAUDS
from printers.drivers.delivery import FILLING, LATE, NO_CONFIRMATION, STALLED, Delivery
from printers.drivers.device import DeviceDriver
from printers.drivers.drawing import drawn
from printers.drivers.fake.faults import Fault, Kind
from printers.drivers.learnt import Learnt
from printers.drivers.links import serial
from printers.drivers.paper_kind import Paper
from printers.drivers.patience import BESIDE_THE_LINE, LONGEST_JOB, Patience, line_seconds
from printers.drivers.talk import CLEAR
from printers.outcome import Failed, Printed, Reason, Unconfirmed
from server.queues.keys import JOB_LEASE_MS
from tests.printers.stand_in_line import HoldsBack
from tests.printers.stand_in_time import Clock, Line, Worst

# Seconds that the agent has left to tell the server, when all went as slowly as it can.
TO_TELL = 2.0

FINE, OUT, NOISE = b"\x12", b"\x32", b"\xff"
CLEARED = b"\x37\x25\x00"


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)


def arabic(size=14_000):
    """Bytes of a ticket drawn as pictures: one image, and a cut."""
    rows = (size - 12) // 72
    return b"\x1dv0\x00\x48\x00" + rows.to_bytes(2, "little") + bytes(72 * rows) + b"\x1dV\x00"


@pytest.mark.parametrize(
    "answers",
    [
        [b""],
        [FINE],
        [OUT],
        [NOISE],
        [FINE] * 8 + [b""],
        [FINE] * 8 + [OUT],
        [FINE, b""] * 8 + [OUT, b"", CLEARED, b""],
        [b"", FINE],
    ],
)
def test_the_slowest_printer_there_can_be_is_given_up_before_the_lease_ends(clock, answers):
    longest = {}
    knows = [Learnt(*each) for each in ((), (True, True, True), (True, False), (False, None, True))]
    for takes, keeps, learnt in product(([0], [14_000], [1], [1] * 39 + [0], [70]), (0, 1), knows):
        clock.now = 0.0
        link = Worst(clock, list(takes), keeps, list(answers))
        outcome = Delivery(arabic(), Learnt(learnt.tells, learnt.confirms, learnt.leftover), Patience()).to(link)
        longest[clock.now] = (outcome, takes, keeps, learnt)
    assert max(longest) < JOB_LEASE_MS / 1000 - TO_TELL, longest[max(longest)]


@pytest.mark.parametrize("baud", [9600, 19_200])
@pytest.mark.parametrize("answers", [[b""], [FINE], [OUT], [NOISE], [FINE] * 16 + [b""], [FINE, b""] * 12 + [OUT]])
def test_a_ticket_after_half_a_one_and_the_look_before_it_are_over_before_the_lease_ends(
    clock, monkeypatch, a_job, answers, baud
):
    longest = {}
    for takes, size in product(([14_000], [1], [1] * 39 + [0], [70], [700]), (14_000, 46_000)):
        monkeypatch.setattr("printers.drivers.device.drawn", lambda *_, size=size: arabic(size))
        clock.now = 0.0
        learnt = Learnt(tells=True, leftover=True, half_read=True)
        driver = DeviceDriver(Worst(clock, list(takes), 1, list(answers)), Paper(), baud=baud, learnt=learnt)
        driver.look()
        outcome = driver.print(a_job())
        longest[clock.now] = (outcome, takes, size)
    assert max(longest) < JOB_LEASE_MS / 1000 - TO_TELL, longest[max(longest)]


@pytest.mark.parametrize("held", ["till-1 root 1024 Mon 23 Nov 2026\n", ""])
def test_the_slowest_cups_there_can_be_is_given_up_before_the_lease_ends(clock, monkeypatch, a_job, held):
    def ask(command, data=b""):
        clock.sleep(cups.COMMAND_SECONDS)
        return {"lp": "request id is till-1", "lpstat": held if "not-completed" in command else ""}.get(command[0], "")

    monkeypatch.setattr(cups, "ask", ask)
    monkeypatch.setattr(cups, "time", clock)
    outcome = driver_for("cups://till").print(a_job())
    assert getattr(outcome, "reason", None) == (Reason.TIMEOUT if held else None)
    assert clock.now < JOB_LEASE_MS / 1000 - TO_TELL


@pytest.mark.parametrize("answers", [[b""], [FINE], [NOISE], [b"", FINE], [FINE, b""]])
def test_a_look_takes_seconds_at_most(clock, answers):
    for leftover in (True, False):
        clock.now = 0.0
        link, learnt = Worst(clock, [14_000], 0, list(answers)), Learnt(tells=True, leftover=leftover)
        DeviceDriver(link, Paper(), learnt=learnt).look()
        assert clock.now < 10


@pytest.mark.parametrize(("baud", "size"), [(19_200, 1_500), (19_200, 14_000), (9600, 14_000), (19_200, 46_000)])
def test_a_slow_line_is_given_the_time_that_its_bytes_take(clock, monkeypatch, a_job, baud, size):
    line, stream = Line(clock, baud / 10), arabic(size)
    monkeypatch.setattr("printers.drivers.device.drawn", lambda *_: stream)
    assert DeviceDriver(line, Paper(), baud=baud).print(a_job()) == Printed()
    assert [piece.stream for piece in line.engine.pieces] == [stream]
    assert clock.now >= line_seconds(len(stream), baud)


@pytest.mark.parametrize("baud", [9600, 19_200])
def test_a_slow_line_brings_a_ticket_after_half_a_one_before_the_lease_ends(clock, monkeypatch, a_job, baud):
    line, stream = Line(clock, baud / 10), arabic()
    line.engine.clears = False
    monkeypatch.setattr("printers.drivers.device.drawn", lambda *_: stream)
    driver = DeviceDriver(line, Paper(), baud=baud, learnt=Learnt(tells=True, leftover=True, half_read=True))
    driver.look()
    assert driver.print(a_job()) == Printed()
    [piece] = line.engine.pieces
    assert piece.stream.endswith(FILLING + stream)
    assert line_seconds(len(FILLING + stream), baud) < clock.now < JOB_LEASE_MS / 1000 - TO_TELL


def test_a_line_too_slow_for_a_ticket_is_refused_in_a_line():
    assert line_seconds(len(FILLING) + 14_000, min(BAUDS)) + BESIDE_THE_LINE < LONGEST_JOB
    with pytest.raises(PrinterUrlError, match=r"“1200” is no baud\. Write baud= and one of: 9600"):
        driver_for("serial:///dev/x?baud=1200")


def test_a_printer_that_does_not_forget_is_told_to_twice_and_its_next_tickets_are_quick(clock, monkeypatch, a_job):
    line, orders, took = Line(clock, 1e9), [], []
    monkeypatch.setattr("printers.drivers.device.drawn", lambda *_: arabic(1500))
    line.engine.clears, obey = False, line.engine.obey_at_once
    line.engine.obey_at_once = lambda command: (orders.append(command == CLEAR), obey(command))
    driver = DeviceDriver(line, Paper())
    assert driver.print(a_job()) == Printed()
    line.engine.plan(Fault(Kind.PAPER_OUT, 300))
    assert driver.print(a_job()).reason == Reason.PAPER_OUT
    driver.look()
    assert orders.count(True) == 2  # at once, and over a link where nothing can stand before it
    line.engine.repair()
    for _ in range(2):
        began = clock.now
        driver.look()
        assert driver.print(a_job()) == Printed()
        took.append(clock.now - began)
    assert orders.count(True) == 2
    assert max(took) < Patience().clear
    assert driver.learnt == Learnt(tells=True, confirms=True, clears=False)


@pytest.mark.parametrize(("taken", "whole"), [(1500, True), (1505, True), (1499, False)])
def test_a_ticket_that_was_taken_whole_before_the_line_stood_still_may_be_there(clock, taken, whole):
    stream = arabic(1500)
    link = Worst(clock, [3] * 4 + [taken - 1500 + len(stream), 0], 0, [FINE])
    outcome = Delivery(stream, Learnt(), Patience()).to(link)
    if whole:
        assert outcome == Unconfirmed(STALLED)
    else:
        assert (type(outcome), outcome.reason, outcome.sent) == (Failed, Reason.TIMEOUT, True)
        assert f"took {len(stream) - 1} of {len(stream)} bytes" in outcome.detail


def test_a_printer_that_does_not_confirm_is_waited_for_once_and_not_with_every_ticket(clock):
    line, learnt, patience = Line(clock, 1e9), Learnt(), Patience()
    line.engine.plan(Fault(Kind.NO_CONFIRMATION))
    took = []
    for detail in (LATE, NO_CONFIRMATION, NO_CONFIRMATION):
        began = clock.now
        assert Delivery(arabic(1500), learnt, patience).to(line) == Unconfirmed(detail)
        took.append(clock.now - began)
    assert learnt == Learnt(tells=True, confirms=False)
    assert took[0] >= patience.confirm
    assert max(took[1:]) < patience.settle + patience.close + patience.answer


def test_a_line_that_is_held_back_for_good_is_given_up_when_nothing_moved_for_long(clock):
    line, stream = Line(clock, 1920, held_back_at=5000), arabic()
    outcome = Delivery(stream, Learnt(), Patience().for_line(len(stream), 19_200)).to(line)
    assert (type(outcome), outcome.reason, outcome.sent) == (Failed, Reason.TIMEOUT, True)
    assert line.engine.pieces == []
    assert clock.now >= line_seconds(5000, 19_200) + Patience().stall


def test_a_quick_line_gets_no_more_patience_than_any_other_printer():
    assert Patience().for_line(14_000, 115_200) == Patience().for_line(14_000, None) == Patience()
    assert Patience().for_line(46_000, 19_200).job > line_seconds(46_000, 19_200)
    assert Patience().for_line(46_000, 9600).job == LONGEST_JOB


def test_only_a_serial_line_s_driver_reckons_with_its_pace():
    assert driver_for("serial:///dev/x?baud=19200").baud == 19_200
    assert driver_for("network://h").baud is None


@pytest.mark.parametrize(("language", "need"), [("fr", "Mes papiers"), ("ar", "أوراقي وإجراءاتي")])
def test_a_printer_that_holds_the_line_back_gets_the_whole_ticket(tmp_path, monkeypatch, a_job, language, need):
    printer, job = HoldsBack(tmp_path, monkeypatch), a_job(language=language, need_label=need)
    try:
        assert driver_for(printer.url).print(job) == Printed()
        assert printer.tickets() == [drawn(job, Paper())]
    finally:
        printer.close()
    assert printer.held_back


def test_the_queue_of_a_line_is_short_enough_to_tell_that_it_moves():
    assert line_seconds(serial.QUEUE, 9600) < Patience().stall
