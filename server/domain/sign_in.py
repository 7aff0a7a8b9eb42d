"""Signing in: which passwords are good enough, and how patiently wrong ones are taken.

As NIST SP 800-63B asks: length above all, no rules of composition, nothing that everybody tries first, no change
without a reason.
"""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import ClassVar, Final

from server.domain.common_passwords import COMMON
from server.domain.errors import RefusalError
from server.domain.people import fold

PASSWORD_AT_LEAST: Final = 12
BESIDE_THE_NAME: Final = 6
"""Signs that a password must have beside its owner's name, which everybody knows."""

FREE_TRIES: Final = 3
"""Wrong passwords of one name until the first wait."""
FIRST_WAIT: Final = timedelta(seconds=1)
LONGEST_WAIT: Final = timedelta(minutes=15)
"""The wait doubles until this. It leaves four tries an hour to whoever guesses. One wrong password from anywhere, as
soon as it is over, shuts the name again, to the right one too: but for browsers that are known as its owner's."""
TRIES_FORGOTTEN: Final = timedelta(days=1)
"""After the last wrong password."""

KNOWN_FOR: Final = timedelta(days=90)
"""A browser in which somebody has signed in, since they last did: longer than a summer's leave."""
KNOWN_AT_MOST: Final = 16
"""People whom one browser is known for: a counter's computer is many people's, and a cookie is no book."""

SESSION_LIFE: Final = timedelta(hours=12)
SESSION_UNSEEN: Final = timedelta(hours=2)
"""A desk that is open asks every few seconds. One that nobody has open ends after a long lunch, not in the night."""
IN_USE: Final = timedelta(minutes=5)
"""So long after it last asked a desk is taken for open: a page in the background may be let ask once a minute only."""

_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
"""Those that nobody takes for another when it is read from a note: no i, l, o, 0, 1."""
_GROUPS: Final = 4


class SignInLockedError(RefusalError):
    """Too many wrong passwords of a name: for now none is looked at; `extra` says for how many seconds."""

    code = "sign_in_locked"


class PasswordDueError(RefusalError):
    """Signed in with a password that somebody else chose: nothing is done before its owner has chosen their own."""

    code = "password_due"


class WeakPasswordError(RefusalError):
    """A password that is too easy to guess; the codes of its subclasses say why."""

    code: ClassVar[str] = "weak_password"


class ShortPasswordError(WeakPasswordError):
    """Fewer signs than a password has at least."""

    code = "password_too_short"


class CommonPasswordError(WeakPasswordError):
    """One of those that everybody tries first, or the same few signs again and again."""

    code = "password_too_common"


class NamedPasswordError(WeakPasswordError):
    """Little more than its owner's name."""

    code = "password_is_name"


class SamePasswordError(WeakPasswordError):
    """The one before: whoever else knew that knows this one."""

    code = "password_unchanged"


def wait_after(failures: int) -> timedelta:
    """How long after so many wrong passwords of a name the next one is looked at."""
    doublings = failures - FREE_TRIES
    if doublings < 0:
        return timedelta(0)
    # No more than ends above the longest: a bare power would leave what a timedelta can hold.
    return min(FIRST_WAIT * (1 << min(doublings, 16)), LONGEST_WAIT)


def check_password(password: str, name: str) -> None:
    """Raises WeakPasswordError for a password that this person should not have."""
    if len(password) < PASSWORD_AT_LEAST:
        raise ShortPasswordError(
            f"Ce mot de passe est trop court. Il faut au moins {PASSWORD_AT_LEAST} caractères.",
            at_least=PASSWORD_AT_LEAST,
        )
    plain = _plain(password)
    if plain in COMMON or len(set(plain)) < BESIDE_THE_NAME:
        raise CommonPasswordError("Ce mot de passe est trop facile à deviner. Choisissez-en un autre.")
    if _plain(name) and len(plain.replace(_plain(name), "")) < BESIDE_THE_NAME:
        raise NamedPasswordError("Ce mot de passe ressemble trop à votre nom. Choisissez-en un autre.")


def new_password() -> str:
    """A password that nobody chose, of 79 bits, to be read from a note and typed once: "kmfr-7pwt-x3nd-h8vq"."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(_GROUPS))


def _plain(text: str) -> str:
    return "".join(fold(text).split())
