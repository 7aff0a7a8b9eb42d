"""A seed file: read, and checked for what no single field can say."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import ValidationError

from server.records.seed_faults import faults
from server.records.seed_shapes import Seed


class SeedUnreadableError(ValueError):
    """The seed file cannot be used; the message says where and why."""


def read_seed(path: Path) -> Seed:
    """Read and check a seed file. Raises SeedUnreadableError, OSError."""
    try:
        return parse_seed(path.read_text("utf-8"))
    except UnicodeDecodeError as error:
        raise SeedUnreadableError(f"{path}: not TOML: {error}") from error
    except SeedUnreadableError as error:
        raise SeedUnreadableError(f"{path}: {error}") from error


def parse_seed(text: str) -> Seed:
    """Check the text of a seed file. Raises SeedUnreadableError."""
    try:
        seed = Seed.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise SeedUnreadableError(f"not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise SeedUnreadableError(f"{where}: {first['msg']}") from error
    names = [site.id for site in seed.sites]
    if twice := [name for name in names if names.count(name) > 1]:
        raise SeedUnreadableError(f"two sites share the id “{twice[0]}”")
    for site in seed.sites:
        for fault in faults(seed.of(site), site):
            raise SeedUnreadableError(fault.english)
    return seed
