"""The queue is away: every route says so, asks for patience, and nothing pretends to have happened."""

from __future__ import annotations

import pytest

from server.domain.people import Role
from tests.support.devices import SITE, Device
from tests.support.processes import free_port
from tests.web.conftest import house_of


@pytest.fixture(scope="module")
def lonely_app(build):
    """An application whose queue nobody serves."""
    return build(redis_url=f"redis://127.0.0.1:{free_port()}/0")


@pytest.fixture
def lonely(lonely_app):
    return lambda role: Device(lonely_app, house_of(lonely_app).devices.create(SITE, Role(role)))


ASKS = {
    "taking a ticket": lambda device: device("kiosk").issue(),
    "looking at what a site offers": lambda device: device("kiosk").get(),
    "reading a ticket": lambda device: device("kiosk").get("/tickets/000000000001"),
    "calling": lambda device: device("counter").call(),
    "moving": lambda device: device("counter").move("000000000001", "serve"),
    "stopping the tickets": lambda device: device("counter").put("/issuing", issuing=False),
    "giving tickets again": lambda device: device("counter").put("/issuing", issuing=True),
    "closing a counter": lambda device: device("counter").put("/counters/1", open=False),
    "choosing a counter's needs": lambda device: device("counter").put("/counters/1", needs=["papiers"]),
    "the board": lambda device: device("display").get("/board"),
    "the queue": lambda device: device("counter").get("/queue"),
    "claiming a job": lambda device: device("printer").claim(),
    "reporting a job": lambda device: device("printer").report("000000000001", "printed"),
    "a follow link": lambda device: device("kiosk").ask("GET", "/api/v1/follow/1-abcdef"),
}


@pytest.mark.parametrize("ask", ASKS)
def test_whoever_needs_the_queue_is_asked_to_try_again(lonely, ask):
    answer = ASKS[ask](lonely)
    assert (answer.status_code, answer.json["code"]) == (503, "queue_unreachable")
    assert answer.content_type == "application/problem+json"
    assert int(answer.headers["Retry-After"]) > 0
    assert answer.json["detail"] == "La file d’attente ne répond pas. Réessayez dans un moment."


def test_a_server_without_its_queue_lives_but_is_not_ready(lonely_app):
    client = lonely_app.test_client()
    assert client.get("/healthz").status_code == 200
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json["code"]) == (503, "not_ready")
    assert answer.json["parts"] == {"queue": False, "records": True}
    assert int(answer.headers["Retry-After"]) > 0


def test_what_needs_no_queue_is_still_told(lonely):
    assert lonely("counter").get("/mediators").json == {"mediators": []}


def test_without_the_queue_a_counter_keeps_the_needs_it_had(lonely, lonely_app):
    before = house_of(lonely_app).catalogue.site(SITE).counter("1").needs
    assert lonely("counter").put("/counters/1", needs=["papiers"]).status_code == 503
    assert house_of(lonely_app).catalogue.site(SITE).counter("1").needs == before


def test_the_pages_still_open_so_that_they_can_say_it_calmly(lonely_app):
    client = lonely_app.test_client()
    assert [client.get(path).status_code for path in ("/kiosk/etats-unis", "/display/etats-unis", "/staff/")] == [
        200
    ] * 3


@pytest.mark.parametrize(("setting", "value"), [("maxmemory", "1"), ("min-replicas-to-write", "1")])
def test_a_queue_that_takes_no_changes_gives_no_number(build, valkey, setting, value):
    """Full (OOM) or cut off from its replicas (NOREPLICAS): an answer is a promise, so there is none."""
    app = build()
    kiosk = Device(app, house_of(app).devices.create(SITE, Role.KIOSK))
    first = kiosk.issue().json["number"]
    before = valkey.client.config_get(setting)[setting]
    valkey.client.config_set(setting, value)
    try:
        answer = kiosk.issue()
    finally:
        valkey.client.config_set(setting, before)
    assert (answer.status_code, answer.json["code"]) == (503, "queue_unreachable")
    assert int(kiosk.issue().json["number"][1:]) == int(first[1:]) + 1  # the refused one used up no number
