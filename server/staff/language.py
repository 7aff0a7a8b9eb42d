"""In which language the staff pages speak: French, until somebody chooses another in their browser."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from flask import current_app, redirect, request, url_for
from werkzeug.wrappers import Response

from server.access import Public, who
from server.staff.blueprint import chosen, staff
from server.staff.door.way import checked
from server.told.words import SPOKEN, speak

COOKIE: Final = "accueil-language"
"""Not the session: who signs out and in again each day goes on reading their language."""

KEPT: Final = timedelta(days=400)
"""As long as browsers keep any cookie (RFC 6265bis)."""


def speak_as_chosen() -> None:
    """Before a staff page is answered, its refusals included: in the language that this browser has chosen.

    Not in the one that it asks for: reception computers often run an English browser, and their people read French.
    """
    language = request.cookies.get(COOKIE, "")
    if request.path.startswith("/staff") and language in SPOKEN:
        speak(language)


@staff.post("/language")
@who(Public.ANYONE)
def choose_language() -> Response:
    """Choose a language, and go back to the page where that was done."""
    language = chosen("language")
    answer = redirect(checked(chosen("back") or "") or url_for("staff.front"))
    if language in SPOKEN:
        answer.set_cookie(
            COOKIE,
            language,
            max_age=KEPT,
            path="/staff",
            secure=current_app.config["SESSION_COOKIE_SECURE"],
            httponly=True,
            samesite="Lax",
        )
    return answer
