"""What every answer has in common: problems for programs, kind pages for people, headers that keep the rest out."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from tests.support.devices import Device

POLICY = "default-src 'self'"


@pytest.fixture
def client(app):
    return app.test_client()


def test_an_address_of_the_api_that_does_not_exist_is_a_problem(client):
    answer = client.get("/api/v1/nowhere")
    assert (answer.status_code, answer.content_type) == (404, "application/problem+json")
    assert (answer.json["code"], answer.json["status"]) == ("not_found", 404)


@pytest.mark.parametrize("path", ["/api/v1//sites/etats-unis", "/api//v1/sites/etats-unis/board"])
def test_an_address_with_a_slash_too_many_is_a_problem_and_no_redirect(client, path):
    answer = client.get(path, base_url="http://localhost")
    assert (answer.status_code, answer.content_type) == (404, "application/problem+json")


def test_a_method_that_an_address_does_not_take_is_a_problem_that_says_which_it_takes(client):
    answer = client.delete("/api/v1/sites/etats-unis/tickets")
    assert (answer.status_code, answer.json["code"]) == (405, "method_not_allowed")
    assert "POST" in answer.headers["Allow"]


@pytest.mark.parametrize(
    "path",
    ["/nowhere", "/kiosk/", "/kiosk/nulle-part", "/display/nulle-part", "/assets/secret/app.js", "/look/../app.py"],
)
def test_a_page_that_does_not_exist_is_told_kindly(client, path):
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert '<html lang="fr"' in answer.text
    assert "/staff" not in answer.text  # a resident has no business at the staff's door


@pytest.mark.parametrize("path", ["/look/..%2fapp.py", "/assets/kiosk/..%2f..%2fpyproject.toml", "/look/%2e%2e/app.py"])
def test_no_file_outside_its_room_is_served(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "path",
    ["/kiosk/etats-unis", "/display/etats-unis", "/t/1-abc", "/staff/", "/nowhere", "/api/v1/nowhere", "/healthz",
     "/readyz", "/metrics", "/api/v1/openapi.json", "/look/tokens.css", "/api/v1/sites/etats-unis", "/favicon.ico"],
)  # fmt: skip
def test_every_answer_keeps_foreign_code_and_curious_addresses_out(client, path):
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith(POLICY)
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    ["/api/v1/sites/etats-unis", "/api/v1/nowhere", "/api/v1/follow/1-abc", "/staff/", "/t/1-abc"],
)
def test_what_changes_or_is_private_is_never_kept(client, path):
    assert client.get(path).headers["Cache-Control"] == "no-store"


def test_a_file_is_asked_for_again_at_each_use(client):
    first = client.get("/look/tokens.css")
    assert first.headers["ETag"]
    assert "max-age=0" in first.headers["Cache-Control"] or "no-cache" in first.headers["Cache-Control"]
    assert client.get("/look/tokens.css", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


@pytest.mark.parametrize("path", ["/kiosk/etats-unis", "/display/unite-mobile", "/t/1-abc"])
def test_the_pages_for_residents_open_without_signing_in(client, path):
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (200, "text/html")


def test_elsewhere_than_in_the_demo_the_front_door_is_the_desk(client):
    assert client.get("/").headers["Location"] == "/staff/"


def test_the_unforeseen_is_told_in_one_calm_sentence(own_app, own_device, valkey):
    kiosk: Device = own_device("kiosk")
    ticket = kiosk.issue().json["id"]
    valkey.client.delete(f"accueil:{{etats-unis}}:ticket:{ticket}")
    valkey.client.set(f"accueil:{{etats-unis}}:ticket:{ticket}", "not a hash")
    answer = kiosk.get(f"/tickets/{ticket}")
    assert (answer.status_code, answer.json["code"]) == (500, "unexpected")
    assert answer.json["detail"] == "Une erreur est arrivée de notre côté. Réessayez dans un moment."
    assert not {"Traceback", "redis", "WRONGTYPE"} & set(answer.text.replace('"', " ").split())


def test_records_out_of_order_are_told_as_trouble_that_passes(own_app, own_device):
    kiosk: Device = own_device("kiosk")
    with own_app.extensions["accueil"].catalogue.store.session() as session:
        session.execute(text("ALTER TABLE devices RENAME TO lost"))
    answer = kiosk.get()
    assert (answer.status_code, answer.json["code"]) == (503, "records_unreachable")
    assert int(answer.headers["Retry-After"]) > 0
    assert not {"Traceback", "sqlalchemy", "devices"} & set(answer.text.replace('"', " ").split())


def test_health_asks_nobody_and_readiness_asks_everybody(client):
    assert client.get("/healthz").json == {"status": "ok"}
    assert client.get("/readyz").json == {"status": "ready", "parts": {"queue": True, "records": True}}


def test_the_figures_count_tickets_and_never_name_a_path(client, device):
    device("kiosk").issue()
    client.get("/api/v1/follow/1-a-follow-secret")
    figures = client.get("/metrics").text
    assert 'accueil_tickets_issued_total{site="etats-unis"}' in figures
    assert "a-follow-secret" not in figures
