"""The print agent: asks the server for the next job, prints it, says what became of it, for months on end.

What it must never do is print one job twice. So a report that does not get through is repeated, never the printing,
and a job that is handed out again is answered from memory: the whole job, since a queue that was set up anew counts
its ids from the start again, and the same id may be another person's ticket.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import structlog

from printers.backoff import Backoff
from printers.drivers import Driver
from printers.job import JobUnreadableError, PrintJob
from printers.outcome import Failed, Outcome, Reason
from printers.server_link import ServerLink, ServerTroubleError

# Outcomes remembered, in case a job is handed out again: about a month of a site.
REMEMBERED = 1000

# A server that answers “nothing” sooner than this does not hold polls back; the agent must not spin.
SOON_SECONDS = 1.0

log = structlog.get_logger()

Answer = TypeVar("Answer")


async def run(
    server_url: str,
    token: str,
    driver: Driver,
    stop: asyncio.Event,
    backoff: Backoff | None = None,
    alive: Path | None = None,
) -> None:
    """Print until `stop` is set. Then the job in hand is finished, and a waiting poll is dropped at once.

    Nothing the server or the printer does ends it. The file `alive` is touched at each answer of the server, at least
    every 30 s: whoever looks after the process sees by its age whether the agent still asks and is heard.
    """
    link = ServerLink.to(server_url, token)
    async with link.http:
        await Agent(link, driver, stop, backoff or Backoff(), alive).work()


class Agent:
    """One printer at work."""

    def __init__(
        self,
        link: ServerLink,
        driver: Driver,
        stop: asyncio.Event,
        backoff: Backoff,
        alive: Path | None = None,
    ) -> None:
        """The agent owns the driver: nothing else may print on it."""
        self.link = link
        self.driver = driver
        self.stop = stop
        self.backoff = backoff
        self.alive = alive
        self.outcomes: dict[str, tuple[dict[str, Any], Outcome]] = {}
        self.known: dict[str, str] = {}

    async def work(self) -> None:
        """Job after job."""
        attempt = 0
        while not self.stop.is_set():
            asked = asyncio.get_running_loop().time()
            try:
                wire = await self.unless_stopped(self.link.next_job())
            except ServerTroubleError as trouble:
                self.note("server", f"away: {trouble}")
                await self.pause(self.backoff.seconds(attempt))
                attempt += 1
                continue
            attempt = 0
            if self.alive is not None and not self.stop.is_set():
                self.alive.touch()
            if wire is not None:
                self.note("server", "answers")
                await self.report(wire["id"], await self.outcome_of(wire))
            elif not self.stop.is_set():
                self.note("server", "answers")
                if asyncio.get_running_loop().time() - asked < SOON_SECONDS:
                    await self.pause(self.backoff.first)

    async def outcome_of(self, wire: dict[str, Any]) -> Outcome:
        """Print a job, once. In a thread, so that a slow printer does not stop the signals from being heard."""
        before, outcome = self.outcomes.pop(wire["id"], (None, None))
        if outcome is None or before != wire:
            outcome = await asyncio.to_thread(printed, wire, self.driver)
            self.note("printer", " ".join(str(value) for value in outcome.to_wire().values()))
        self.outcomes[wire["id"]] = wire, outcome
        for oldest in list(self.outcomes)[:-REMEMBERED]:
            del self.outcomes[oldest]
        return outcome

    async def report(self, job_id: str, outcome: Outcome) -> None:
        """Tell the server, as often as it takes; once asked to stop, once more."""
        attempt = 0
        while True:
            stopping = self.stop.is_set()
            try:
                heard = await self.link.report(job_id, outcome)
            except ServerTroubleError as trouble:
                self.note("server", f"away: {trouble}")
                if stopping:
                    log.warning("outcome_not_reported", job=job_id, **outcome.to_wire())
                    return
                await self.pause(self.backoff.seconds(attempt))
                attempt += 1
                continue
            self.note("server", "answers" if heard else "refuses an outcome")
            return

    async def unless_stopped(self, request: Coroutine[Any, Any, Answer]) -> Answer | None:
        """The answer, or None when `stop` is set first."""
        asking, stopping = asyncio.create_task(request), asyncio.create_task(self.stop.wait())
        try:
            await asyncio.wait({asking, stopping}, return_when=asyncio.FIRST_COMPLETED)
            # A job that came in the same instant was claimed for this printer: it is printed.
            return asking.result() if asking.done() else None
        finally:
            for task in (asking, stopping):
                task.cancel()
            await asyncio.gather(asking, stopping, return_exceptions=True)

    async def pause(self, seconds: float) -> None:
        """Wait, or less when asked to stop."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.stop.wait()

    def note(self, what: str, state: str) -> None:
        """Log a state when it changes: months of “still fine” help nobody."""
        if self.known.get(what) != state:
            self.known[what] = state
            log.info(what, state=state)


def printed(wire: dict[str, Any], driver: Driver) -> Outcome:
    """Print one job, whatever it holds, and say what became of it."""
    try:
        return driver.print(PrintJob.from_wire(wire))
    except JobUnreadableError as trouble:
        return Failed(Reason.JOB_UNREADABLE, str(trouble), sent=False)
    except Exception as trouble:
        # Printer libraries raise what their transports raise: OSError, usb.core.USBError, serial exceptions, their
        # own. One of them unforeseen must not end an agent that nobody watches, nor leave the person without an
        # answer: this job failed, the log has the whole story, and the next job is another try.
        log.exception("printer_trouble_unforeseen", job=wire["id"])
        return Failed(Reason.OTHER, f"{type(trouble).__name__}: {trouble}")
