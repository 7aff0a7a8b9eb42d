"""A real Valkey and real records for each test worker; a whole demo for the rooms that want one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from server.actions.house import House
from server.records.store import Store
from server.settings import Settings
from tests.support.postgres import Postgres
from tests.support.processes import Demo, Valkey
from tests.support.seeded import seeded, settings_in


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest tests/model --long`: the searches and the chaos that take an hour instead of half a minute."""
    parser.addoption("--long", action="store_true", help="search and break for an hour instead of half a minute")


@pytest.fixture(scope="session")
def long(pytestconfig: pytest.Config) -> bool:
    """Whether a search may take an hour."""
    return bool(pytestconfig.getoption("--long"))


@pytest.fixture(scope="session")
def valkey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Valkey]:
    """One Valkey for this worker's whole session. Nobody cuts its power, so it need not wait for the disk."""
    server = Valkey(tmp_path_factory.mktemp("valkey"), to_disk=False)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One PostgreSQL for this worker's whole session, once a test asks for it."""
    server = Postgres()
    yield server
    server.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database, once of each kind that Accueil keeps its records in."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'records' / 'accueil.db'}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    url = server.empty()
    yield url
    server.drop(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Records of each kind with their tables and nothing in them."""
    if request.param == "sqlite":
        made = Store(f"sqlite:///{tmp_path / 'records' / 'accueil.db'}")
        made.upgrade()
        yield made
        return
    server: Postgres = request.getfixturevalue("postgres")
    url = server.upgraded()
    made = Store(url)
    yield made
    made.engine.dispose()
    server.drop(url)


@pytest.fixture
def settings(valkey: Valkey, tmp_path: Path) -> Settings:
    """Settings over an emptied Valkey and a database of this test's own, seeded."""
    valkey.client.flushall()
    return settings_in(tmp_path, valkey.url)


@pytest.fixture
def house(settings: Settings) -> House:
    """The queue and the records, with the seed planted."""
    return seeded(settings)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """The whole demo, shared by a worker's tests: they must not end it, nor count on its queue being empty."""
    running = Demo(tmp_path_factory.mktemp("demo"))
    yield running
    running.kill()
