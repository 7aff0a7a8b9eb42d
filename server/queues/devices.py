"""What screens and kiosks say of themselves: kept beside the queue, where every web process finds it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any, Final

from server.domain.catalogue import Site
from server.domain.devices import DeviceState, Heard, Roll, Said, Sound
from server.domain.people import Device, Role
from server.queues.live import LiveQueue, moment

NAMES_BESIDE: Final = 3
"""Names that a device may go by beside those of the site's screens: the whole site, and mistyped addresses."""
_FORGET: Final = ""
_KNOWN: Final = frozenset(field.name for field in fields(Said))
_STATES: Final = frozenset(DeviceState)
_SOUNDS: Final = frozenset(Sound)


def hear(queue: LiveQueue, site: Site, device: Device, said: Said) -> datetime:
    """Keep what a device says of itself. The moment at which it was heard. Raises QueueUnreachableError.

    A machine may show several screens, each a name of its device. There are few: of more the oldest are forgotten.
    """
    whole = json.dumps(asdict(said) | {"role": device.role}, sort_keys=True)
    name = f"{device.id}:{said.screen}" if said.screen else str(device.id)
    names = len(site.screens) + NAMES_BESIDE
    return moment(queue.run("device", site.id, name, whole, f"{said.state} {said.sound}", names)["answer"]["seen"])


def forget(queue: LiveQueue, site: Site, device_id: str) -> None:
    """Tell no more of a device, until it is heard again. Raises QueueUnreachableError."""
    queue.run("device", site.id, device_id, _FORGET, "", 0)


def read_devices(queue: LiveQueue, site: Site) -> Roll:
    """The devices that were heard of in the last days, by id. Raises QueueUnreachableError."""
    found = queue.run("devices", site.id)["answer"]
    # An empty list is a table to Lua.
    heard = (_heard(each) for each in found["devices"] or ())
    known = sorted((each for each in heard if each is not None), key=lambda each: each.id)
    return Roll(moment(found["at"]), moment(found["changed_at"]), tuple(known))


def _heard(found: Mapping[str, Any]) -> Heard | None:
    """A device; None for one of whose state this build knows nothing: the desk must go on without it.

    Another build kept it, before an update or a step back. It is heard again within half a minute.
    """
    said = json.loads(found["said"])
    if said["state"] not in _STATES or said["sound"] not in _SOUNDS:
        return None
    known = {name: value for name, value in said.items() if name in _KNOWN}
    return Heard(
        id=found["id"],
        role=Role(said["role"]),
        said=Said(**known | {"state": DeviceState(said["state"]), "sound": Sound(said["sound"])}),
        seen=moment(found["seen"]),
        since=moment(found["since"]),
        silent=found["silent"],
    )
