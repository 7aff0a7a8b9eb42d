"""A print agent killed with -9 at each step of a job, and what is told and on paper afterwards.

Nothing in the agent knows of these steps: it is killed by what it talks to, the reception or the printer, at the moment
when that sees the step.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from dataclasses import dataclass

import pytest

from printers.drivers.drawing import drawn
from printers.drivers.fake.engine import Engine
from printers.drivers.fake.server import FakePrinter
from printers.drivers.paper.sheet import PaperError
from printers.drivers.paper_kind import Paper
from printers.job import PrintJob
from printers.memory import STOPPED_IN_THE_MIDDLE
from tests.printers.stand_in_reception import Reception

IN_DOUBT = {"outcome": "unconfirmed", "detail": STOPPED_IN_THE_MIDDLE}
PRINTED = {"outcome": "printed"}

# The step, what the server has heard of the job in the end, and how often its number may be on paper.
STEPS = {
    "claimed, and nothing remembered": ([], {0}),
    "remembered, and the printer asked how it is": ([IN_DOUBT], {0}),
    "the first byte sent, and the rest lost": ([IN_DOUBT], {0}),
    "half of it sent": ([IN_DOUBT], {0, 1}),  # what the system had taken in by then still goes its way
    "a part of the QR code sent, and the rest lost": ([IN_DOUBT], {0}),
    "all sent, and not confirmed": ([IN_DOUBT], {1}),
    "in doubt, and killed again while that is told": ([IN_DOUBT], {1}),
    "confirmed, and not told": ([PRINTED], {1}),
    "told, and not answered": ([PRINTED, PRINTED], {1}),
    "told and answered": ([PRINTED], {1}),
}


class WatchedEngine(Engine):
    """Does something, once, when its status is asked, when a certain byte of a job comes, when a ticket is cut."""

    def __init__(self):
        super().__init__()
        self.when, self.at_byte, self.arrived, self.loses, self.lost = {}, None, 0, False, None
        self.line = lambda: 0
        self.on_piece = lambda _: self.moment("cut")

    def moment(self, name):
        self.when.pop(name, lambda: None)()

    def answer_status(self, number):
        self.moment("asked")
        super().answer_status(number)

    def arrive(self, byte):
        # What is lost never comes: the next connection begins with its own first byte.
        if self.lost == self.line():
            return
        super().arrive(byte)
        self.arrived += 1
        if self.arrived == self.at_byte:
            self.moment("byte")
            self.lost = self.line() if self.loses else None


class Story:
    """One printer, one reception, one folder, and agent after agent."""

    def __init__(self, folder, printer, desk):
        self.folder, self.printer, self.engine, self.desk = folder, printer, printer.engine, desk
        self.process = None

    def start(self):
        """A new agent, once it asks for work. What it has to tell from before, it has told by then."""
        asking = threading.Event()
        self.desk.when["asked"] = asking.set
        self.launch()
        assert asking.wait(30), (self.folder / "log").read_text()

    def launch(self):
        command = [sys.executable, "-m", "printers", "--server", self.desk.url, "--state-dir", self.folder / "state"]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [*command, "--printer", f"accueil={self.printer.url}"],
                env={**os.environ, "ACCUEIL_PRINTER_TOKEN": "secret"},
                stdout=log,
                stderr=log,
            )

    def kill(self):
        """Dead when this returns: nothing that is said to it afterwards is heard."""
        self.process.kill()
        self.process.wait()
        return True

    def kill_if_remembered(self, job):
        kept = self.folder / "state" / "accueil.json"
        if kept.exists() and json.loads(kept.read_text())["in_hand"] == job.id:
            self.kill()
        else:
            self.engine.when["asked"] = lambda: self.kill_if_remembered(job)

    def doom(self, step, job):
        """Have the agent killed at this step of this job."""
        stream = drawn(job, Paper())
        self.engine.arrived = 0
        self.engine.loses = step.endswith("the rest lost")
        match step:
            case "claimed, and nothing remembered":
                self.desk.when["claimed"] = self.kill
            case "remembered, and the printer asked how it is":
                self.engine.when["asked"] = lambda: self.kill_if_remembered(job)
            case "the first byte sent, and the rest lost":
                self.engine.at_byte, self.engine.when["byte"] = 1, self.kill
            case "half of it sent":
                self.engine.at_byte, self.engine.when["byte"] = len(stream) // 2, self.kill
            case "a part of the QR code sent, and the rest lost":
                self.engine.at_byte, self.engine.when["byte"] = stream.rindex(b"\x1b*") + 20, self.kill
            case "all sent, and not confirmed" | "in doubt, and killed again while that is told":
                self.engine.when["cut"] = self.kill
            case "confirmed, and not told":
                self.desk.when["told"] = self.kill
            case "told, and not answered":
                self.desk.when["heard"] = self.kill
            case "told and answered":
                # Only when it has heard the answer does it ask for the next job.
                self.desk.when["heard"] = lambda: self.desk.when.update(asked=self.kill)

    def live_through(self, step, job):
        """Until the next agent asks for work."""
        self.doom(step, job)
        self.desk.hand_out(job.to_wire())
        self.process.wait(30)
        if step == "in doubt, and killed again while that is told":
            self.desk.when["told"] = self.kill
            self.launch()
            self.process.wait(30)
        self.start()

    def print(self, job):
        """Hand it out and wait for its outcome."""
        self.desk.hand_out(job.to_wire())
        self.desk.wait_until(lambda: self.told(job))

    def told(self, job):
        return [outcome for name, outcome in self.desk.outcomes if name == job.id]

    def on_paper(self, job):
        return sum(number(job) in text_of(piece) for piece in self.engine.pieces)


def number(job):
    return f"{job.number[0]} {job.number[1:]}"


def text_of(piece):
    try:
        return piece.lines()
    except PaperError:
        return []  # a scrap


def job_for(number):
    at, follow = "2026-11-23T10:42:00+01:00", f"http://127.0.0.1:8000/t/{number}"
    return PrintJob(f"job-{number}", "PIMMS Lyon 8e", number, "Mes papiers", "fr", at, 3, follow)


@dataclass
class Found:
    """What came of the doomed job, and of the next one."""

    told: list
    papers: int
    next_told: list
    next_papers: int


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    """Each step, one after the other: the agent that took over after one is the one that dies at the next."""
    folder, desk, found = tmp_path_factory.mktemp("killed"), Reception(), {}
    threading.Thread(target=desk.serve_forever, kwargs={"poll_interval": 0.01}).start()
    with FakePrinter(WatchedEngine()) as printer:
        printer.engine.line = lambda: printer.connections
        told = Story(folder, printer, desk)
        try:
            told.start()
            for count, step in enumerate(STEPS, 1):
                doomed, after = (job_for(f"{letter}{count:03}") for letter in "AB")
                told.live_through(step, doomed)
                told.print(after)
                found[step] = Found(told.told(doomed), told.on_paper(doomed), told.told(after), told.on_paper(after))
        finally:
            told.kill()
            desk.close()
    return found


@pytest.mark.parametrize("step", STEPS)
def test_an_agent_killed_at_any_step_prints_no_job_twice_and_tells_what_is_in_doubt(story, step):
    found, (told, papers) = story[step], STEPS[step]
    assert found.told == told
    assert found.papers in papers


@pytest.mark.parametrize("step", STEPS)
def test_the_next_job_prints_after_it(story, step):
    assert (story[step].next_told, story[step].next_papers) == ([PRINTED], 1)
