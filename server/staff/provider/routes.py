"""The way to the provider and back, and what a manager does about who came from there."""

from __future__ import annotations

import structlog
from flask import Blueprint, abort, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from server.access import Public, house, person, who
from server.actions import subjects
from server.domain.errors import RefusalError
from server.domain.pairing import shown_code
from server.domain.people import Job, Person
from server.domain.strangers import SubjectUnusableError
from server.problems import STATUSES
from server.staff.door.signed_in import let_in
from server.staff.door.way import NEXT, asked_for, checked
from server.staff.pairing.tries import tries
from server.staff.provider.provider import ProofError, Provider, ProviderAwayError, provider
from server.staff.words import say
from server.told.words import refused

log = structlog.get_logger()

doorway = Blueprint("provider", __name__, url_prefix="/provider", template_folder="templates")

ID = "<int(max=2147483647):person_id>"
AWAY, REFUSED, UNKNOWN = 503, 401, 403


@doorway.get("")
@who(Public.ANYONE)
def enter() -> ResponseReturnValue:
    """Lead somebody to the provider. A link: a form may not lead off our pages."""
    own = _provider()
    session[NEXT] = asked_for()
    try:
        return own.way()
    except ProviderAwayError as trouble:
        return _away(own, trouble)


@doorway.get("/back")
@who(Public.ANYONE)
def back() -> ResponseReturnValue:
    """Whoever the provider sends back is let in, or told why not."""
    own = _provider()
    try:
        arrival = own.who_came_back()
    except ProviderAwayError as trouble:
        return _away(own, trouble)
    except (ProofError, SubjectUnusableError) as trouble:
        log.warning("sign-in at the provider proved nothing", why=str(trouble))
        return render_template("provider/refused.html", own=own), REFUSED
    known = house().subjects.person(arrival.subject)
    if known is None:
        code = shown_code(house().subjects.knock(arrival.subject))
        return render_template("provider/stranger.html", own=own, code=code), UNKNOWN
    if not known.active:
        return render_template("provider/left.html", own=own), UNKNOWN
    asked = checked(session.get(NEXT) or "")
    let_in(known, arrival.proof)
    return redirect(asked or url_for("staff.front"))


@doorway.post(f"/people/{ID}/link")
@who(Job.MANAGER)
def link(person_id: int) -> ResponseReturnValue:
    """Bind whoever shows the code that was typed to this person."""
    own = _provider()
    try:
        with tries().admit(person()):
            known = subjects.link(house(), person(), person_id, request.form.get("code", ""))
    except RefusalError as refusal:
        page = render_template("provider/not_linked.html", words=refused(refusal), person_id=person_id)
        return page, STATUSES[type(refusal)]
    flash(say("provider-linked", name=known.name, provider=own.name))
    return redirect(url_for("staff.people.everyone"))


@doorway.post(f"/people/{ID}/unlink")
@who(Job.MANAGER)
def unlink(person_id: int) -> ResponseReturnValue:
    """Take the account of the provider from this person."""
    own = _provider()
    known = subjects.unlink(house(), person(), person_id)
    flash(say("provider-unlinked", name=known.name, provider=own.name))
    return redirect(url_for("staff.people.everyone"))


@doorway.app_template_global()
def is_linked(known: Person) -> bool:
    """Whether somebody can sign in at the provider."""
    return subjects.is_linked(house(), known)


def _provider() -> Provider:
    found = provider()
    if found is None:
        abort(404)
    return found


def _away(own: Provider, trouble: ProviderAwayError) -> ResponseReturnValue:
    log.warning("the provider is away", issuer=own.issuer, why=str(trouble))
    return render_template("provider/away.html", own=own), AWAY
