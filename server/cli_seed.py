"""`accueil seed` and `accueil export`: the sites of a file into the records, and those of the records as a file."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from server.actions import setup
from server.actions.house import House
from server.domain.gaps import gaps
from server.records.seed import plant
from server.records.seed_file import read_seed
from server.records.seed_shapes import Seed

Opens = Callable[[argparse.Namespace], House]
DataDir = Callable[[argparse.ArgumentParser], None]


def add_seed_commands(commands: Any, house: Opens, data_dir: DataDir) -> None:
    """Add them to those of `accueil`."""
    seed = commands.add_parser("seed", help="add a seed file's sites to the records")
    seed.add_argument("file", help="a TOML file, or the name of a seed that ships with Accueil: pimms-lyon")
    data_dir(seed)
    seed.set_defaults(run=lambda args: _seed(house(args), args.file))

    export = commands.add_parser("export", help="print the sites of the records as a seed file")
    export.add_argument("--site", help="this one alone")
    data_dir(export)
    export.set_defaults(run=lambda args: _export(house(args), args.site))


def _seed(house: House, file: str) -> int:
    seed = _read(file)
    new = plant(house.catalogue.store, seed)
    print(f"New sites: {', '.join(new)}" if new else "Every site of this file is there already.")
    for warning in dict.fromkeys(gap.warning for site in seed.sites for gap in gaps(house.catalogue.site(site.id))):
        print(f"Warning: {warning}")
    return 0


def _read(file: str) -> Seed:
    path = Path(file)
    if path.suffix == "" and not path.exists():
        with as_file(files("server") / "seeds" / f"{file}.toml") as packaged:
            return read_seed(packaged)
    return read_seed(path)


def _export(house: House, site: str | None) -> int:
    sites = None if site is None else (house.catalogue.site(site).id,)
    print(setup.export(house, sites), end="")
    return 0
