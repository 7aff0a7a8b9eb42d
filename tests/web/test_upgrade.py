"""A database of an earlier version comes along: what it held stays, what is new has a sensible value."""

from __future__ import annotations

from datetime import time

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from server.records.catalogue import Catalogue
from server.records.seed import plant
from server.records.seed_file import read_seed
from server.records.store import MIGRATIONS, Store
from tests.support.seeded import SEED


def at(store, revision):
    """Bring a store to a revision, forward or back."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["engine"] = store.engine
    known = command.upgrade if revision != "back to 0001" else command.downgrade
    known(config, revision.removeprefix("back to "))


def test_a_site_of_before_is_always_open_and_its_day_turns_at_four(tmp_path):
    store = Store(f"sqlite:///{tmp_path / 'accueil.db'}")
    at(store, "0001")
    with store.engine.begin() as connection:
        connection.execute(
            sa.text(
                "INSERT INTO sites (id, ordinal, name, timezone, open, languages) "
                "VALUES ('duchere', 1, 'La Duchère', 'Europe/Paris', 1, '[\"fr\"]')"
            )
        )
        # What hangs on the site holds it in its place: a table of sites that is built anew would lose them.
        for row in (
            "INSERT INTO needs VALUES ('duchere', 'papiers', 0, 'A', 'Papiers', 'p', 'blue', 'square', '{}', '{}')",
            "INSERT INTO counters VALUES ('duchere', '1', 1, 'Guichet 1', '[\"papiers\"]')",
            "INSERT INTO devices VALUES (1, 'hash', 'duchere', 'kiosk', '2026-11-23 09:00:00', NULL)",
        ):
            connection.execute(sa.text(row))
    store.upgrade()
    site = Catalogue(store).site("duchere")
    assert (site.name, site.hours.weekly, site.hours.turns_at) == ("La Duchère", None, time(4))
    assert ([need.id for need in site.needs], [counter.id for counter in site.counters]) == (["papiers"], ["1"])
    assert (site.next_completes, site.recalls_before_absent, site.priorities, site.notices) == (True, 3, (), ())


def test_the_way_back_is_there_too(tmp_path):
    store = Store(f"sqlite:///{tmp_path / 'accueil.db'}")
    store.upgrade()
    plant(store, read_seed(SEED))
    at(store, "back to 0001")
    assert "weekly" not in {column["name"] for column in sa.inspect(store.engine).get_columns("sites")}
    store.upgrade()
    assert len(Catalogue(store).sites()) == 8
