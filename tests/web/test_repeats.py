"""Whatever changes something is asked twice, by one web process or two: the first answer comes again, no more."""

from __future__ import annotations

import pytest

from server.domain.people import Role
from tests.support.devices import SITE, Device
from tests.web.conftest import house_of

SITE_AT = f"/api/v1/sites/{SITE}"
WAITING, CALLED, PARKED, ABSENT = (f"{number:012d}" for number in (1, 2, 3, 4))

# By name: how it is asked (the request_id is added), and another question that then comes under the same id.
ASKS = {
    "a ticket": ("POST", "/tickets", {"need": "papiers", "language": "fr"}, ("POST", "/counters/2/calls", {})),
    "a ticket with a priority": (
        "POST",
        "/tickets",
        {"need": "papiers", "language": "fr", "priority": "grossesse"},
        ("POST", f"/tickets/{WAITING}/moves", {"verb": "cancel"}),
    ),
    "the next call": ("POST", "/counters/2/calls", {}, ("POST", "/counters/3/calls", {})),
    "a chosen call": ("POST", "/counters/2/calls", {"ticket": WAITING}, ("POST", "/counters/2/calls", {})),
    "stopping": ("PUT", "/issuing", {"issuing": False}, ("PUT", "/issuing", {"issuing": True})),
    "stopping with words": (
        "PUT",
        "/issuing",
        {"issuing": False, "notice": "panne"},
        ("PUT", "/issuing", {"issuing": False, "notice": "complet"}),
    ),
    "giving tickets again": ("PUT", "/issuing", {"issuing": True}, ("PUT", "/issuing", {"issuing": False})),
    "closing a counter": ("PUT", "/counters/3", {"open": False}, ("PUT", "/counters/3", {"open": True})),
    "opening a counter": ("PUT", "/counters/3", {"open": True}, ("PUT", "/counters/2", {"open": True})),
    "choosing needs": ("PUT", "/counters/3", {"needs": ["energie"]}, ("PUT", "/counters/3", {"needs": ["papiers"]})),
    "closing with other needs": (
        "PUT",
        "/counters/3",
        {"open": False, "needs": ["energie"]},
        ("PUT", "/counters/3", {"open": False}),
    ),
    **{
        f"{verb} {' '.join(more)}": (
            "POST",
            f"/tickets/{ticket}/moves",
            {"verb": verb} | more,
            ("POST", f"/tickets/{ticket}/moves", {"verb": verb} | other if other else {"verb": "expire"}),
        )
        for verb, ticket, more, other in (
            ("recall", CALLED, {}, {}),
            ("serve", CALLED, {}, {}),
            ("no_show", CALLED, {}, {}),
            ("park", CALLED, {}, {}),
            ("complete", CALLED, {}, {}),
            ("resume", PARKED, {"counter": "4"}, {}),
            ("restore", ABSENT, {}, {}),
            ("cancel", WAITING, {}, {}),
            ("transfer", CALLED, {"to_need": "energie"}, {"to_need": "numerique"}),
            ("transfer", CALLED, {"to_counter": "3"}, {"to_counter": "4"}),
            ("prioritise", WAITING, {"priority": "grossesse"}, {"priority": "handicap"}),
        )
    },
    "a copy on paper": ("POST", f"/tickets/{WAITING}/prints", {}, ("POST", f"/tickets/{CALLED}/prints", {})),
    "a test print": ("POST", "/printers/accueil/tests", {}, ("POST", "/printers/bureau/tests", {})),
    "expire": (
        "POST",
        f"/tickets/{CALLED}/moves",
        {"verb": "expire"},
        ("POST", f"/tickets/{CALLED}/moves", {"verb": "recall"}),
    ),
}


@pytest.fixture(scope="module")
def processes(build):
    """The same desk, speaking to two web processes over one queue and one set of records."""
    here = build()
    there = build(database_url=str(house_of(here).catalogue.store.engine.url))
    token = house_of(here).devices.create(SITE, Role.COUNTER)
    return Device(here, token), Device(there, token)


