"""One's own password: changed by whoever knows the one before, which ends all their other sessions."""

from __future__ import annotations

from functools import partial

from flask import after_this_request, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from server.access import Public, house, person, who
from server.actions import people
from server.domain.people import COMMAND
from server.domain.sign_in import PASSWORD_AT_LEAST, SignInLockedError, WeakPasswordError
from server.staff.blueprint import staff
from server.staff.door.known import known_as, remember
from server.staff.door.views import wait_words
from server.staff.door.way import asked_for
from server.staff.words import say
from server.told.words import refused

WRONG = 422


@staff.get("/password")
@who(Public.STAFF, due=True)
def password() -> str:
    """The form."""
    return _page()


@staff.post("/password")
@who(Public.STAFF, due=True)
def change_password() -> ResponseReturnValue:
    """Take the new one in place of the old."""
    old, new = request.form.get("old", ""), request.form.get("new", "")
    if new != request.form.get("again", ""):
        return _page(say("password-not-twice")), WRONG
    try:
        if not people.choose_password(house(), person(), old, new, current_user.token, known_as(person().name)):
            return _page(say("password-wrong")), WRONG
    except WeakPasswordError as refusal:
        return _page(refused(refusal)), WRONG
    except SignInLockedError as refusal:
        return _page(wait_words(refusal)), 429, {"Retry-After": str(refusal.extra["wait_s"])}
    # As theirs with the old one, it is known no more.
    after_this_request(partial(remember, person()))
    flash(say("password-changed"))
    return redirect(asked_for() or url_for("staff.front"))


def _page(notice: str | None = None) -> str:
    due = person().must_change
    return render_template(
        "password.html",
        notice=notice,
        at_least=PASSWORD_AT_LEAST,
        due=due,
        giver=_giver() if due else None,
        asked_for=asked_for(),
    )


def _giver() -> str | None:
    """The name of whoever gave them the password that they came in with; None where that was done on the server."""
    given = house().trail.password_given(person().id)
    return None if given is None or given.by == COMMAND else given.by.name
