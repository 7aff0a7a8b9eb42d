"""A printer that read half a ticket, in the middle of a picture, takes the next ticket whole."""

from __future__ import annotations

import pytest

from printers.drivers import driver_for
from printers.drivers.drawing import drawn
from printers.drivers.fake.faults import Fault, Kind
from printers.drivers.fake.framer import Framer
from printers.drivers.fake.server import FakePrinter
from printers.drivers.paper_kind import Paper
from printers.job import PrintJob
from printers.outcome import Printed
from tests.support.processes import until
from tests.support.road import PATIENCE, at_rest


def job(number, language="fr", need="Impôts"):
    """In Arabic nearly all of it is pictures."""
    return PrintJob(number, "PIMMS", number, need, language, "2026-11-23T10:42:00+01:00", 3, f"http://h/t/{number}abc")


@pytest.mark.parametrize(
    ("manner", "clears"),
    [((), True), ((), False), ((Kind.SILENCE,), True), ((Kind.GARBAGE,), True)],
    ids=["tells", "never clears", "silent", "garbage"],
)
@pytest.mark.parametrize("cut", [Kind.REFUSES, Kind.HALF_OPEN])
def test_the_next_ticket_is_read_from_its_first_command(manner, clears, cut):
    first, second = job("A001", "ar", "الضرائب"), drawn(job("A002"), Paper())
    with FakePrinter() as printer:
        printer.engine.clears = clears
        driver = driver_for(printer.url, PATIENCE)
        printer.plan(*(Fault(kind) for kind in manner))
        printer.plan(Fault(cut, len(drawn(first, Paper())) // 2))
        assert driver.print(first) != Printed()
        printer.repair()
        printer.plan(*(Fault(kind) for kind in manner))
        until(lambda: at_rest(printer), "the printer comes to rest")
        driver.print(job("A002"))
        until(lambda: at_rest(printer), "the printer comes to rest")
        last = printer.pieces[-1]
        assert last.stream.endswith(second)
        before = Framer()
        for byte in last.stream.removesuffix(second):
            before.feed(byte)
        assert before.between
