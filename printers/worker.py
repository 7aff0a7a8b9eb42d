"""One printer at work: announced, looked at, given jobs, and its outcomes told.

What it must never do is print one job twice. So a report that does not get through is repeated, never the printing,
and a job that is handed out again is answered from memory.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

import structlog

from printers.backoff import Backoff
from printers.drivers import Driver
from printers.job import JobUnreadableError, PrintJob
from printers.memory import Memory
from printers.outcome import Condition, Failed, Outcome, Reason, State
from printers.pulse import Pulse
from printers.server_link import NotAnnouncedError, OwnedElsewhereError, Owner, ServerLink, ServerTroubleError

# Between two looks at an idle printer, in seconds. A new roll is noticed within this time.
LOOK_SECONDS = 10.0

# A server that answers “nothing” sooner than this does not hold polls back; the agent must not spin.
SOON_SECONDS = 1.0

log = structlog.get_logger()

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all printers of an agent share. `look_every` is in seconds."""

    link: ServerLink
    stop: asyncio.Event
    backoff: Backoff
    pulse: Pulse
    look_every: float = LOOK_SECONDS


class Worker:
    """One printer. Nothing that the server or the printer does ends it before `stop`."""

    def __init__(self, owner: Owner, driver: Driver, memory: Memory, around: Surroundings) -> None:
        """The worker owns the driver: nothing else may print on it."""
        self.owner = owner
        self.driver = driver
        self.memory = memory
        self.around = around
        # A thread of its own, so that a slow printer holds up neither the others nor the signals.
        self.thread = ThreadPoolExecutor(1, thread_name_prefix=owner.printer)
        self.at_the_printer = asyncio.Lock()
        self.condition: Condition | None = None
        self.told: Condition | None = None
        self.known: dict[str, str] = {}

    async def work(self) -> None:
        """Until asked to stop; the job in hand is finished, a waiting poll is dropped at once."""
        watching = asyncio.create_task(self.watch())
        try:
            await self.look()
            for job_id in list(self.memory.untold):
                await self.report(job_id)
            await self.print_jobs()
        finally:
            watching.cancel()
            await asyncio.gather(watching, return_exceptions=True)
            self.thread.shutdown(wait=False)

    async def print_jobs(self) -> None:
        """Job after job."""
        attempt = 0
        while not self.around.stop.is_set():
            self.around.pulse.beat(self.owner.printer)
            asked = asyncio.get_running_loop().time()
            try:
                await self.unless_stopped(self.announce())
                wire = await self.unless_stopped(self.around.link.next_job(self.owner))
            except NotAnnouncedError:
                self.told = None
                await self.pause(self.around.backoff.seconds(0))
                continue
            except ServerTroubleError as trouble:
                # After its absence it may have forgotten how the printer is.
                self.told = None
                self.note(
                    "server", f"owned: {trouble}" if isinstance(trouble, OwnedElsewhereError) else f"away: {trouble}"
                )
                await self.pause(self.around.backoff.seconds(attempt))
                attempt += 1
                continue
            attempt = 0
            if self.around.stop.is_set() and wire is None:
                return
            self.around.pulse.answered()
            self.note("server", "answers")
            if wire is not None:
                await self.take(wire)
            elif asyncio.get_running_loop().time() - asked < SOON_SECONDS:
                await self.pause(self.around.backoff.first)

    async def take(self, wire: dict[str, Any]) -> None:
        """Print a job, once, and tell what became of it."""
        outcome = self.memory.before(wire)
        if outcome is None:
            async with self.at_the_printer:
                outcome = await self.in_thread(lambda: self.printed(wire))
            self.note("job", " ".join(str(value) for value in outcome.to_wire().values()))
        if isinstance(outcome, Failed) and outcome.reason is not Reason.JOB_UNREADABLE:
            # Before the outcome, so that the job goes to another printer, and not to this one again.
            self.became(Condition(State.DOWN, outcome.reason, outcome.detail))
            with suppress(ServerTroubleError):  # then it is announced before the next poll
                await self.announce()
        self.memory.finish(wire, outcome)
        await self.report(wire["id"])
        await self.look()

    def printed(self, wire: dict[str, Any]) -> Outcome:
        """Print one job, whatever it holds, and say what became of it."""
        try:
            job = PrintJob.from_wire(wire)
            self.memory.begin(job.id)
            return self.driver.print(job)
        except JobUnreadableError as trouble:
            return Failed(Reason.JOB_UNREADABLE, str(trouble), sent=False)
        except Exception as trouble:
            # Printer libraries raise what their transports raise: OSError, usb.core.USBError, serial exceptions, their
            # own. One of them unforeseen must not end an agent that nobody watches, nor leave the person without an
            # answer: this job failed, the log has the whole story, and the next job is another try.
            log.exception("printer_trouble_unforeseen", printer=self.owner.printer, job=wire["id"])
            return Failed(Reason.OTHER, f"{type(trouble).__name__}: {trouble}")

    async def report(self, job_id: str) -> None:
        """Tell the server, as often as it takes; once asked to stop, once more."""
        attempt = 0
        outcome = self.memory.untold[job_id]
        while True:
            self.around.pulse.beat(self.owner.printer)
            stopping = self.around.stop.is_set()
            try:
                heard = await self.around.link.report(job_id, outcome)
            except ServerTroubleError as trouble:
                self.note("server", f"away: {trouble}")
                if stopping:
                    log.warning("outcome_not_reported", printer=self.owner.printer, job=job_id, **outcome)
                    return
                await self.pause(self.around.backoff.seconds(attempt))
                attempt += 1
                continue
            self.note("server", "answers" if heard else "refuses an outcome")
            self.memory.told(job_id)
            return

    # How the printer is.

    async def watch(self) -> None:
        """Look at the printer while it is idle, and tell the server when something changed."""
        while True:
            await asyncio.sleep(self.around.look_every)
            await self.look()
            if self.condition != self.told:
                with suppress(ServerTroubleError):  # then it is announced before the next poll
                    await self.announce()

    async def look(self) -> None:
        """Ask the printer how it is."""
        async with self.at_the_printer:
            self.became(await self.in_thread(self.seen))

    def seen(self) -> Condition:
        """The printer's condition, whatever its library does."""
        try:
            return self.driver.look()
        except Exception as trouble:
            # As above: what nobody foresaw is a printer that is down, told once, and looked at again.
            if self.known.get("looking") != repr(trouble):
                log.exception("printer_trouble_unforeseen", printer=self.owner.printer)
            self.known["looking"] = repr(trouble)
            return Condition(State.DOWN, Reason.OTHER, f"{type(trouble).__name__}: {trouble}")

    def became(self, condition: Condition) -> None:
        """How the printer is now."""
        self.condition = condition
        self.around.pulse.became(self.owner.printer, condition)
        self.note("printer", condition.state if condition.reason is None else f"{condition.state} {condition.reason}")

    async def announce(self) -> None:
        """Tell the server how the printer is, when it does not know. Raises ServerTroubleError."""
        condition = self.condition
        if condition is not None and condition != self.told:
            await self.around.link.announce(self.owner, condition)
            self.told = condition

    # Ways of waiting.

    async def in_thread(self, do: Callable[[], Answer]) -> Answer:
        """Something that the printer may hold up."""
        return await asyncio.get_running_loop().run_in_executor(self.thread, do)

    async def unless_stopped(self, request: Coroutine[Any, Any, Answer]) -> Answer | None:
        """The answer, or None when `stop` is set first."""
        asking, stopping = asyncio.create_task(request), asyncio.create_task(self.around.stop.wait())
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
                await self.around.stop.wait()

    def note(self, what: str, state: str) -> None:
        """Log a state when it changes: months of “still fine” help nobody."""
        if self.known.get(what) != state:
            self.known[what] = state
            log.info(what, printer=self.owner.printer, state=state)