@pytest.fixture
def two(processes, valkey):
    """Both, with nobody waiting and every counter serving every need."""
    valkey.client.flushall()
    for device in processes:
        catalogue = house_of(device.http.application).catalogue
        site = catalogue.site(SITE)
        for counter in site.counters:
            catalogue.serve(SITE, counter.id, [need.id for need in site.needs])
    return processes


@pytest.fixture
def staged(two):
    """Ticket 1 waits, 2 is called to counter 1, 3 is parked, 4 absent, 5 waits; all are printed, by two printers."""
    desk, _ = two
    for _ in range(5):
        assert desk.issue().status_code == 201
    for ticket, verb in ((PARKED, "park"), (ABSENT, "no_show")):
        desk.call("1", ticket=ticket)
        assert desk.move(ticket, verb).status_code == 200
    assert desk.call("1", ticket=CALLED).status_code == 201
    house = house_of(desk.http.application)
    agent = Device(desk.http.application, house.devices.create(SITE, Role.PRINTER))
    for _ in range(5):
        agent.report(agent.claim().json["id"], "printed")
    for printer in ("accueil", "bureau"):
        assert agent.announce(printer).status_code == 200


def ask(device, method, path, body):
    return device.ask(method, SITE_AT + path, json={"request_id": "one-and-the-same"} | body)


def needs_of(*devices):
    return [house_of(device.http.application).catalogue.sites()[0].counters for device in devices]


@pytest.mark.parametrize("name", ASKS)
def test_a_repeat_gets_the_first_answer_and_changes_nothing_and_another_question_is_refused(
    two, staged, everything, name
):
    method, path, body, other = ASKS[name]
    here, there = two
    first = ask(here, method, path, body)
    assert first.status_code in {200, 201}, first.text
    before, needs = everything(), needs_of(here, there)
    for device in (here, there, here):
        again = ask(device, method, path, body)
        assert (again.status_code, again.json) == (200, first.json)
        assert (everything(), needs_of(here, there)) == (before, needs)
    for device in two:
        refused = ask(device, *other)
        assert (refused.status_code, refused.json["code"]) == (409, "request_id_reused"), refused.text
        assert (everything(), needs_of(here, there)) == (before, needs)


@pytest.mark.parametrize("name", ["a ticket", "the next call", "serve ", "closing a counter", "stopping with words"])
def test_the_first_answer_comes_again_when_much_has_happened_since(two, staged, everything, name):
    method, path, body, _ = ASKS[name]
    here, there = two
    first = ask(here, method, path, body)
    here.move(CALLED, "complete")
    here.move("000000000005", "cancel")
    here.put("/counters/3", open=True, needs=["numerique"])
    here.put("/issuing", issuing=True)
    here.issue()
    before = everything()
    again = ask(there, method, path, body)
    assert (again.status_code, again.json) == (200, first.json)
    assert everything() == before


def test_a_refusal_is_not_kept_so_that_a_person_may_try_again(two, everything):
    here, there = two
    assert ask(here, "POST", "/counters/2/calls", {}).json["code"] == "queue_empty"
    here.issue()
    assert ask(there, "POST", "/counters/2/calls", {}).status_code == 201


def test_every_route_that_changes_a_queue_is_asked_twice_here(app):
    asked = {path_rule(path) for _, path, _, _ in ASKS.values()}
    changing = {
        rule.rule.removeprefix("/api/v1/sites/<site_id>")
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/v1/sites/") and rule.methods & {"POST", "PUT", "PATCH", "DELETE"}
    }
    # What the staff corner changes is asked twice in test_corner.py: it takes a PIN. What a device says of itself is no
    # change of the queue: the last word counts.
    assert asked == {rule for rule in changing if not rule.startswith(("/corner", "/devices"))}


def path_rule(path):
    parts = path.split("/")
    for at, part in enumerate(parts):
        if part in {"counters", "tickets"} and at + 1 < len(parts):
            parts[at + 1] = f"<{part[:-1]}_id>"
        if part == "printers":
            parts[at + 1] = "<printer>"
    return "/".join(parts)
