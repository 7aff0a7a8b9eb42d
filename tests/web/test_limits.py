"""How often one may ask: a busy day never meets a limit; a stolen token does, and nobody beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from limits import parse

from server import limits
from server.access import who_of
from server.domain.people import Job, Role
from tests.support.devices import SITE, Device
from tests.support.settings import someone
from tests.web.conftest import house_of


@pytest.fixture
def counted(build, valkey):
    """An application that counts what each device asks."""
    valkey.client.flushall()
    return build(device_limits=True)


@pytest.fixture
def new(counted):
    """A function that makes a device of the counting application."""
    return lambda role, site=SITE: Device(counted, house_of(counted).devices.create(site, role), site)


def test_a_kiosk_takes_no_more_tickets_than_people_can_tap(new):
    kiosk, beside, desk = new("kiosk"), new("kiosk"), new("counter")
    allowed = parse(limits.TICKETS_OF_A_KIOSK).amount
    assert [kiosk.issue().status_code for _ in range(allowed)] == [201] * allowed
    refused = kiosk.issue()
    assert (refused.status_code, refused.json["code"]) == (429, "too_many_requests")
    assert int(refused.headers["Retry-After"]) > 0
    assert beside.issue().status_code == 201
    assert {desk.issue().status_code for _ in range(allowed + 1)} == {201}


def test_what_is_refused_gives_no_ticket(new, everything):
    kiosk = new("kiosk")
    for _ in range(parse(limits.TICKETS_OF_A_KIOSK).amount):
        kiosk.issue()
    before = everything()
    assert kiosk.issue().status_code == 429
    assert everything() == before


@pytest.fixture
def strict(build, valkey, monkeypatch):
    """An application that lets each device ask three times a minute."""
    valkey.client.flushall()
    monkeypatch.setattr(limits, "REQUESTS_OF_A_DEVICE", "3 per minute")
    return build(device_limits=True)


def test_a_device_shuts_out_nobody_but_itself_whatever_it_asks(strict):
    desk, beside = (Device(strict, house_of(strict).devices.create(SITE, "counter")) for _ in range(2))
    assert [desk.get(path).status_code for path in ("", "/board", "/queue", "/mediators", "")] == [200] * 3 + [429] * 2
    assert beside.get("/queue").status_code == 200


def test_every_route_of_devices_counts(strict):
    tokens = {role: house_of(strict).devices.create(SITE, role) for role in Role}
    rules = [rule for rule in strict.url_map.iter_rules() if who_of(strict, rule.endpoint).roles]
    assert len(rules) >= 20
    for token in tokens.values():
        headers = {"Authorization": f"Bearer {token}"}
        assert [strict.test_client().get(f"/api/v1/sites/{SITE}", headers=headers).status_code for _ in "abc"] == [
            200
        ] * 3
    for rule in rules:
        declared = who_of(strict, rule.endpoint)
        given = {name: SITE if name == "site_id" else 1 for name in rule.arguments}
        method = min(rule.methods - {"HEAD", "OPTIONS"})
        path = strict.url_map.bind("localhost").build(rule.endpoint, given, method=method)
        for role in declared.roles:
            headers = {"Authorization": f"Bearer {tokens[role]}"}
            answer = strict.test_client().open(path, method=method, headers=headers, json={})
            # Before the view, and so before a body is judged; a corner that is shut is told by the gate.
            assert answer.json["code"] in {"too_many_requests", *(["corner_shut"] if declared.corner else [])}, path


def test_a_person_at_the_desk_counts_as_themselves(strict):
    zoe, karim = (someone(strict, Job.MEDIATOR, name=name).http for name in ("Zoé", "Karim"))
    assert [zoe.get(f"/api/v1/sites/{SITE}/board").status_code for _ in range(5)] == [200] * 3 + [429] * 2
    assert karim.get(f"/api/v1/sites/{SITE}/board").status_code == 200


def test_where_it_is_measured_nothing_is_counted(build, valkey):
    valkey.client.flushall()
    app = build(device_limits=False)
    kiosk = Device(app, house_of(app).devices.create(SITE, "kiosk"))
    assert {kiosk.issue().status_code for _ in range(parse(limits.TICKETS_OF_A_KIOSK).amount + 5)} == {201}


@pytest.mark.parametrize(
    ("told", "counted_as"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2::9", "2001:db8:1:2::"),
        ("2001:db8:1:3::9", "2001:db8:1:3::"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.8", "192.0.2.8"),
        ("", ""),
        ("unix", "unix"),
    ],
)
def test_an_address_is_what_one_household_is_given(counted, told, counted_as):
    with counted.test_request_context(environ_base={"REMOTE_ADDR": told}):
        assert limits.address() == counted_as


def test_a_guesser_with_a_network_of_addresses_is_one_guesser(counted):
    client = counted.test_client()
    told = [
        client.get(f"/api/v1/follow/1-guess{n}", environ_base={"REMOTE_ADDR": f"2001:db8::{n:x}"}).status_code
        for n in range(limits.GUESSES.amount + 2)
    ]
    assert told == [404] * limits.GUESSES.amount + [429] * 2


def test_every_figure_has_its_reason_beside_it():
    source = Path(str(limits.__file__)).read_text("utf-8").splitlines()
    figures = [n for n, line in enumerate(source) if ": Final = " in line]
    assert len(figures) >= 12
    assert [source[n] for n in figures if not source[n + 1].startswith('"""')] == []
