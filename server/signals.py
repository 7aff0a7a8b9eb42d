"""Bells inside one process: rung when a site may have something to print, heard by waiting print agents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

_bells: defaultdict[str, set[Event]] = defaultdict(set)


@contextmanager
def waking(site_id: str) -> Iterator[Event]:
    """A bell that rings when this site has news for its printers."""
    bell = Event()
    _bells[site_id].add(bell)
    try:
        yield bell
    finally:
        _bells[site_id].discard(bell)


def ring(site_id: str | None) -> None:
    """Ring the bells of a site, or of all when `site_id` is None."""
    for waiting in [_bells[site_id]] if site_id else list(_bells.values()):
        for bell in list(waiting):
            bell.set()
