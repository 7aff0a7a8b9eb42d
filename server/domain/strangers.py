"""People who sign in at the provider of their house: who they are there, and how they become somebody here."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from server.domain.errors import RefusalError

ISSUER_AT_MOST: Final = 256
SUBJECT_AT_MOST: Final = 255
"""Signs of a subject, all of them ASCII (OpenID Connect Core 1.0, 2)."""
CODE_LASTS: Final = timedelta(hours=1)
"""Long enough to go and find the manager; who comes later signs in again and gets another code."""


class UnknownStrangerError(RefusalError):
    """Nobody who signed in at the provider shows this code, or not any more."""

    code = "unknown_stranger"


class SubjectTakenError(RefusalError):
    """This account of the provider is somebody's already."""

    code = "subject_taken"


class SubjectUnusableError(RefusalError):
    """No subject that a provider could give, or too long."""

    code = "subject_unusable"


def subject_of(issuer: str, sub: str) -> str:
    """Who somebody is, across all providers: two of them may give the same `sub` to two people.

    Raises SubjectUnusableError.
    """
    if not (0 < len(sub) <= SUBJECT_AT_MOST and sub.isascii() and sub.isprintable()):
        raise SubjectUnusableError("Ce compte du fournisseur d’identité ne peut pas servir ici.")
    return f"{issuer} {sub}"
