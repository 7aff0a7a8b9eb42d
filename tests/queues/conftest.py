"""A small site over an emptied, real Valkey, with a clock that the test holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.queues.live import LiveQueue
from tests.support.processes import Valkey
from tests.support.reception import MORNING, Clock, Reception


@pytest.fixture
def clock() -> Clock:
    return Clock(MORNING)


@pytest.fixture
def reception(valkey: Valkey, clock: Clock) -> Reception:
    valkey.client.flushall()
    return Reception(LiveQueue(valkey.url, now=clock), clock, valkey.client)


@pytest.fixture
def two(reception):
    """A site whose printers are asked in the order accueil, bureau; both are ready."""
    reception.site = replace(reception.site, printers=("accueil", "bureau"))
    reception.announce("bureau")
    reception.announce("accueil")
    return reception
