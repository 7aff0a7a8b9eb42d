"""Printers of one agent: announced, looked at, kept apart, and what outlives the agent."""

from __future__ import annotations

import json
import threading

import pytest

from printers.memory import REMEMBERED, STOPPED_IN_THE_MIDDLE, Memory
from printers.outcome import Condition, Failed, Printed, Reason, State
from tests.support.agents import CountingDriver, agent
from tests.support.processes import until


@pytest.fixture
def driver():
    return CountingDriver()


def states(reception, printer="accueil"):
    return [said["state"] for name, said in reception.conditions if name == printer]


def test_a_printer_is_announced_before_it_asks_for_work(reception, driver, a_job):
    reception.hand_out(a_job().to_wire())
    with agent(reception.url, driver):
        reception.wait_until(lambda: reception.outcomes)
    name, said = reception.conditions[0]
    assert (name, said["state"], said["address"]) == ("accueil", "ready", "memory://accueil")
    assert reception.asked == {"accueil"}


def test_what_changes_is_told_and_what_does_not_is_not(reception, driver):
    with agent(reception.url, driver):
        reception.wait_until(lambda: reception.conditions)
        driver.condition = Condition(State.LOW, Reason.PAPER_LOW)
        reception.wait_until(lambda: states(reception) == ["ready", "low"])
        driver.condition = Condition(State.DOWN, Reason.UNREACHABLE)
        reception.wait_until(lambda: states(reception) == ["ready", "low", "down"])
        looked = driver.looks
        until(lambda: driver.looks > looked + 2, "it is looked at again and again")
        assert states(reception) == ["ready", "low", "down"]


def test_a_look_that_fails_is_a_printer_that_is_down(reception, driver, monkeypatch):
    monkeypatch.setattr(driver, "look", lambda: 1 // 0)
    with agent(reception.url, driver):
        reception.wait_until(lambda: reception.conditions)
    # An agent that is asked to stop in the middle of saying so may say it again.
    assert {(said["state"], said["reason"]) for _, said in reception.conditions} == {("down", "other")}


def test_a_failure_is_told_of_the_printer_before_it_is_told_of_the_job(reception, driver, a_job):
    driver.instead["A012"] = lambda: Failed(Reason.PAPER_OUT, "Plus de papier.", sent=False)
    told = []
    reception.hand_out(a_job().to_wire())
    with agent(reception.url, driver, look_every=60):
        reception.wait_until(lambda: reception.outcomes)
        told = states(reception)
    assert told[:2] == ["ready", "down"]


def test_a_server_that_forgot_the_printer_is_told_again(reception, driver, a_job):
    reception.polls.append("printer_unknown")
    reception.hand_out(a_job().to_wire())
    with agent(reception.url, driver, look_every=60):
        reception.wait_until(lambda: reception.outcomes)
    assert states(reception)[:2] == ["ready", "ready"]


def test_a_printer_that_another_agent_owns_prints_nothing(reception, driver, a_job):
    reception.announcing.extend(["printer_owned"] * 3)
    refusals_left = []
    reception.when["asked"] = lambda: refusals_left.append(len(reception.announcing))
    with agent(reception.url, driver, look_every=60):
        reception.hand_out(a_job().to_wire())
        reception.wait_until(lambda: reception.outcomes)
    assert refusals_left == [0]


def test_a_printer_that_hangs_does_not_hold_up_the_other(reception, driver, a_job):
    hanging, go_on = threading.Event(), threading.Event()
    other = CountingDriver()

    def hang():
        hanging.set()
        assert go_on.wait(30)
        return Printed()

    for each in (driver, other):
        each.instead["A001"] = hang
    reception.hand_out(a_job(id="1", number="A001").to_wire())
    with agent(reception.url, driver, other):
        assert hanging.wait(30)
        reception.hand_out(a_job(id="2").to_wire())
        reception.wait_until(lambda: [job for job, _ in reception.outcomes] == ["2"])
        go_on.set()
        reception.wait_until(lambda: len(reception.outcomes) == 2)


def test_a_job_in_hand_when_the_agent_died_is_in_doubt_and_not_printed_again(reception, driver, tmp_path):
    (tmp_path / "accueil.json").write_text(json.dumps({"in_hand": "job-1", "untold": {}}))
    with agent(reception.url, driver, state_dir=tmp_path):
        reception.wait_until(lambda: reception.outcomes)
    assert reception.outcomes == [("job-1", {"outcome": "unconfirmed", "detail": STOPPED_IN_THE_MIDDLE})]
    assert driver.numbers == []


def test_an_outcome_that_was_never_heard_is_told_after_a_restart(reception, driver, tmp_path):
    (tmp_path / "accueil.json").write_text(json.dumps({"in_hand": None, "untold": {"job-1": {"outcome": "printed"}}}))
    with agent(reception.url, driver, state_dir=tmp_path):
        reception.wait_until(lambda: reception.outcomes)
    assert reception.outcomes == [("job-1", {"outcome": "printed"})]
    assert json.loads((tmp_path / "accueil.json").read_text()) == {"in_hand": None, "untold": {}}


def test_the_job_is_on_the_disk_before_its_first_byte_goes(reception, driver, a_job, tmp_path):
    seen = []
    driver.instead["A012"] = lambda: seen.append(json.loads((tmp_path / "accueil.json").read_text())) or Printed()
    reception.hand_out(a_job().to_wire())
    with agent(reception.url, driver, state_dir=tmp_path):
        reception.wait_until(lambda: reception.outcomes)
    assert seen == [{"in_hand": "job-1", "untold": {}}]


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"untold": 3, "in_hand": 4}', "\udcff"])
def test_a_damaged_memory_does_not_stop_the_agent(tmp_path, content):
    (tmp_path / "accueil.json").write_bytes(content.encode("utf-8", "surrogatepass"))
    assert Memory(tmp_path / "accueil.json").untold == {}


def test_an_agent_keeps_its_name_over_a_restart(reception, driver, tmp_path):
    for _ in range(2):
        before = len(reception.conditions)
        with agent(reception.url, driver, state_dir=tmp_path):
            reception.wait_until(lambda count=before: len(reception.conditions) > count)
    assert len({said["instance"] for _, said in reception.conditions}) == 1


def test_memory_is_bounded_however_many_jobs_there_were(a_job):
    memory = Memory()
    for number in range(3000):
        wire = a_job(id=str(number)).to_wire()
        memory.finish(wire, Printed())
        memory.told(wire["id"])
    assert (len(memory.outcomes), memory.untold) == (REMEMBERED, {})
