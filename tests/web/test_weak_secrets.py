"""A server does not start with secrets that anybody could guess, and says so without repeating them."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from server import cli
from server.app import create_app
from server.settings import Settings, SettingsError
from tests.support.seeded import SECRET_KEY

WEAK = {
    "secret_key": "changeme-changeme-changeme-changeme",
    "database_url": "postgresql+psycopg://accueil:accueil@127.0.0.1:1/accueil",
    "redis_url": "redis://:changeme@127.0.0.1:1/0",
}
SOUND = {"secret_key": SECRET_KEY, "database_url": "sqlite://", "redis_url": "redis://127.0.0.1:1/0"}


@pytest.mark.parametrize("name", WEAK)
def test_an_application_with_a_weak_secret_is_not_built(name):
    given = SOUND | {name: WEAK[name]}
    with pytest.raises(SettingsError) as told:
        create_app(Settings(**given | {"secret_key": SecretStr(given["secret_key"])}))
    assert f"ACCUEIL_{name.upper()}" in str(told.value)
    assert "changeme" not in str(told.value)


@pytest.mark.parametrize("name", WEAK)
def test_serve_says_what_to_do_before_it_touches_anything(name, monkeypatch, tmp_path, capsys):
    database = tmp_path / "accueil.db"
    given = SOUND | {"database_url": f"sqlite:///{database}", name: WEAK[name]}
    for each, value in given.items():
        monkeypatch.setenv(f"ACCUEIL_{each.upper()}", value)
    assert cli.main(["serve"]) == 2
    told = capsys.readouterr().err
    assert f"ACCUEIL_{name.upper()}" in told
    assert "changeme" not in told
    assert not database.exists()


def test_without_any_key_no_server_starts(monkeypatch, capsys):
    monkeypatch.delenv("ACCUEIL_SECRET_KEY", raising=False)
    assert cli.main(["serve"]) == 2
    assert "secrets.token_urlsafe" in capsys.readouterr().err
