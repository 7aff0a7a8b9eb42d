"""The demo's open doors: only in the demo, only from its own machine, only by its own name."""

from __future__ import annotations

import pytest

from server.demo_person import DEMO_PERSON
from server.domain.people import Job
from tests.support.devices import Mediator
from tests.web.conftest import house_of

ASKED = {"site": "etats-unis", "role": "kiosk"}
TOKENS = "/api/v1/demo/tokens"


@pytest.fixture(scope="module")
def demo_app(build, tmp_path_factory):
    app = build(demo=True, preview_dir=tmp_path_factory.mktemp("preview"))
    house_of(app).people.add(DEMO_PERSON, Job.MEDIATOR, "a password nobody knows")
    return app


# Where a request comes from, and which host it names.
FOREIGN = [
    {"environ_base": {"REMOTE_ADDR": "192.0.2.7"}},
    {"environ_base": {"REMOTE_ADDR": "2001:db8::7"}},
    {"headers": {"Host": "evil.example"}},
    {"headers": {"Host": "127.0.0.1.evil.example"}},
    {"headers": {"Host": "localhost.evil.example:8000"}},
    {"headers": {"Host": "localhost@evil.example"}},
    {"headers": {"Host": "[::1"}},
    {"headers": {"Host": "127.0.0.1]"}},
    {"headers": {"Host": "[evil]"}},
    {"environ_base": {"REMOTE_ADDR": "192.0.2.7"}, "headers": {"X-Forwarded-For": "127.0.0.1"}},
    # A proxy on this machine asks for somebody else.
    {"headers": {"X-Forwarded-For": "192.0.2.7"}},
    {"headers": {"Forwarded": "for=192.0.2.7"}},
]
# A page of another site, open in a browser of this machine.
FOREIGN_PAGES = [{"headers": {"Origin": "http://evil.example"}}, {"headers": {"Origin": "null"}}]
OWN = [
    {},
    {"headers": {"Host": "localhost:8000"}},
    {"headers": {"Host": "127.0.0.1:8000"}},
    {"headers": {"Host": "[::1]:8000"}, "environ_base": {"REMOTE_ADDR": "::1"}},
    {"headers": {"Host": "[::1]"}, "environ_base": {"REMOTE_ADDR": "::1"}},
]


@pytest.mark.parametrize("seen", OWN)
@pytest.mark.parametrize("role", ["kiosk", "display"])
def test_the_demos_pages_get_a_token_that_works(demo_app, seen, role):
    client = demo_app.test_client()
    answer = client.post(TOKENS, json=ASKED | {"role": role}, **seen)
    assert answer.status_code == 201
    headers = {"Authorization": f"Bearer {answer.json['token']}"}
    assert client.get("/api/v1/sites/etats-unis", headers=headers).status_code == 200
    assert client.get("/api/v1/sites/etats-unis/queue", headers=headers).status_code == 403


def test_a_page_that_asks_again_gets_the_same_token(demo_app):
    client = demo_app.test_client()
    first = client.post(TOKENS, json=ASKED).json["token"]
    assert client.post(TOKENS, json=ASKED).json["token"] == first
    assert client.post(TOKENS, json=ASKED | {"role": "display"}).json["token"] != first


def test_the_demo_also_lets_in_who_was_added_by_name(demo_app):
    house_of(demo_app).people.add("Amina", Job.MEDIATOR, "a long password")
    mediator = Mediator(demo_app)
    assert mediator.sign_in("Amina", "a short password").status_code == 401
    assert mediator.sign_in("Amina", "a long password").headers["Location"] == "/staff/"


@pytest.mark.parametrize("seen", FOREIGN + FOREIGN_PAGES)
def test_nobody_else_gets_a_token(demo_app, seen):
    answer = demo_app.test_client().post(TOKENS, json=ASKED, **seen)
    assert (answer.status_code, answer.json["code"]) == (404, "not_found")


def test_elsewhere_than_in_the_demo_nobody_gets_a_token(app):
    assert app.test_client().post(TOKENS, json=ASKED).status_code == 404


@pytest.mark.parametrize("role", ["counter", "manager", "printer", "admin", ""])
def test_the_demo_gives_no_token_that_could_call(demo_app, role):
    answer = demo_app.test_client().post(TOKENS, json=ASKED | {"role": role})
    assert (answer.status_code, answer.json["code"]) == (422, "invalid_field")


def test_the_demo_gives_no_token_for_a_site_nobody_knows(demo_app):
    answer = demo_app.test_client().post(TOKENS, json=ASKED | {"site": "nulle-part"})
    assert (answer.status_code, answer.json["code"]) == (404, "unknown_site")


def test_one_button_signs_in_to_the_demo(demo_app):
    visitor = Mediator(demo_app)
    assert "Entrer dans la démonstration" in visitor.page
    answer = visitor.http.post("/staff/demo-sign-in", data={"csrf_token": visitor.csrf})
    assert answer.headers["Location"] == "/staff/"
    assert "Où travaillez-vous" in visitor.open("").text


@pytest.mark.parametrize("seen", FOREIGN)
def test_from_elsewhere_the_one_button_does_not_exist(demo_app, seen):
    visitor = Mediator(demo_app)
    assert visitor.http.post("/staff/demo-sign-in", data={"csrf_token": visitor.csrf}, **seen).status_code == 404
    assert "Entrer dans la démonstration" not in demo_app.test_client().get("/staff/", **seen).text


def test_elsewhere_than_in_the_demo_the_one_button_does_not_exist(app):
    visitor = Mediator(app)
    assert "Entrer dans la démonstration" not in visitor.page
    assert visitor.http.post("/staff/demo-sign-in", data={"csrf_token": visitor.csrf}).status_code == 404


@pytest.mark.parametrize("path", ["/preview/", "/preview/paper.png", "/preview/paper.bin"])
def test_paper_is_shown_only_in_the_demo_and_on_its_own_machine(app, demo_app, path):
    assert app.test_client().get(path).status_code == 404
    assert [demo_app.test_client().get(path, **seen).status_code for seen in FOREIGN] == [404] * len(FOREIGN)


def test_the_demos_front_page_leads_to_every_site(demo_app):
    page = demo_app.test_client().get("/").text
    assert '"/kiosk/etats-unis"' in page
    assert '"/display/unite-mobile"' in page
    assert demo_app.test_client().get("/", **FOREIGN[0]).headers["Location"] == "/staff/"
