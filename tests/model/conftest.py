"""The search has a Valkey that waits for no disk, as nobody is killed here, and time limits of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.processes import Valkey


@pytest.fixture
def hasty(valkey: Valkey) -> Iterator[Valkey]:
    """This worker's Valkey, twice as fast for a while."""
    valkey.client.config_set("appendfsync", "no")
    yield valkey
    valkey.client.config_set("appendfsync", "always")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With --long the tests of this folder have no time limit; else enough to shorten a story that went wrong."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.timeout(0 if config.getoption("--long") else 900))
