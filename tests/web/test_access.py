"""Who may call what: a token, of this site, of the right role. Everybody else learns why, and changes nothing."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime

import pytest

from server.records.tables import DeviceRow
from tests.support.devices import Device
from tests.support.processes import until

ROLES = ("kiosk", "display", "printer", "counter", "manager")
SITE = "/api/v1/sites/etats-unis"
MAY = {
    ("GET", SITE): {"kiosk", "display", "printer", "counter", "manager"},
    ("GET", f"{SITE}/board"): {"kiosk", "display", "counter", "manager"},
    ("GET", f"{SITE}/queue"): {"counter", "manager"},
    ("GET", f"{SITE}/mediators"): {"counter", "manager"},
    ("PUT", f"{SITE}/issuing"): {"counter", "manager"},
    ("PUT", f"{SITE}/counters/1"): {"counter", "manager"},
    ("POST", f"{SITE}/tickets"): {"kiosk", "counter", "manager"},
    ("GET", f"{SITE}/tickets/000000000001"): {"kiosk", "counter", "manager"},
    ("POST", f"{SITE}/counters/1/calls"): {"counter", "manager"},
    ("POST", f"{SITE}/tickets/000000000001/moves"): {"counter", "manager"},
    ("GET", "/api/v1/printers/jobs"): {"printer"},
    ("PUT", "/api/v1/printers/jobs/000000000001"): {"printer"},
    ("PUT", "/api/v1/printers/bureau"): {"printer"},
    ("POST", f"{SITE}/tickets/000000000002/prints"): {"counter", "manager"},
    ("POST", f"{SITE}/printers/accueil/tests"): {"counter", "manager"},
}
BODIES = {
    f"{SITE}/issuing": {"issuing": False, "request_id": "r"},
    f"{SITE}/counters/1": {"open": False, "request_id": "r"},
    f"{SITE}/tickets": {"need": "papiers", "language": "fr", "request_id": "r"},
    f"{SITE}/counters/1/calls": {"request_id": "r"},
    f"{SITE}/tickets/000000000001/moves": {"verb": "serve", "request_id": "r"},
    "/api/v1/printers/jobs/000000000001": {"outcome": "printed"},
    "/api/v1/printers/bureau": {"instance": "i", "address": "memory://", "state": "ready"},
    f"{SITE}/tickets/000000000002/prints": {"request_id": "r"},
    f"{SITE}/printers/accueil/tests": {"request_id": "r"},
}
ALLOWED = [(route, role) for route, role in itertools.product(MAY, ROLES) if role in MAY[route]]
FORBIDDEN = [(route, role) for route, role in itertools.product(MAY, ROLES) if role not in MAY[route]]


@pytest.fixture
def at_work(device):
    """A ticket at counter 1, claimed for printing, another printed and waiting, and a printer."""
    device("kiosk").issue()
    device("kiosk").issue()
    device("counter").call("1")
    device("printer").claim()
    device("printer").report(device("printer").claim().json["id"], "printed")
    device("printer").announce("accueil")


def problem_of(answer):
    assert answer.content_type == "application/problem+json"
    assert answer.json["detail"]
    return answer.status_code, answer.json["code"]


def test_the_table_names_every_route_that_devices_call(app):
    rules = {
        (method, rule.rule)
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
        if getattr(app.view_functions[rule.endpoint].who, "roles", None)
    }
    places = {"etats-unis": "<site_id>", "/counters/1": "/counters/<counter_id>"}
    places |= {"tickets/000000000001": "tickets/<ticket_id>", "jobs/000000000001": "jobs/<job_id>"}
    places |= {"tickets/000000000002": "tickets/<ticket_id>", "printers/accueil": "printers/<printer>"}
    places |= {"printers/bureau": "printers/<printer_name:printer>"}
    named = set(MAY)
    for known, name in places.items():
        named = {(method, path.replace(known, name)) for method, path in named}
    assert rules == named


@pytest.mark.parametrize(("route", "role"), ALLOWED)
def test_a_device_of_the_right_role_is_admitted(device, at_work, route, role):
    method, path = route
    assert device(role).ask(method, path, json=BODIES.get(path)).status_code in {200, 201, 204}


@pytest.mark.parametrize(("route", "role"), FORBIDDEN)
def test_a_device_of_another_role_is_refused(device, at_work, everything, route, role):
    method, path = route
    before = everything()
    assert problem_of(device(role).ask(method, path, json=BODIES.get(path))) == (403, "wrong_role")
    assert everything() == before


@pytest.mark.parametrize("route", [route for route in MAY if "/sites/" in route[1]])
@pytest.mark.parametrize("role", ROLES)
def test_a_token_of_another_site_is_refused(device, at_work, everything, route, role):
    method, path = route
    before = everything()
    answer = device(role, "site-2").ask(method, path, json=BODIES.get(path))
    assert problem_of(answer) == (403, "foreign_site")
    assert everything() == before


def test_an_agent_of_another_site_cannot_report_this_sites_job(device, at_work, everything):
    before = everything()
    assert problem_of(device("printer", "site-2").report("000000000001", "printed")) == (404, "unknown_job")
    assert everything() == before


@pytest.mark.parametrize("route", MAY)
@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Bearer nonsense",
        "Basic {token}",
        "{token}",
        "Bearer {token}x",
        "Bearer é",
        "Bearer a b",
    ],
)
def test_without_a_known_token_nobody_is_admitted(app, device, at_work, everything, route, header):
    method, path = route
    headers = {} if header is None else {"Authorization": header.format(token=device("manager").token)}
    before = everything()
    answer = app.test_client().open(path, method=method, json=BODIES.get(path), headers=headers)
    assert problem_of(answer) == (401, "unauthenticated")
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert everything() == before


def test_a_token_is_not_taken_from_the_address(app, device):
    answer = app.test_client().get(f"{SITE}?token={device('manager').token}")
    assert answer.status_code == 401


def test_without_a_token_nobody_learns_which_sites_exist(app):
    client = app.test_client()
    assert problem_of(client.get("/api/v1/sites/nulle-part")) == problem_of(client.get(SITE))


def test_a_revoked_device_is_locked_out_within_moments(own_app, own_device, change):
    lost: Device = own_device("kiosk")
    assert lost.get().status_code == 200
    change(DeviceRow, 1, revoked_at=datetime.now(UTC))
    until(lambda: lost.get().status_code == 401, "the device is locked out", patience_s=5)


def test_the_records_keep_no_token(own_app, own_device):
    token = own_device("kiosk").token
    with own_app.extensions["accueil"].catalogue.store.session() as session:
        row = session.get_one(DeviceRow, 1)
        assert token not in str(vars(row))
        assert len(row.token_hash) == 64
