"""The staff corner of a kiosk: opened with the site's PIN, shut to everybody else, and slow to whoever guesses."""

from __future__ import annotations

import time
import uuid

import pytest
from itsdangerous import URLSafeTimedSerializer

from server.domain.corner import FIRST_WAIT_MS, FREE_TRIES, GRANT_S
from server.records import pins
from tests.support.desk import journal
from tests.support.devices import SITE, Device
from tests.support.processes import free_port
from tests.web.conftest import house_of

WRONG = "1234567"  # seven digits: never the right one


@pytest.fixture
def kiosk(device):
    return device("kiosk")


@pytest.fixture
def forward(app, monkeypatch):
    """A function that puts the queue's clock forward from now, in milliseconds, and keeps it there."""
    start = int(time.time() * 1000)
    return lambda ms: monkeypatch.setattr(house_of(app).queue, "now", lambda: start + ms)


def answered(answer):
    return answer.status_code, answer.json.get("code")


def test_the_right_pin_opens_the_corner_for_ten_minutes(kiosk, shared_pin):
    answer = kiosk.open_corner(shared_pin)
    assert answer.json["lasts_s"] == 600
    assert kiosk.get("/corner").status_code == 200


def test_without_a_pin_there_is_no_corner_and_the_command_is_named(device):
    elsewhere = device("kiosk", "site-3")
    answer = elsewhere.open_corner("000000")
    assert answered(answer) == (409, "no_pin")
    assert "accueil pin --site site-3" in answer.json["detail"]
    assert answered(elsewhere.get("/corner")) == (403, "corner_shut")


@pytest.mark.parametrize("pin", ["", "12345", "1234567890123", "abcdef", "12 456", "１２３４５６", 123456, None])
def test_what_cannot_be_a_pin_is_no_try(kiosk, shared_pin, everything, pin):
    for _ in range(FREE_TRIES + 1):
        assert answered(kiosk.ask("POST", f"{kiosk.at}/corner", json={"pin": pin})) == (422, "invalid_field")
    assert kiosk.open_corner(shared_pin).status_code == 200


def test_after_some_wrong_pins_even_the_right_one_is_not_looked_at_for_a_while(kiosk, shared_pin, forward):
    forward(0)
    for _ in range(FREE_TRIES):
        assert answered(kiosk.open_corner(WRONG)) == (403, "wrong_pin")
    locked = kiosk.open_corner(shared_pin)
    assert answered(locked) == (429, "pin_locked")
    assert locked.headers["Retry-After"] == "30" == str(locked.json["wait_s"])
    assert locked.json["detail"] == "Trop d’essais. Attendez 30 secondes."
    forward(FIRST_WAIT_MS)
    assert answered(kiosk.open_corner(WRONG)) == (403, "wrong_pin")
    assert kiosk.open_corner(shared_pin).json["detail"] == "Trop d’essais. Attendez 1 minute."
    forward(3 * FIRST_WAIT_MS)
    assert kiosk.open_corner(shared_pin).status_code == 200
    assert answered(kiosk.open_corner(WRONG)) == (403, "wrong_pin")  # and all is as it was at first


def test_a_thousand_guesses_open_nothing_and_few_of_them_are_looked_at(kiosk, shared_pin, forward, monkeypatch):
    looked = []
    monkeypatch.setattr(pins._HASHER.__class__, "verify", lambda *_: looked.append(1) or _mismatch())
    answers = []
    for guess in range(1000):
        forward(guess * 10_000)  # one every ten seconds, for three hours
        answers.append(answered(kiosk.open_corner(f"{guess:06}")))
    assert set(answers) == {(403, "wrong_pin"), (429, "pin_locked")}
    assert len(looked) == answers.count((403, "wrong_pin")) <= FREE_TRIES + 10
    assert not kiosk.grant


def _mismatch():
    raise pins.VerifyMismatchError


def test_guesses_are_counted_across_web_processes(build, app, valkey, device, kiosk, shared_pin):
    other = build(database_url=str(house_of(app).catalogue.store.engine.url))
    there = Device(other, kiosk.token)
    for _ in range(FREE_TRIES):
        there.open_corner(WRONG)
    assert answered(kiosk.open_corner(shared_pin)) == (429, "pin_locked")


def test_a_site_that_is_guessed_at_locks_out_no_other(own_app, own_device):
    pin = house_of(own_app).pins.make("site-2")
    house_of(own_app).pins.make(SITE)
    for _ in range(FREE_TRIES + 1):
        own_device("kiosk").open_corner(WRONG)
    assert own_device("kiosk", "site-2").open_corner(pin).status_code == 200


def test_without_the_queue_no_guess_is_looked_at(build):
    app = build(redis_url=f"redis://127.0.0.1:{free_port()}/0")
    pin = house_of(app).pins.make(SITE)
    kiosk = Device(app, house_of(app).devices.create(SITE, "kiosk"))
    assert answered(kiosk.open_corner(pin)) == (503, "queue_unreachable")


