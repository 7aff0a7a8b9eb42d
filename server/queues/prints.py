"""Print jobs: claimed for a printer, closed by a report, asked for again by a mediator; and the printers themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from server.domain.catalogue import Site
from server.domain.estimate import Wait
from server.domain.moves import MOVES, State, Verb
from server.domain.printer import Agent, Condition, Printer, PrinterState
from server.domain.ticket import Answer, PrintState
from server.queues.answers import answer_of
from server.queues.live import LiveQueue, moment
from server.queues.tickets import Hand, neighbours

REPRINTED: Final = tuple(state for state in State if state in {*MOVES[Verb.EXPIRE].sources, State.SERVING})
"""States in which a paper is of use: a ticket that is over needs none."""

_WORDS: Final = {True: "1", False: "0", None: ""}
_TRUTHS: Final = {word: truth for truth, word in _WORDS.items()}


@dataclass(frozen=True, slots=True)
class ClaimedJob:
    """What the queue knows of a ticket's job; the catalogue's words are added by the printing action."""

    id: str
    printer: str
    number: str
    need: str
    language: str
    arrived_at: datetime
    ahead: int
    wait: Wait | None
    secret: str
    duplicate: bool


@dataclass(frozen=True, slots=True)
class ClaimedTest:
    """A test print: nobody's ticket."""

    id: str
    printer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Nothing:
    """No job for this printer now; `due_s` seconds from now it may take one that another left; None: there is none."""

    due_s: float | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a job. `sent`: some of it may have reached the printer, so that it goes to no other by itself."""

    outcome: str
    reason: str = ""
    detail: str = ""
    sent: bool = True


def claim(queue: LiveQueue, site: Site, claim_id: str, agent: Agent) -> ClaimedJob | ClaimedTest | Nothing:
    """The oldest queued job whose turn it is, now claimed for this printer.

    Raises PrinterUnknownError until the printer was announced, PrinterOwnedError.
    """
    found = queue.run("claim", site.id, claim_id, agent.device, agent.printer, agent.instance, _order(site))["answer"]
    if "job" not in found:
        return Nothing(found["due"] / 1000 if "due" in found else None)
    at = moment(found["arrived_at"])
    if found["kind"] == "test":
        return ClaimedTest(found["job"], found["printer"], at)
    return ClaimedJob(
        id=found["job"],
        printer=found["printer"],
        number=found["number"],
        need=found["need"],
        language=found["language"],
        arrived_at=at,
        ahead=found["ahead"],
        wait=Wait(found["low"], found["high"]) if "low" in found else None,
        secret=found["secret"],
        duplicate=found["duplicate"],
    )


def report(queue: LiveQueue, site: Site, job_id: str, told: Told) -> str:
    """Record what became of a claimed job and give its state. Raises UnknownJobError, JobClosedError."""
    sent = "1" if told.sent else ""
    found = queue.run("report", site.id, job_id, told.outcome, told.detail, told.reason, sent, _order(site))
    return str(found["answer"]["state"])


def announce(queue: LiveQueue, site: Site, agent: Agent, address: str, condition: Condition) -> None:
    """An agent says how a printer of its is. Raises PrinterOwnedError when another agent has its name or address."""
    queue.run(
        "printer",
        site.id,
        agent.printer,
        agent.device,
        agent.instance,
        address,
        condition.state,
        condition.reason,
        condition.detail,
        _WORDS[condition.tells_status],
        _WORDS[condition.confirms],
    )


def reprint(queue: LiveQueue, site: Site, ticket_id: str, request_id: str, hand: Hand) -> Answer:
    """One more paper of a ticket, a job of its own. Raises UnknownTicketError, TicketOverError, PrintPendingError."""
    answer = queue.run_today(
        "reprint",
        site,
        request_id,
        ticket_id,
        ",".join(REPRINTED),
        hand.counter,
        hand.mediator,
        more=neighbours(site),
    )
    return answer_of(answer)


def test_print(queue: LiveQueue, site: Site, printer: str, request_id: str, hand: Hand) -> tuple[PrintState, bool]:
    """A test print from one printer, and whether it is a repeat. Raises UnknownPrinterError."""
    answer = queue.run("test_print", site.id, request_id, printer, hand.counter, hand.mediator, hand.corner)
    return PrintState(**answer["answer"]), bool(answer.get("repeat"))


def printer_of(seen: Mapping[str, Any]) -> Printer:
    """A printer from a script's answer."""
    return Printer(
        id=seen["id"],
        condition=Condition(
            state=PrinterState(seen["state"]),
            reason=seen["reason"],
            detail=seen["detail"],
            tells_status=_TRUTHS[seen["tells_status"]],
            confirms=_TRUTHS[seen["confirms"]],
        ),
        since=None if seen.get("since") is None else moment(seen["since"]),
        device=seen["device"],
    )


def _order(site: Site) -> str:
    return ",".join(site.printers)
