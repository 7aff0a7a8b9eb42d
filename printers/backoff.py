"""How long to wait before asking a server again that did not answer."""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Backoff:
    """Waits that double from `first` to `most` seconds, each shortened at random by up to half.

    The dice keep the printers of all sites from coming back in the same instant after a restart of the server.
    """

    first: float = 0.5
    most: float = 15.0

    def seconds(self, attempt: int) -> float:
        """The wait after the attempt of this number, the first being 0."""
        longest = min(self.most, self.first * 2.0 ** min(attempt, 30))
        return longest * random.uniform(0.5, 1.0)  # nosec B311  # noqa: S311 - spreads load, hides nothing
