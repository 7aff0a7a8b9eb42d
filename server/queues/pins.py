"""Tries of a site's PIN: counted where every web process sees them."""

from __future__ import annotations

from typing import Final

from server.domain.catalogue import Site
from server.domain.corner import FIRST_WAIT_MS, FREE_TRIES, LONGEST_WAIT_MS
from server.queues.live import LiveQueue

_TRY: Final = "1"
_FORGET: Final = ""


def count_try(queue: LiveQueue, site: Site, mark: str) -> int:
    """Count a try of the PIN with this mark: 0 when it may be made, else milliseconds until one may.

    Raises QueueUnreachableError: what cannot be counted is not looked at.
    """
    return int(_run(queue, site, mark, _TRY))


def forget_tries(queue: LiveQueue, site: Site, mark: str) -> None:
    """It was the right one. Raises QueueUnreachableError."""
    _run(queue, site, mark, _FORGET)


def _run(queue: LiveQueue, site: Site, mark: str, what: str) -> float:
    answer = queue.run("pin", site.id, mark, what, FREE_TRIES, FIRST_WAIT_MS, LONGEST_WAIT_MS)["answer"]
    return float(answer["wait"])
