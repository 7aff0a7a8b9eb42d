"""What only some printers do: they hang, they may not be opened, they are held by CUPS."""

from __future__ import annotations

import errno
import os
import select
from contextlib import suppress
from dataclasses import replace

import pytest
import serial
import usb.core
from usb.backend import IBackend

from printers.drivers import driver_for, memory
from printers.drivers.cups import CupsDriver
from printers.drivers.drawing import drawn
from printers.drivers.fake.faults import Fault, Kind
from printers.drivers.links import CannotOpenError, ready
from printers.drivers.links.usb import open_usb
from printers.drivers.paper_kind import Paper
from printers.outcome import Condition, Failed, Printed, Reason, State, Unconfirmed
from tests.printers.stand_in import QUICK
from tests.printers.stand_in_cups import IDLE, Cups
from tests.printers.stand_in_usb import Usb
from tests.printers.stand_ins import File, Memory, Network, Serial


@pytest.fixture
def make(tmp_path, monkeypatch):
    made = []

    def one(kind):
        made.append(kind(tmp_path, monkeypatch))
        return made[-1]

    yield one
    for each in made:
        each.close()


def refuse(trouble):
    def refusing(*_, **__):
        raise trouble

    return refusing


def test_a_device_file_without_permission_names_the_group(make, monkeypatch, a_job):
    printer = make(File)
    monkeypatch.setattr("printers.drivers.links.file.os.open", refuse(PermissionError(errno.EACCES, "denied")))
    outcome = printer.driver().print(a_job())
    assert (outcome.reason, outcome.sent) == (Reason.UNREACHABLE, False)
    assert "group “lp”" in outcome.detail


def test_a_serial_line_without_permission_names_the_group(make, monkeypatch, a_job):
    printer = make(Serial)
    monkeypatch.setattr(serial, "Serial", refuse(serial.SerialException(errno.EACCES, "denied")))
    outcome = printer.driver().print(a_job())
    assert (outcome.reason, outcome.sent) == (Reason.UNREACHABLE, False)
    assert "group “dialout”" in outcome.detail


def test_a_usb_printer_without_permission_names_the_udev_rule(make, a_job):
    printer = make(Usb)
    printer.denied = True
    outcome = printer.driver().print(a_job())
    assert (outcome.reason, outcome.sent) == (Reason.UNREACHABLE, False)
    assert "udev rule" in outcome.detail


def test_a_usb_printer_that_runs_out_of_paper_says_so(make, a_job):
    printer = make(Usb)
    printer.engine.plan(Fault(Kind.PAPER_OUT, 300))
    outcome = printer.driver().print(a_job())
    assert (outcome.reason, outcome.sent) == (Reason.PAPER_OUT, True)
    assert printer.tickets() == []


@pytest.mark.parametrize(("pulled_at", "sent"), [(0, False), (1, True)])
def test_a_usb_printer_that_is_unplugged_in_a_ticket_may_have_got_a_part_of_it(make, a_job, pulled_at, sent):
    printer = make(Usb)
    printer.engine.buffer_bytes, printer.pulled_at = 200, pulled_at
    outcome = printer.driver().print(a_job())
    assert (outcome.reason, outcome.sent) == (Reason.UNREACHABLE, sent)


def test_a_usb_printer_that_takes_nothing_has_got_nothing(make, a_job):
    printer = make(Usb)
    printer.engine.buffer_bytes = 0
    outcome = printer.driver().print(a_job())
    assert (outcome.reason, outcome.sent) == (Reason.TIMEOUT, False)


