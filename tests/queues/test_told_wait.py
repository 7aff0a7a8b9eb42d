"""The wait that goes with a ticket: one for the kiosk, for every repeat, and for the paper."""

from __future__ import annotations

import pytest

from server.domain.estimate import Desk, Outlook, Wait, forecast
from server.queues.outlook import STEPS_BEYOND, steps
from server.queues.tickets import Wish, issue

MINUTE = 60.0
LINES = frozenset({"papiers", "energie", "counter:1"})
STEPS = "1.000;0,0,5;2,5,15;3,,"


@pytest.fixture
def take(reception):
    """Take a ticket for which these waits are foreseen."""

    def take(waits=STEPS, request_id=None):
        wish = Wish(reception.site.need("papiers"), "fr")
        return issue(reception.queue, reception.site, wish, request_id or reception.fresh(), waits)

    return take


def outlook(*, waiting=12, took=(4, 7, 9, 14, 22)):
    times = {"papiers": [minutes * MINUTE for minutes in took]}
    desks = (Desk(LINES, "papiers", 2 * MINUTE), Desk(LINES))
    return Outlook(desks, ("papiers",) * waiting, times, dict.fromkeys(LINES, LINES), ((900.0, 600.0),) * 3)


def test_the_wait_goes_by_how_many_are_ahead(take):
    assert [take().ticket.wait for _ in range(5)] == [Wait(0, 5), Wait(0, 5), Wait(5, 15), None, None]


def test_where_nothing_is_foreseen_nothing_is_told(take):
    assert take("").ticket.wait is None


def test_a_repeat_is_told_the_first_wait_whatever_is_foreseen_by_then(take):
    first = take(request_id="tap").ticket
    assert take("1.000;0,30,60", request_id="tap").ticket.wait == first.wait == Wait(0, 5)
    assert take("", request_id="tap").ticket.wait == Wait(0, 5)


def test_a_repeat_of_a_ticket_without_a_wait_gets_none_later(take):
    take("", request_id="tap")
    assert take(request_id="tap").ticket.wait is None


def test_the_paper_tells_what_the_kiosk_told(reception, take):
    told = [take().ticket.wait for _ in range(4)]
    assert [reception.claim().wait for _ in range(4)] == told


def test_a_job_that_goes_to_another_printer_keeps_its_wait(two, take):
    ticket = take().ticket
    job = two.claim(printer="accueil")
    two.report(job.id, "failed", reason="offline", sent=False)
    assert two.claim(printer="bureau").wait == ticket.wait == Wait(0, 5)


def test_a_reprint_tells_no_wait_that_has_passed_meanwhile(reception, take):
    ticket = take().ticket
    reception.report(reception.claim().id, "failed")
    reception.reprint(ticket.id)
    again = reception.claim()
    assert (again.duplicate, again.wait) == (True, None)


@pytest.mark.parametrize("took", [(4, 7, 9, 14, 22), (60, 90, 110)])
def test_the_script_reads_the_forecast_as_it_is(take, took):
    """Also where a wait is too long to be told, and where more come than had come when it was foreseen."""
    seen = forecast(outlook(took=took))
    beyond = len(seen.known["papiers"]) + STEPS_BEYOND
    expected = [seen.wait("papiers", ahead) for ahead in range(beyond)] + [None, None]
    assert [take(steps(seen, "papiers")).ticket.wait for _ in expected] == expected
    assert len(set(expected)) > 5


def test_a_line_without_a_wait_has_no_steps():
    assert steps(forecast(outlook()), "ateliers") == ""


def test_the_ticket_keeps_what_was_played_before_the_day_was_found_to_be_late(reception, take):
    ticket = take("1.500;0,20,40").ticket
    assert reception.valkey.hget(reception.key(f"ticket:{ticket.id}"), "foreseen") == str(20 * 60_000)
