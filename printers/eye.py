"""Who stands at one printer: looks at it, works on it, one thing at a time, and notes what changes."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any, TypeVar

import structlog

from printers.drivers import Driver
from printers.outcome import Condition, Failed, Reason, State
from printers.pulse import Pulse

log = structlog.get_logger()

Answer = TypeVar("Answer")


# A place in memory, which is another one each time: “<Device object at 0x7f3a…>”.
PLACE = re.compile(r"0x[0-9a-fA-F]{6,}")


class Eye:
    """One printer as it was last seen.

    condition   None until it was looked at
    noted       the last state of each thing that the log tells of
    """

    def __init__(self, printer: str, driver: Driver, pulse: Pulse) -> None:
        """`printer` is its name."""
        self.printer = printer
        self.driver = driver
        self.pulse = pulse
        # A thread of its own, so that a slow printer holds up neither the others nor the signals.
        self.thread = ThreadPoolExecutor(1, thread_name_prefix=printer)
        self.alone = asyncio.Lock()
        self.condition: Condition | None = None
        self.noted: dict[str, str] = {}

    def close(self) -> None:
        """Go away; what is being done at the printer is done to its end."""
        self.thread.shutdown(wait=False)

    async def at_the_printer(self, do: Callable[[], Answer]) -> Answer:
        """Something that the printer may hold up."""
        async with self.alone:
            return await asyncio.get_running_loop().run_in_executor(self.thread, do)

    async def look(self) -> None:
        """Ask the printer how it is."""
        self.became(await self.at_the_printer(self.seen))

    def seen(self) -> Condition:
        """The printer's condition, whatever its library does."""
        try:
            condition = self.driver.look()
        except Exception as trouble:
            # What nobody foresaw is a printer that is down, told once, and looked at again.
            detail = in_words(trouble)
            if self.noted.get("looking") != detail:
                log.exception("printer_trouble_unforeseen", printer=self.printer)
            self.noted["looking"] = detail
            return Condition(State.DOWN, Reason.OTHER, detail)
        self.noted.pop("looking", None)
        return condition

    def failed(self, outcome: Failed) -> None:
        """A job failed: it is down, until the next look shows otherwise."""
        known = self.condition or Condition(State.DOWN)
        self.became(replace(known, state=State.DOWN, reason=outcome.reason, detail=outcome.detail))

    def became(self, condition: Condition) -> None:
        """How the printer is now."""
        self.condition = condition
        self.pulse.became(self.printer, condition)
        state = condition.state if condition.reason is None else f"{condition.state} {condition.reason}"
        self.note("printer", state, why=condition.detail)

    def note(self, what: str, state: str, **more: Any) -> None:
        """Log a state when it changes: months of “still fine” help nobody."""
        if self.noted.get(what) != state:
            self.noted[what] = state
            log.info(what, printer=self.printer, state=state, **{name: value for name, value in more.items() if value})


def in_words(trouble: Exception) -> str:
    """Its type and its message, the same for the same trouble."""
    return PLACE.sub("0x…", f"{type(trouble).__name__}: {trouble}")
