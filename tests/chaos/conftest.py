"""An arena for each test worker: three web processes over one Valkey, emptied for each test, and killed by it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from server.queues.live import LiveQueue
from tests.support.arena import SITE, Arena
from tests.support.journal import SiteKeys
from tests.support.processes import Valkey
from tests.support.reception import MORNING, Clock, Reception


@pytest.fixture(scope="session")
def standing_arena(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Arena]:
    built = Arena(tmp_path_factory.mktemp("arena"))
    yield built
    built.stop()


@pytest.fixture
def arena(standing_arena: Arena) -> Iterator[Arena]:
    """The worker's arena, nobody in it."""
    standing_arena.empty()
    yield standing_arena
    for web in standing_arena.webs:
        web.spare()
        web.set_clock(None)


@pytest.fixture
def keys(arena: Arena) -> SiteKeys:
    """What lies in Redis of the arena's site."""
    return SiteKeys(arena.valkey.client, SITE)


@pytest.fixture
def clock() -> Clock:
    return Clock(MORNING)


@pytest.fixture
def reception(valkey: Valkey, clock: Clock) -> Reception:
    """One small site whose clock the test holds."""
    valkey.client.flushall()
    return Reception(LiveQueue(valkey.url, now=clock), clock, valkey.client)
