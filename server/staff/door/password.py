"""One's own password: changed by whoever knows the one before, which ends all their other sessions."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from server.access import Public, house, person, who
from server.actions import people
from server.domain.sign_in import PASSWORD_AT_LEAST, SignInLockedError, WeakPasswordError
from server.staff.blueprint import staff
from server.staff.door.views import wait_words
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
        if not people.choose_password(house(), person(), old, new, current_user.token):
            return _page(say("password-wrong")), WRONG
    except WeakPasswordError as refusal:
        return _page(refused(refusal)), WRONG
    except SignInLockedError as refusal:
        return _page(wait_words(refusal)), 429, {"Retry-After": str(refusal.extra["wait_s"])}
    flash(say("password-changed"))
    return redirect(url_for("staff.front"))


def _page(notice: str | None = None) -> str:
    return render_template("password.html", notice=notice, at_least=PASSWORD_AT_LEAST, due=person().must_change)
