"""The staff corner of a kiosk: its PIN, how patiently it takes wrong ones, and how it refuses.

The kiosk stands in public: whoever passes may try. A PIN of six digits is safe only because tries are slowed: after
the free ones each wrong try doubles the wait, so that a year of trying day and night reaches one PIN in a hundred.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Final

from server.domain.errors import RefusalError

PIN_DIGITS: Final = 6
PIN_DIGITS_AT_MOST: Final = 12
FREE_TRIES: Final = 5
"""Wrong tries until the first wait: a hand slips, and the PIN is typed while people look on."""
FIRST_WAIT_MS: Final = 30_000
LONGEST_WAIT_MS: Final = 3_600_000
"""The wait doubles until this: longer would keep staff out of their own kiosk for a child's game."""
GRANT_S: Final = 600
"""How long the right PIN opens the corner, in seconds: a test print and a look, not a day."""


class NoPinError(RefusalError):
    """Nobody has made a PIN for this site: its corner opens to nobody."""

    code = "no_pin"


class WrongPinError(RefusalError):
    """Not the site's PIN."""

    code = "wrong_pin"


class PinLockedError(RefusalError):
    """Too many wrong tries: for now even the right PIN is not looked at; `extra` says for how many seconds."""

    code = "pin_locked"


class CornerShutError(RefusalError):
    """A kiosk that may not act for staff now: no grant, or one that is over, or another device's."""

    code = "corner_shut"


@dataclass(frozen=True, slots=True)
class Pin:
    """A site's PIN, as its Argon2 hash. `mark` tells it from the one before, and opens nothing."""

    site: str
    hashed: str
    mark: str


def new_pin() -> str:
    """A PIN that nobody chose: people choose 123456."""
    return f"{secrets.randbelow(10**PIN_DIGITS):0{PIN_DIGITS}}"
