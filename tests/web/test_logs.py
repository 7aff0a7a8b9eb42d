"""Nothing secret is logged: a real server, asked well, badly and until it breaks, and then its whole output read."""

from __future__ import annotations

import re
import uuid

import httpx
import pytest
from sqlalchemy import text

from server.actions.house import build_house
from server.domain.people import Job, Role
from tests.support.processes import Web, free_port
from tests.support.seeded import SECRET_KEY, seeded

TOKEN = "acc_a-token-that-nobody-may-read"
BODY = "un corps reconnaissable"
PASSWORD, RIGHT = "un mot de passe reconnaissable", "un autre mot de passe reconnaissable"
PAIRING = "une-preuve-reconnaissable"
LINK = "1-un-secret-reconnaissable"


@pytest.fixture(params=["console", "json"])
def web(request, settings, tmp_path):
    """A server process with its log in a file, and its records ready."""
    own = settings.model_copy(update={"port": free_port(), "log_format": request.param})
    house = seeded(own)
    house.people.add("Zoé", Job.MANAGER, RIGHT)
    running = Web(own, tmp_path / "web.log")
    yield running
    running.kill()


def ask_well_and_badly(client):
    """Every kind of answer, with recognisable things in the header, the address and the body."""
    tickets = "/api/v1/sites/etats-unis/tickets"
    for headers in ({"Authorization": f"Bearer {TOKEN}"}, client.headers):
        client.get("/api/v1/sites/etats-unis", headers=headers)
        client.post(tickets, json={"need": BODY, "language": "fr", "request_id": "r"}, headers=headers)
        client.post(tickets, json={BODY: BODY}, headers=headers)
        client.post(tickets, content=BODY, headers=headers)
        client.post(tickets, content=BODY * 2000, headers=headers)
    client.get(f"/api/v1/follow/{LINK}")
    client.post(f"/api/v1/follow/{LINK}/moves", json={"verb": "cancel", "request_id": "r"})
    client.get(f"/t/{LINK}")
    client.post("/staff/sign-in", data={"name": "Zoé", "password": PASSWORD})
    client.post("/api/v1/pairings/claim", json={"proof": PAIRING})


def at_the_desk(url):
    """Somebody signs in, first with the wrong password, and lets a device in. Every secret that was in play."""
    desk = httpx.Client(base_url=url, trust_env=False, timeout=30)
    form = {"csrf_token": csrf(desk.get("/staff/").text), "name": "Zoé"}
    assert desk.post("/staff/sign-in", data=form | {"password": PASSWORD}).status_code == 401
    assert desk.post("/staff/sign-in", data=form | {"password": RIGHT}).status_code == 302
    opened = desk.post("/api/v1/pairings", json={"site": "etats-unis", "role": "kiosk"}).json()
    told = {"csrf_token": csrf(desk.get("/staff/devices/pair").text), "code": opened["code"], "site": "etats-unis"}
    desk.post("/staff/devices/pair", data=told)
    assert desk.post("/staff/devices/paired", data=told | {"name": "Borne", "role": "kiosk"}).status_code < 400
    claimed = desk.post("/api/v1/pairings/claim", json={"proof": opened["proof"]}).json()
    assert claimed["state"] == "paired", claimed
    session = desk.cookies["accueil"]
    refused = desk.post("/staff/password", data=told | {"old": RIGHT, "new": "court", "again": "court"})
    assert refused.status_code == 422
    assert RIGHT not in refused.text  # what was typed is not sent back
    return {RIGHT, opened["code"], opened["proof"], claimed["token"], session, form["csrf_token"]}


def csrf(page):
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found, page
    return found[1]


def break_things(web, secret):
    """Faults nobody foresaw, in the queue and in the records."""
    web_house = build_house(web.settings)
    web_house.queue.client.delete(f"accueil:{{etats-unis}}:follow:{secret}")
    web_house.queue.client.hset(f"accueil:{{etats-unis}}:follow:{secret}", "not", "a string")
    with web_house.catalogue.store.session() as session:
        session.execute(text("ALTER TABLE devices RENAME TO lost"))


def test_neither_tokens_nor_follow_secrets_nor_bodies_nor_passwords_are_logged(web, tmp_path):
    token = build_house(web.settings).devices.create("etats-unis", Role.KIOSK)
    client = httpx.Client(base_url=web.url, headers={"Authorization": f"Bearer {token}"}, trust_env=False, timeout=30)
    ask_well_and_badly(client)
    body = {"need": "papiers", "language": "fr", "request_id": str(uuid.uuid4())}
    issued = client.post("/api/v1/sites/etats-unis/tickets", json=body).json()
    link = issued["follow_url"].rpartition("/")[2]
    of_the_desk = at_the_desk(web.url)
    break_things(web, link.partition("-")[2])
    statuses = [
        client.get(f"/api/v1/follow/{link}").status_code,
        client.post(f"/api/v1/follow/{link}/moves", json={"verb": "cancel", "request_id": "r"}).status_code,
        client.get("/api/v1/sites/etats-unis", headers={"Authorization": f"Bearer {TOKEN}"}).status_code,
    ]
    assert statuses == [500, 500, 503]  # the records are out of order: trouble that passes

    log = (tmp_path / "web.log").read_text("utf-8")
    assert "unexpected" in log
    assert "OperationalError" in log  # enough to find the fault …
    secrets = {
        TOKEN,
        token,
        link,
        link.partition("-")[2],
        LINK,
        BODY,
        PASSWORD,
        PAIRING,
        body["request_id"],
        SECRET_KEY,
    }
    secrets |= of_the_desk
    assert all(len(secret) >= 8 for secret in secrets)
    assert [secret for secret in secrets if secret in log] == []  # … and nothing that lets anybody in
