"""How often one may ask with a follow link, whichever door is knocked at: HTTP or the socket."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Final, cast

from flask import Flask, current_app, request
from limits import RateLimitItem, RateLimitItemPerDay, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from server.domain.errors import TooOftenError, UnknownFollowLinkError

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
            if not self._counts.hit(GUESSES, request.remote_addr or ""):
                raise _too_often() from error
            raise
        finally:
            for kind in kinds:
                self._counts.hit(kind, name)


def _too_often() -> TooOftenError:
    return TooOftenError("Trop de demandes. Attendez un moment, puis réessayez.")


def prepare_limits(app: Flask) -> None:
    """Give an application its counts."""
    app.extensions["accueil_follow_limits"] = FollowLimits()


def follow_limits() -> FollowLimits:
    """The counts of the application that answers now."""
    return cast("FollowLimits", current_app.extensions["accueil_follow_limits"])
