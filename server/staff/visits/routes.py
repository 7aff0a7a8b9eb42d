"""What is pressed at the desk to end a visit, and where a manager counts the transport passes."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, render_template

from server.access import Public, house, person, site, who
from server.actions import visits as visit_actions
from server.domain.errors import RecordsUnreachableError, UnknownTicketError
from server.domain.people import Actor, Job
from server.domain.ticket import Sighting, spaced
from server.domain.visits import Account, Stock
from server.queues import tickets
from server.staff.blueprint import acting, chosen, request_id
from server.staff.visits.form import account_of_form
from server.staff.visits.sheet import Closing
from server.staff.words import say
from server.staff.work import press
from server.told.words import refused

visits = Blueprint("visits", __name__, template_folder="templates")

STOCK_AT_MOST = 99_999
"""Sixty years of what the whole network gives in one."""


@visits.get("/<site_id>/<counter_id>/tickets/<ticket_id>/visit")
@who(Public.STAFF)
def closing_sheet(site_id: str, counter_id: str, ticket_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """All that can be said of a visit, and its end."""
    counter = site().counter(counter_id)
    try:
        seen = tickets.read(house().queue, site(), ticket_id)
    except UnknownTicketError as refusal:
        return render_template("sheets/sorry.html", words=refused(refusal))
    account, asked, stock = _remembered(seen)
    closing = Closing.of(site(), seen.ticket, account, asked, stock)
    if closing.asked and visit_actions.is_alone(house(), site(), ticket_id):
        closing = replace(closing, is_alone=True)
    return render_template("visits/close.html", closing=closing, site=site(), counter=counter)


@visits.post("/<site_id>/<counter_id>/tickets/<ticket_id>/visit")
@who(Public.STAFF)
def close(site_id: str, counter_id: str, ticket_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """End a visit, with what is said of it; `bare`: nothing is."""
    name = request_id()

    def act() -> str:
        account = None if chosen("bare") else account_of_form()
        closed = visit_actions.close(house(), site(), acting(counter_id), ticket_id, name, account)
        return _told(spaced(closed.ticket.number), closed.lacking, account)

    return press(counter_id, act)


def _remembered(seen: Sighting) -> tuple[Account | None, dict[str, int], Stock | None]:
    """What the records know; nothing when they are away: the person can go all the same."""
    records = house().visits
    try:
        return records.account(site(), seen.ticket.id, seen.at), dict(records.most_asked(site())), records.stock(site())
    except RecordsUnreachableError:
        return None, {}, None


def _told(number: str, lacking: int, account: Account | None) -> str:
    if lacking:
        return say("visit-kept-lacking", number=number, lacking=lacking)
    words = say("completed" if account is None else "visit-kept", number=number)
    stock = house().visits.stock(site()) if account is not None and account.passes else None
    return f"{words} {say('passes-low', left=stock.left)}" if stock is not None and stock.is_low else words


@visits.get("/<site_id>/passes")
@who(Job.MANAGER)
def passes(site_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """The transport passes of a site: how many are left."""
    return _passes_page()


@visits.post("/<site_id>/passes")
@who(Job.MANAGER)
def count_passes(site_id: str) -> str | tuple[str, int]:  # noqa: ARG001 - the gate has read it
    """Somebody counted them, or brought more."""
    if chosen("uncounted"):
        stock = None
    else:
        left, low = _whole(chosen("left")), _whole(chosen("low"))
        if left is None or low is None:
            return _passes_page(notice=say("passes-not-whole")), 422
        stock = Stock(left, low)
    reason = chosen("reason")
    house().visits.set_stock(site(), stock, Actor.of(person()), reason and reason[:200])
    return _passes_page(told=say("passes-saved" if stock else "passes-uncounted-now"))


def _passes_page(notice: str = "", told: str = "") -> str:
    stock = house().visits.stock(site())
    return render_template("visits/passes.html", site=site(), stock=stock, notice=notice, told=told)


def _whole(said: str | None) -> int | None:
    """A whole number that a drawer can hold; None for anything else."""
    known = said is not None and said.isascii() and said.isdecimal() and len(said) <= len(str(STOCK_AT_MOST))
    return int(said) if known and said is not None else None
