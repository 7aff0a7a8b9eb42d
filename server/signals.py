"""Bells inside one process: rung by what the queue announces, heard by those who wait for an answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from threading import Event


class Bell(Enum):
    """What there may be news of."""

    PAPER = "paper"  # something to print
    SITE = "site"  # what a site says of itself: its settings, its door, its counters


_bells: defaultdict[tuple[str, Bell], set[Event]] = defaultdict(set)


@contextmanager
def waking(site_id: str, kind: Bell) -> Iterator[Event]:
    """A bell that rings when there is news of that kind at this site."""
    bell = Event()
    _bells[site_id, kind].add(bell)
    try:
        yield bell
    finally:
        _bells[site_id, kind].discard(bell)


def ring(site_id: str | None, kind: Bell) -> None:
    """Ring the bells of a site, or of all when `site_id` is None."""
    heard = [bells for (site, of), bells in _bells.items() if of is kind and site_id in {None, site}]
    for bell in [bell for bells in heard for bell in bells]:
        bell.set()
