"""What stands between an agent and its server: guest networks with a portal, cookies, and no answer at the end."""

from __future__ import annotations

import asyncio

import pytest

from printers.backoff import Backoff
from printers.eye import Eye
from printers.memory import Memory
from printers.outcome import Printed
from printers.pulse import Pulse
from printers.server_link import Owner, ServerLink, ServerTroubleError
from printers.worker import Surroundings, Worker
from tests.support.agents import CountingDriver, agent


@pytest.fixture
def driver():
    return CountingDriver()


def test_a_cookie_that_cannot_be_sent_back_does_not_end_the_agent(reception, driver, a_job):
    reception.cookie = "portail=déjà"
    reception.hand_out(a_job(id="1").to_wire(), a_job(id="2", number="A013").to_wire())
    with agent(reception.url, driver):
        reception.wait_until(lambda: len(reception.outcomes) == 2)
    assert driver.numbers == ["A012", "A013"]


@pytest.mark.parametrize("path", ["\udcff", "x" * 70_000], ids=["half a letter", "too long"])
def test_a_request_that_cannot_be_written_is_trouble_and_not_the_end(path):
    async def ask():
        link = ServerLink.to("http://127.0.0.1:1", "secret")
        async with link.http:
            await link.answer("GET", path)

    with pytest.raises(ServerTroubleError) as trouble:
        asyncio.run(ask())
    assert not trouble.value.answered


@pytest.mark.parametrize("status", [200, 201, 404])
def test_an_outcome_that_a_portal_swallowed_is_told_to_the_server(reception, driver, a_job, status):
    reception.reports.extend([f"portal {status}"] * 2)
    reception.hand_out(a_job().to_wire())
    with agent(reception.url, driver, look_every=60):
        reception.wait_until(lambda: reception.outcomes)
    assert reception.outcomes == [("job-1", {"outcome": "printed"})]
    assert driver.numbers == ["A012"]


def test_a_printer_that_was_announced_to_a_portal_is_announced_to_the_server(reception, driver, a_job):
    reception.announcing.extend(["portal 200"] * 2)
    reception.hand_out(a_job().to_wire())
    with agent(reception.url, driver, look_every=60):
        reception.wait_until(lambda: reception.outcomes)
    assert [said["state"] for _, said in reception.conditions] == ["ready"]


def test_a_poll_that_a_portal_answered_is_asked_again(reception, driver, a_job):
    reception.polls.append("portal 200")
    reception.hand_out(a_job().to_wire())
    with agent(reception.url, driver):
        reception.wait_until(lambda: reception.outcomes)


class Line:
    """Notes what is reported on it, and answers nothing, or that it stumbles."""

    def __init__(self, *, answered):
        self.answered, self.reported = answered, []

    async def report(self, job_id, outcome):
        self.reported.append(job_id)
        raise ServerTroubleError("no", answered=self.answered)


@pytest.mark.parametrize(("answered", "tried"), [(False, ["1"]), (True, ["1", "2", "3"])])
def test_the_last_words_are_tried_no_longer_than_somebody_answers(driver, answered, tried):
    async def end(link):
        memory, around = Memory(), Surroundings(link, asyncio.Event(), Backoff(), Pulse())
        memory.untold.update({name: Printed().to_wire() for name in "123"})
        worker = Worker(Owner("accueil", "memory://x", "one"), Eye("accueil", driver, around.pulse), memory, around)
        await worker.last_words()
        return list(memory.untold)

    line = Line(answered=answered)
    assert asyncio.run(end(line)) == ["1", "2", "3"]  # they stay in the state file, for the next start
    assert line.reported == tried


def test_an_outcome_of_any_shape_can_be_told_of_in_the_log(driver, monkeypatch):
    said = []
    monkeypatch.setattr("printers.worker.log.warning", lambda event, **more: said.append((event, more["outcome"])))
    odd = {"outcome": "printed", "event": "x", "job": "y"}

    async def end():
        memory, around = Memory(), Surroundings(Line(answered=False), asyncio.Event(), Backoff(), Pulse())
        memory.untold["1"] = odd
        await Worker(Owner("a", "memory://x", "one"), Eye("a", driver, around.pulse), memory, around).last_words()

    asyncio.run(end())
    assert said == [("outcome_not_told", odd)]
