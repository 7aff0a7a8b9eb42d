"""The agent against a reception that misbehaves, over real HTTP."""

from __future__ import annotations

import threading
import time

import pytest

from printers import server_link
from printers.backoff import Backoff
from printers.outcome import Failed, Printed, Reason
from tests.support.agents import CountingDriver, agent


@pytest.fixture
def driver():
    return CountingDriver()


def test_a_job_is_printed_and_reported_with_the_printers_token(reception, driver, a_job):
    reception.hand_out(a_job().to_wire())
    with agent(reception.url, driver):
        reception.wait_until(lambda: reception.outcomes == [("job-1", {"outcome": "printed"})])
    assert driver.numbers == ["A012"]
    assert reception.tokens == {"Bearer secret"}


def test_an_unreadable_job_fails_with_a_reason_and_the_next_one_prints(reception, driver, a_job):
    reception.hand_out({"id": "bad"}, a_job(id="good").to_wire())
    with agent(reception.url, driver):
        reception.wait_until(lambda: len(reception.outcomes) == 2)
    bad, good = reception.outcomes
    assert bad == (
        "bad",
        {
            "outcome": "failed",
            "reason": "job_unreadable",
            "detail": "The print job has no “site_name”.",
            "sent": False,
        },
    )
    assert good == ("good", {"outcome": "printed"})


def test_a_job_without_an_id_is_passed_over(reception, driver, a_job):
    reception.hand_out({"number": "A001"}, ["not", "a", "job"], a_job().to_wire())
    with agent(reception.url, driver):
        reception.wait_until(lambda: reception.outcomes)
    assert driver.numbers == ["A012"]


def test_a_printer_that_fails_says_why_and_gets_the_next_job(reception, driver, a_job):
    driver.instead["A001"] = lambda: Failed(Reason.COVER_OPEN, "The cover is open.")
    reception.hand_out(a_job(id="1", number="A001").to_wire(), a_job(id="2").to_wire())
    with agent(reception.url, driver):
        reception.wait_until(lambda: len(reception.outcomes) == 2)
    assert reception.outcomes[0][1]["reason"] == "cover_open"
    assert reception.outcomes[1] == ("2", {"outcome": "printed"})


def test_trouble_that_nobody_foresaw_is_a_failed_job_and_not_a_dead_agent(reception, driver, a_job):
    driver.instead["A001"] = lambda: 1 // 0
    reception.hand_out(a_job(id="1", number="A001").to_wire(), a_job(id="2").to_wire())
    with agent(reception.url, driver):
        reception.wait_until(lambda: len(reception.outcomes) == 2)
    assert reception.outcomes[0][1]["outcome"] == "failed"
    assert "ZeroDivisionError" in reception.outcomes[0][1]["detail"]


def test_a_server_in_trouble_is_asked_again_and_the_job_printed_once(reception, driver, a_job):
    reception.polls.extend([500, "hang up", 503, 401, 429, "hang up"])
    reception.hand_out(a_job().to_wire())
    with agent(reception.url, driver):
        reception.wait_until(lambda: reception.outcomes)
    assert driver.numbers == ["A012"]


def test_a_lost_report_is_repeated_and_the_printing_is_not(reception, driver, a_job):
    reception.reports.extend(["hang up", 500, "hang up", 503, 401])
    reception.hand_out(a_job().to_wire())
    with agent(reception.url, driver):
        reception.wait_until(lambda: reception.outcomes)
    assert driver.numbers == ["A012"]
    assert reception.outcomes == [("job-1", {"outcome": "printed"})]


def test_a_job_handed_out_twice_is_printed_once_and_reported_twice(reception, driver, a_job):
    reception.hand_out(a_job().to_wire(), a_job().to_wire())
    with agent(reception.url, driver):
        reception.wait_until(lambda: len(reception.outcomes) == 2)
    assert driver.numbers == ["A012"]


def test_the_same_id_on_another_job_is_printed(reception, driver, a_job):
    # What a queue that was set up anew hands out: its ids start again.
    reception.hand_out(a_job().to_wire(), a_job(follow_url="http://127.0.0.1:8000/t/another").to_wire())
    with agent(reception.url, driver):
        reception.wait_until(lambda: len(reception.outcomes) == 2)
    assert driver.numbers == ["A012", "A012"]


def test_whoever_looks_after_the_agent_sees_that_it_is_answered(reception, driver, a_job, tmp_path):
    alive = tmp_path / "alive"
    with agent("http://127.0.0.1:1", driver, alive=alive) as stop:
        stop()
    assert not alive.exists()
    reception.hand_out(a_job().to_wire())
    with agent(reception.url, driver, alive=alive):
        reception.wait_until(alive.exists)


def test_a_report_that_the_server_will_never_take_does_not_hold_up_the_next_job(reception, driver, a_job):
    reception.reports.append(404)
    reception.hand_out(a_job(id="forgotten").to_wire(), a_job(id="next", number="A013").to_wire())
    with agent(reception.url, driver):
        reception.wait_until(lambda: reception.outcomes)
    assert reception.outcomes == [("next", {"outcome": "printed"})]
    assert driver.numbers == ["A012", "A013"]


def test_an_agent_outlives_its_server(open_reception, driver, a_job):
    first = open_reception()
    with agent(first.url, driver):
        first.hand_out(a_job(id="1").to_wire())
        first.wait_until(lambda: first.outcomes and first.waiting)
        first.close()
        second = open_reception(first.server_port)
        second.hand_out(a_job(id="2", number="A013").to_wire())
        second.wait_until(lambda: second.outcomes)
    assert driver.numbers == ["A012", "A013"]


def test_an_agent_asked_to_stop_drops_its_poll_at_once(reception, driver):
    with agent(reception.url, driver) as stop:
        reception.wait_until(lambda: reception.waiting == 1)
        asked = time.monotonic()
        stop()
    assert time.monotonic() - asked < server_link.POLL_SECONDS / 2


def test_an_agent_asked_to_stop_finishes_and_reports_the_job_in_hand(reception, driver, a_job):
    printing, go_on = threading.Event(), threading.Event()

    def slowly():
        printing.set()
        assert go_on.wait(30)
        return Printed()

    driver.instead["A012"] = slowly
    reception.hand_out(a_job().to_wire(), a_job(id="not mine", number="A013").to_wire())
    with agent(reception.url, driver) as stop:
        assert printing.wait(30)
        stop()
        go_on.set()
    assert reception.outcomes == [("job-1", {"outcome": "printed"})]
    assert driver.numbers == ["A012"]


def test_waits_grow_to_their_bound_and_differ_from_agent_to_agent():
    backoff = Backoff(first=1, most=8)
    for attempt, longest in enumerate([1, 2, 4, 8, 8, 8]):
        waits = {backoff.seconds(attempt) for _ in range(50)}
        assert len(waits) > 1
        assert longest / 2 <= min(waits) <= max(waits) <= longest
    assert backoff.seconds(10_000) <= 8
