"""Screens and kiosks say how they are; people at the desk may look at what they see, and at no more."""

from __future__ import annotations

import pytest
from flask import Flask

from server.access import Public, admit, who
from server.domain.people import Role
from server.limits import STATES_OF_A_DEVICE
from server.queues.devices import read_devices
from tests.support.devices import SITE
from tests.web.conftest import house_of

LOOKED_AT = ("", "/board", "/board?screen=salle", "/calls?after=0")
SCREEN = {
    "state": "live",
    "sound": "on",
    "build": "0123456789abcdef",
    "screen": "salle",
    "version": 12,
    "hash": "0a1b2c3d",
    "size": "1920x1080",
}
KIOSK = {"state": "rest", "sound": "on", "build": "", "volume": 3}


def says(device, body):
    return device.ask("PUT", f"{device.at}/devices/self", json=body)


@pytest.fixture
def roll(app):
    """A function that reads the devices of the first site."""
    return lambda: read_devices(house_of(app).queue, house_of(app).catalogue.site(SITE)).devices


@pytest.mark.parametrize(("role", "body"), [("display", SCREEN), ("kiosk", KIOSK)])
def test_what_a_device_says_of_itself_is_kept_under_its_own_id(device, roll, role, body):
    answer = says(device(role), body)
    assert answer.status_code == 200
    [heard] = roll()
    assert (heard.number, heard.role) == (str(answer.json["id"]), role)
    assert {name: getattr(heard.said, name) for name in body} == body


def test_two_devices_are_two(device, roll):
    says(device("display"), SCREEN)
    says(device("kiosk"), KIOSK)
    assert {heard.role for heard in roll()} == {"display", "kiosk"}


def test_what_a_device_says_raises_no_version(device):
    before = device("display").get("/board").json["version"]
    says(device("display"), SCREEN)
    assert device("display").get("/board").json["version"] == before


@pytest.mark.parametrize("fault", [
    {"state": "fine"},
    {"state": None},
    {"sound": "loud"},
    {"build": "b" * 65},
    {"screen": "s" * 65},
    {"screen": "a/b"},
    {"screen": "a\nb"},
    {"screen": "\x00"},
    {"screen": "a\x9fb"},
    {"version": -1},
    {"version": "12"},
    {"version": 12.5},
    {"version": 2**53 + 1},
    {"hash": "0a1b2c3"},
    {"hash": "0A1B2C3D"},
    {"size": "1920×1080"},
    {"size": "0x1080"},
    {"size": "123456x1080"},
    {"volume": 6},
])  # fmt: skip
def test_what_no_device_can_mean_is_refused(device, refused, fault):
    [field] = fault
    assert refused(422, "invalid_field", lambda: says(device("display"), SCREEN | fault))["field"] == field


def test_a_whole_number_is_read_however_json_writes_it(device, roll):
    assert says(device("display"), SCREEN | {"version": 12.0}).status_code == 200
    assert roll()[0].said.version == 12


@pytest.mark.parametrize("left_out", ["state", "sound", "build"])
def test_what_every_device_knows_has_to_be_said(device, refused, left_out):
    body = {name: value for name, value in SCREEN.items() if name != left_out}
    assert refused(422, "missing_field", lambda: says(device("display"), body))["field"] == left_out


def test_a_misspelt_field_is_noticed(device, refused):
    assert (
        refused(422, "unknown_field", lambda: says(device("display"), SCREEN | {"sounds": "on"}))["field"] == "sounds"
    )


def test_a_device_that_speaks_without_end_is_held_up_and_the_others_are_not(own_device):
    talker, other = own_device("display"), own_device("display")
    allowed = int(STATES_OF_A_DEVICE.split()[0])
    assert {says(talker, SCREEN).status_code for _ in range(allowed)} == {200}
    answer = says(talker, SCREEN)
    assert (answer.status_code, answer.json["code"]) == (429, "too_many_requests")
    assert says(other, SCREEN).status_code == 200


@pytest.mark.parametrize("path", LOOKED_AT)
def test_a_person_at_the_desk_sees_what_a_screen_sees(zoe, device, app, path):
    shown = zoe.http.get(f"/api/v1/sites/{SITE}{path}")
    assert shown.status_code == 200
    told = device("display").get(path).json
    assert shown.json | {"at": ""} == told | {"at": ""}


@pytest.mark.parametrize("path", LOOKED_AT)
def test_without_a_session_or_a_token_nobody_sees_it(app, path):
    answer = app.test_client().get(f"/api/v1/sites/{SITE}{path}")
    assert (answer.status_code, answer.json["code"]) == (401, "unauthenticated")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("path", LOOKED_AT)
@pytest.mark.parametrize("header", ["", "Bearer nonsense", "Basic eA=="])
def test_who_shows_a_token_is_judged_by_it_also_with_a_session(zoe, app, path, header):
    answer = zoe.http.get(f"/api/v1/sites/{SITE}{path}", headers={"Authorization": header})
    assert (answer.status_code, answer.json["code"]) == (401, "unauthenticated")


def test_a_device_of_another_site_does_not_see_it_by_a_session_beside_it(zoe, device, app):
    headers = {"Authorization": f"Bearer {device('display', 'site-2').token}"}
    answer = zoe.http.get(f"/api/v1/sites/{SITE}/board", headers=headers)
    assert (answer.status_code, answer.json["code"]) == (403, "foreign_site")


def test_a_session_that_was_closed_shows_nothing_more(own_desk):
    board = f"/api/v1/sites/{SITE}/board"
    assert own_desk.http.get(board).status_code == 200
    own_desk.open("")  # with the token of the session, not of the door
    own_desk.http.post("/staff/sign-out", data={"csrf_token": own_desk.csrf})
    assert own_desk.http.get(board).status_code == 401


def test_a_site_that_does_not_exist_is_unknown_to_a_person_too(zoe, app):
    answer = zoe.http.get("/api/v1/sites/nulle-part/board")
    assert (answer.status_code, answer.json["code"]) == (404, "unknown_site")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/queue"),
        ("GET", "/mediators"),
        ("GET", "/speech?language=fr&text=Bonjour"),
        ("POST", "/tickets"),
        ("POST", "/counters/1/calls"),
        ("PUT", "/issuing"),
        ("PUT", "/devices/self"),
    ],
)
def test_a_session_opens_nothing_else_of_the_api(zoe, app, everything, method, path):
    before = everything()
    answer = zoe.http.open(f"/api/v1/sites/{SITE}{path}", method=method, json={} if method != "GET" else None)
    assert (answer.status_code, answer.json["code"]) == (401, "unauthenticated")
    assert everything() == before


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_an_application_that_a_session_would_open_to_changes_is_not_built(method):
    app = Flask("planted", static_folder=None)
    app.add_url_rule("/fine", "fine", who(Role.DISPLAY, Public.STAFF)(lambda: "fine"))
    app.add_url_rule("/wrong", "wrong", who(Role.DISPLAY, Public.STAFF)(lambda: "x"), methods=["GET", method])
    with pytest.raises(LookupError, match=r"only read.*/wrong$"):
        admit(app)


@pytest.mark.parametrize("public", [Public.ANYONE, Public.DEMO])
def test_devices_share_a_view_with_the_desk_alone(public):
    with pytest.raises(LookupError, match=public):
        who(Role.DISPLAY, public)
