"""One job to one printer: asked before, sent, asked after. The outcome is what the printer said, and no more.

The rules, all of which a test breaks on purpose:
- Printed only when the printer confirmed this very job.
- Failed with sent=False only when not one byte of the job was handed over.
- A trouble that it tells has its reason; after sending, it is believed when it is told twice running, since a byte of
  an image that looks like a question brings an answer that nobody asked for.
- All else is Unconfirmed.
"""

from __future__ import annotations

import time
from contextlib import suppress

from printers.drivers.learnt import Learnt
from printers.drivers.links import BrokenError, CannotOpenError, Link, Opener
from printers.drivers.patience import Deadline, Patience
from printers.drivers.status import DETAILS, Status
from printers.drivers.talk import Talk, confirmation, confirmation_request, new_id
from printers.outcome import Failed, Outcome, Printed, Reason, Unconfirmed

WENT_SILENT = "The printer answered before and does not now. Switch it off and on."
NO_WORD = "The printer tells nothing about what it did. Look whether the ticket is there."
NO_CONFIRMATION = "The printer does not confirm tickets. Look whether the ticket is there."
STALLED = "The whole ticket was handed over, and then the printer took no more. Look whether the ticket is there."
LATE = "The printer has the whole ticket and has not said that it printed it. Look whether the ticket is there."

# Zeros are white dots to a picture that was cut off, and nothing to a printer that awaits a command. They are more than
# the largest picture of a ticket has: 576 dots by 96.
FILLING = bytes(8192)

# Bytes handed over at once, and how long one try waits before progress is looked at again, in seconds.
CHUNK = 4096
TRY = 0.05


