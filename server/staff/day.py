"""What is pressed at the desk about the house: tickets given by hand, the counter, its needs, the stop of tickets."""

from __future__ import annotations

from flask import render_template, request
from flask_login import current_user

from server.access import Public, house, site, who
from server.actions import day
from server.actions.reception import TicketAsked, take_ticket
from server.domain.catalogue import FRENCH
from server.domain.errors import RefusalError
from server.domain.seats import WHY_AT_MOST
from server.domain.ticket import spaced
from server.queues.house import CounterChange
from server.queues.snapshots import read_queue
from server.staff.blueprint import OWN_WORDS, WORDS_AT_MOST, chosen, request_id, staff
from server.staff.rows import fresh
from server.staff.words import say
from server.staff.work import UNSURE, press
from server.told.languages import language_name
from server.told.words import refused


@staff.get("/<site_id>/<counter_id>/tickets/new")
@who(Public.STAFF)
def give_sheet(site_id: str, counter_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """A ticket given at the desk: for which need, in which language."""
    return _give_sheet(counter_id)


@staff.post("/<site_id>/<counter_id>/tickets")
@who(Public.STAFF)
def give(site_id: str, counter_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """Give a ticket by hand: also after the last one of the kiosk, and with any priority."""
    name = request_id()
    counter = site().counter(counter_id)
    asked = TicketAsked(
        need=chosen("need") or "",
        language=chosen("language") or FRENCH,
        priority=chosen("priority"),
        by_hand=True,
        counter=counter.id,
        mediator=str(current_user.id),
    )
    try:
        given = take_ticket(house(), site(), asked, name).ticket
    except UNSURE:
        raise  # the ticket may be given: the sheet stays as it is, and its tile asks the same again
    except RefusalError as refusal:
        return _give_sheet(counter_id, refused(refusal))
    able = any(printer.can_print for printer in read_queue(house().queue, site()).printers)
    return render_template(
        "sheets/given.html",
        site=site(),
        counter=counter,
        number=spaced(given.number),
        lead=say("given" if able else "given-no-paper"),
    )


@staff.post("/<site_id>/<counter_id>/counter")
@who(Public.STAFF)
def counter(site_id: str, counter_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """Open the counter, or close it for now and say why."""
    name, mediator = request_id(), str(current_user.id)
    why = chosen("why") or ""
    change = CounterChange(counter_id, opens=chosen("open") is not None, reason=why[:WHY_AT_MOST])
    return press(counter_id, lambda: day.set_counter(house(), site(), change, name, mediator=mediator))


@staff.post("/<site_id>/<counter_id>/needs")
@who(Public.STAFF)
def needs(site_id: str, counter_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """Choose the needs that the counter serves."""
    name, mediator = request_id(), str(current_user.id)
    change = CounterChange(counter_id, needs=tuple(request.form.getlist("need")))
    return press(counter_id, lambda: day.set_counter(house(), site(), change, name, mediator=mediator))


@staff.post("/<site_id>/<counter_id>/issuing")
@who(Public.STAFF)
def issuing(site_id: str, counter_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """Stop the kiosk's tickets, with ready words, one's own or the ordinary ones, or give them again."""
    name, mediator = request_id(), str(current_user.id)
    site().counter(counter_id)
    if chosen("issuing"):
        return press(counter_id, lambda: day.resume_issuing(house(), site(), name, mediator=mediator))
    notice, texts = chosen("notice"), _own_words()
    return press(
        counter_id,
        lambda: day.stop_issuing(house(), site(), name, notice=notice, texts=texts, mediator=mediator),
    )


def _own_words() -> dict[str, str] | None:
    """What was written in the fields of the sheet, by language; None when it was not the button beneath them."""
    if chosen("own") is None:
        return None
    return {code: (chosen(OWN_WORDS + code) or "")[:WORDS_AT_MOST] for code in site().languages}


def _give_sheet(counter_id: str, notice: str | None = None) -> str:
    """Drawn again after a refusal, with what was chosen."""
    return render_template(
        "sheets/give.html",
        site=site(),
        counter=site().counter(counter_id),
        languages=[(language, language_name(language)) for language in site().languages],
        language=chosen("language") or FRENCH,
        priority=chosen("priority"),
        notice=notice,
        fresh=fresh,
    )
