"""Who is signed in: one session of the records, whose token this browser's cookie carries."""

from __future__ import annotations

from functools import partial

from flask import after_this_request, session
from flask_login import UserMixin, current_user, login_user, logout_user

from server.access import house
from server.domain.people import Person
from server.staff.door.known import remember


class SignedIn(UserMixin):
    """Flask-Login's view of a person. What it keeps in the cookie is the session's token, never who they are."""

    def __init__(self, person: Person, token: str) -> None:
        self.id = str(person.id)
        self.person = person
        self.token = token

    def get_id(self) -> str:
        """What the cookie carries."""
        return self.token


def load(token: str) -> SignedIn | None:
    """Whose session this is; None where it has ended."""
    person = house().sessions.recognise(token)
    return None if person is None else SignedIn(person, token)


def let_in(person: Person, proof: str | None = None) -> None:
    """Open a session for somebody who has proven who they are, at the provider by this proof.

    Whatever the browser carried before is dropped: somebody else may have put it there.
    """
    let_out()
    login_user(SignedIn(person, house().sessions.open(person, proof)))
    after_this_request(partial(remember, person))


def let_out() -> str | None:
    """End this browser's session: a copy of its cookie opens nothing any more. Gives the proof that opened it."""
    proof = None
    if current_user.is_authenticated:
        proof = house().sessions.end(current_user.token)
        logout_user()
    session.clear()
    return proof
