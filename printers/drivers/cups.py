"""A queue of CUPS, by its own commands: lp, lpstat and cancel.

CUPS knows what it handed on, not what came out: a job that it calls completed is Unconfirmed, unless the queue's own
reasons tell a trouble. What it still holds when the time is up is taken back, so that nothing prints an hour later.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from dataclasses import dataclass, field

from printers.drivers.drawing import drawn
from printers.drivers.paper_kind import Paper
from printers.drivers.patience import Deadline, Patience
from printers.drivers.status import DETAILS
from printers.job import PrintJob
from printers.outcome import Condition, Failed, Outcome, Reason, State, Unconfirmed

# CUPS's printer-state-reasons (RFC 8011 and PWG 5100.9) that stop paper, in the order in which they matter. Each may
# end in -error, -warning or -report; a warning or report is none of these.
TROUBLES = {
    "cover-open": Reason.COVER_OPEN,
    "door-open": Reason.COVER_OPEN,
    "media-empty": Reason.PAPER_OUT,
    "media-needed": Reason.PAPER_OUT,
    "media-jam": Reason.MECHANICAL,
    "cutter": Reason.MECHANICAL,
    "marker-failure": Reason.MECHANICAL,
    "fuser-over-temp": Reason.MECHANICAL,
    "offline": Reason.UNREACHABLE,
    "connecting-to-device": Reason.UNREACHABLE,
    "timed-out": Reason.UNREACHABLE,
    "shutdown": Reason.UNREACHABLE,
}
LOWS = ("media-low", "media-empty-warning")

HANDED_ON = "CUPS handed the ticket on and knows no more. Look whether it is there."
COMMAND_SECONDS = 2.5
POLL_SECONDS = 0.1


class CupsTroubleError(Exception):
    """A command of CUPS is missing, refuses or hangs; the message is a sentence."""


class CupsUnsureError(CupsTroubleError):
    """The command may have done its work all the same."""


@dataclass(frozen=True, slots=True)
class CupsDriver:
    """Prints through a queue, raw."""

    queue: str
    paper: Paper
    patience: Patience = field(default_factory=Patience)

    def print(self, job: PrintJob) -> Outcome:
        """Hand the job to CUPS and see it through. Raises JobUnreadableError."""
        stream = drawn(job, self.paper)
        until = Deadline(self.patience.job)
        try:
            before = self.seen()
            if before.state == State.DOWN:
                return Failed(before.reason or Reason.OTHER, before.detail, sent=False)
        except CupsTroubleError as trouble:
            return Failed(Reason.UNREACHABLE, str(trouble), sent=False)
        try:
            return self.followed(self.submit(stream), until)
        except CupsUnsureError as trouble:
            return Unconfirmed(str(trouble))
        except CupsTroubleError as trouble:
            return Failed(Reason.UNREACHABLE, str(trouble), sent=False)

    def submit(self, stream: bytes) -> str:
        """CUPS's name of the new job. Raises CupsTroubleError: unless it is unsure, CUPS has not taken the job."""
        said = ask(["lp", "-d", self.queue, "-o", "raw", "-t", "Accueil", "-"], stream)
        request = re.search(rf"{re.escape(self.queue)}-[0-9]+", said)
        if request is None:
            raise CupsUnsureError(f"CUPS did not say that it took the ticket: {said.strip() or 'it said nothing'}.")
        return request[0]

    def followed(self, request: str, until: Deadline) -> Outcome:
        """Wait until CUPS is done with it. Raises CupsUnsureError: from here on nothing is sure but what CUPS says."""
        try:
            return self.end_of(request, until)
        except CupsTroubleError as trouble:
            raise CupsUnsureError(str(trouble)) from trouble

    def end_of(self, request: str, until: Deadline) -> Outcome:
        """What became of it. Raises CupsTroubleError."""
        while self.holds(request):
            if until.passed:
                ask(["cancel", request])
                after = self.seen()
                if after.state == State.DOWN and after.reason is not None:
                    return Failed(after.reason, after.detail, sent=True)
                return Failed(
                    Reason.TIMEOUT, "CUPS could not print the ticket in time, and has taken it back.", sent=True
                )
            time.sleep(POLL_SECONDS)  # its commands tell a state when asked, and never a change
        after = self.seen()
        if after.state == State.DOWN and after.reason is not None:
            return Failed(after.reason, after.detail, sent=True)
        gone = job_reasons(ask(["lpstat", "-l", "-W", "completed", "-o", self.queue]), request)
        if "aborted" in gone or "canceled" in gone:
            return Failed(Reason.OTHER, f"CUPS dropped the ticket ({gone}). Its own pages show why.", sent=True)
        return Unconfirmed(HANDED_ON)

    def holds(self, request: str) -> bool:
        """Whether CUPS is not done with the job. Raises CupsTroubleError."""
        said = ask(["lpstat", "-W", "not-completed", "-o", self.queue])
        return any(line.split()[:1] == [request] for line in said.splitlines())

    def look(self) -> Condition:
        """What CUPS knows of the queue."""
        try:
            return self.seen()
        except CupsTroubleError as trouble:
            return Condition(State.DOWN, Reason.UNREACHABLE, str(trouble), tells_status=False, confirms=False)

    def seen(self) -> Condition:
        """The queue's condition, by its state and reasons. Raises CupsTroubleError."""
        said = ask(["lpstat", "-l", "-p", self.queue])
        alerts = re.findall(r"^\s+Alerts:(.*)$", said, re.MULTILINE)
        reasons = alerts[0].split() if alerts else []
        for name, reason in TROUBLES.items():
            if any(told.startswith(name) and not told.endswith(("-warning", "-report")) for told in reasons):
                detail = DETAILS.get(reason, f"CUPS does not reach the printer of its queue “{self.queue}”.")
                return Condition(State.DOWN, reason, detail, tells_status=False, confirms=False)
        if re.search(rf"^printer {re.escape(self.queue)} disabled ", said, re.MULTILINE):
            detail = f"CUPS has stopped its queue “{self.queue}”. Start it with: cupsenable {self.queue}"
            return Condition(State.DOWN, Reason.UNREACHABLE, detail, tells_status=False, confirms=False)
        if any(told.startswith(LOWS) for told in reasons):
            low = Reason.PAPER_LOW
            return Condition(State.LOW, low, DETAILS[low], tells_status=False, confirms=False)
        return Condition(State.SILENT, tells_status=False, confirms=False)


