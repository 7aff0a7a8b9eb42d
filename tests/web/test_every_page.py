"""Every page and every form, found by their routes and by following each link: what holds of all of them."""

from __future__ import annotations

import re

import pytest

from server.access import READING
from tests.support.callers import everybody
from tests.support.contents import contents
from tests.support.devices import SITE
from tests.support.pages import read_page, walk
from tests.support.records import everything_kept
from tests.web.conftest import house_of

VALUES = {
    "site_id": SITE, "counter_id": "1", "ticket_id": "000000000001", "screen_id": "tout", "secret": "1-nobodys",
    "room_name": "needs", "room": "staff", "name": "staff.css", "kind": "png", "phone": "A" * 22,
}  # fmt: skip
"""For addresses: whatever else a route asks for is 1."""
NOT_HERE = {"/staff/provider", "/staff/provider/back", "/preview/", "/preview/staff.css.png", "/t/1-nobodys/code.svg"}
"""A provider that this house does not have, the demo's paper, and the code of a link that leads nowhere."""


@pytest.fixture(scope="module")
def house_at_work(build, valkey):
    """An application with two people waiting, one called; an admin and a mediator signed in."""
    valkey.client.flushall()
    app = build()
    known = {caller.name: caller for caller in everybody(app)}
    issue = f"/api/v1/sites/{SITE}/tickets"
    for name in "abc":
        known["kiosk"].ask("POST", issue, json={"need": "papiers", "language": "fr", "request_id": name})
    known["counter"].ask("POST", f"/api/v1/sites/{SITE}/counters/1/calls", json={"request_id": "call"})
    return app, known


def rules(app):
    return [rule for rule in app.url_map.iter_rules() if not rule.rule.startswith(("/api/", "/look", "/assets"))]


def path_to(app, rule, method):
    given = {name: VALUES.get(name, 1) for name in rule.arguments}
    return app.url_map.bind("localhost").build(rule.endpoint, given, method=method)


@pytest.fixture(scope="module")
def pages(house_at_work):
    """Each address that is a page, as an admin and as nobody see them."""
    app, known = house_at_work
    starts = [path_to(app, rule, "GET") for rule in rules(app) if "GET" in rule.methods]
    assert len(starts) > 40
    found = walk(known["admin"].http, starts) | {
        f"{path} (nobody)": known["nobody"].http.get(path) for path in [*starts, "/nowhere", f"/staff/{SITE}/9/now"]
    }
    return {path: answer for path, answer in found.items() if answer.mimetype == "text/html"}


def test_the_walk_comes_to_every_page_and_finds_it_there(house_at_work, pages):
    app, _ = house_at_work
    ours = {path_to(app, rule, "GET") for rule in rules(app) if "GET" in rule.methods} & set(pages)
    assert {path for path in ours if pages[path].status_code not in {200, 302, 303}} == NOT_HERE
    assert sum(answer.status_code == 200 for answer in pages.values()) > 50


def test_no_page_holds_code_that_its_policy_would_refuse(pages):
    assert {path: found for path, each in pages.items() if (found := read_page(path, each).inline)} == {}


def test_no_page_fails(pages):
    assert [path for path, answer in pages.items() if answer.status_code >= 500] == []


def test_every_page_says_what_a_browser_may_do_with_it(pages):
    for path, answer in pages.items():
        policy = dict(part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";"))
        assert policy["default-src"] == "'self'", path
        assert not {"script-src", "script-src-elem", "style-src"} & set(policy), path
        assert "unsafe" not in str(policy), path
        assert policy["object-src"] == policy["base-uri"] == "'none'", path
        assert policy["form-action"] == "'self'", path
        assert policy["frame-ancestors"] == ("'self'" if "copy" in path else "'none'"), path
        assert answer.headers["X-Content-Type-Options"] == "nosniff", path
        assert answer.headers["Referrer-Policy"] == "no-referrer", path
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin", path
        for feature in ("camera", "microphone", "geolocation", "payment", "usb"):
            assert f"{feature}=()" in answer.headers["Permissions-Policy"], path


def test_what_is_no_page_carries_only_what_browsers_heed_there(house_at_work):
    """A kiosk's first screen is a hundred files: each weighs what its head weighs, too."""
    _, known = house_at_work
    for path in ("/assets/kiosk/app.js", "/look/tokens.css", "/readyz"):
        head = known["nobody"].http.get(path).headers
        assert head["X-Content-Type-Options"] == "nosniff", path
        assert "Permissions-Policy" not in head, path


def changing(app):
    """Method and address of each form's end."""
    return [(method, path_to(app, rule, method)) for rule in rules(app) for method in sorted(rule.methods - READING)]


@pytest.mark.parametrize("token", ["none", "of another browser", "invented"])
def test_no_form_is_taken_that_another_page_could_have_sent(house_at_work, valkey, token):
    app, known = house_at_work
    store = house_of(app).catalogue.store
    foreign = re.search(r'name="csrf_token" value="([^"]+)"', known["mediator"].http.get("/staff/").text)[1]
    shown = {"none": {}, "of another browser": {"csrf_token": foreign}, "invented": {"csrf_token": "x"}}[token]
    before = contents(valkey.client), everything_kept(store)
    forms = changing(app)
    assert len(forms) > 30
    for method, path in forms:
        for name in ("admin", "mediator elsewhere", "nobody"):
            answer = known[name].http.open(path, method=method, data=shown | {"request_id": "r"})
            # Who may not come in is told that first; nobody's form is taken.
            allowed = {400} if name == "admin" else {400, 401, 403}
            demo = path == "/staff/demo-sign-in"
            assert answer.status_code in ({404} if demo else allowed), f"{name} {path}: {answer.status_code}"
    assert (contents(valkey.client), everything_kept(store)) == before


@pytest.mark.parametrize(
    ("public_url", "name", "secure"),
    [("https://accueil.example", "__Host-accueil", True), ("http://127.0.0.1:8000", "accueil", False)],
)
def test_the_session_cookie_is_of_this_host_and_no_scripts(build, public_url, name, secure):
    [cookie] = build(public_url=public_url).test_client().get("/staff/").headers.getlist("Set-Cookie")
    told = {part.strip() for part in cookie.split(";")}
    assert cookie.startswith(f"{name}=")
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= told
    assert ("Secure" in told) == secure
    assert not any(part.startswith("Domain") for part in told)
