"""`accueil check-journal`: one line when all is well, a line for each broken promise when not."""

from __future__ import annotations

import pytest

from server.cli import main
from server.settings import Settings
from tests.support.reception import Reception
from tests.support.seeded import seeded


@pytest.fixture
def site(valkey, tmp_path, monkeypatch):
    """A site of the settings' own, with two people, one of them called."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ACCUEIL_DATABASE_URL", f"sqlite:///{tmp_path / 'accueil.db'}")
    monkeypatch.setenv("ACCUEIL_SECRET_KEY", "only-for-tests-" * 4)
    monkeypatch.setenv("ACCUEIL_REDIS_URL", valkey.url)
    valkey.client.flushall()
    house = seeded(Settings())
    reception = Reception(house.queue, None, valkey.client, house.catalogue.site("etats-unis"))
    reception.ticket(), reception.ticket("energie"), reception.call()
    return reception


def run(capsys, *command):
    code = main(["check-journal", *command])
    return code, capsys.readouterr().out.splitlines()


def test_a_true_journal_is_told_in_one_line(site, capsys):
    assert run(capsys, "--site", "etats-unis") == (0, ["etats-unis: 3 entries to version 3, 2 tickets, no breaches"])


def test_a_site_where_nothing_happened_is_true(site, capsys):
    assert run(capsys, "--site", "site-2") == (0, ["site-2: 0 entries to version 0, 0 tickets, no breaches"])


def test_a_broken_promise_has_its_line_and_its_exit_code(site, capsys):
    site.valkey.delete(site.key("ticket:000000000002"))
    code, lines = run(capsys, "--site", "etats-unis")
    assert code == 1
    assert "E001" in lines[0]
    assert lines[-1].endswith("breaches") or lines[-1].endswith("1 breach")


def test_an_unknown_site_is_said_in_one_line(site, capsys):
    assert main(["check-journal", "--site", "nulle-part"]) == 2
    assert "nulle-part" in capsys.readouterr().err
