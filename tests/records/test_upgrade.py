"""A database of an earlier version comes along: what it held stays, what is new has a sensible value."""

from __future__ import annotations

from datetime import UTC, datetime, time

import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext

from server.domain.people import Job
from server.records.catalogue import Catalogue
from server.records.door_tables import DeviceRow
from server.records.people import People
from server.records.seed import plant
from server.records.seed_file import read_seed
from server.records.store import MIGRATIONS, Store
from server.records.tables import Base
from tests.support.seeded import SEED


def at(store, revision):
    """Bring a store to a revision, forward or back."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["engine"] = store.engine
    known = command.upgrade if revision != "back to 0001" else command.downgrade
    known(config, revision.removeprefix("back to "))


def test_what_a_database_of_the_first_version_held_comes_along(database):
    store = Store(database)
    at(store, "0001")
    with store.engine.begin() as connection:
        for row in (
            "INSERT INTO sites VALUES ('duchere', 1, 'La Duchère', 'Europe/Paris', TRUE, '[\"fr\"]')",
            # What hangs on the site holds it in its place: a table of sites that is built anew would lose them.
            "INSERT INTO needs VALUES ('duchere', 'papiers', 0, 'A', 'Papiers', 'p', 'blue', 'square', '{}', '{}')",
            "INSERT INTO counters VALUES ('duchere', '1', 1, 'Guichet 1', '[\"papiers\"]')",
            "INSERT INTO devices VALUES (1, 'hash', 'duchere', 'kiosk', '2026-11-23 09:00:00+00:00', NULL)",
            "INSERT INTO people VALUES (1, 'Zoé', 'mediator', 'hash', '2026-11-23 09:00:00+00:00')",
        ):
            connection.exec_driver_sql(row)
    store.upgrade()
    site = Catalogue(store).site("duchere")
    assert (site.name, site.hours.weekly, site.hours.turns_at) == ("La Duchère", None, time(4))
    assert ([need.id for need in site.needs], [counter.id for counter in site.counters]) == (["papiers"], ["1"])
    assert (site.next_completes, site.recalls_before_absent, site.priorities, site.notices) == (True, 3, (), ())
    assert (site.revision, site.visit_asks, site.given_up) == (1, (), ())
    zoe = People(store).find(1)
    assert (zoe.name, zoe.job, zoe.sites, zoe.active) == ("Zoé", Job.MEDIATOR, ("duchere",), True)
    with store.session() as session:
        assert session.get_one(DeviceRow, 1).created_at == datetime(2026, 11, 23, 9, tzinfo=UTC)
    store.engine.dispose()


def test_the_way_back_is_there_too(database):
    store = Store(database)
    store.upgrade()
    plant(store, read_seed(SEED))
    at(store, "back to 0001")
    assert "weekly" not in {column["name"] for column in sa.inspect(store.engine).get_columns("sites")}
    store.upgrade()
    assert len(Catalogue(store).sites()) == 8
    store.engine.dispose()


def test_the_migrations_lead_to_the_tables_that_the_code_knows(store):
    with store.engine.connect() as connection:
        # SQLite takes any value into any column, and gives types back by other names.
        has_types = connection.dialect.name != "sqlite"
        context = MigrationContext.configure(connection, opts={"compare_type": has_types})
        assert compare_metadata(context, Base.metadata) == []
