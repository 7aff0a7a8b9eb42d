"""Ten thousand requests and events at random, from everybody: nothing fails, and nobody changes what is not theirs."""

from __future__ import annotations

import re
from random import Random
from typing import Any

import pytest

from tests.support import babble
from tests.support.callers import everybody
from tests.support.contents import contents
from tests.support.devices import SITE
from tests.support.records import everything_kept
from tests.support.who_may import LET_IN, MAY, rules, told
from tests.web.conftest import house_of

CALLERS = [
    "nobody", "kiosk", "display", "printer", "counter", "manager-device", "kiosk elsewhere", "display elsewhere",
    "printer elsewhere", "counter elsewhere", "manager-device elsewhere", "corner", "mediator", "mediator elsewhere",
    "manager", "manager elsewhere", "admin", "mediator newcomer",
]  # fmt: skip
REFUSED, LET_THROUGH, SAID = 300, 150, 500
"""Requests of each caller without and with the right, and events in each namespace: 18 × 450 + 4 × 500 = 10,100."""
NAMESPACES = ("/board", "/desk", "/printer", "/follow")


def at_work(build, valkey):
    """An application with people in its queue, and everybody who might call."""
    valkey.client.flushall()
    app = build()
    known = {caller.name: caller for caller in everybody(app)}
    assert set(known) == set(CALLERS)
    for name in "abc":
        wish = {"need": "papiers", "language": "fr", "request_id": name}
        answer = known["kiosk"].ask("POST", f"/api/v1/sites/{SITE}/tickets", json=wish)
        assert answer.status_code == 201
    return app, known


@pytest.fixture(scope="module")
def calm(build, valkey):
    """One that nobody in these tests has the right to change."""
    return at_work(build, valkey)


@pytest.fixture(scope="module")
def wild(build, valkey):
    """One that is changed all the time."""
    return at_work(build, valkey)


def everything(app, valkey):
    return contents(valkey.client), everything_kept(house_of(app).catalogue.store)


def asked(dice, caller, method, route, **at):
    """One request at random; a person's form carries the token of their page more often than not."""
    more: dict[str, Any] = babble.body(dice) if method != "GET" else {}
    if caller.signed_in and isinstance(more.get("data"), dict) and dice.random() < 0.8:
        more["data"]["csrf_token"] = csrf(caller)
    return caller.ask(method, babble.path(dice, route, **at), **more)


def csrf(caller):
    found = re.search(r'name="csrf_token" value="([^"]+)"', caller.http.get("/staff/password").text)
    return found[1] if found else ""


@pytest.mark.parametrize("name", CALLERS)
def test_who_has_no_right_changes_nothing_whatever_they_send(calm, valkey, name):
    app, known = calm
    caller, dice = known[name], Random(f"refused {name}")
    shut = [(method, rule.rule) for (method, route), rule in sorted(rules(app).items(), key=lambda each: each[0])
            if told(MAY[method, route], caller, route)[0] != LET_IN]  # fmt: skip
    before = everything(app, valkey)
    for _ in range(REFUSED):
        method, route = dice.choice(shut)
        answer = asked(dice, caller, method, route, at=(SITE, SITE, "nulle-part"))
        assert 300 <= answer.status_code < 500, f"{method} {answer.request.path}: {answer.status_code}"
    assert everything(app, valkey) == before


@pytest.mark.parametrize("name", CALLERS)
def test_who_has_the_right_makes_nothing_fail_whatever_they_send(wild, name):
    app, known = wild
    caller, dice = known[name], Random(f"let through {name}")
    open_to = [(method, rule.rule) for (method, route), rule in sorted(rules(app).items(), key=lambda each: each[0])
               if told(MAY[method, route], caller, route)[0] == LET_IN and "openapi" not in route]  # fmt: skip
    for _ in range(LET_THROUGH):
        method, route = dice.choice(open_to)
        answer = asked(dice, caller, method, route)
        assert answer.status_code < 500, f"{method} {answer.request.path}: {answer.status_code} {answer.text[:300]}"


@pytest.mark.parametrize("namespace", NAMESPACES)
def test_whatever_is_said_on_a_socket_changes_nothing_and_leaves_it_standing(calm, valkey, namespace):
    app, known = calm
    dice, io = Random(f"said {namespace}"), app.extensions["socketio"]
    way_in = {"/printer": "printer"}.get(namespace, "manager-device")
    auth = {"token": known[way_in].token}
    if namespace == "/follow":
        seen = known["kiosk"].ask("GET", f"/api/v1/sites/{SITE}/tickets/000000000001").json
        auth = {"secret": seen["follow_url"].rpartition("/")[2]}
    client = io.test_client(app, namespace=namespace, auth=auth)
    assert client.is_connected(namespace)
    before = everything(app, valkey)
    for _ in range(SAID):
        if dice.random() < 0.1:
            stranger = io.test_client(
                app, namespace=namespace, auth={"token": babble.value(dice), "site": babble.value(dice)}
            )
            assert not stranger.is_connected(namespace)
        else:
            client.emit(
                dice.choice(babble.EVENTS), *(babble.value(dice) for _ in range(dice.randrange(3))), namespace=namespace
            )
    assert client.is_connected(namespace)
    assert everything(app, valkey) == before
    client.disconnect(namespace)
