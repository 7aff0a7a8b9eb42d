"""How often one may ask with a follow link, whichever door is knocked at: HTTP or the socket."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Final, cast

from flask import Flask, current_app, request
from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from server.domain.errors import TooOftenError, UnknownFollowLinkError

LOOKS: Final = RateLimitItemPerMinute(60, namespace="look")
"""Of one link. A phone asks six times a minute while its socket is down, and once more each time it is looked at."""
MOVES: Final = RateLimitItemPerMinute(20, namespace="move")
"""Of one link: more than anybody taps."""
CONNECTIONS: Final = RateLimitItemPerMinute(30, namespace="connection")
"""Of one link, on one process: a line that breaks every other second."""
GUESSES: Final = RateLimitItemPerMinute(30, namespace="guess")
"""Unknown links that one address may try, at all doors together. Links that lead somewhere do not count: the many
phones of one waiting room share an address, and guessing finds nothing."""


class FollowLimits:
    """The counts of one process. They hold no link, only its digest."""

    def __init__(self) -> None:
        self._counts = FixedWindowRateLimiter(MemoryStorage())

    @contextmanager
    def admit(self, link: str, kind: RateLimitItem) -> Iterator[None]:
        """Let a request in that is made with a link, and count it, also when it is refused. Raises TooOftenError.

        A link that leads nowhere (UnknownFollowLinkError comes out of the block) counts as its address's guess.
        """
        address, name = request.remote_addr or "", sha256(link.encode("utf-8", "replace")).hexdigest()
        if not (self._counts.test(GUESSES, address) and self._counts.test(kind, name)):
            raise TooOftenError("Trop de demandes. Attendez un moment, puis réessayez.")
        counted, of = kind, name
        try:
            yield
        except UnknownFollowLinkError:
            counted, of = GUESSES, address
            raise
        finally:
            self._counts.hit(counted, of)


def prepare_limits(app: Flask) -> None:
    """Give an application its counts."""
    app.extensions["accueil_follow_limits"] = FollowLimits()


def follow_limits() -> FollowLimits:
    """The counts of the application that answers now."""
    return cast("FollowLimits", current_app.extensions["accueil_follow_limits"])
