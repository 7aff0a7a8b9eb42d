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


def entries(queue: LiveQueue, site: Site, version: int) -> Iterator[Mapping[str, str]]:
    """The journal's entries up to a version, in the order they were written."""
    after = "-"
    while page := queue.pages(keys.journal(site.id), after, AT_ONCE):
        for entry_id, entry in page:
            if int(entry["version"]) > version:
                return
            yield entry
            after = f"({entry_id}"
