"""The wait over HTTP: on the ticket, on its repeats, on the phone and on the paper."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.support.reception import PARIS, Clock
from tests.web.conftest import house_of

MORNING = datetime(2026, 11, 23, 10, 0, tzinfo=PARIS)


@pytest.fixture
def clock(app, monkeypatch):
    """The queue's clock, which the test holds; what is foreseen is asked anew whenever it moves."""
    queue, waits = house_of(app).queue, house_of(app).waits

    class Moved(Clock):
        def forward(self, **step):
            super().forward(**step)
            waits.forget()

    clock = Moved(MORNING)
    monkeypatch.setattr(queue, "now", clock)
    return clock


@pytest.fixture
def known(device, clock):
    """Three visits of ten minutes; counter 1 has been free for a moment."""
    for _ in range(3):
        device("kiosk").issue()
        visitor = device("counter").call("1").json
        clock.forward(minutes=10)
        device("counter").move(visitor["id"], "complete")
    for _ in range(3):
        device("printer").claim()


def secret_of(ticket):
    return ticket["follow_url"].rpartition("/")[2]


def test_nobody_is_told_a_wait_before_anybody_was_received(device, clock):
    assert device("kiosk").issue().json["wait"] is None


def test_a_ticket_tells_its_wait_and_so_does_whoever_looks_at_it(device, known):
    kiosk = device("kiosk")
    kiosk.issue()
    ticket = kiosk.issue().json
    assert (ticket["ahead"], ticket["wait"]) == (1, {"low_min": 5, "high_min": 15})
    assert kiosk.get(f"/tickets/{ticket['id']}").json["wait"] == ticket["wait"]
    assert kiosk.ask("GET", f"/api/v1/follow/{secret_of(ticket)}").json["wait"] == ticket["wait"]


def test_a_repeat_tells_the_wait_that_was_told_first_though_the_queue_has_moved(device, known, clock):
    kiosk = device("kiosk")
    for _ in range(3):
        kiosk.issue()
    first = kiosk.issue(request_id="tap").json
    device("counter").call("1")
    device("counter").call("1")
    clock.forward(minutes=1)
    assert kiosk.issue(request_id="tap").json["wait"] == first["wait"]
    assert kiosk.get(f"/tickets/{first['id']}").json["wait"] != first["wait"]


def test_the_paper_tells_the_wait_of_the_kiosk(device, known):
    for _ in range(2):
        ticket = device("kiosk").issue().json
    jobs = {job["number"]: job for job in (device("printer").claim().json for _ in range(2))}
    job = jobs[ticket["number"]]
    assert {"low_min": job["wait_low_min"], "high_min": job["wait_high_min"]} == ticket["wait"]


def test_paper_without_a_wait_says_so(device, clock):
    device("kiosk").issue()
    job = device("printer").claim().json
    assert (job["wait_low_min"], job["wait_high_min"]) == (None, None)


def test_who_is_called_is_told_no_wait(device, known):
    ticket = device("kiosk").issue().json
    assert device("counter").call("1").json["wait"] is None
    assert device("kiosk").get(f"/tickets/{ticket['id']}").json["wait"] is None


def test_who_waits_again_is_told_a_wait_again(device, known):
    ticket = device("kiosk").issue().json
    device("counter").call("1")
    device("counter").move(ticket["id"], "transfer", to_need="energie")
    assert device("kiosk").get(f"/tickets/{ticket['id']}").json["wait"] == {"low_min": 0, "high_min": 5}


def test_when_the_last_counter_closes_nobody_is_told_a_wait_any_more(device, known, clock):
    ticket = device("kiosk").issue().json
    assert ticket["wait"] is not None
    device("counter").put("/counters/1", open=False)
    clock.forward(seconds=1)
    assert device("kiosk").get(f"/tickets/{ticket['id']}").json["wait"] is None
    assert device("kiosk").issue().json["wait"] is None