def job_reasons(said: str, request: str) -> str:
    """The reasons that `lpstat -l -o` gives for one job, or nothing."""
    block = re.search(rf"^{re.escape(request)}\s.*\n((?:\s+.*\n?)*)", said, re.MULTILINE)
    alerts = re.search(r"^\s+Alerts:\s*(.*)$", block[1], re.MULTILINE) if block else None
    return alerts[1] if alerts else ""


def ask(command: list[str], data: bytes = b"") -> str:
    """What a command of CUPS says, in English. Raises CupsTroubleError; CupsUnsureError when it had to be stopped."""
    program = shutil.which(command[0])
    if program is None:
        raise CupsTroubleError(
            f"CUPS’s command “{command[0]}” is missing. Install it with: sudo apt install cups-client"
        )
    try:
        # `env` sets the language, and takes the rest of the environment as it is.
        ran = subprocess.run(  # nosec B603  # noqa: S603 - the program that was found, and a checked queue name
            ["/usr/bin/env", "LC_ALL=C", program, *command[1:]],
            input=data,
            capture_output=True,
            timeout=COMMAND_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as trouble:
        raise CupsUnsureError(
            f"CUPS does not answer: “{command[0]}” took more than {COMMAND_SECONDS:.0f} s."
        ) from trouble
    if ran.returncode != 0:
        said = (ran.stderr or ran.stdout).decode("utf-8", "replace").strip().splitlines()
        raise CupsTroubleError(f"CUPS refuses: {said[0] if said else command[0]}")
    return ran.stdout.decode("utf-8", "replace")
