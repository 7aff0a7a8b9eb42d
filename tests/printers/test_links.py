"""The ways to a printer by themselves: what is still on this side is known, and closing loses nothing or everything."""

from __future__ import annotations

import os
import select
import socket
from types import SimpleNamespace

import pytest

from printers.drivers.links import BrokenError, ready
from printers.drivers.links.file import open_file
from printers.drivers.links.network import open_network
from printers.drivers.links.serial import QUEUE, SerialLink
from printers.drivers.patience import Deadline


@pytest.fixture
def line():
    """A network link, and the printer's end of it, which reads little at once."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        link = open_network(*listener.getsockname(), 20)
        link.connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 8192)
        printer, _ = listener.accept()
        with printer, link.connection:
            yield link, printer


def filled(link):
    """As many bytes as the link takes."""
    taken = 0
    while more := link.write(bytes(4096), 0.2):
        taken += more
    return taken


def soon(true):
    until = Deadline(20)
    while not true():
        assert not until.passed


def test_what_a_network_printer_has_not_taken_is_known_to_be_unsent(line):
    link, printer = line
    taken = filled(link)
    assert link.unsent() > 0
    while taken:
        taken -= len(printer.recv(4096))
    soon(lambda: link.unsent() == 0)


def test_a_connection_is_closed_so_that_a_printer_that_reads_later_gets_every_byte(line):
    link, printer = line
    printer.sendall(b"\x12")  # an answer that nobody has read: closing on it would reset the connection
    assert ready(link.connection.fileno(), select.POLLIN, 20)
    taken = filled(link)
    link.close(0.1)
    assert sum(len(data) for data in iter(lambda: printer.recv(4096), b"")) == taken


def test_a_connection_that_is_given_up_takes_back_what_has_not_left(line):
    link, printer = line
    filled(link)
    link.close(20, discard=True)
    with pytest.raises(ConnectionResetError):
        list(iter(lambda: printer.recv(4096), b""))


def test_a_printer_that_hangs_up_is_a_broken_link_and_no_silence(line):
    link, printer = line
    printer.close()
    with pytest.raises(BrokenError, match="broke off"):
        link.read(20)


def test_what_a_device_file_has_not_passed_on_is_known_to_be_unsent(tmp_path):
    path = tmp_path / "lp0"
    os.mkfifo(path)
    printer = os.open(path, os.O_RDWR | os.O_NONBLOCK)
    link = open_file(path)
    assert link.unsent() == 0
    taken = filled(link)
    assert link.unsent() > 0
    while taken:
        taken -= len(os.read(printer, 65536))
    assert link.unsent() == 0
    link.close(0)
    os.close(printer)


@pytest.mark.parametrize(("waiting", "taken"), [(0, QUEUE // 2), (QUEUE - 1, QUEUE // 2), (QUEUE, 0), (9999, 0)])
def test_a_serial_line_s_queue_is_kept_short(waiting, taken):
    end, slave = os.openpty()
    port = SimpleNamespace(out_waiting=waiting, fileno=lambda: slave, write=len)
    assert SerialLink("/dev/x", port).write(bytes(5000), 0.01) == taken
    os.close(end)
    os.close(slave)


def test_a_serial_line_that_is_given_up_drops_its_queue_at_once():
    done = []
    port = SimpleNamespace(
        out_waiting=9999, reset_output_buffer=lambda: done.append("dropped"), close=lambda: done.append("closed")
    )
    SerialLink("/dev/x", port).close(60, discard=True)
    assert done == ["dropped", "closed"]
