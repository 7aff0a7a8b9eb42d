"""What an agent meets in months: plugs pulled, servers restarted, hundreds of jobs; and what its log says of it."""

from __future__ import annotations

import gc
import types

import pytest

from printers.drivers import driver_for
from printers.drivers.fake.faults import Fault, Kind
from printers.drivers.fake.server import FakePrinter
from printers.memory import REMEMBERED
from printers.outcome import Failed, Reason
from printers.worker import Worker
from tests.printers.stand_in import QUICK
from tests.printers.stand_in_usb import Usb
from tests.support.agents import CountingDriver, agent
from tests.support.processes import until


@pytest.fixture
def driver():
    return CountingDriver()


def states(reception):
    return [said["state"] for _, said in reception.conditions]


def told_in_order(reception, *expected):
    """Whether these states were told one after the other, each as often as may be."""
    told = states(reception)
    return [state for place, state in enumerate(told) if place == 0 or told[place - 1] != state] == list(expected)


def print_one(reception, a_job, name):
    reception.hand_out(a_job(id=name).to_wire())
    reception.wait_until(lambda: (name, {"outcome": "printed"}) in reception.outcomes)


def test_a_printer_that_is_switched_off_and_on_prints_again(reception, a_job):
    with FakePrinter() as printer, agent(reception.url, driver_for(printer.url, QUICK)):
        print_one(reception, a_job, "before")
        printer.plan(Fault(Kind.POWER_LOST))
        reception.wait_until(lambda: told_in_order(reception, "ready", "down"))
        printer.repair(switch_off=True)
        reception.wait_until(lambda: told_in_order(reception, "ready", "down", "ready"))
        print_one(reception, a_job, "after")
        assert len([piece for piece in printer.pieces if piece.whole]) == 2


def test_a_printer_that_is_plugged_out_and_in_prints_again(reception, a_job, tmp_path, monkeypatch):
    device = Usb(tmp_path, monkeypatch)
    with agent(reception.url, device.driver()):
        print_one(reception, a_job, "before")
        device.stop()
        reception.wait_until(lambda: states(reception)[-1] == "down")
        device.start()
        reception.wait_until(lambda: states(reception)[-1] == "ready")
        print_one(reception, a_job, "after")
    assert len(device.tickets()) == 2


def test_a_server_that_comes_back_is_told_of_the_printer_again(open_reception, driver, a_job):
    first = open_reception()
    with agent(first.url, driver, look_every=60):
        first.wait_until(lambda: first.waiting)
        first.close()
        second = open_reception(first.server_port)
        print_one(second, a_job, "after")
    assert states(second)[0] == "ready"


def test_the_log_tells_of_changes_alone(reception, driver, a_job, log):
    with agent(reception.url, driver):
        for count in range(30):
            print_one(reception, a_job, str(count))
        looked = driver.looks
        until(lambda: driver.looks > looked + 2, "it is looked at again and again")
    assert [(line["event"], line["state"]) for line in log] == [
        ("printer", "ready"),
        ("server", "answers"),
        ("job", "printed"),
        ("report", "heard"),
    ]


def test_another_agent_on_the_printer_is_told_of_once_and_asked_for_again(reception, driver, a_job, log):
    reception.announcing.extend(["printer_owned"] * 6)
    with agent(reception.url, driver, look_every=60):
        reception.wait_until(lambda: not reception.announcing)
        assert driver.numbers == []
        print_one(reception, a_job, "mine-now")
    owned = [line for line in log if line.get("state") == "another agent owns this printer"]
    assert len(owned) == 1


def test_an_outcome_that_the_server_trips_over_holds_up_no_other_job(reception, driver, a_job):
    reception.trips_over.add("1")
    reception.hand_out(a_job(id="1").to_wire(), a_job(id="2", number="A013").to_wire())
    with agent(reception.url, driver, look_every=60):
        reception.wait_until(lambda: [name for name, _ in reception.outcomes] == ["2"])
        reception.trips_over.clear()
        reception.wait_until(lambda: "1" in {name for name, _ in reception.outcomes})
    assert driver.numbers == ["A012", "A013"]


@pytest.mark.parametrize(("said", "told"), [("x" * 900, f"{'x' * 499}…"), ("half \ud83d", "half ?"), ("é" * 500,) * 2])
def test_what_is_told_fits_what_the_server_takes(reception, driver, a_job, said, told):
    driver.instead["A012"] = lambda: Failed(Reason.OTHER, said)
    reception.hand_out(a_job().to_wire())
    with agent(reception.url, driver, look_every=60):
        reception.wait_until(lambda: reception.outcomes)
    assert reception.outcomes[0][1]["detail"] == told
    assert told in {condition["detail"] for _, condition in reception.conditions}


@pytest.mark.parametrize("name", ["", "half \ud83d", "two\nlines", 7])
def test_a_job_whose_name_nobody_can_say_is_passed_over(reception, driver, a_job, name):
    reception.hand_out({**a_job().to_wire(), "id": name})
    with agent(reception.url, driver, look_every=60):
        print_one(reception, a_job, "next")
    assert driver.numbers == ["A012"]


def held(root):
    """How many things hang on this one, in containers of any kind."""
    seen, todo, count = {id(root)}, [root], 0
    apart = (type, types.ModuleType, types.FunctionType, types.BuiltinFunctionType, types.FrameType, types.CodeType)
    while todo:
        for thing in gc.get_referents(todo.pop()):
            if id(thing) not in seen and not isinstance(thing, apart):
                seen.add(id(thing))
                todo.append(thing)
                count += 1
    return count


def test_nothing_grows_with_the_number_of_jobs(reception, driver, a_job):
    counts = []
    with agent(reception.url, driver, look_every=60):
        for batch in range(1, 5):
            driver.numbers.clear()
            for count in range(REMEMBERED // 2 + 10):
                reception.hand_out(a_job(id=f"{batch}-{count}").to_wire())
            reception.wait_until(lambda: not reception.jobs and reception.waiting)
            driver.numbers.clear()
            [worker] = [each for each in gc.get_objects() if isinstance(each, Worker) and each.eye.driver is driver]
            counts.append(sum(held(part) for part in (worker.memory, worker.eye.noted, worker.around.pulse)))
            del worker
    assert len(reception.outcomes) == 4 * (REMEMBERED // 2 + 10)
    assert counts[1] > counts[0]  # so it would be seen
    assert counts[3] == counts[2]