@pytest.mark.parametrize("kind", [File, Serial])
def test_a_device_that_takes_nothing_is_left_alone_in_time(make, a_job, kind):
    printer = make(kind)
    printer.pause()
    file = os.open(printer.device, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
    while ready(file, select.POLLOUT, 0.2):  # a terminal moves on what it was given, and then has room again
        with suppress(BlockingIOError):
            os.write(file, bytes(4096))
    os.close(file)
    outcome = printer.driver().print(a_job())
    assert (outcome.reason, outcome.sent) == (Reason.TIMEOUT, False)
    assert "took 0 of" in outcome.detail


@pytest.mark.parametrize(
    ("alerts", "state", "reason"),
    [
        ("none", State.SILENT, None),
        ("media-empty-error", State.DOWN, Reason.PAPER_OUT),
        ("media-low-report", State.LOW, Reason.PAPER_LOW),
        ("media-empty-warning", State.LOW, Reason.PAPER_LOW),
        ("media-low-report cover-open", State.DOWN, Reason.COVER_OPEN),
        ("offline-report", State.SILENT, None),
        ("offline-error", State.DOWN, Reason.UNREACHABLE),
    ],
)
def test_what_cups_says_of_its_printer_is_heard(make, alerts, state, reason):
    printer = make(Cups)
    printer.says(printer=IDLE.format(alerts))
    condition = printer.driver().look()
    assert (condition.state, condition.reason) == (state, reason)


def test_a_stopped_queue_gets_no_ticket(make, a_job):
    printer = make(Cups)
    printer.says(printer="printer till disabled since Mon 23 Nov 2026 10:00:00 AM CET -\n\tPaused\n")
    outcome = printer.driver().print(a_job())
    assert (outcome.reason, outcome.sent) == (Reason.UNREACHABLE, False)
    assert "cupsenable till" in outcome.detail
    assert printer.tickets() == []


def test_a_ticket_that_cups_still_holds_when_time_is_up_is_taken_back(make, a_job):
    printer = make(Cups)
    printer.says(held="till-1                  root              1024   Mon 23 Nov 2026 10:00:00 AM CET\n")
    outcome = CupsDriver("till", Paper(), replace(QUICK, job=0.1)).print(a_job())
    assert (outcome.reason, outcome.sent) == (Reason.TIMEOUT, True)
    assert (printer.state_folder / "cancelled").read_text() == "till-1\n"


def test_a_ticket_that_cups_gave_up_is_a_failure(make, a_job):
    printer = make(Cups)
    printer.says(
        done="till-1   root  1024   Mon 23 Nov 2026\n\tStatus: \n\tAlerts: aborted-by-system\n\tqueued for till\n"
    )
    outcome = printer.driver().print(a_job())
    assert (outcome.reason, outcome.sent) == (Reason.OTHER, True)


def test_a_ticket_that_cups_may_have_taken_is_in_doubt_and_never_said_to_be_unsent(make, monkeypatch, a_job):
    printer = make(Cups)
    monkeypatch.setattr("printers.drivers.cups.COMMAND_SECONDS", 1)
    printer.hang()
    outcome = printer.driver().print(a_job())
    assert type(outcome) is Unconfirmed
    assert "“lp” took more than 1 s" in outcome.detail
    assert len(printer.tickets()) == 1


def test_a_ticket_larger_than_the_buffer_that_got_stuck_is_forgotten_by_the_printer(make, a_job):
    printer = make(Network)
    driver, printer.engine.buffer_bytes = printer.driver(), 200
    large = a_job(number="A001", language="ar", need_label="أوراقي وإجراءاتي " * 14)
    assert len(drawn(large, Paper())) > 14_000  # more than the system takes on the printer's behalf
    printer.printer.plan(Fault(Kind.PAPER_OUT, 60))
    outcome = driver.print(large)
    assert (outcome.reason, outcome.sent) == (Reason.PAPER_OUT, True)
    printer.printer.repair()
    assert driver.print(a_job(number="A002")) == Printed()
    assert printer.tickets() == [drawn(a_job(number="A002"), Paper())]


def test_a_word_about_an_earlier_ticket_confirms_no_other(make, a_job):
    printer = make(Network)
    say, kept = printer.engine.say, []

    def one_late(answer):
        if answer.startswith(b"\x37\x22"):
            kept.append(answer)
            answer = kept[-2] if len(kept) > 1 else b""
        say(answer)

    printer.engine.say = one_late
    driver = driver_for(printer.url, replace(QUICK, job=1, confirm=0.2))
    assert [type(driver.print(a_job(id=name))) for name in ("one", "two")] == [Unconfirmed] * 2
    assert len(printer.tickets()) == 2


def test_a_machine_without_cups_says_what_to_install(monkeypatch, a_job):
    monkeypatch.setenv("PATH", "/nowhere")
    outcome = CupsDriver("till", Paper(), QUICK).print(a_job())
    assert (outcome.reason, outcome.sent) == (Reason.UNREACHABLE, False)
    assert "apt install cups-client" in outcome.detail


def test_a_memory_printer_is_as_it_was_told_to_be(make, a_job):
    printer = make(Memory)
    memory.tray("contract").condition = Condition(State.SILENT, detail="mute", confirms=False)
    assert printer.driver().print(a_job()) == Unconfirmed("mute")
    memory.tray("contract").condition = Condition(State.DOWN, Reason.PAPER_OUT, "empty")
    assert printer.driver().print(a_job()) == Failed(Reason.PAPER_OUT, "empty", sent=False)
    assert len(printer.tickets()) == 1


def test_a_usb_bus_that_may_not_be_looked_at_is_a_sentence_and_not_a_crash():
    class Closed(IBackend):
        def enumerate_devices(self):
            raise usb.core.USBError("denied", errno=errno.EACCES)

    with pytest.raises(CannotOpenError, match="may not open the USB printer 04b8:0e28"):
        open_usb(0x04B8, 0x0E28, backend=Closed())
