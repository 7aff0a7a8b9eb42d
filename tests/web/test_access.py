"""Who may call what: a token, of this site, of the right role. Everybody else learns why, and changes nothing."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime

import pytest

from server.records.door_tables import DeviceRow
from tests.support.devices import Device
from tests.support.processes import until

ROLES = ("kiosk", "display", "printer", "counter", "manager")
SITE = "/api/v1/sites/etats-unis"
MAY = {
    ("GET", SITE): {"kiosk", "display", "printer", "counter", "manager"},
    ("GET", f"{SITE}/board"): {"kiosk", "display", "counter", "manager"},
    ("GET", f"{SITE}/calls?after=0"): {"kiosk", "display", "counter", "manager"},
    ("GET", f"{SITE}/news"): {"kiosk"},
    ("PUT", f"{SITE}/devices/self"): {"kiosk", "display"},
    ("GET", f"{SITE}/queue"): {"counter", "manager"},
    ("GET", f"{SITE}/speech?language=fr&text=Bonjour"): {"kiosk", "display", "manager"},
    ("GET", f"{SITE}/mediators"): {"counter", "manager"},
    ("PUT", f"{SITE}/issuing"): {"counter", "manager"},
    ("PUT", f"{SITE}/counters/1"): {"counter", "manager"},
    ("POST", f"{SITE}/tickets"): {"kiosk", "counter", "manager"},
    ("GET", f"{SITE}/tickets/000000000001"): {"kiosk", "counter", "manager"},
    ("POST", f"{SITE}/counters/1/calls"): {"counter", "manager"},
    ("POST", f"{SITE}/tickets/000000000001/moves"): {"counter", "manager"},  # and a kiosk, to set a language
    ("GET", "/api/v1/printers/jobs"): {"printer"},
    ("PUT", "/api/v1/printers/jobs/000000000001"): {"printer"},
    ("PUT", "/api/v1/printers/bureau"): {"printer"},
    ("POST", f"{SITE}/tickets/000000000002/prints"): {"counter", "manager"},
    ("POST", f"{SITE}/printers/accueil/tests"): {"counter", "manager"},
    ("POST", f"{SITE}/corner"): {"kiosk"},
}
CORNER = {
    ("GET", f"{SITE}/corner"),
    ("PUT", f"{SITE}/corner/issuing"),
    ("POST", f"{SITE}/corner/test-print"),
    ("GET", f"{SITE}/corner/test-print/test-1"),
}
"""What a kiosk may do while its staff corner is open, and nobody else ever."""
MAY |= {route: {"kiosk"} for route in CORNER}
BODIES = {
    f"{SITE}/devices/self": {"state": "live", "sound": "on", "build": ""},
    f"{SITE}/issuing": {"issuing": False, "request_id": "r"},
    f"{SITE}/counters/1": {"open": False, "request_id": "r"},
    f"{SITE}/tickets": {"need": "papiers", "language": "fr", "request_id": "r"},
    f"{SITE}/counters/1/calls": {"request_id": "r"},
    f"{SITE}/tickets/000000000001/moves": {"verb": "serve", "request_id": "r"},
    "/api/v1/printers/jobs/000000000001": {"outcome": "printed"},
    "/api/v1/printers/bureau": {"instance": "i", "address": "memory://", "state": "ready"},
    f"{SITE}/tickets/000000000002/prints": {"request_id": "r"},
    f"{SITE}/printers/accueil/tests": {"request_id": "r"},
    f"{SITE}/corner": {"pin": "000000"},
    f"{SITE}/corner/issuing": {"issuing": False, "request_id": "r"},
    f"{SITE}/corner/test-print": {"printer": "accueil", "request_id": "r"},
}
PIN_ASKED = ("POST", f"{SITE}/corner")
ALLOWED = [(route, role) for route, role in itertools.product(MAY, ROLES) if role in MAY[route]]
FORBIDDEN = [(route, role) for route, role in itertools.product(MAY, ROLES) if role not in MAY[route]]


@pytest.fixture
def at_work(device):
    """A ticket at counter 1, claimed for printing, another printed and waiting, a printer, and a test print for it."""
    device("kiosk").issue()
    device("kiosk").issue()
    device("counter").call("1")
    device("printer").claim()
    device("printer").report(device("printer").claim().json["id"], "printed")
    device("printer").announce("accueil")
    device("counter").post("/printers/accueil/tests")


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
    places |= {"printers/bureau": "printers/<printer_name:printer>", "test-print/test-1": "test-print/<job_id>"}
    places |= {"speech?language=fr&text=Bonjour": "speech", "calls?after=0": "calls"}
    named = set(MAY)
    for known, name in places.items():
        named = {(method, path.replace(known, name)) for method, path in named}
    assert rules == named


@pytest.mark.parametrize(("route", "role"), ALLOWED)
def test_a_device_of_the_right_role_is_admitted(device, shared_pin, at_work, route, role):
    method, path = route
    asking, body = device(role), {"pin": shared_pin} if route == PIN_ASKED else BODIES.get(path)
    if route in CORNER:
        asking.open_corner(shared_pin)
    assert asking.ask(method, path, json=body).status_code in {200, 201, 204}


@pytest.mark.parametrize("route", sorted(CORNER))
def test_a_kiosk_whose_staff_corner_is_shut_is_refused(device, at_work, shared_pin, everything, route):
    method, path = route
    before = everything()
    assert problem_of(device("kiosk").ask(method, path, json=BODIES.get(path))) == (403, "corner_shut")
    assert everything() == before


@pytest.mark.parametrize("route", sorted(CORNER))
@pytest.mark.parametrize("role", [role for role in ROLES if role != "kiosk"])
def test_another_device_gains_nothing_by_a_kiosks_grant(device, corner, at_work, everything, route, role):
    method, path = route
    before, thief = everything(), device(role)
    thief.grant = corner.grant
    assert problem_of(thief.ask(method, path, json=BODIES.get(path))) == (403, "wrong_role")
    assert everything() == before


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
