"""`--test`: what a person at the printer is told of it, and the exit code that a script is told."""

from __future__ import annotations

import errno
from dataclasses import replace

import pytest

from printers import __main__ as process
from printers.check import checked
from printers.drivers import driver_for, memory
from printers.drivers.fake.faults import Fault, Kind
from printers.drivers.fake.server import FakePrinter
from printers.outcome import Condition, Reason, State
from tests.printers.stand_in import QUICK
from tests.printers.stand_ins import File, Network
from tests.support.agents import nobodys_printer

TELLS = "It tells when its cover is open, its paper is out or near the end, or something is broken."
TELLS_NOTHING = "It does not tell whether it has paper. Someone has to look at it from time to time."
CONFIRMS = "It confirms each ticket: “printed” means that the printer said so."
CONFIRMS_NOT = "It does not confirm tickets: a ticket that was sent may still not have come out."


def report(printer, *faults, patience=QUICK):
    """What is said of a printer with these faults, after “Printer: …”, and the exit code."""
    printer.plan(*faults)
    lines, code = checked(driver_for(printer.url, patience), printer.url)
    assert lines[0] == f"Printer: {printer.url}"
    assert all(len(line.splitlines()) == 1 for line in lines)
    return lines[1:], code


def test_a_printer_that_tells_everything_has_printed_a_test_ticket():
    with FakePrinter() as printer:
        assert report(printer) == (["State: ready.", TELLS, CONFIRMS, "Test ticket: printed."], 0)
        [ticket] = printer.pieces
    assert "TEST" in " ".join(ticket.lines())
    assert ticket.codes() == []


def test_a_low_roll_is_said_and_the_ticket_is_printed():
    with FakePrinter() as printer:
        (state, *_, verdict), code = report(printer, Fault(Kind.PAPER_LOW))
    assert state.startswith("State: ready, and its paper is near the end. ")
    assert "new roll" in state
    assert (verdict, code) == ("Test ticket: printed.", 0)


def test_a_printer_that_tells_nothing_may_have_printed_and_that_is_no_success():
    with FakePrinter() as printer:
        (state, tells, confirms, verdict), code = report(printer, Fault(Kind.SILENCE))
        assert len(printer.pieces) == 1
    assert state == "State: it can be reached, and tells nothing."
    assert (tells, confirms, code) == (TELLS_NOTHING, CONFIRMS_NOT, 1)
    assert verdict.startswith("Test ticket: sent, and not confirmed. ")
    assert "Look whether the ticket is there." in verdict


def test_a_clone_tells_of_its_paper_and_confirms_nothing():
    with FakePrinter() as printer:
        (state, tells, confirms, verdict), code = report(
            printer, Fault(Kind.NO_CONFIRMATION), patience=replace(QUICK, confirm=0.6)
        )
    assert (state, tells, confirms, code) == ("State: ready.", TELLS, CONFIRMS_NOT, 1)
    assert verdict.startswith("Test ticket: sent, and not confirmed. ")


@pytest.mark.parametrize(
    ("kind", "what_to_do"),
    [(Kind.PAPER_OUT, "Put in a new roll."), (Kind.COVER_OPEN, "Close it."), (Kind.MECHANICAL, "off and on.")],
)
def test_a_printer_that_cannot_print_says_why_and_what_to_do(kind, what_to_do):
    with FakePrinter() as printer:
        (state, tells, verdict), code = report(printer, Fault(kind))
        assert printer.pieces == []
    assert state == "State: it cannot print."
    assert verdict.startswith("Test ticket: failed before anything was sent. ")
    assert what_to_do in verdict
    assert (tells, code) == (TELLS, 1)  # whether it confirms is not known: nothing is said of it


def test_a_printer_that_runs_out_in_the_ticket_says_that_a_part_of_it_was_sent():
    with FakePrinter() as printer:
        (*_, verdict), code = report(printer, Fault(Kind.PAPER_OUT, 60))
    assert verdict.startswith("Test ticket: failed after a part of it was sent. ")
    assert code == 1


def test_a_printer_that_is_not_there_is_nothing_known_of():
    with FakePrinter() as printer:
        (state, tells, verdict), code = report(printer, Fault(Kind.REFUSES))
    assert (state, tells, code) == ("State: it cannot print.", "What it can tell is not known yet.", 1)
    assert verdict.startswith("Test ticket: failed before anything was sent. Nothing answers at 127.0.0.1, port ")


def test_a_printer_that_may_not_be_opened_says_how_to_get_the_permission(tmp_path, monkeypatch):
    printer = File(tmp_path, monkeypatch)

    def refuse(*_, **__):
        raise PermissionError(errno.EACCES, "denied")

    try:
        monkeypatch.setattr("printers.drivers.links.file.os.open", refuse)
        lines, code = checked(printer.driver(), printer.url)
    finally:
        printer.close()
    assert lines[1] == "State: it cannot print."
    assert "group “lp”" in lines[-1]
    assert code == 1


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        (memory.READY, 0),
        (Condition(State.SILENT, confirms=False), 1),
        (Condition(State.DOWN, Reason.COVER_OPEN, "open"), 1),
    ],
)
def test_a_script_is_told_by_the_exit_code_and_a_person_by_lines(capsys, monkeypatch, condition, code):
    url = nobodys_printer()
    monkeypatch.setattr(memory, "TRAYS", {url.removeprefix("memory://"): memory.Tray(condition=condition)})
    assert process.main(["--printer", f"accueil={url}", "--test"]) == code
    said = capsys.readouterr()
    assert said.out.splitlines()[0].startswith("Printer: memory://")
    assert said.out.splitlines()[-1].startswith("Test ticket: ")
    assert said.err == ""


@pytest.mark.parametrize(
    ("printers", "advice"),
    [
        (["laser://x"], "Write one of: network://"),
        (["network://h?profile=TM-T20"], "Write profile=TM-T20II"),
        (["network://h?width=wide"], "write dots"),
        (["serial:///dev/x?baud=7"], "baud= and one of: 9600"),
        (["Accueil=memory://one"], "small letters"),
        ([nobodys_printer(), f"bureau={nobodys_printer()}"], "one --printer"),
    ],
)
def test_what_was_written_wrong_is_one_line_on_what_to_write(capsys, printers, advice):
    assert process.main([*(word for each in printers for word in ("--printer", each)), "--test"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    [line] = said.err.splitlines()
    assert advice in line


def test_a_test_leaves_nothing_in_the_printer_that_prints_later(tmp_path, monkeypatch):
    network = Network(tmp_path, monkeypatch)
    try:
        report(network.printer, Fault(Kind.PAPER_OUT, 60))
        network.start()
        assert checked(network.driver(), network.url)[1] == 0
        assert [piece.whole for piece in network.engine.pieces].count(True) == 1
    finally:
        network.close()
