"""The secret of a ticket is its holder's: nobody else is told it, and it opens nothing but that ticket."""

from __future__ import annotations

import json
import uuid

import pytest

from tests.support.callers import everybody
from tests.support.devices import SITE
from tests.support.pages import walk
from tests.support.who_may import rules

TOLD_TO = {
    "/api/v1/sites/<site_id>/tickets/<ticket_id>": {"kiosk", "counter", "manager-device", "corner"},
    "/api/v1/printers/jobs": {"printer"},
}
"""Where a ticket's link is told, and to whom: the kiosk that shows it, the desk that may hand it on, the paper."""


@pytest.fixture(scope="module")
def two(build, valkey):
    """An application with two tickets: everybody who might call, and the secrets of both."""
    valkey.client.flushall()
    app = build()
    known = {caller.name: caller for caller in everybody(app)}
    wish = {"need": "papiers", "language": "fr"}
    address = f"/api/v1/sites/{SITE}/tickets"
    answers = [known["kiosk"].ask("POST", address, json=wish | {"request_id": name}).json for name in "ab"]
    return app, known, [answer["follow_url"].rpartition("/")[2] for answer in answers]


def test_no_answer_tells_a_link_to_who_has_no_business_with_it(two):
    app, known, links = two
    told = {}
    for (method, route), rule in rules(app).items():
        if method != "GET" or "<secret>" in route:
            continue
        choices = {"site_id": SITE, "counter_id": "1", "ticket_id": "000000000001", "room_name": "needs", "kind": "png"}
        given = {name: choices.get(name, {"room": "kiosk"}.get(name, 1)) for name in rule.arguments}
        path = app.url_map.bind("localhost").build(rule.endpoint, given, method="GET")
        for caller in known.values():
            text = caller.ask("GET", path).get_data(as_text=True)
            if any(link in text or link.partition("-")[2] in text for link in links):
                told.setdefault(route, set()).add(caller.name)
    assert told == TOLD_TO


def test_no_page_of_the_staff_holds_a_link(two):
    _, known, links = two
    pages = walk(known["admin"].http, ["/staff/", f"/staff/{SITE}/1", f"/staff/{SITE}/1/tickets/000000000001"])
    assert len(pages) > 30
    assert [path for path, page in pages.items() if any(link in page.get_data(as_text=True) for link in links)] == []


def test_a_link_moves_its_own_ticket_and_no_other(two, valkey):
    app, _, (mine, others) = two
    client = app.test_client()
    before = client.get(f"/api/v1/follow/{others}").json
    for verb in ("let_pass", "cancel"):
        client.post(f"/api/v1/follow/{mine}/moves", json={"verb": verb, "request_id": str(uuid.uuid4())})
    assert client.get(f"/api/v1/follow/{mine}").json["state"] == "cancelled"
    after = client.get(f"/api/v1/follow/{others}").json
    assert (after["number"], after["state"]) == (before["number"], "waiting")


@pytest.mark.parametrize("change", ["one letter", "upper", "another site", "shorter", "longer", "blank", "wildcard"])
def test_a_link_that_is_nearly_one_opens_nothing(two, change):
    app, _, (_, link) = two
    near = {
        "one letter": link[:-1] + ("A" if link[-1] != "A" else "B"),
        "upper": link.swapcase(),
        "another site": f"2{link[1:]}",
        "shorter": link[:-1],
        "longer": f"{link}A",
        "blank": link.partition("-")[0] + "-",
        "wildcard": link.partition("-")[0] + "-*",
    }[change]
    told = app.test_client().get(f"/api/v1/follow/{near}", environ_base={"REMOTE_ADDR": f"192.0.2.{len(change)}"})
    assert told.status_code == 404
    assert link not in json.dumps(told.json)
