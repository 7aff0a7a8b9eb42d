"""`accueil user link` and `unlink`: from the server's machine, without a code."""

from __future__ import annotations

import pytest

from server.actions.house import build_house
from server.cli import main
from server.domain.people import Job
from server.settings import Settings

ISSUER, ZOE = "https://provider.example", "Zoé Martin"


@pytest.fixture
def house(tmp_path, monkeypatch):
    """Records in which Zoé is the only one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ACCUEIL_DATABASE_URL", f"sqlite:///{tmp_path / 'accueil.db'}")
    monkeypatch.setenv("ACCUEIL_SECRET_KEY", "only-for-tests-" * 4)
    house = build_house(Settings())
    house.catalogue.store.upgrade()
    house.people.add(ZOE, Job.ADMIN, "un long mot de passe")
    return house


def test_a_person_is_bound_to_their_account_at_the_provider_that_is_set(house, monkeypatch, capsys):
    monkeypatch.setenv("ACCUEIL_OIDC_ISSUER", ISSUER)
    assert main(["user", "link", ZOE, "1234"]) == 0
    assert ISSUER in capsys.readouterr().out
    assert house.subjects.person(f"{ISSUER} 1234").name == ZOE


def test_another_provider_can_be_named(house):
    assert main(["user", "link", ZOE, "1234", "--issuer", "https://other.example"]) == 0
    assert house.subjects.person(f"{ISSUER} 1234") is None
    assert house.subjects.person("https://other.example 1234").name == ZOE


def test_an_account_is_taken_back(house):
    main(["user", "link", ZOE, "1234", "--issuer", ISSUER])
    assert main(["user", "unlink", ZOE]) == 0
    assert house.subjects.linked() == frozenset()


@pytest.mark.parametrize(
    ("command", "word"),
    [
        (["link", ZOE, "1234"], "ACCUEIL_OIDC_ISSUER"),
        (["link", "Personne", "1234", "--issuer", ISSUER], "Personne"),
        (["link", ZOE, "", "--issuer", ISSUER], "compte"),
        (["link", ZOE, "é", "--issuer", ISSUER], "compte"),
        (["unlink", "Personne"], "Personne"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(house, capsys, command, word):
    assert main(["user", *command]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert word in err
    assert err.count("\n") == 1
    assert house.subjects.linked() == frozenset()
