"""The way to the desk: sign in, choose a site, choose a counter; and out again."""

from __future__ import annotations

from contextlib import suppress

from flask import current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.wrappers import Response

from server.access import Public, from_this_machine, house, person, who
from server.actions.seats import stand_up
from server.demo_person import DEMO_PERSON
from server.domain.errors import QueueUnreachableError
from server.domain.sign_in import SignInLockedError
from server.staff.blueprint import staff
from server.staff.door.known import known_as
from server.staff.door.signed_in import let_in, let_out
from server.staff.door.way import asked_for
from server.staff.provider.provider import provider
from server.staff.words import say

NOT_NOW = 429
REFUSED = 401


@staff.get("/")
@who(Public.ANYONE)
def front() -> ResponseReturnValue:
    """Sign in, or choose a site."""
    if not current_user.is_authenticated:
        return sign_in_page()
    if person().must_change:
        return redirect(url_for("staff.password", next=asked_for()))
    if asked := asked_for():
        return redirect(asked)
    return render_template(
        "sites.html", sites=[each for each in house().catalogue.sites() if person().works_at(each.id)]
    )


@staff.post("/sign-in")
@who(Public.ANYONE)
def sign_in() -> ResponseReturnValue:
    """Sign in with name and password."""
    name = request.form.get("name", "")
    try:
        known = house().people.sign_in(name, request.form.get("password", ""), known_as(name))
    except SignInLockedError as refusal:
        return sign_in_page(wait_words(refusal)), NOT_NOW, {"Retry-After": str(refusal.extra["wait_s"])}
    if known is None:
        return sign_in_page(say("sign-in-refused")), REFUSED
    let_in(known)
    return redirect(asked_for() or url_for("staff.front"))


@staff.post("/demo-sign-in")
@who(Public.DEMO)
def demo_sign_in() -> Response:
    """The demo's one button."""
    known = house().people.named(DEMO_PERSON)
    if known is not None and known.active:
        let_in(known)
    return redirect(asked_for() or url_for("staff.front"))


@staff.post("/sign-out")
@who(Public.ANYONE)
def sign_out() -> ResponseReturnValue:
    """Close the session; with somebody's last one they leave their counter, and whoever is in hand, to colleagues."""
    leaver = person() if current_user.is_authenticated else None
    proof = let_out()
    # The session ends, whether or not the queue answers.
    with suppress(QueueUnreachableError):
        # On another device they may be in mid-visit.
        if leaver is not None and not house().sessions.in_use(leaver):
            stand_up(house(), leaver)
    own = provider()
    way_out = own.way_out(proof) if own and proof else None
    if own and way_out:
        # A page and no redirect: a form may not lead off our pages.
        return render_template("provider/out.html", own=own, way_out=way_out)
    return redirect(url_for("staff.front"))


def sign_in_page(notice: str | None = None) -> str:
    """The door, with what was wrong."""
    demo = current_app.config["DEMO"] and from_this_machine()
    return render_template(
        "sign_in.html", demo=demo, notice=notice, name=request.form.get("name", ""), asked_for=asked_for()
    )


def wait_words(refusal: SignInLockedError) -> str:
    """How long until a password of this name is looked at again."""
    wait_s = int(refusal.extra["wait_s"])
    if wait_s < 60:
        return say("sign-in-locked-seconds", count=wait_s)
    return say("sign-in-locked-minutes", count=-(-wait_s // 60))
