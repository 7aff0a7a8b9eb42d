"""`accueil devices` and `accueil revoke`: which devices may connect, and one less."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from server.actions.house import House
from server.domain.people import COMMAND

Opens = Callable[[argparse.Namespace], House]
DataDir = Callable[[argparse.ArgumentParser], None]


def add_device_commands(commands: Any, house: Opens, data_dir: DataDir) -> None:
    """Add them to those of `accueil`."""
    devices = commands.add_parser("devices", help="the devices that may connect: number, site, role, since, name")
    devices.add_argument("--site", help="of this site alone")
    data_dir(devices)
    devices.set_defaults(run=lambda args: _devices(house(args), args.site))

    revoke = commands.add_parser("revoke", help="take a device's token back: from then on it is nobody's")
    revoke.add_argument("device", type=int, help="its number, as `accueil devices` tells it")
    revoke.add_argument("--reason", help="a word for the trail")
    data_dir(revoke)
    revoke.set_defaults(run=lambda args: _revoke(house(args), args.device, args.reason))


def _devices(house: House, site: str | None) -> int:
    sites = house.catalogue.site_ids() if site is None else (house.catalogue.site(site).id,)
    for each in house.devices.known(sites):
        print(f"{each.id}\t{each.site}\t{each.role}\t{each.made_at:%Y-%m-%d}\t{each.name}".rstrip())
    return 0


def _revoke(house: House, number: int, reason: str | None) -> int:
    device = house.devices.find(number)
    house.devices.revoke(number, COMMAND, reason)
    print(f"{device.role} {number} of {device.site} may not connect any more.")
    return 0
