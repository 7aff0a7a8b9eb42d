"""The API describes itself: every route, in a document that others' tools can read."""

from __future__ import annotations

import re

import pytest
from openapi_spec_validator import validate

from server.api.refusable import MEMBERS
from server.problems import STATUSES

DESK = {"seats", "setup", "sign_in", "staffing", "strangers", "visits"}
"""Rooms of the domain that the desk's pages alone lead to: what is refused there is told in words."""
DESK_ALONE = {"unknown_code", "unknown_device"}


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
            # Of anybody's question for the key of Web Push there is nothing to refuse.
            if path.startswith("/api/v1/") and path != "/api/v1/push":
                assert [status for status in operation["responses"] if status.startswith("4")], path


def operations(document):
    for path, item in document["paths"].items():
        for method, operation in item.items():
            yield path, method, operation


def problems_of(document, operation, status):
    """The codes that come with a status, each with its shape."""
    schema = operation["responses"][status]["content"]["application/problem+json"]["schema"]
    references = [each["$ref"] for each in schema.get("oneOf", [schema])]
    shapes = [document["components"]["schemas"][reference.rpartition("/")[2]] for reference in references]
    return {shape["properties"]["code"]["enum"][0]: shape for shape in shapes}


def test_each_route_says_who_may_call_it(app, document):
    assert document["components"]["securitySchemes"]["device"] | {"description": ""} == {
        "type": "http",
        "scheme": "bearer",
        "description": "",
    }
    told = {operation["operationId"]: operation for _, _, operation in operations(document)}
    for rule in app.url_map.iter_rules():
        name = rule.endpoint.rpartition(".")[2]
        allowed = app.view_functions[rule.endpoint].who
        if rule.rule.startswith("/api/v1/") and name in told:
            schemes = {"device": []} | ({"corner": []} if allowed.corner else {})
            session = [{"session": []}] if allowed.roles and allowed.public else []
            assert told[name]["security"] == ([schemes] if allowed.roles else []) + session, rule.rule
            assert all(role in told[name]["description"] for role in allowed.roles), rule.rule
    assert {name for name, operation in told.items() if not operation["security"]} == {
        "demo_token", "get_follow", "move_followed", "get_push", "put_phone", "delete_phone", "healthz", "readyz",
        "open_pairing", "claim_pairing",
    }  # fmt: skip


def test_staff_pages_are_no_part_of_it(document):
    assert {path for path in document["paths"] if not path.startswith("/api/v1/")} == {"/healthz", "/readyz"}


def test_every_refusal_is_a_problem_with_its_codes_and_all_that_it_tells(document):
    for path, method, operation in operations(document):
        for status in operation["responses"]:
            if status >= "400":
                for code, shape in problems_of(document, operation, status).items():
                    assert shape["properties"]["status"]["enum"] == [int(status)], (path, method)
                    assert set(shape["required"]) == set(shape["properties"]), code
                    assert shape["additionalProperties"] is False
    move = document["paths"]["/api/v1/sites/{site_id}/tickets/{ticket_id}/moves"]["post"]
    assert {"state", "possible"} <= set(problems_of(document, move, "409")["illegal_move"]["required"])
    assert {"ticket", "number"} <= set(problems_of(document, move, "409")["counter_busy"]["required"])
    assert "field" in problems_of(document, move, "422")["misplaced_field"]["required"]


@pytest.fixture
def told(document):
    """Each code with which some route refuses."""
    return {
        code
        for _, _, operation in operations(document)
        for status in operation["responses"]
        if status >= "400"
        for code in problems_of(document, operation, status)
    }


def test_every_refusal_that_the_domain_knows_is_told_by_some_route(told):
    at_the_desk = {error.code for error in STATUSES if error.__module__.rpartition(".")[2] in DESK} | DESK_ALONE
    assert {error.code for error in STATUSES} <= told | at_the_desk
    assert DESK_ALONE.isdisjoint(told)


def test_each_refusal_of_a_route_that_tells_more_has_its_extra_members_described(told):
    telling = {error.code for error in STATUSES if error.__doc__ and "`extra`" in error.__doc__}
    assert telling & told <= set(MEMBERS)
    assert set(MEMBERS) <= told


def test_patience_and_the_way_to_sign_in_are_told_as_headers(document):
    for path, method, operation in operations(document):
        for status, answer in operation["responses"].items():
            headers = answer.get("headers", {})
            assert ("Retry-After" in headers) == (status in {"429", "503"}), (path, method, status)
            assert ("WWW-Authenticate" in headers) == (status == "401"), (path, method, status)


def test_what_takes_a_body_says_that_it_must_be_json_and_not_too_large(document):
    taking = [
        (path, method, operation) for path, method, operation in operations(document) if method in {"post", "put"}
    ]
    assert len(taking) == 18
    for path, method, operation in taking:
        assert operation["requestBody"]["required"] is True
        assert set(operation["requestBody"]["content"]) == {"application/json"}
        assert {"400", "413", "415", "422"} <= set(operation["responses"]), (path, method)


def test_a_repeat_is_answered_in_the_shape_of_the_first_answer(document):
    twice = {
        path: operation["responses"]
        for path, _, operation in operations(document)
        if {"200", "201"} <= set(operation["responses"])
    }
    assert {path.rpartition("/")[2] for path in twice} == {"tickets", "calls", "prints", "tests", "test-print"}
    assert all(responses["200"]["content"] == responses["201"]["content"] for responses in twice.values())


def test_parameters_say_their_form(document):
    for path, _, operation in operations(document):
        for parameter in operation["parameters"]:
            assert parameter["schema"]["type"] in {"string", "number", "integer"}, path
            assert parameter["in"] == "query" or {"pattern", "maxLength"} & set(parameter["schema"]), path
    wait, printer, instance = document["paths"]["/api/v1/printers/jobs"]["get"]["parameters"]
    assert (printer["name"], instance["name"]) == ("printer", "instance")
    assert (wait["name"], wait["in"], wait["required"], wait["schema"]["minimum"]) == ("wait", "query", False, 0)


def test_a_print_job_is_described_as_the_agent_reads_it(document, device):
    device("kiosk").issue()
    answered = document["paths"]["/api/v1/printers/jobs"]["get"]["responses"]
    assert answered["200"]["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/JobShown"}
    assert "content" not in answered["204"]
    assert set(document["components"]["schemas"]["JobShown"]["properties"]) == set(device("printer").claim().json)


@pytest.mark.parametrize("host", ["evil.example", "accueil.example:8443"])
def test_the_document_does_not_repeat_by_which_name_it_was_asked(own_app, host):
    first = own_app.test_client().get("/api/v1/openapi.json", headers={"Host": host})
    assert host not in first.text
    assert "servers" not in first.json


def test_what_is_answered_is_described_and_nothing_else_can_be(document, device):
    schemas = document["components"]["schemas"]
    answers = {
        "TicketShown": device("kiosk").issue().json,
        "SiteShown": device("kiosk").get().json,
        "BoardShown": device("display").get("/board").json,
        "QueueShown": device("counter").get("/queue").json,
        "MediatorsShown": device("counter").get("/mediators").json,
    }
    for name, answer in answers.items():
        assert set(schemas[name]["properties"]) == set(schemas[name]["required"]) == set(answer)
    for name, schema in schemas.items():
        if "Shown" in name and schema["type"] == "object":
            assert schema["additionalProperties"] is False, name
