"""Trouble that nobody foresaw: while a ticket is drawn, and while a printer is looked at."""

from __future__ import annotations

import asyncio

import pytest

from printers.drivers import drawing, driver_for
from printers.drivers import memory as trays
from printers.eye import Eye
from printers.outcome import Condition, Reason, State
from printers.pulse import Pulse
from tests.support.agents import CountingDriver, agent, nobodys_printer


@pytest.fixture
def url():
    """A printer's, forgotten at the end."""
    url = nobodys_printer()
    yield url
    trays.TRAYS.pop(url.removeprefix("memory://"), None)


@pytest.fixture
def told_of(reception, a_job, url, monkeypatch):
    """A function that has drawing fail. What the server is told of that job."""

    def fail(trouble):
        def draw(*_):
            raise trouble

        with agent(reception.url, driver_for(url)):
            reception.wait_until(lambda: reception.conditions)
            monkeypatch.setattr(drawing, "draw", draw)
            reception.hand_out(a_job().to_wire())
            reception.wait_until(lambda: reception.outcomes)
        [(_, told)] = reception.outcomes
        return told

    return fail


def states(reception):
    return [said["state"] for _, said in reception.conditions]


def unreadable(outcome):
    return outcome["outcome"], outcome["reason"], outcome["sent"]


def test_a_follow_address_that_cannot_be_drawn_is_no_fault_of_the_printer(reception, a_job, url):
    reception.hand_out(a_job(id="1", follow_url="http://127.0.0.1/t/\ud83d").to_wire(), a_job(id="2").to_wire())
    with agent(reception.url, driver_for(url)):
        reception.wait_until(lambda: len(reception.outcomes) == 2)
    (_, bad), (_, good) = reception.outcomes
    assert unreadable(bad) == ("failed", "job_unreadable", False)
    assert good == {"outcome": "printed"}
    assert set(states(reception)) == {"ready"}


@pytest.mark.parametrize("trouble", [ZeroDivisionError("x"), KeyError("ä"), MemoryError(), RecursionError()])
def test_whatever_goes_wrong_while_drawing_nothing_was_sent(reception, told_of, trouble):
    bad = told_of(trouble)
    assert unreadable(bad) == ("failed", "job_unreadable", False)
    assert type(trouble).__name__ in bad["detail"]
    assert set(states(reception)) == {"ready"}


def test_a_machine_that_lacks_a_font_lets_another_ones_printer_print(told_of):
    bad = told_of(FileNotFoundError(2, "no such file", "NotoSans.ttf"))
    assert unreadable(bad) == ("failed", "other", False)
    assert "NotoSans.ttf" in bad["detail"]


class Looker(CountingDriver):
    """Raises what it is told to raise when it looks."""

    trouble = None

    def look(self):
        if self.trouble is not None:
            raise self.trouble
        return super().look()


class Device:
    """Has no words for itself but its place in memory."""


@pytest.fixture
def looker():
    return Looker()


@pytest.fixture
def look(looker):
    """Look as often as there are troubles; None is a look that succeeds. What was seen."""

    def look(*troubles):
        async def seen():
            eye, conditions = Eye("accueil", looker, Pulse()), []
            for looker.trouble in troubles:
                await eye.look()
                conditions.append(eye.condition)
            eye.close()
            return conditions

        return asyncio.run(seen())

    return look


def stories(log):
    return sum(line["event"] == "printer_trouble_unforeseen" for line in log)


def test_a_fault_that_goes_on_is_logged_once(look, log):
    look(*(ValueError("x") for _ in range(5)))
    assert stories(log) == 1


def test_a_fault_that_comes_back_is_logged_again(look, log):
    look(ValueError("x"), None, ValueError("x"), ValueError("x"))
    assert stories(log) == 2


def test_another_fault_is_logged_too(look, log):
    look(ValueError("x"), ValueError("y"), KeyError("y"))
    assert stories(log) == 3


def test_a_fault_that_names_a_place_in_memory_is_the_same_fault_elsewhere(look, log):
    devices = [Device() for _ in range(3)]  # all alive, so each in its own place
    conditions = look(*(ValueError(f"{device!r} is busy") for device in devices))
    assert stories(log) == 1
    assert len(set(conditions)) == 1  # so the server is not told each time
    assert conditions[0].state is State.DOWN
    assert "Device object at 0x…> is busy" in conditions[0].detail


def test_a_look_that_succeeds_is_what_the_driver_saw(look, looker):
    looker.condition = Condition(State.LOW, Reason.PAPER_LOW)
    assert look(None) == [looker.condition]
