"""A counter's desk, and what is pressed there about people: call, and every move."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from flask import render_template, request
from flask_login import current_user

from server.access import Public, house, site, who
from server.actions import counter as counter_actions
from server.actions.counter import Wanted
from server.domain.catalogue import MEDIATOR_LINE, Site
from server.domain.errors import QueueUnreachableError, RecordsUnreachableError, RefusalError
from server.domain.moves import State, Verb
from server.domain.seats import NOTE_AT_MOST
from server.domain.ticket import Ticket, spaced
from server.queues import stays, tickets
from server.queues.snapshots import read_both, read_queue
from server.staff.blueprint import acting, chosen, request_id, staff
from server.staff.desk import Desk
from server.staff.devices import lines_in_need
from server.staff.papers import paper_of
from server.staff.trials import trials
from server.staff.viewpoint import Viewpoint
from server.staff.visits.stock import few_passes
from server.staff.words import say
from server.told.strip import Strip
from server.told.words import refused

UNSURE: Final = (QueueUnreachableError, RecordsUnreachableError)
"""No refusals: nobody knows whether the act was carried out."""


@staff.get("/<site_id>/<counter_id>")
@who(Public.STAFF)
def desk(site_id: str, counter_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """The desk of a counter."""
    return render_template("desk.html", desk=_desk(site(), counter_id))


@staff.get("/<site_id>/<counter_id>/now")
@who(Public.STAFF)
def now(site_id: str, counter_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """The desk's changing part; `held`: of somebody who sat there when they opened it."""
    return render_template("_now.html", desk=_desk(site(), counter_id), again="held" in request.args)


@staff.post("/<site_id>/<counter_id>/call")
@who(Public.STAFF)
def call(site_id: str, counter_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """Call the next person, or a chosen ticket."""
    name, ticket_id = request_id(), chosen("ticket")
    counter = site().counter(counter_id)
    before = read_queue(house().queue, site()).hands.get(counter.id)

    def act() -> str | None:
        called = counter_actions.call(house(), site(), acting(counter_id), counter_id, name, ticket_id).ticket
        return _completed(before) if before and before.id != called.id else None

    return press(counter_id, act)


@staff.post("/<site_id>/<counter_id>/tickets/<ticket_id>/<verb>")
@who(Public.STAFF)
def move(site_id: str, counter_id: str, ticket_id: str, verb: str) -> str:  # noqa: ARG001 - the gate has read it
    """Every other move of a ticket."""
    name = request_id()
    wanted = Wanted(chosen("to_need"), chosen("to_counter"), chosen("to_mediator"), chosen("priority"), note=_note())

    def act() -> str | None:
        moved = counter_actions.move(house(), site(), acting(counter_id), ticket_id, verb, name, wanted).ticket
        return say("undone", number=spaced(moved.number)) if verb == Verb.UNDO else None

    return press(counter_id, act)


def _note() -> str | None:
    """What was written for the colleague. Only whoever saw the note there was may take it away."""
    written = chosen("note")
    return "" if written is None and chosen("note_known") else written and written[:NOTE_AT_MOST]


def press(counter_id: str, act: Callable[[], object], *, of_paper: bool = False) -> str:
    """Act, and answer with the desk as it is then: with a word when the act was refused, or has one to tell.

    `of_paper`: the word speaks of paper or printers, and becomes untrue when they change.
    """
    notice = told = None
    try:
        told = act()
    except UNSURE:
        # It may have been done: nothing is drawn anew, so that the same button, pressed again, is the same request.
        raise
    except RefusalError as refusal:
        notice = refused(refusal)
    # Read again: the act may have changed the site itself.
    here = house().catalogue.site(site().id)
    word = told if isinstance(told, str) else None
    desk = _desk(here, counter_id)
    return render_template("_pressed.html", desk=desk, notice=notice, told=word, of_paper=of_paper, again=True)


def _completed(before: Ticket) -> str | None:
    """What to tell of the person who was in hand, once they are done."""
    seen = tickets.read(house().queue, site(), before.id).ticket
    return say("completed", number=spaced(seen.number)) if seen.state is State.DONE else None


def viewpoint(here: Site, counter_id: str, *, named: bool = True) -> Viewpoint:
    """Whose desk it is. Without `named`, mediators' names are not read: most of the day nobody waits for one."""
    people = house().people.everyone() if named else ()
    names = {str(person.id): person.name for person in people}
    return Viewpoint(here, here.counter(counter_id), str(current_user.id), names)


def _desk(here: Site, counter_id: str) -> Desk:
    # The counter first: a desk that does not exist asks nothing of the queue.
    here.counter(counter_id)
    both = read_both(house().queue, here)
    queue = both.queue()
    rows = (*queue.waiting, *queue.parked, *queue.gone)
    seat = queue.seats.get(counter_id)
    taken = seat is not None and seat.person != str(current_user.id)
    named = taken or any(row.line.startswith(MEDIATOR_LINE) for row in rows)
    live, hand = house().queue, queue.hands.get(counter_id)
    strip = Strip.of(here, queue.printers, queue.at, trials(live, here, queue.at))
    paper = None if hand is None else paper_of(live, here, hand, queue.at)
    hands = lines_in_need(here, both)
    ended = stays.ended(live, here, counter_id)
    eyes = viewpoint(here, counter_id, named=named)
    return Desk.of(eyes, queue, strip, hands, paper, ended, few_passes(here))
