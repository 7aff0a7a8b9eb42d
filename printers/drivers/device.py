"""A thermal printer behind a link: draws a job into bytes, delivers them, and remembers what the printer can tell."""

from __future__ import annotations

from dataclasses import dataclass, field

from printers.drivers.delivery import FILLING, WENT_SILENT, Delivery, look
from printers.drivers.drawing import drawn
from printers.drivers.learnt import Learnt
from printers.drivers.links import BrokenError, CannotOpenError, Opener
from printers.drivers.paper_kind import Paper
from printers.drivers.patience import Patience
from printers.drivers.talk import Talk
from printers.job import PrintJob
from printers.outcome import Condition, Outcome, Reason, State


@dataclass(slots=True)
class DeviceDriver:
    """One printer on a network, USB, a serial line or a device file.

    baud        of a serial line, else None
    condition   how the printer was after the last job or look; None before the first
    """

    opener: Opener
    paper: Paper
    may_confirm: bool = True
    patience: Patience = field(default_factory=Patience)
    baud: int | None = None
    learnt: Learnt = field(default_factory=Learnt)
    condition: Condition | None = None

    def print(self, job: PrintJob) -> Outcome:
        """Print one job on a device opened for it. Raises JobUnreadableError before anything is opened."""
        stream = drawn(job, self.paper)
        size = len(stream) + (len(FILLING) if self.learnt.half_read else 0)
        patience = self.patience.for_line(size, self.baud)
        delivery = Delivery(stream, self.learnt, patience, may_confirm=self.may_confirm)
        outcome = delivery.to(self.opener)
        reason, detail = getattr(outcome, "reason", None), getattr(outcome, "detail", "")
        if reason is not None:
            self.condition = Condition(State.DOWN, reason, detail, self.learnt.tells, self.confirms)
        else:
            self.condition = delivery.status.condition(confirms=self.confirms)
        return outcome

    def look(self) -> Condition:
        """Ask the printer how it is, on a device opened for it."""
        self.condition = self.seen()
        return self.condition

    def seen(self) -> Condition:
        """The printer's condition by what it answers now."""
        try:
            link = self.opener(self.patience.open)
        except CannotOpenError as trouble:
            self.learnt.forget()
            return Condition(State.DOWN, Reason.UNREACHABLE, str(trouble))
        try:
            patience = self.patience.hunch if self.learnt.tells is False else self.patience.answer
            status = look(Talk(link), self.learnt, self.patience, patience)
        except BrokenError as trouble:
            self.learnt.forget()
            return Condition(State.DOWN, Reason.UNREACHABLE, str(trouble))
        finally:
            link.close(0.0)
        if not status.told and self.learnt.tells:
            self.learnt.forget()
            return Condition(State.DOWN, Reason.UNREACHABLE, WENT_SILENT)
        # A trouble is believed of one that answers half of the questions, too. That makes it none whose silence tells.
        self.learnt.tells = status.whole or (status.told and bool(self.learnt.tells))
        return status.condition(confirms=self.confirms)

    @property
    def confirms(self) -> bool | None:
        """Whether it confirms, as far as is known; one that tells nothing, or is never asked, does not."""
        return False if not self.may_confirm or self.learnt.tells is False else self.learnt.confirms
