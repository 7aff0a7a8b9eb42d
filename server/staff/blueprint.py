"""The mediators' addresses, which doors, desk, sheets and day hang their views on."""

from __future__ import annotations

from flask import Blueprint, abort, request
from flask_login import current_user

from server.actions.counter import Acting

staff = Blueprint("staff", __name__, url_prefix="/staff", template_folder="templates")

REQUEST_ID_AT_MOST = 128
REASON_AT_MOST = 200
"""As the API takes it: a word for the journal."""

OWN_WORDS = "words-"
"""With a language behind it: the field for what the kiosk shall say."""

WORDS_AT_MOST = 300
"""As the API takes them."""


def request_id() -> str:
    """The button's own request_id: a second click on the same button is a repeat, not a second act."""
    given = request.form.get("request_id", "")
    if not 0 < len(given) <= REQUEST_ID_AT_MOST:
        abort(400)
    return given


def chosen(name: str) -> str | None:
    """A field of the form; None when it is not there or left empty."""
    return request.form.get(name, "").strip() or None


def acting(counter_id: str) -> Acting:
    """The counter of this desk, who sits there, and why they act."""
    reason = chosen("reason")
    return Acting(counter_id, current_user.id, reason and reason[:REASON_AT_MOST], signed_in=True)
