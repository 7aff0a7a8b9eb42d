"""What is pressed at the desk about paper: a ticket once more, a test print."""

from __future__ import annotations

from server.access import Public, house, site, who
from server.actions import printing
from server.domain.ticket import spaced
from server.queues.snapshots import read_queue
from server.staff.blueprint import acting, request_id, staff
from server.staff.trials import remember
from server.staff.words import say
from server.staff.work import press


@staff.post("/<site_id>/<counter_id>/tickets/<ticket_id>/prints")
@who(Public.STAFF)
def reprint(site_id: str, counter_id: str, ticket_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """Print a ticket once more: the same number, marked as a duplicate."""
    name = request_id()

    def act() -> str:
        ticket = printing.reprint(house(), site(), acting(counter_id), ticket_id, name).ticket
        able = any(printer.can_print for printer in read_queue(house().queue, site()).printers)
        return say("reprint-asked" if able else "reprint-asked-in-vain", number=spaced(ticket.number))

    return press(counter_id, act, of_paper=True)


@staff.post("/<site_id>/<counter_id>/printers/<printer>/tests")
@who(Public.STAFF)
def test_print(site_id: str, counter_id: str, printer: str) -> str:  # noqa: ARG001 - the gate has read it
    """A paper that is nobody's ticket. What becomes of it stands beside its button."""
    name = request_id()

    def act() -> None:
        asked_at = read_queue(house().queue, site()).at
        job, _ = printing.test_print(house(), site(), acting(counter_id), printer, name)
        remember(site(), printer, job.id, asked_at)

    return press(counter_id, act, of_paper=True)
