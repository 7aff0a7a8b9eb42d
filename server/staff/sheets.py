"""The sheets that lie over the desk: what a ticket allows, where it is sent, the needs of the counter, the stop.

They are drawn when they are opened and lie outside the desk's changing part: no push closes one, or takes away what
is being typed.
"""

from __future__ import annotations

from dataclasses import dataclass

from flask import render_template
from flask_login import current_user

from server.access import Public, house, site, who
from server.domain.catalogue import FRENCH
from server.domain.errors import UnknownTicketError
from server.domain.moves import IN_HAND, Verb
from server.domain.ticket import Ticket, spaced
from server.queues import tickets
from server.queues.snapshots import read_queue
from server.staff.blueprint import OWN_WORDS, WORDS_AT_MOST, staff
from server.staff.papers import Paper, paper_of
from server.staff.readiness import Readiness
from server.staff.rows import KEYS, fresh, offered
from server.staff.seats.sitter import Sitter
from server.staff.viewpoint import Viewpoint
from server.staff.work import viewpoint
from server.told.languages import language_name
from server.told.words import refused

FOR_GOOD = frozenset({Verb.CANCEL, Verb.EXPIRE})
"""Moves that no careless Enter may make."""


@dataclass(frozen=True, slots=True)
class TicketSheet:
    """A ticket taken out of its row: who it is, why it stands there, and every move that it allows."""

    eyes: Viewpoint
    ticket: Ticket
    readiness: Readiness
    paper: Paper | None

    @property
    def number(self) -> str:
        """The number as people read it."""
        return spaced(self.ticket.number)

    @property
    def why(self) -> str:
        """Why it stands where it does."""
        return self.eyes.why(self.ticket)

    @property
    def moves(self) -> tuple[Verb, ...]:
        """What is offered: all that the state allows, but for the buttons that the person in hand has already."""
        verbs = offered(self.ticket.state)
        return tuple(verb for verb in verbs if self.ticket.state not in IN_HAND or verb not in KEYS)

    @property
    def endings(self) -> tuple[Verb, ...]:
        """Those of them that take the person out of the queue: apart from the others, the one that is final last."""
        return tuple(verb for verb in self.moves if verb in FOR_GOOD)

    @property
    def first(self) -> Verb | None:
        """The move that has the focus when the sheet opens; None leaves it to the way out."""
        able = (verb for verb in self.moves if verb not in FOR_GOOD and self.readiness.no(verb) is None)
        return next(able, None)

    def fresh(self) -> str:
        """A fresh name for one more button."""
        return fresh()


@staff.get("/<site_id>/<counter_id>/tickets/<ticket_id>")
@who(Public.STAFF)
def ticket_sheet(site_id: str, counter_id: str, ticket_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """All that can be done with a ticket."""
    return _sheet("sheets/ticket.html", counter_id, ticket_id)


@staff.get("/<site_id>/<counter_id>/tickets/<ticket_id>/transfer")
@who(Public.STAFF)
def transfer_sheet(site_id: str, counter_id: str, ticket_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """Where a ticket can be sent: another need, another counter, another mediator."""
    others = [person for person in house().people.at(site().id) if str(person.id) != str(current_user.id)]
    return _sheet("sheets/transfer.html", counter_id, ticket_id, mediators=others)


@staff.get("/<site_id>/<counter_id>/needs")
@who(Public.STAFF)
def needs_sheet(site_id: str, counter_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """The needs that this counter serves."""
    return render_template("sheets/needs.html", site=site(), counter=site().counter(counter_id), fresh=fresh)


@staff.get("/<site_id>/<counter_id>/stop")
@who(Public.STAFF)
def stop_sheet(site_id: str, counter_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """The words with which the kiosk stops giving tickets."""
    return render_template(
        "sheets/stop.html",
        site=site(),
        counter=site().counter(counter_id),
        fresh=fresh,
        field=OWN_WORDS,
        at_most=WORDS_AT_MOST,
        others=[(language, language_name(language)) for language in site().languages if language != FRENCH],
    )


def _sheet(template: str, counter_id: str, ticket_id: str, **more: object) -> str:
    eyes = viewpoint(site(), counter_id)
    queue = read_queue(house().queue, site())
    try:
        seen = tickets.read(house().queue, site(), ticket_id).ticket
    except UnknownTicketError as refusal:
        return render_template("sheets/sorry.html", words=refused(refusal))
    paper = paper_of(house().queue, site(), seen, queue.at)
    sheet = TicketSheet(eyes, seen, Readiness.of(eyes, queue), paper)
    hand = queue.hands.get(counter_id)
    is_here = hand is not None and hand.id == ticket_id
    more |= {"is_here": is_here, "note": queue.notes.get(counter_id) if is_here else None}
    sitters = {each.id: Sitter.of(site(), each, queue, eyes.me, eyes.mediators) for each in site().counters}
    return render_template(template, sheet=sheet, site=site(), counter=eyes.counter, sitters=sitters, **more)
