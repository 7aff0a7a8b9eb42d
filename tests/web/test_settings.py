"""The settings' forms: what is typed is published as it stands, or refused beside its field with everything kept."""

from __future__ import annotations

import pytest

from server.domain.people import Job
from tests.support.devices import SITE
from tests.support.settings import Form, settings, someone
from tests.web.conftest import house_of

ROOMS = ("site", "hours", "needs", "counters", "messages", "notices", "priorities", "screens", "requests")


@pytest.fixture
def manager(own_app):
    """Somebody who may set up the first site."""
    return someone(own_app, Job.MANAGER)


@pytest.fixture
def here(own_app):
    """A function that reads the first site as it is now."""
    return lambda: house_of(own_app).catalogue.site(SITE)


@pytest.mark.parametrize("room", ROOMS)
def test_a_form_that_is_published_as_it_is_changes_nothing(manager, here, room):
    before = here()
    settings(manager, room).publish()
    assert here() == before


@pytest.mark.parametrize("room", ROOMS)
def test_each_form_says_that_it_is_published_and_what_follows(manager, room):
    form = settings(manager, room)
    form.publish()
    assert "Publié. Les bornes et les écrans suivent." in Form(manager, form.address).page
    assert "Publié." not in Form(manager, form.address).page, "it is said once"