class Delivery:
    """One job, once."""

    def __init__(self, stream: bytes, learnt: Learnt, patience: Patience, *, may_confirm: bool = True) -> None:
        """`stream` is the job's bytes; `learnt` is read and kept up."""
        self.stream = stream
        self.learnt = learnt
        self.patience = patience
        self.may_confirm = may_confirm
        self.deadline = Deadline(patience.job)
        self.status = Status()
        self.accepted = 0
        self.name: bytes | None = None

    def to(self, opener: Opener) -> Outcome:
        """Deliver. Every trouble is an outcome."""
        try:
            link = opener(self.deadline.within(self.patience.open))
        except CannotOpenError as trouble:
            self.learnt.forget()
            return Failed(Reason.UNREACHABLE, str(trouble), sent=False)
        outcome: Outcome | None = None
        stuck = False
        try:
            talk = Talk(link)
            outcome = self.refused_before(talk)
            if outcome is None:
                stuck = not self.send(talk)
                self.learnt.half_read = self.learnt.half_read and stuck
                outcome = None if stuck else self.heard_after(talk)
        except BrokenError as trouble:
            outcome = self.broken(trouble)
        finally:
            certain = isinstance(outcome, Printed) or self.accepted == 0
            link.close(0.0 if certain else self.patience.close, discard=stuck)
        return outcome if outcome is not None else self.why_stuck(opener)

    def answer_seconds(self) -> float:
        """How long a printer is waited for that may have nothing to say."""
        return self.deadline.within(self.patience.hunch if self.learnt.tells is False else self.patience.answer)

    def refused_before(self, talk: Talk) -> Outcome | None:
        """Ask how it is. The outcome when it cannot print, or None. Raises BrokenError."""
        self.status = look(talk, self.learnt, self.patience, self.answer_seconds())
        if self.status.trouble is not None:
            return Failed(self.status.trouble, DETAILS[self.status.trouble], sent=False)
        if not self.status.whole and self.learnt.tells:
            # Whoever hangs there now is asked afresh next time: it may be another printer, which never answers.
            self.learnt.forget()
            return Failed(Reason.UNREACHABLE, WENT_SILENT, sent=False)
        self.learnt.tells = self.status.whole
        self.make_whole(talk)
        return None

    def make_whole(self, talk: Talk) -> None:
        """See to it that nothing cut off stands before this job. Raises BrokenError."""
        if self.learnt.half_read and self.status.told:
            clear(talk, self.learnt, self.patience)
        if self.learnt.half_read:
            self.stream = FILLING + self.stream

    def send(self, talk: Talk) -> bool:
        """Hand everything over and see it leave. False when the printer takes no more. Raises BrokenError."""
        request = b""
        # Asked of one that did not confirm so far, too: it may only have been slow, and 11 bytes cost nothing.
        if self.may_confirm and self.status.whole:
            self.name = new_id()
            request = confirmation_request(self.name)
        everything = self.stream + request
        gone, stall = 0, Deadline(self.patience.stall)
        while True:
            if self.accepted < len(everything):
                chunk = everything[self.accepted : self.accepted + CHUNK]
                self.accepted += talk.link.write(chunk, TRY)
            elif gone < self.accepted:
                time.sleep(0.002)  # no system tells when a queue has emptied: it has to be asked
            now_gone = self.accepted - talk.link.unsent()
            if now_gone >= len(everything):
                return True
            if now_gone > gone:
                gone, stall = now_gone, Deadline(self.patience.stall)
            if stall.passed or self.deadline.passed:
                return False

    def heard_after(self, talk: Talk) -> Outcome:
        """What the printer says of it, once it has everything. Raises BrokenError."""
        if self.status.whole:
            return self.waited_for(talk)
        status = talk.status(self.deadline.within(self.patience.hunch))
        self.learnt.tells = self.learnt.tells or status.whole
        return self.failed(talk, status.trouble) if status.trouble else Unconfirmed(NO_WORD)

    def waited_for(self, talk: Talk) -> Outcome:
        """Wait for the confirmation, asking in between how the printer is. Raises BrokenError."""
        until, doubted, told = Deadline(self.waiting_seconds()), None, False
        while not until.passed and not self.confirmed(talk):
            if talk.hear(until.within(self.patience.poll)):
                continue
            seconds = until.within(self.patience.answer)
            status = talk.status(seconds)
            if status.whole or seconds == self.patience.answer:
                told = status.whole  # an answer that had no time to come is no silence
            if status.trouble is not None and doubted == status.trouble:
                return self.failed(talk, status.trouble)
            doubted = status.trouble
        if self.confirmed(talk):
            self.learnt.leftover = False
            return Printed()
        if not told:
            return Unconfirmed(NO_WORD)
        # It has all of this job and tells no trouble: nothing in it waits for a new roll any more.
        self.learnt.leftover = False
        if self.name is None or self.learnt.confirms is False:
            return Unconfirmed(NO_CONFIRMATION)
        self.learnt.confirms = self.learnt.confirms or False
        return Unconfirmed(LATE)

    def waiting_seconds(self) -> float:
        """How long to wait for a confirmation, or for a trouble to show."""
        if self.name is None or self.learnt.confirms is False:
            return self.deadline.within(self.patience.settle)
        return self.deadline.left if self.learnt.confirms else self.deadline.within(self.patience.confirm)

    def confirmed(self, talk: Talk) -> bool:
        """Whether the printer said that it printed this job; an older job's word shows at least that it confirms."""
        if talk.confirmed:
            self.learnt.confirms = True
        return self.name is not None and confirmation(self.name) in talk.confirmed

    def failed(self, talk: Talk, reason: Reason) -> Outcome:
        """It told a trouble after sending: it shall forget the rest. A confirmation that came meanwhile wins."""
        self.learnt.leftover = True
        # Tried after each failure, also when it did not clear the last time: that ticket may have stood before it.
        with suppress(BrokenError):  # then it is cleared when it is back
            if talk.clear(self.patience.clear):
                self.learnt.leftover, self.learnt.clears = False, True
        return Printed() if self.confirmed(talk) else Failed(reason, DETAILS[reason], sent=True)

    def broken(self, trouble: BrokenError) -> Outcome:
        """The link broke. Without the last byte the ticket cannot be whole; with it, nobody knows."""
        self.learnt.forget()
        self.learnt.half_read = self.learnt.half_read or self.accepted > 0
        if self.accepted >= len(self.stream):
            return Unconfirmed(str(trouble))
        return Failed(Reason.UNREACHABLE, str(trouble), sent=self.accepted > 0)

    def why_stuck(self, opener: Opener) -> Outcome:
        """It took no more. Asked over a link of its own, where no byte of the job stands before the question."""
        if sent := self.accepted > 0:
            self.learnt.holds_half_a_job()
        outcome: Outcome = Unconfirmed(STALLED)
        if self.accepted < len(self.stream):
            share = f"The printer took {self.accepted} of {len(self.stream)} bytes and then no more."
            outcome = Failed(Reason.TIMEOUT, f"{share} Switch it off and on.", sent=sent)
        link: Link | None = None
        try:
            link = opener(self.patience.answer)
            status = look(Talk(link), self.learnt, self.patience, self.patience.answer)
            if status.trouble is not None:
                outcome = Failed(status.trouble, DETAILS[status.trouble], sent=sent)
        except (CannotOpenError, BrokenError):
            self.learnt.forget()
        finally:
            if link is not None:
                link.close(0.0)
        return outcome


def look(talk: Talk, learnt: Learnt, patience: Patience, seconds: float) -> Status:
    """How the printer says that it is; first it forgets what it holds of a failed job. Raises BrokenError."""
    status = talk.status(seconds)
    if learnt.leftover and status.told and learnt.clears is not False:
        clear(talk, learnt, patience)
        status = talk.status(seconds)
    return status


def clear(talk: Talk, learnt: Learnt, patience: Patience) -> None:
    """Have it forget what it holds, unless it is known to pay no heed, as some clones. Raises BrokenError.

    Nothing may stand before the order on the link: then silence means that this printer does not know it.
    """
    if learnt.clears is not False:
        learnt.clears = talk.clear(patience.clear)
    if learnt.clears:
        learnt.leftover = learnt.half_read = False
