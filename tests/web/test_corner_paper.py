"""A test print from a kiosk's staff corner, and the command that makes its PIN."""

from __future__ import annotations

import re

import pytest

from server.cli import main
from tests.support.desk import journal
from tests.support.devices import SITE, Device
from tests.web.conftest import house_of


@pytest.fixture
def agent(device):
    found = device("printer")
    found.announce("bureau-2")
    return found


def asked(corner, **more):
    return corner.post("/corner/test-print", printer="bureau-2", **more)


def told(corner, job):
    return corner.get(f"/corner/test-print/{job}").json


def test_a_test_print_comes_out_and_its_end_is_told_in_the_words_of_the_desk(corner, agent, valkey):
    answer = asked(corner)
    assert (answer.status_code, answer.json["state"]) == (201, "queued")
    job = answer.json["id"]
    entry = journal(valkey)
    assert (entry["move"], entry["printer"]) == ("test_print", "bureau-2")
    assert entry["corner"] == str(house_of(corner.http.application).devices.recognise(corner.token).id)
    assert told(corner, job) == {"id": job, "state": "queued", "words": "L’essai part vers l’imprimante."}
    assert agent.claim(printer="bureau-2").json["kind"] == "test"
    assert told(corner, job)["state"] == "claimed"
    agent.report(job, "failed", reason="cover_open")
    assert told(corner, job)["words"] == "L’essai n’est pas sorti\u00a0: capot ouvert. Fermez le capot."


def test_a_test_print_asked_for_twice_is_one(corner, agent, everything):
    first = asked(corner, request_id="once")
    before = everything()
    again = asked(corner, request_id="once")
    assert (again.status_code, again.json) == (200, first.json)
    assert everything() == before


@pytest.mark.parametrize("printer", ["cuisine", "agent:999"])
def test_a_printer_that_this_site_does_not_have_prints_nothing(corner, agent, refused, printer):
    refused(404, "unknown_printer", lambda: corner.post("/corner/test-print", printer=printer))


def test_the_corner_tells_of_test_prints_and_of_nothing_else(corner, agent, device):
    device("kiosk").issue()
    ticket = agent.claim(printer="bureau-2").json["id"]
    for job in (ticket, "test-99", "x"):
        assert corner.get(f"/corner/test-print/{job}").json["code"] == "unknown_job"


@pytest.fixture
def records(monkeypatch, tmp_path):
    """Settings whose records are this test's own."""
    monkeypatch.setenv("ACCUEIL_DATABASE_URL", f"sqlite:///{tmp_path / 'accueil.db'}")
    monkeypatch.setenv("ACCUEIL_SECRET_KEY", "only-for-tests-" * 4)


def test_the_command_makes_a_pin_and_prints_it_once(build, valkey, monkeypatch, capsys):
    app = build()
    monkeypatch.setenv("ACCUEIL_DATABASE_URL", str(house_of(app).catalogue.store.engine.url))
    monkeypatch.setenv("ACCUEIL_SECRET_KEY", "only-for-tests-" * 4)
    assert main(["pin", "--site", SITE]) == 0
    out, err = capsys.readouterr()
    assert re.fullmatch(r"[0-9]{6}\n", out)
    assert err == ""
    kiosk = Device(app, house_of(app).devices.create(SITE, "kiosk"))
    assert kiosk.open_corner(out.strip()).status_code == 200
    # Another one takes its place.
    assert main(["pin", "--site", SITE]) == 0
    newer = capsys.readouterr().out.strip()
    assert (kiosk.open_corner(newer).status_code, newer != out.strip()) == (200, True)
    assert kiosk.open_corner(out.strip()).json["code"] == "wrong_pin"


def test_a_pin_for_a_site_nobody_knows_is_refused(records, capsys):
    assert main(["pin", "--site", "nulle-part"]) == 2
    assert "nulle-part" in capsys.readouterr().err
