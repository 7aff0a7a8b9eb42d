"""The API describes itself: every route, in a document that others' tools can read."""

from __future__ import annotations

import re

import pytest
from openapi_spec_validator import validate


@pytest.fixture
def document(app):
    return app.test_client().get("/api/v1/openapi.json").json


def test_the_document_is_openapi(document):
    validate(document)


def test_every_route_of_the_api_is_in_it(app, document):
    routes = {
        (re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule), method.lower())
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/v1/") and not rule.rule.endswith("openapi.json")
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    told = {(path, method) for path, item in document["paths"].items() for method in item if method != "parameters"}
    assert len(routes) >= 10
    assert routes <= told


def test_each_route_says_what_it_does_and_how_it_can_be_refused(document):
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method == "parameters":
                continue
            assert operation["summary"], path
            if path.startswith("/api/v1/"):
                assert [status for status in operation["responses"] if status.startswith("4")], path


def test_a_ticket_is_described_as_it_is_answered(document, device):
    described = document["components"]["schemas"]["TicketShown"]["properties"]
    assert set(described) == set(device("kiosk").issue().json)
