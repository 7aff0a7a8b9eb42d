"""One printer at work: announced, given jobs, and its outcomes told.

What it must never do is print one job twice. So a report that does not get through is repeated, never the printing,
and a job that is handed out again is answered from memory.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

import structlog

from printers.backoff import Backoff
from printers.eye import Eye
from printers.job import JobUnreadableError, PrintJob
from printers.memory import Memory
from printers.outcome import Condition, Failed, Outcome, Reason
from printers.pulse import Pulse
from printers.raster import ShapingMissingError
from printers.server_link import POLL_SECONDS, NotAnnouncedError, Owner, ServerLink, ServerTroubleError

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

    def __init__(self, owner: Owner, eye: Eye, memory: Memory, around: Surroundings) -> None:
        """The worker owns the printer: nothing else may print on it."""
        self.owner = owner
        self.eye = eye
        self.memory = memory
        self.around = around
        self.announcing = asyncio.Lock()
        self.told: Condition | None = None
        self.tripped = 0

    async def work(self) -> None:
        """Until asked to stop; the job in hand is finished, a waiting poll is dropped at once."""
        self.around.pulse.beat(self.owner.printer)
        watching = asyncio.create_task(self.watch())
        printing = asyncio.create_task(self.print_jobs())
        try:
            # Either ends by itself only when something nobody foresaw has happened: then the agent ends, and is begun
            # anew by whoever looks after it. One that prints and sees nothing any more would be worse.
            await asyncio.wait({watching, printing}, return_when=asyncio.FIRST_COMPLETED)
            for task in (watching, printing):
                if task.done():
                    task.result()
            await self.last_words()
        finally:
            for task in (watching, printing):
                task.cancel()
            await asyncio.gather(watching, printing, return_exceptions=True)
            self.eye.close()

    async def print_jobs(self) -> None:
        """Job after job."""
        attempt = 0
        await self.eye.look()
        while not self.around.stop.is_set():
            self.around.pulse.beat(self.owner.printer)
            asked = asyncio.get_running_loop().time()
            try:
                wire = await self.next_job()
            except ServerTroubleError as trouble:
                # After its absence it may have forgotten how the printer is.
                self.told = None
                if not isinstance(trouble, NotAnnouncedError):
                    self.eye.note("server", trouble.state, why=str(trouble))
                await self.pause(self.around.backoff.seconds(attempt))
                attempt += 1
                continue
            attempt = 0
            if self.around.stop.is_set() and wire is None:
                return
            self.around.pulse.answered()
            self.eye.note("server", "answers")
            if wire is not None:
                await self.take(wire)
            elif asyncio.get_running_loop().time() - asked < SOON_SECONDS:
                await self.pause(self.around.backoff.first)

    async def next_job(self) -> dict[str, Any] | None:
        """Tell what is to be told, and ask for a job; None also when `stop` is set. Raises ServerTroubleError."""
        try:
            await self.unless_stopped(self.announce())
        except ServerTroubleError:
            # Whoever owns the printer now: what became of the jobs it had from here is told.
            await self.tell_all()
            raise
        await self.tell_all()
        wait = self.around.backoff.seconds(self.tripped) if self.memory.untold else POLL_SECONDS
        return await self.unless_stopped(self.around.link.next_job(self.owner, wait))

    async def take(self, wire: dict[str, Any]) -> None:
        """Print a job, once, and tell what became of it."""
        outcome = self.memory.before(wire)
        if outcome is None:
            outcome = await self.eye.at_the_printer(lambda: self.printed(wire))
            self.eye.note("job", outcome.to_wire()["outcome"], job=wire["id"], why=getattr(outcome, "detail", ""))
        self.memory.finish(wire, outcome)
        if isinstance(outcome, Failed) and outcome.reason is not Reason.JOB_UNREADABLE:
            # Before the outcome, so that the job goes to another printer, and not to this one again.
            self.eye.failed(outcome)
        # What does not get through now is told before the next job is asked for.
        with suppress(ServerTroubleError):
            await self.announce()
            await self.tell(wire["id"])
        await self.eye.look()

    def printed(self, wire: dict[str, Any]) -> Outcome:
        """Print one job, whatever it holds, and say what became of it."""
        try:
            job = PrintJob.from_wire(wire)
            self.memory.begin(job.id)
            return self.eye.driver.print(job)
        except JobUnreadableError as trouble:
            return Failed(Reason.JOB_UNREADABLE, str(trouble), sent=False)
        except ShapingMissingError as trouble:
            # This machine cannot draw; another one's printer may.
            return Failed(Reason.OTHER, str(trouble), sent=False)
        except Exception as trouble:
            # Printer libraries raise what their transports raise: OSError, usb.core.USBError, serial exceptions, their
            # own. One of them unforeseen must not end an agent that nobody watches, nor leave the person without an
            # answer: this job failed, the log has the whole story, and the next job is another try.
            log.exception("printer_trouble_unforeseen", printer=self.owner.printer, job=wire["id"])
            return Failed(Reason.OTHER, f"{type(trouble).__name__}: {trouble}")

    # What the server is told.

    async def watch(self) -> None:
        """Look at the printer while it is idle, and tell the server when something changed."""
        while True:
            await asyncio.sleep(self.around.look_every)
            await self.eye.look()
            with suppress(ServerTroubleError):  # then it is announced before the next poll
                await self.announce()

    async def announce(self) -> None:
        """Tell the server how the printer is, when it does not know. Raises ServerTroubleError."""
        # One after the other: of two on their way at once, the older could arrive last and be believed.
        async with self.announcing:
            condition = self.eye.condition
            if condition is not None and condition != self.told:
                await self.around.link.announce(self.owner, condition)
                self.told = condition

    async def tell_all(self) -> None:
        """Tell every outcome that the server has not heard. Raises ServerTroubleError when it is away."""
        for job_id in list(self.memory.untold):
            try:
                await self.tell(job_id)
            except ServerTroubleError as trouble:
                if not trouble.answered:
                    raise
                # One that it trips over holds up no other, and no visitor: it is told again after a short poll.
                self.tripped += 1

    async def tell(self, job_id: str) -> None:
        """Tell an outcome, once. Raises ServerTroubleError when it has to be told again."""
        heard = await self.around.link.report(job_id, self.memory.untold[job_id])
        self.eye.note("report", "heard" if heard else "refused", job=job_id)
        self.memory.told(job_id)
        self.tripped = 0

    async def last_words(self) -> None:
        """Before the end: what the server has not heard is tried once more, as long as it answers."""
        trouble: ServerTroubleError | None = None
        for job_id, outcome in list(self.memory.untold.items()):
            if trouble is None or trouble.answered:
                try:
                    await self.tell(job_id)
                    continue
                except ServerTroubleError as why:
                    trouble = why
            log.warning("outcome_not_told", printer=self.owner.printer, job=job_id, why=str(trouble), outcome=outcome)

    # Ways of waiting.

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
