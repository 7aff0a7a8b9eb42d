"""Bad input: the right problem with a stable code and a sentence for a person, and nothing changed in the queue."""

from __future__ import annotations

import json

import pytest

TICKETS = "/api/v1/sites/etats-unis/tickets"
CALLS = "/api/v1/sites/etats-unis/counters/1/calls"
MOVES = "/api/v1/sites/etats-unis/tickets/000000000001/moves"
ISSUING = "/api/v1/sites/etats-unis/issuing"
COUNTER = "/api/v1/sites/etats-unis/counters/1"
JOB = "/api/v1/printers/jobs/000000000001"

ISSUE = {"need": "papiers", "language": "fr", "request_id": "r"}
CALL = {"request_id": "r"}
MOVE = {"verb": "serve", "request_id": "r"}
STOP = {"issuing": False, "request_id": "r"}
CLOSE = {"open": False, "request_id": "r"}
OUTCOME = {"outcome": "printed"}

ROUTES = {"tickets": ("POST", TICKETS, ISSUE), "calls": ("POST", CALLS, CALL), "moves": ("POST", MOVES, MOVE)}
ROUTES |= {"issuing": ("PUT", ISSUING, STOP), "counter": ("PUT", COUNTER, CLOSE)}
ROUTES["outcome"] = ("PUT", JOB, OUTCOME)

KIND_WORDS = ("Personne ", "Le ", "La ", "Ce ", "Aucun ", "Il ", "Identifiez", "Un ", "Trop ", "Cette ")


@pytest.fixture
def refused(device, everything):
    """A function that sends a request and sees it refused: kindly, in French, and with nothing changed."""
    device("kiosk").issue()
    device("kiosk").issue()
    device("counter").call("1")
    device("printer").claim()

    def send(status, code, role, method, path, **request):
        before = everything()
        answer = device(role).ask(method, path, **request)
        assert (answer.status_code, answer.json["code"]) == (status, code), answer.text
        assert answer.content_type == "application/problem+json"
        assert {"type", "title", "status", "detail", "code"} <= set(answer.json)
        assert answer.json["status"] == status
        assert answer.json["detail"].startswith(KIND_WORDS)
        assert answer.json["detail"].endswith(".")
        assert "Traceback" not in answer.text
        assert everything() == before
        return answer.json

    return send


def written(value):
    """A body that holds this value as JSON, whatever it is."""
    return {"data": json.dumps(value), "content_type": "application/json"}


def role_for(route):
    return "printer" if route == "outcome" else "manager"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (ISSUE | {"need": "permis"}, "unknown_need"),
        (ISSUE | {"need": "PAPIERS"}, "unknown_need"),
        (ISSUE | {"need": "papiers,energie"}, "unknown_need"),
        (ISSUE | {"need": "\u0000"}, "unknown_need"),
        (ISSUE | {"language": "de"}, "unknown_language"),
        (ISSUE | {"language": "fr\n"}, "unknown_language"),
    ],
)
def test_a_need_or_a_language_the_site_does_not_offer(refused, body, code):
    refused(422, code, "kiosk", "POST", TICKETS, json=body)


@pytest.mark.parametrize("route", ROUTES)
def test_an_unknown_field_is_named(refused, route):
    method, path, body = ROUTES[route]
    told = refused(422, "unknown_field", role_for(route), method, path, json=body | {"priorité": True})
    assert told["field"] == "priorité"


@pytest.mark.parametrize(
    ("route", "field"),
    [(route, field) for route, (_, _, body) in ROUTES.items() for field in body if field != "open"],
)
def test_a_missing_field_is_named(refused, route, field):
    method, path, body = ROUTES[route]
    rest = {name: value for name, value in body.items() if name != field}
    assert refused(422, "missing_field", role_for(route), method, path, json=rest)["field"] == field


@pytest.mark.parametrize(
    ("route", "field", "value"),
    [
        (route, field, value)
        for route, (_, _, body) in ROUTES.items()
        for field, right in body.items()
        for value in (None, 7, 1.5, True, [], {}, ["papiers"], "", "x" * 129, "\ud800")
        if not (isinstance(right, bool) and isinstance(value, bool)) and not (field == "open" and value is None)
    ],
)
def test_a_field_of_the_wrong_kind_is_named(refused, route, field, value):
    method, path, body = ROUTES[route]
    told = refused(422, "invalid_field", role_for(route), method, path, **written(body | {field: value}))
    assert told["field"] == field


@pytest.mark.parametrize("request_id", [" ", "a b", "é", "a\nb", "a\u0000", "r\n"])
def test_a_request_id_of_odd_characters(refused, request_id):
    refused(422, "invalid_field", "kiosk", "POST", TICKETS, json=ISSUE | {"request_id": request_id})


