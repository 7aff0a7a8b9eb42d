"""Choosing a counter, taking it, leaving it, and saying why it is closed for a while."""

from __future__ import annotations

from contextlib import suppress

from flask import redirect, render_template, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from server.access import Public, house, site, who
from server.actions.seats import sit
from server.domain.errors import CounterBusyError, CounterClosedError, QueueUnreachableError
from server.domain.seats import WHY_AT_MOST, CounterTakenError, Pause
from server.domain.ticket import spaced
from server.queues.seats import Parting, Said, Wish
from server.queues.snapshots import read_queue
from server.staff.blueprint import chosen, request_id, staff
from server.staff.rows import fresh
from server.staff.seats.sitter import Sitter


@staff.get("/<site_id>")
@who(Public.STAFF)
def counters(site_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """Choose a counter: who sits where, and which are closed for now."""
    return render_template("counters.html", site=site(), sitters=_sitters(), fresh=fresh)


@staff.post("/<site_id>/<counter_id>/seat")
@who(Public.STAFF)
def take_counter(site_id: str, counter_id: str) -> Response:
    """Take the counter. Its page asks first where somebody else sits there, or one leaves somebody behind."""
    name = request_id()
    wish = Wish.TAKE_OVER if chosen("over") else Wish.TAKE
    with suppress(CounterTakenError, CounterBusyError, CounterClosedError):
        sit(house(), site(), counter_id, str(current_user.id), wish, name, _said())
    return redirect(url_for("staff.desk", site_id=site_id, counter_id=counter_id), 303)


@staff.post("/<site_id>/<counter_id>/leave")
@who(Public.STAFF)
def leave_counter(site_id: str, counter_id: str) -> Response:
    """Leave the counter: a colleague may take it. Where somebody is in hand, one says what becomes of them."""
    name = request_id()
    try:
        sit(house(), site(), counter_id, str(current_user.id), Wish.LEAVE, name, _said())
    except CounterBusyError:
        # Somebody was called meanwhile: the desk shows whom.
        return redirect(url_for("staff.desk", site_id=site_id, counter_id=counter_id), 303)
    return redirect(url_for("staff.counters", site_id=site_id), 303)


def _said() -> Said | None:
    """What was said of whom the page named: of whoever is in hand by now, nothing was."""
    parting, parted = chosen("parting"), chosen("parted")
    return Said(Parting(parting), parted) if parting in set(Parting) and parted else None


@staff.get("/<site_id>/<counter_id>/pause")
@who(Public.STAFF)
def pause_sheet(site_id: str, counter_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """Why the counter closes: one touch. Or it is left to a colleague."""
    counter = site().counter(counter_id)
    hand = read_queue(house().queue, site()).hands.get(counter_id)
    return render_template(
        "seats/pause.html",
        site=site(),
        counter=counter,
        hand=hand,
        number=None if hand is None else spaced(hand.number),
        partings=(Parting.BACK, Parting.COMPLETE, Parting.STAY),
        pauses=tuple(Pause),
        at_most=WHY_AT_MOST,
        fresh=fresh,
    )


@staff.get("/<site_id>/<counter_id>/keys")
@who(Public.STAFF)
def keys_sheet(site_id: str, counter_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """All keys of the desk."""
    return render_template("seats/keys.html", counter=site().counter(counter_id))


def _sitters() -> list[Sitter]:
    """Nobody where the queue does not answer: the counters themselves can be chosen all the same."""
    here, me = site(), str(current_user.id)
    try:
        queue = read_queue(house().queue, here)
    except QueueUnreachableError:
        return [Sitter(counter, holds=False, name="", since="", pause="", hand="") for counter in here.counters]
    names = {str(person.id): person.name for person in house().people.everyone()}
    return [Sitter.of(here, counter, queue, me, names) for counter in here.counters]
