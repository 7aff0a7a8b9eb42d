"""One contract for every driver, whatever its printer hangs on."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from printers.drivers.drawing import drawn
from printers.drivers.paper_kind import Paper
from printers.job import TEST, JobUnreadableError
from printers.outcome import Failed, Reason, State
from tests.printers.stand_ins import KINDS


@pytest.fixture(params=KINDS)
def stand_in(request, tmp_path, monkeypatch):
    made = KINDS[request.param](tmp_path, monkeypatch)
    yield made
    made.close()


def test_it_prints_whole_tickets_in_their_order(stand_in, a_job):
    driver, jobs = stand_in.driver(), [a_job(number=f"A{count:03}", id=f"j{count}") for count in range(3)]
    assert [type(driver.print(job)) for job in jobs] == [stand_in.fine] * 3
    assert stand_in.tickets() == [drawn(job, Paper()) for job in jobs]


def test_it_prints_a_large_ticket_of_shaped_lines(stand_in, a_job):
    job = a_job(language="ar", need_label="أوراقي وإجراءاتي")
    assert type(stand_in.driver().print(job)) is stand_in.fine
    assert stand_in.tickets() == [drawn(job, Paper())]


def test_it_prints_a_test_print(stand_in, a_job):
    job = a_job(kind=TEST, number="", follow_url="", need_label="accueil-80")
    assert type(stand_in.driver().print(job)) is stand_in.fine
    assert len(stand_in.tickets()) == 1


def test_it_says_how_its_printer_is_and_prints_nothing_for_it(stand_in):
    assert stand_in.driver().look().state == stand_in.state
    assert stand_in.tickets() == []


def test_a_printer_that_is_not_there_is_a_failure_and_a_condition_and_never_an_exception(stand_in, a_job):
    driver = stand_in.driver()
    stand_in.stop()
    outcome, condition = driver.print(a_job()), driver.look()
    assert (outcome.reason, outcome.sent) == (Reason.UNREACHABLE, False)
    assert (condition.state, condition.reason) == (State.DOWN, Reason.UNREACHABLE)
    assert outcome.detail
    assert "\n" not in outcome.detail


def test_a_printer_that_comes_back_prints_the_next_ticket_and_not_the_lost_one(stand_in, a_job):
    driver = stand_in.driver()
    driver.print(a_job(number="A001"))
    stand_in.stop()
    assert isinstance(driver.print(a_job(number="A002")), Failed)
    stand_in.start()
    assert type(driver.print(a_job(number="A003"))) is stand_in.fine
    printed = stand_in.tickets()
    assert drawn(a_job(number="A003"), Paper()) == printed[-1]
    assert drawn(a_job(number="A002"), Paper()) not in printed


def test_a_job_that_cannot_be_drawn_is_refused_before_a_byte_is_sent(stand_in, a_job):
    driver = stand_in.driver()
    for odd in ({"issued_at": "demain"}, {"follow_url": "x" * 3000}):
        with pytest.raises(JobUnreadableError):
            driver.print(a_job(**odd))
    assert stand_in.tickets() == []
    assert type(driver.print(a_job())) is stand_in.fine
    assert stand_in.tickets() == [drawn(a_job(), Paper())]


def test_what_a_label_would_command_is_never_sent(stand_in, a_job):
    stand_in.driver().print(a_job(need_label="Impôts\x1bp\x00\x10\x14\x08\x1dV\x00"))
    [ticket] = stand_in.tickets()
    assert b"\x1bp" not in ticket
    assert b"\x10\x14" not in ticket
    assert ticket.count(b"\x1dV") == 1


def test_two_printers_of_one_agent_never_draw_at_once(a_job, monkeypatch):
    both = threading.Barrier(2)
    met = []

    def meet(*_):
        try:
            met.append(both.wait(0.2))
        except threading.BrokenBarrierError:
            both.reset()

    monkeypatch.setattr("printers.drivers.drawing.draw", meet)
    with ThreadPoolExecutor(2) as printers:
        list(printers.map(drawn, [a_job()] * 2, [Paper()] * 2))
    assert met == []
