"""Records with the demo's own sites in them, and settings over a Valkey and a database of one folder."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from server.actions.house import House, build_house
from server.records.seed import plant
from server.records.seed_file import read_seed
from server.settings import Settings

SECRET_KEY = "only for tests: kmfr-7pwt-x3nd-h8vq"
SEED = Path(str(files("server"))) / "seeds" / "pimms-lyon.toml"


def settings_in(folder: Path, redis_url: str, **more: Any) -> Settings:
    """Settings over this queue, with a database of their own."""
    database, secret = f"sqlite:///{folder / 'accueil.db'}", SecretStr(SECRET_KEY)
    more = {"device_limits": False} | more  # one token stands for a crowd
    return Settings(redis_url=redis_url, database_url=database, secret_key=secret, **more)


def seeded(settings: Settings) -> House:
    """The queue and the records, with the seed planted."""
    house = build_house(settings)
    house.catalogue.store.upgrade()
    plant(house.catalogue.store, read_seed(SEED))
    return house
