"""The search has time limits of its own."""

from __future__ import annotations

from pathlib import Path

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With --long the tests of this folder have no time limit; else enough to shorten a story that went wrong."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.timeout(0 if config.getoption("--long") else 900))