def test_the_pin_is_kept_as_a_hash_alone(own_app):
    pin = house_of(own_app).pins.make(SITE)
    kept = house_of(own_app).pins.find(SITE)
    assert pin not in (kept.hashed, kept.mark)
    assert kept.hashed.startswith("$argon2id$")


@pytest.mark.parametrize("grant", ["", "x", "é", "{grant}x", "x{grant}", "{head}.{tail}", "Bearer {grant}"])
def test_a_grant_that_is_none_of_ours_opens_nothing(corner, grant):
    head, _, tail = corner.grant.partition(".")
    answer = corner.ask(
        "GET",
        f"{corner.at}/corner",
        headers={"Accueil-Corner": grant.format(grant=corner.grant, head=head[:-1] + "A", tail=tail).encode()},
    )
    assert answered(answer) == (403, "corner_shut")


def test_a_grant_of_another_kiosk_opens_nothing(app, corner):
    other = Device(app, house_of(app).devices.create(SITE, "kiosk"))
    other.grant = corner.grant
    assert answered(other.get("/corner")) == (403, "corner_shut")


def test_a_grant_of_another_site_opens_nothing(own_app, own_device):
    there = own_device("kiosk", "site-2")
    there.open_corner(house_of(own_app).pins.make("site-2"))
    house_of(own_app).pins.make(SITE)
    here = own_device("kiosk")
    here.grant = there.grant
    assert answered(here.get("/corner")) == (403, "corner_shut")


def test_a_grant_signed_with_another_key_opens_nothing(app, corner):
    ours = URLSafeTimedSerializer(app.secret_key, salt="staff corner").loads(corner.grant)
    corner.grant = URLSafeTimedSerializer("another key", salt="staff corner").dumps(ours)
    assert answered(corner.get("/corner")) == (403, "corner_shut")


@pytest.mark.parametrize(("later_s", "status"), [(GRANT_S - 60, 200), (GRANT_S + 2, 403)])
def test_a_grant_is_over_after_ten_minutes(corner, monkeypatch, later_s, status):
    now = time.time()
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: now + later_s)
    assert corner.get("/corner").status_code == status


def test_a_new_pin_ends_what_the_one_before_has_opened(own_app, own_device):
    kiosk, house = own_device("kiosk"), house_of(own_app)
    kiosk.open_corner(house.pins.make(SITE))
    assert kiosk.get("/corner").status_code == 200
    house.pins.make(SITE)
    assert answered(kiosk.get("/corner")) == (403, "corner_shut")


def test_the_corner_shows_the_site_as_the_desk_has_it(corner, device):
    device("kiosk").issue()
    device("printer").announce("accueil", "down", reason="paper_out")
    seen = corner.get("/corner").json
    assert (seen["site"], seen["queue"], seen["phase"], seen["stopped"], seen["waiting"]) == (
        SITE, True, "open", False, 1,
    )  # fmt: skip
    [printer] = seen["printers"]
    assert (printer["name"], printer["words"], printer["act"], printer["urgency"]) == (
        "Imprimante Accueil", "plus de papier", "Mettez un rouleau neuf.", "now",
    )  # fmt: skip
    assert seen["paper"] == "Aucun ticket ne sort pour le moment."


def test_a_queue_that_does_not_answer_is_what_the_corner_shows(build, app, corner):
    lonely = build(
        redis_url=f"redis://127.0.0.1:{free_port()}/0", database_url=str(house_of(app).catalogue.store.engine.url)
    )
    there = Device(lonely, corner.token)
    there.grant = corner.grant
    seen = there.get("/corner").json
    assert (seen["queue"], seen["phase"], seen["stopped"], seen["waiting"]) == (False, None, None, None)


def test_tickets_stop_and_go_on_from_the_corner_and_the_journal_says_where(corner, device, valkey):
    name = str(uuid.uuid4())
    assert corner.put("/corner/issuing", issuing=False, request_id=name).json == {"issuing": False}
    assert device("kiosk").issue().json["code"] == "site_closed"
    entry = journal(valkey)
    assert (entry["move"], entry["request_id"], entry["mediator"]) == ("stop", name, "")
    assert entry["corner"] == str(house_of(corner.http.application).devices.recognise(corner.token).id)
    assert corner.get("/corner").json["stopped"] is True
    assert corner.put("/corner/issuing", issuing=True).json == {"issuing": True}
    assert device("kiosk").issue().status_code == 201


def test_a_stop_whose_answer_was_lost_is_asked_again_and_stops_once(corner, everything):
    first = corner.put("/corner/issuing", issuing=False, request_id="once")
    before = everything()
    assert corner.put("/corner/issuing", issuing=False, request_id="once").json == first.json
    assert everything() == before
    assert answered(corner.put("/corner/issuing", issuing=True, request_id="once")) == (409, "request_id_reused")


def test_what_the_desk_does_names_no_corner(desk, valkey):
    desk.put("/issuing", issuing=False)
    assert journal(valkey)["corner"] == ""
