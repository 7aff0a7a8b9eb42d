"""The fake printer on the network and as a process by hand: what waits, what comes back, and what is on its paper."""

from __future__ import annotations

import select
import signal
import socket
import subprocess
import sys
from contextlib import closing

import pytest
from escpos.printer import Dummy

from printers.drivers import driver_for
from printers.drivers.drawing import drawn
from printers.drivers.fake import __main__ as process
from printers.drivers.fake.engine import Engine
from printers.drivers.fake.faults import SLOW_SPEED, Fault, Kind
from printers.drivers.fake.pieces import CodeReaderMissingError
from printers.drivers.fake.server import FakePrinter
from printers.drivers.links import ready
from printers.drivers.paper_kind import Paper
from printers.outcome import Failed, Printed, Reason
from tests.printers.stand_in import printed
from tests.printers.stand_in_time import Clock

ASK = b"\x10\x04\x01"


def connected(printer):
    connection = socket.create_connection((printer.host, printer.port), timeout=20)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    return closing(connection)


def pushed(connection, most):
    """How many bytes it takes of `most` before it takes no more."""
    connection.settimeout(0)
    sent = 0
    while sent < most and ready(connection.fileno(), select.POLLOUT, 0.3):
        sent += connection.send(bytes(min(4096, most - sent)))
    connection.settimeout(20)
    return sent


def test_a_sender_is_held_back_when_the_buffer_is_full_and_goes_on_when_there_is_paper_again():
    with FakePrinter(Engine(buffer_bytes=1000)) as printer, connected(printer) as connection:
        printer.plan(Fault(Kind.PAPER_OUT))
        sent = pushed(connection, 4_000_000)
        assert sent < 4_000_000
        assert len(printer.engine.buffer) == 1000
        printer.repair()
        assert pushed(connection, 20_000) == 20_000
        connection.sendall(ASK)
        assert connection.recv(10) == b"\x16"


def test_a_half_open_printer_takes_the_connection_and_nothing_more():
    with FakePrinter() as printer, connected(printer) as connection:
        printer.plan(Fault(Kind.HALF_OPEN))
        connection.sendall(ASK)
        assert pushed(connection, 4_000_000) < 4_000_000
        assert not ready(connection.fileno(), select.POLLIN, 0)
        printer.repair()
        assert connection.recv(10) == b"\x16"


def test_a_printer_without_power_resets_the_connection_and_refuses_the_next():
    with FakePrinter() as printer, connected(printer) as connection:
        connection.sendall(ASK)
        assert connection.recv(10) == b"\x16"
        printer.plan(Fault(Kind.POWER_LOST))
        with pytest.raises(ConnectionResetError):
            connection.recv(10)
        with pytest.raises(ConnectionRefusedError):
            connected(printer)
        printer.repair(switch_off=True)
        with connected(printer) as again:
            again.sendall(ASK)
            assert again.recv(10) == b"\x16"


@pytest.mark.parametrize(("speed", "fault", "a_second"), [(1920, None, 1920), (None, Kind.SLOW, SLOW_SPEED)])
def test_a_slow_one_prints_as_many_bytes_a_second_as_it_should(monkeypatch, speed, fault, a_second):
    clock = Clock(monkeypatch)
    monkeypatch.setattr("printers.drivers.fake.server.time", clock)
    with FakePrinter(speed=speed) as printer, connected(printer) as connection:
        printer.plan(*([Fault(fault)] if fault else []))
        connection.sendall(b"a" * 4000 + ASK)
        assert connection.recv(10) == b"\x16"  # by then all is in its buffer
        for seconds in (0.25, 0.5):
            clock.now = seconds
            printer.apply()
            printer.apply()  # what was in hand at the first one is done at the second
            assert len(printer.engine.on_paper) == a_second * seconds


# What is on its paper.


@pytest.mark.parametrize(("paper", "millimetres"), [(Paper(), 80), (Paper("POS-5890", 384), 58)])
def test_a_ticket_is_read_back_to_text_picture_and_code_also_where_no_knife_is(a_job, paper, millimetres):
    engine = Engine(paper=paper)
    printed(engine, drawn(a_job(), paper) * 2)
    for piece in engine.pieces:
        assert "A 012" in piece.lines()
        assert piece.codes() == [a_job().follow_url]
        assert piece.picture().width == millimetres * 8
    assert [piece.whole for piece in engine.pieces] == [True, True]


def test_a_machine_that_cannot_read_codes_says_what_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "zxingcpp", None)
    engine = Engine()
    printer = Dummy(profile="TM-T20II")
    printer.cut()
    printed(engine, printer.output)
    with pytest.raises(CodeReaderMissingError, match="zxing-cpp"):
        engine.pieces[0].codes()


# By hand.


@pytest.fixture
def by_hand(tmp_path):
    command = [sys.executable, "-m", "printers.drivers.fake", "--port", "0", "--keep", tmp_path / "kept"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        yield running
        running.kill()


def until(running, wanted):
    """The lines it says up to the one that is wanted, that one last."""
    lines = []
    for line in running.stdout:
        lines.append(line.strip())
        if wanted in line:
            return lines
    raise AssertionError(f"it ended without saying “{wanted}”: {lines}")


def tell(running, line):
    running.stdin.write(f"{line}\n")
    running.stdin.flush()


def test_by_hand_it_shows_tickets_takes_faults_and_ends_when_told_to(by_hand, tmp_path, a_job):
    url = until(by_hand, "network://")[-1].split()[-1]
    driver = driver_for(url)
    assert driver.print(a_job()) == Printed()
    lines = until(by_hand, "[QR]")
    assert "--- ticket 1" in lines[0]
    assert "A 012" in lines
    assert lines[-1].endswith(a_job().follow_url)
    assert (tmp_path / "kept" / "0001.bin").read_bytes() == drawn(a_job(), Paper())
    tell(by_hand, "paper_out")
    until(by_hand, "faults: paper_out")
    outcome = driver.print(a_job())
    assert (type(outcome), outcome.reason) == (Failed, Reason.PAPER_OUT)
    tell(by_hand, "fire")
    until(by_hand, "“fire” is no fault")
    tell(by_hand, "cover_open@300")
    until(by_hand, "faults: paper_out, cover_open@300")
    tell(by_hand, "repair")
    until(by_hand, "faults: none")
    assert driver.print(a_job()) == Printed()
    until(by_hand, "--- ticket 2")
    by_hand.send_signal(signal.SIGTERM)
    assert by_hand.wait(20) == 0


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["--fault", "fire"], "paper_out"),
        (["--profile", "TM-T20"], "profile=TM-T20II"),
        (["--width", "wide"], "width=256"),
        (["--host", "192.0.2.1"], "cannot start"),
    ],
)
def test_by_hand_a_wrong_wish_is_one_line_and_no_printer(capsys, monkeypatch, arguments, advice):
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    assert process.main(["--port", "0", *arguments]) == 2
    [line] = capsys.readouterr().out.splitlines()
    assert advice in line
