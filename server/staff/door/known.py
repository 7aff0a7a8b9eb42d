"""Browsers in which somebody has signed in before: a stranger's guesses at their name do not keep them out there.

OWASP's “device cookies”. What the cookie holds is signed with the server's secret and tells nothing of who it is: for
each person a mark of their password, which another password makes worthless, and a number drawn for this browser, by
which its wrong passwords are counted apart. It opens nothing, is shown at the door alone, and nobody keeps a list.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import Final, TypeVar

from flask import current_app, request
from itsdangerous import BadSignature, URLSafeSerializer
from werkzeug.wrappers import Response

from server.access import house
from server.domain.people import Person
from server.domain.sign_in import KNOWN_AT_MOST, KNOWN_FOR

COOKIE: Final = "accueil-known"
"""Not the session: it is for whoever comes back after that has ended."""
PATH: Final = "/staff"
NUMBER_BYTES: Final = 16

_SALT: Final = "known browser"

Entry = tuple[str, str, float]
"""The mark of a person's password, this browser's number for them, and when they signed in, in seconds of the epoch."""

Answer = TypeVar("Answer", bound=Response)


def known_as(name: str) -> str | None:
    """The number of this browser where whoever has this name signed in before; None for a stranger's."""
    entries = _entries()
    mark = house().people.mark(name) if entries else None
    return next((number for known, number, _ in entries if known == mark), None)


def remember(person: Person, answer: Answer) -> Answer:
    """Know this browser as theirs from now on. Its number is a new one: who copied the cookie before holds another."""
    mark = house().people.mark(person.name)
    if mark is None:
        return answer
    # A mark whose password is gone opens nothing, and would take the place of somebody whom this browser knows.
    marks = house().people.marks() - {mark}
    others = [entry for entry in _entries() if entry[0] in marks]
    mine = (mark, secrets.token_urlsafe(NUMBER_BYTES), _now().timestamp())
    answer.set_cookie(
        COOKIE,
        str(_signer().dumps([*others, mine][-KNOWN_AT_MOST:])),
        max_age=KNOWN_FOR,
        path=PATH,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
    )
    return answer


def _entries() -> list[Entry]:
    try:
        kept = _signer().loads(request.cookies.get(COOKIE, ""))
    except BadSignature:
        return []
    since = (_now() - KNOWN_FOR).timestamp()
    return [(mark, number, at) for mark, number, at in kept if at > since]


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.secret_key), salt=_SALT)


def _now() -> datetime:
    return house().people.store.clock().astimezone(UTC)
