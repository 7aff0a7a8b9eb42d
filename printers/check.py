"""A test print by hand, and what this printer can and cannot tell, in plain English."""

from __future__ import annotations

from datetime import datetime

from printers.drivers import Driver
from printers.job import TEST, JobUnreadableError, PrintJob
from printers.outcome import Condition, Failed, Outcome, Printed, Reason, State, Unconfirmed

STATES = {
    State.READY: "ready",
    State.LOW: "ready, and its paper is near the end",
    State.SILENT: "it can be reached, and tells nothing",
    State.DOWN: "it cannot print",
}

TELLS = "It tells when its cover is open, its paper is out or near the end, or something is broken."
TELLS_NOT = "It does not tell whether it has paper. Someone has to look at it from time to time."
CONFIRMS = "It confirms each ticket: “printed” means that the printer said so."
CONFIRMS_NOT = "It does not confirm tickets: a ticket that was sent may still not have come out."


def checked(driver: Driver, name: str) -> tuple[list[str], int]:
    """Print a test ticket. The lines of the report, and the exit code: 0 only when it is printed for sure, else 1."""
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    job = PrintJob(
        id="test",
        site_name="Accueil",
        number="",
        need_label=name,
        language="fr",
        issued_at=now,
        ahead=0,
        follow_url="",
        kind=TEST,
    )
    outcome: Outcome
    try:
        outcome = driver.print(job)
    except JobUnreadableError as trouble:
        outcome = Failed(Reason.JOB_UNREADABLE, str(trouble), sent=False)
    condition = driver.look()
    lines = [f"Printer: {name}", in_words(condition, outcome), *abilities(condition), verdict(outcome)]
    return lines, 0 if isinstance(outcome, Printed) else 1


def in_words(condition: Condition, outcome: Outcome) -> str:
    """The state, with what to do, unless the verdict says that already."""
    detail = "" if condition.detail == getattr(outcome, "detail", "") else condition.detail
    return f"State: {STATES[condition.state]}. {detail}".strip()


def abilities(condition: Condition) -> list[str]:
    """What it can tell: the most that its tickets will ever be known by."""
    known = []
    if condition.tells_status is not None:
        known.append(TELLS if condition.tells_status else TELLS_NOT)
    if condition.confirms is not None:
        known.append(CONFIRMS if condition.confirms else CONFIRMS_NOT)
    return known or ["What it can tell is not known yet."]


def verdict(outcome: Outcome) -> str:
    """What became of the test ticket, and what to do now."""
    if isinstance(outcome, Printed):
        return "Test ticket: printed."
    if isinstance(outcome, Unconfirmed):
        return f"Test ticket: sent, and not confirmed. {outcome.detail}".strip()
    sent = "after a part of it was sent" if outcome.sent else "before anything was sent"
    return f"Test ticket: failed {sent}. {outcome.detail}"