@pytest.mark.parametrize("ticket", ["", 12, "x" * 65])
def test_a_chosen_ticket_that_cannot_be_one(refused, ticket):
    refused(422, "invalid_field", "counter", "POST", CALLS, json=CALL | {"ticket": ticket})


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"need=papiers",
        b"{",
        b"{'need': 'papiers'}",
        b"\xff\xfe",
        b"[" * 8000,
        b'{"a":' * 3000,
        b"nul",
        b"1" * 5000,
    ],
    ids=["empty", "form", "cut", "quotes", "not UTF-8", "deep list", "deep object", "word", "endless number"],
)
def test_a_body_that_is_not_json(refused, route, body):
    method, path, _ = ROUTES[route]
    refused(400, "not_json", role_for(route), method, path, data=body, content_type="application/json")


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("body", [None, [], [ISSUE], "papiers", "", 0, 7, False, True])
def test_json_that_is_not_an_object(refused, route, body):
    method, path, _ = ROUTES[route]
    refused(422, "invalid_body", role_for(route), method, path, **written(body))


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(
    "kind", ["", "text/plain", "text/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "é"]
)
def test_json_that_does_not_say_so(refused, route, kind):
    method, path, body = ROUTES[route]
    told = refused(415, "not_json", role_for(route), method, path, data=json.dumps(body), content_type=kind)
    assert told["detail"] == "Le corps de la demande doit être du JSON."


@pytest.mark.parametrize("kind", ["application/json", "application/json; charset=utf-8", "Application/JSON"])
def test_json_that_says_so(device, kind):
    answer = device("kiosk").ask("POST", TICKETS, data=json.dumps(ISSUE), content_type=kind)
    assert answer.status_code == 201


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("size", [16 * 1024 + 1, 1_000_000])
def test_a_body_over_16_kib(refused, route, size):
    method, path, body = ROUTES[route]
    padded = json.dumps(body).ljust(size)
    refused(413, "body_too_large", role_for(route), method, path, data=padded, content_type="application/json")


def test_a_body_of_16_kib_is_read(device):
    body = json.dumps(ISSUE).ljust(16 * 1024)
    answer = device("kiosk").ask("POST", TICKETS, data=body, content_type="application/json")
    assert answer.status_code == 201


@pytest.mark.parametrize("ticket", ["000000000099", "1", "x" * 500, "%00", "*", "a:b"])
def test_a_ticket_nobody_knows(refused, ticket):
    at = f"{TICKETS}/{ticket}"
    refused(404, "unknown_ticket", "kiosk", "GET", at)
    refused(404, "unknown_ticket", "counter", "POST", f"{at}/moves", json=MOVE)


def test_a_chosen_ticket_nobody_knows(refused):
    refused(404, "unknown_ticket", "counter", "POST", CALLS, json=CALL | {"ticket": "000000000099"})


@pytest.mark.parametrize("counter", ["9", "0", "%00", "x" * 500])
def test_a_counter_the_site_does_not_have(refused, counter):
    refused(404, "unknown_counter", "counter", "POST", f"/api/v1/sites/etats-unis/counters/{counter}/calls", json=CALL)
    refused(404, "unknown_counter", "counter", "PUT", f"/api/v1/sites/etats-unis/counters/{counter}", json=CLOSE)
    move = MOVE | {"counter": "9"}
    refused(404, "unknown_counter", "counter", "POST", f"{TICKETS}/000000000001/moves", json=move)


@pytest.mark.parametrize("mediator", ["999999", "0", "-1", "²", "x", "1\n", "9" * 64])
@pytest.mark.parametrize("route", ["calls", "moves", "issuing", "counter"])
def test_a_mediator_nobody_knows(refused, route, mediator):
    method, path, body = ROUTES[route]
    refused(422, "unknown_mediator", "counter", method, path, json=body | {"mediator": mediator})


@pytest.mark.parametrize("outcome", ["queued", "claimed", "expired", "PRINTED", "oui"])
def test_an_outcome_that_is_none(refused, outcome):
    refused(422, "invalid_field", "printer", "PUT", JOB, json={"outcome": outcome})


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/api/v1/sites/{site}", None),
        ("GET", "/api/v1/sites/{site}/board", None),
        ("GET", "/api/v1/sites/{site}/queue", None),
        ("POST", "/api/v1/sites/{site}/tickets", ISSUE),
        ("GET", "/api/v1/sites/{site}/tickets/000000000001", None),
        ("POST", "/api/v1/sites/{site}/counters/1/calls", CALL),
        ("POST", "/api/v1/sites/{site}/tickets/000000000001/moves", MOVE),
        ("GET", "/api/v1/sites/{site}/mediators", None),
        ("PUT", "/api/v1/sites/{site}/issuing", STOP),
        ("PUT", "/api/v1/sites/{site}/counters/1", CLOSE),
    ],
)
@pytest.mark.parametrize("site", ["nulle-part", "ETATS-UNIS", "x" * 500, "%00", "é", "{etats-unis}"])
def test_a_site_nobody_knows(refused, method, path, body, site):
    refused(404, "unknown_site", "manager", method, path.format(site=site), json=body)
