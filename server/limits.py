"""How often one may ask: every figure, with its reason.

They are counted in each web process by itself: the counts that must hold over all of them (wrong passwords of a name,
open pairings, wrong PINs) are kept in the records and the queue, where they belong. One more count in the queue for
every request would cost each a round trip, would shut the doors with the queue, and would let a stranger with many
addresses fill a store that forgets nothing by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from ipaddress import IPv6Address, ip_address
from typing import Final, cast

from flask import Flask, current_app, request
from limits import RateLimitItem, RateLimitItemPerDay, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from server.domain.errors import TooOftenError, UnknownFollowLinkError

REQUESTS_OF_A_DEVICE: Final = "1200 per minute"
"""A kiosk asks every few seconds, a desk or a screen a few times a second on a busy day: none asks twenty times."""
TICKETS_OF_A_KIOSK: Final = "30 per minute"
"""Nobody taps through its three screens in two seconds, one person after another: a kiosk whose token was stolen, or on
which something lies, does not fill the queue of a day in a minute. Counters may go faster: there somebody looks on."""
STATES_OF_A_DEVICE: Final = "120 per minute"
"""That one device may tell of: four times what a screen has to say on a day of two calls a second."""
SENTENCES_OF_A_DEVICE: Final = "300 per minute"
"""That one device may ask to be said: a page full of them, time and again, and yet no way to keep a core busy."""
PAIRINGS_OPENED: Final = "120 per 5 minutes"
"""From one address: sixty devices may wait behind one; each wants a new code every five minutes,
and one more when it is loaded anew."""
PAIRINGS_ASKED: Final = "900 per minute"
"""From one address: as many ask every five seconds, 720 times a minute."""
WRONG_CODES: Final = RateLimitItemPerMinute(10, 5, namespace="wrong code")
"""Codes of devices and strangers, of one person in any five minutes. Against 20^8 codes that is nothing."""
SIGN_INS: Final = "10 per minute"
"""Refused ones from one address: a whole centre may share it, and all come at nine."""
WAYS_TO_THE_PROVIDER: Final = "60 per minute"
"""From one address, as above: each is answered by what the provider says of itself, at times by asking it."""

LOOKS: Final = RateLimitItemPerMinute(60, namespace="look")
"""Of one link. A phone asks six times a minute while its socket is down, and once more each time it is looked at."""
MOVES: Final = RateLimitItemPerMinute(20, namespace="move")
"""Of one link: more than anybody taps."""
MOVES_A_DAY: Final = RateLimitItemPerDay(200, namespace="moves of a day")
"""Of one link, on one process: each may be kept in the journal, which is emptied by hand."""
CONNECTIONS: Final = RateLimitItemPerMinute(30, namespace="connection")
"""Of one link, on one process: a line that breaks every other second."""
GUESSES: Final = RateLimitItemPerMinute(30, namespace="guess")
"""Unknown links that one address may try, at all doors together. Links that lead somewhere do not count and are not
shut out by those that do not: the many phones of one waiting room share an address. No number of guesses finds 128
bits; the limit is against noise."""


class FollowLimits:
    """The counts of one process. They hold no link, only its digest."""

    def __init__(self) -> None:
        self._counts = FixedWindowRateLimiter(MemoryStorage())

    @contextmanager
    def admit(self, link: str, *kinds: RateLimitItem) -> Iterator[None]:
        """Let a request in that is made with a link, and count it, also when it is refused. Raises TooOftenError.

        A link that leads nowhere (UnknownFollowLinkError comes out of the block) counts as its address's guess, and
        beyond the limit of these is refused as one that asks too often.
        """
        name = sha256(link.encode("utf-8", "replace")).hexdigest()
        if not all(self._counts.test(kind, name) for kind in kinds):
            raise _too_often()
        try:
            yield
        except UnknownFollowLinkError as error:
            kinds = ()
            if not self._counts.hit(GUESSES, address()):
                raise _too_often() from error
            raise
        finally:
            for kind in kinds:
                self._counts.hit(kind, name)


def address() -> str:
    """Whose address asks, for a limit: of IPv6 the network of 64 bits that one household or one server is given.

    A server that listens to both sees IPv4 as ::ffff:192.0.2.7: those are not one household.
    """
    told = request.remote_addr or ""
    try:
        known = ip_address(told)
    except ValueError:
        return told
    if isinstance(known, IPv6Address):
        return str(known.ipv4_mapped or IPv6Address(int(known) >> 64 << 64))
    return told


def _too_often() -> TooOftenError:
    return TooOftenError("Trop de demandes. Attendez un moment, puis réessayez.")


def prepare_limits(app: Flask) -> None:
    """Give an application its counts."""
    app.extensions["accueil_follow_limits"] = FollowLimits()


def follow_limits() -> FollowLimits:
    """The counts of the application that answers now."""
    return cast("FollowLimits", current_app.extensions["accueil_follow_limits"])
