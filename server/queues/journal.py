"""The journal read back, and everybody who lives at one version: what the checker holds against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from server.domain.catalogue import Site
from server.queues import keys
from server.queues.live import LiveQueue

AT_ONCE: Final = 1000
"""Entries read in one step, so that the queue goes on answering meanwhile."""


def inside(queue: LiveQueue, site: Site) -> Mapping[str, Any]:
    """Everybody who lives at the site and where they stand, at one version (lua/inside.lua)."""
    found: Mapping[str, Any] = queue.run("inside", site.id)["answer"]
    return found


def entries(queue: LiveQueue, site: Site, last: str) -> Iterator[Mapping[str, str]]:
    """The journal's entries in the order they were written, up to the one with this stream id; "" for none.

    Whatever they say of themselves: what is wrong with an entry is for the checker to tell.
    """
    after = "-"
    while last and (page := queue.pages(keys.journal(site.id), after, last, AT_ONCE)):
        for entry_id, entry in page:
            yield entry
            after = f"({entry_id}"
