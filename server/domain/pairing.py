"""How a device gets its token: its screen shows a code, and somebody at the desk types it. After RFC 8628."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from server.domain.errors import RefusalError
from server.domain.people import Role

LETTERS: Final = "BCDFGHJKLMNPQRSTVWXZ"
"""RFC 8628, 6.1: without vowels no code is a word, and no sign is read as another. Without digits, which are above on a
French keyboard, all of it is typed alike."""
LENGTH: Final = 8
"""Letters of a code: 34 bits. Who may try is signed in, and gets ten wrong codes in five minutes."""
LASTS: Final = timedelta(seconds=300)
EVERY: Final = timedelta(seconds=5)
"""How often a device asks whether it was let in."""
EARLY: Final = timedelta(seconds=1)
"""By how much sooner a question may come: the way here takes now longer, now less."""
WAITING_AT_MOST: Final = 500
"""Devices that show a code at one time: the whole network of France services, set up in a week, has no more."""
WAITING_AT_A_SITE: Final = 200
"""Of those for one site, or for any: whoever fills the places of one leaves the others theirs."""
WAITING_AT_AN_ADDRESS: Final = 60
"""Of those that ask from one address, or one network of 64 bits: seven sites behind one way out, each with a kiosk, two
screens and a few printers, on their first morning. Whoever asks on with all of theirs leaves the others their places,
unless they ask from many networks."""
SILENT: Final = 3 * EVERY
"""Who has not asked for so long gives up their place where none is left: a device that shows a code asks on."""
PAIRED: Final = frozenset({Role.KIOSK, Role.DISPLAY, Role.PRINTER})
"""Roles of machines that stand somewhere. Tokens of the others call people: they are made on the server."""
NAME_AT_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Opened:
    """What a device gets that asks to be paired: the code for its screen, and the proof that it asks with."""

    code: str
    proof: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """A device that shows a code; `site` is that of its page's address, None where it may be any."""

    id: int
    role: Role
    site: str | None
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Paired:
    """The token of a device that was let in, told once; its site, and its name there."""

    token: str
    site: str
    name: str


class PairingOverError(RefusalError):
    """A proof that is nobody's: its code was too old, or its token was given already."""

    code = "pairing_over"


class SlowDownError(RefusalError):
    """A device that asks more often than it was told to."""

    code = "slow_down"


class TooManyPairingsError(RefusalError):
    """As many devices show a code as may at one time."""

    code = "too_many_pairings"


class UnknownCodeError(RefusalError):
    """No device shows this code, or not any more."""

    code = "unknown_code"


def new_code() -> str:
    """Eight letters, each as likely as any other."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def shown_code(code: str) -> str:
    """The code as a screen shows it: XXXX-XXXX."""
    half = LENGTH // 2
    return f"{code[:half]}-{code[half:]}"


def read_code(typed: str) -> str | None:
    """The code that somebody has typed, in letters of any size and with or without dash; None for what can be none."""
    letters = "".join(sign for sign in typed.upper() if sign.isalnum())
    return letters if len(letters) == LENGTH and set(letters) <= set(LETTERS) else None
