"""A manager at the settings of the first site, in an application whose records the test may change."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from server.domain.catalogue import Site
from server.domain.people import Job
from tests.support.devices import SITE, Mediator
from tests.support.settings import someone
from tests.web.conftest import house_of


@pytest.fixture
def manager(own_app: Flask) -> Mediator:
    """Somebody who may set up the first site."""
    return someone(own_app, Job.MANAGER)


@pytest.fixture
def here(own_app: Flask) -> Callable[[], Site]:
    """A function that reads the first site as it is now."""
    return lambda: house_of(own_app).catalogue.site(SITE)
