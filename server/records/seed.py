"""Puts a seed file's sites into the records. What is there already is left as it is: people rename and close sites."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from sqlalchemy import func, select

from server.records.store import Store
from server.records.tables import CounterRow, NeedRow, SiteRow

_ID = r"^[a-z0-9][a-z0-9-]{0,62}$"


class SeedUnreadableError(ValueError):
    """The seed file cannot be used; the message says where and why."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SeedNeed(_Strict):
    """A need as the file gives it."""

    id: str = Field(pattern=_ID)
    letter: str = Field(pattern=r"^[A-Z]$")
    name: str = Field(min_length=1, max_length=100)
    pictogram: str
    colour: str
    shape: str
    labels: dict[str, str]
    hints: dict[str, str] = {}


class SeedSite(_Strict):
    """A site as the file gives it: `counters` is how many it has, named Guichet 1, 2, …"""

    id: str = Field(pattern=_ID)
    name: str = Field(min_length=1, max_length=200)
    counters: int = Field(ge=1, le=50)


class Seed(_Strict):
    """A seed file: each site gets every need."""

    timezone: str
    languages: list[str] = Field(min_length=1)
    sites: list[SeedSite] = Field(min_length=1)
    needs: list[SeedNeed] = Field(min_length=1)


def read_seed(path: Path) -> Seed:
    """Read and check a seed file. Raises SeedUnreadableError, OSError."""
    try:
        seed = Seed.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SeedUnreadableError(f"{path}: not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise SeedUnreadableError(f"{path}: {where}: {first['msg']}") from error
    for need in seed.needs:
        missing = [language for language in seed.languages if not need.labels.get(language)]
        if missing:
            raise SeedUnreadableError(f"{path}: the need “{need.id}” has no label in {', '.join(missing)}")
    for what, names in {
        "needs share the letter": [need.letter for need in seed.needs],
        "needs share the id": [need.id for need in seed.needs],
        "sites share the id": [site.id for site in seed.sites],
    }.items():
        twice = [name for name in names if names.count(name) > 1]
        if twice:
            raise SeedUnreadableError(f"{path}: two {what} “{twice[0]}”")
    if seed.timezone not in available_timezones():
        raise SeedUnreadableError(f"{path}: timezone: nobody knows “{seed.timezone}”")
    return seed


def plant(store: Store, seed: Seed) -> list[str]:
    """Add the sites that are not there yet and give their ids."""
    with store.session() as session:
        known = set(session.scalars(select(SiteRow.id)))
        ordinal = session.scalar(select(func.max(SiteRow.ordinal))) or 0
        new = [site for site in seed.sites if site.id not in known]
        session.add_all(_row(seed, site, ordinal + step) for step, site in enumerate(new, start=1))
    return [site.id for site in new]


def _row(seed: Seed, site: SeedSite, ordinal: int) -> SiteRow:
    needs = [NeedRow(position=position, **_fields(need)) for position, need in enumerate(seed.needs)]
    counters = [
        CounterRow(id=str(n), position=n, label=f"Guichet {n}", needs=[need.id for need in seed.needs])
        for n in range(1, site.counters + 1)
    ]
    return SiteRow(
        id=site.id,
        ordinal=ordinal,
        name=site.name,
        timezone=seed.timezone,
        open=True,
        languages=seed.languages,
        needs=needs,
        counters=counters,
    )


def _fields(need: SeedNeed) -> dict[str, Any]:
    return need.model_dump()
