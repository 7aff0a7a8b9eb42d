"""A device in words: what it is, how it is, and when it was last heard of. First those that have a token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from server.domain.catalogue import Site
from server.domain.devices import KnownDevice
from server.domain.people import Role
from server.staff.words import say
from server.told.devices import DeviceLine
from server.told.strip import Line, Urgency

PAGES: Final = frozenset({Role.KIOSK, Role.DISPLAY})
"""Roles of devices that show a page, which can be loaded anew."""
TELLING: Final = PAGES | {Role.PRINTER}
"""Roles of devices that say how they are."""
JUST_NOW: Final = timedelta(hours=1)
"""A device that was let in so lately has had no time yet to be silent: it is being set up."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a site's devices at one moment.

    pages   its screens and kiosks
    prints  its printers, each with the number of the device whose agent speaks for it, "" where none does
    """

    at: datetime
    pages: tuple[DeviceLine, ...]
    prints: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class KnownLine:
    """One device.

    device    None for one that has no token, and is told of all the same: a printer for which no agent speaks any more
    kind      what it is and its number, in words; "" where the name says it
    name      as people call it; while nobody has named it, the one screen, kiosk or printer that it is, else its kind
    since     the day on which it got its token
    shown     what it says of itself: a machine may show several screens; none while it was not heard of lately
    prints    its printers, of a print agent
    unheard   that nothing was heard of it, in words; "" for one that was, or that says nothing of itself
    """

    device: KnownDevice | None
    kind: str
    name: str
    since: str
    shown: tuple[DeviceLine, ...]
    prints: tuple[Line, ...]
    unheard: str

    @property
    def reloads(self) -> bool:
        """Whether it has a page that can be loaded anew."""
        return self.device is not None and self.device.role in PAGES

    @property
    def calm(self) -> bool:
        """Whether nobody has to go there."""
        urgencies = (*(each.urgency for each in self.shown), *(each.urgency for each in self.prints))
        return all(urgency is Urgency.CALM for urgency in urgencies)


def known_lines(here: Site, devices: Sequence[KnownDevice], told: Told) -> list[KnownLine]:
    """The devices of a site that have a token, with what was heard of them."""
    zone = ZoneInfo(here.timezone)
    lines = []
    for device in devices:
        role = device.role.value
        kind = say("known-nameless", kind=say(f"known-kind-{role}"), number=str(device.id))
        shown = tuple(line for line in told.pages if _number(line) == str(device.id))
        printers = tuple(line for number, line in told.prints if number == str(device.id))
        names = [*(line.name for line in shown), *(line.name for line in printers)]
        name = device.name or (names[0] if len(names) == 1 else kind)
        lines.append(
            KnownLine(
                device=device,
                kind=kind if name != kind else "",
                name=name,
                since=say("known-since", role=role, day=f"{device.made_at.astimezone(zone):%d/%m/%Y}"),
                shown=shown,
                prints=printers,
                unheard="" if shown or printers else _unheard(device, told.at),
            )
        )
    return lines


def other_lines(devices: Sequence[KnownDevice], told: Told) -> list[KnownLine]:
    """What else is told of: devices that were heard, and printers, of none that has a token."""
    numbers = {str(device.id) for device in devices}
    pages = [line for line in told.pages if _number(line) not in numbers]
    printers = [line for number, line in told.prints if number not in numbers]
    return [
        *(KnownLine(None, "", line.name, "", (line,), (), "") for line in pages),
        *(KnownLine(None, "", line.name, "", (), (line,), "") for line in printers),
    ]


def _number(line: DeviceLine) -> str:
    return line.id.partition(":")[0]


def _unheard(device: KnownDevice, at: datetime) -> str:
    if device.role not in TELLING:
        return ""
    return say("known-fresh" if at - device.made_at < JUST_NOW else "known-never", role=device.role.value)
