"""The paper: what print agents do, and what mediators ask of the printers."""

from __future__ import annotations

import uuid
from datetime import datetime
from zoneinfo import ZoneInfo

from printers.job import TEST, PrintJob
from server.actions.counter import Acting, hand_of
from server.actions.house import House
from server.actions.reception import follow_url
from server.domain.catalogue import Site
from server.domain.printer import Agent, Condition
from server.domain.ticket import Answer, PrintState
from server.queues import prints
from server.queues.prints import ClaimedJob, ClaimedTest, Nothing, Told

FRENCH = "fr"


def next_job(house: House, site: Site, agent: Agent) -> PrintJob | Nothing:
    """Claim the oldest job whose turn it is, complete with the catalogue's words.

    Raises PrinterUnknownError, PrinterOwnedError.
    """
    found = prints.claim(house.queue, site, uuid.uuid4().hex, agent)
    if isinstance(found, Nothing):
        return found
    return _test(site, found) if isinstance(found, ClaimedTest) else _ticket(house, site, found)


def _ticket(house: House, site: Site, claimed: ClaimedJob) -> PrintJob:
    # A need may have left the catalogue since: the ticket is printed all the same.
    need = next((need for need in site.needs if need.id == claimed.need), None)
    labels = need.labels if need else {}
    return PrintJob(
        id=claimed.id,
        site_name=site.name,
        number=claimed.number,
        need_label=labels.get(claimed.language) or labels.get(site.languages[0], ""),
        language=claimed.language,
        issued_at=_local(site, claimed.arrived_at),
        ahead=claimed.ahead,
        wait_low_min=claimed.wait.low_min if claimed.wait else None,
        wait_high_min=claimed.wait.high_min if claimed.wait else None,
        follow_url=follow_url(house, site, claimed.secret),
        duplicate=claimed.duplicate,
        need_french=labels.get(FRENCH) or (need.name if need else ""),
        pictogram=need.pictogram if need else "",
    )


def _test(site: Site, claimed: ClaimedTest) -> PrintJob:
    return PrintJob(
        id=claimed.id,
        site_name=site.name,
        number="",
        need_label=claimed.printer,
        language=FRENCH,
        issued_at=_local(site, claimed.at),
        ahead=0,
        follow_url="",
        kind=TEST,
    )


def _local(site: Site, at: datetime) -> str:
    return at.astimezone(ZoneInfo(site.timezone)).isoformat(timespec="seconds")


def report(house: House, site: Site, job_id: str, told: Told) -> str:
    """Record an outcome and give the job's state. Raises UnknownJobError, JobClosedError."""
    return prints.report(house.queue, site, job_id, told)


def announce(house: House, site: Site, agent: Agent, address: str, condition: Condition) -> None:
    """An agent says how a printer of its is. Raises PrinterOwnedError."""
    prints.announce(house.queue, site, agent, address, condition)


def reprint(house: House, site: Site, acting: Acting, ticket_id: str, request_id: str) -> Answer:
    """One more paper of a ticket: the same number, marked DUPLICATA.

    Raises UnknownCounterError, UnknownMediatorError, UnknownTicketError, TicketOverError, PrintPendingError.
    """
    return prints.reprint(house.queue, site, ticket_id, request_id, hand_of(house, site, acting))


def test_print(house: House, site: Site, acting: Acting, printer: str, request_id: str) -> tuple[PrintState, bool]:
    """A paper that is nobody's ticket, and whether this repeats an earlier answer.

    Raises UnknownCounterError, UnknownMediatorError, UnknownPrinterError.
    """
    return prints.test_print(house.queue, site, printer, request_id, hand_of(house, site, acting))
