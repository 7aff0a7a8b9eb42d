"""Every route says who may call it: a route is never open by oversight."""

from __future__ import annotations

import pytest
from flask import Flask

from server.access import Public, admit, who, who_of
from server.app import create_app
from server.domain.setup import PAGES
from server.settings import Settings

# Looked at one by one: a new open route is a decision, and is written here.
OPEN_TO_ANYONE = {
    "/healthz",
    "/readyz",
    "/metrics",
    "/api/v1/openapi.json",
    "/api/v1/follow/<secret>",
    "/api/v1/follow/<secret>/moves",
    "/api/v1/follow/<secret>/push/<phone_name:phone>",
    "/api/v1/push",
    "/api/v1/pairings",
    "/api/v1/pairings/claim",
}


@pytest.fixture
def app(tmp_path):
    settings = Settings(
        secret_key="made up for this test, and long enough",
        database_url=f"sqlite:///{tmp_path}/accueil.db",
        redis_url="redis://127.0.0.1:1",  # building the application asks nothing of Redis
        demo=True,
        preview_dir=tmp_path,
    )
    return create_app(settings)


def test_every_route_says_who_may_call_it(app):
    rules = list(app.url_map.iter_rules())
    assert len(rules) > 15
    assert [rule.rule for rule in rules if who_of(app, rule.endpoint) is None] == []


def test_nobody_but_devices_and_staff_reaches_the_queue(app):
    open_rules = {
        rule.rule
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith(("/api/", "/healthz", "/readyz", "/metrics"))
        and who_of(app, rule.endpoint).public is Public.ANYONE
    }
    assert open_rules == OPEN_TO_ANYONE


def test_no_site_can_have_the_address_of_a_staff_page(app):
    """Whatever the sites' own pages lie beneath: what stands beside a site's id is no site's id."""
    heads = ("/staff/", "/kiosk/", "/display/", "/api/v1/sites/")
    rules = [rule.rule for rule in app.url_map.iter_rules()]
    beside = {rule.removeprefix(head).split("/")[0] for head in heads for rule in rules if rule.startswith(head)}
    assert beside - {"", "<site_id>"} == PAGES


def test_an_application_with_an_undeclared_route_is_not_built():
    app = Flask("planted", static_folder=None)
    app.add_url_rule("/declared", "declared", who(Public.ANYONE)(lambda: "fine"))
    app.add_url_rule("/forgotten", "forgotten", lambda: "open to all")
    with pytest.raises(LookupError, match="/forgotten"):
        admit(app)
