"""One provider and one house that has it, for all of these tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from tests.support.abode import unbound, with_provider
from tests.support.provider import Provider


@pytest.fixture(scope="session")
def provider() -> Iterator[Provider]:
    """A certified OpenID provider that sends people back to the applications of these tests."""
    running = Provider("http://localhost")
    yield running
    running.stop()


@pytest.fixture(scope="session")
def shared_abode(build: Callable[..., Flask], provider: Provider) -> Flask:
    """A house that has it."""
    return with_provider(build, provider)


@pytest.fixture
def abode(shared_abode: Flask) -> Flask:
    """The same, for one test: nobody is bound, and nobody at the door."""
    return unbound(shared_abode)
