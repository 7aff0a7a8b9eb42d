"""A device that has a token, in words: what it is, how it is, and when it was last heard of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from server.domain.catalogue import Site
from server.domain.devices import KnownDevice
from server.domain.people import Role
from server.domain.printer import Printer
from server.staff.words import say
from server.told.devices import DeviceLine
from server.told.strip import Line, Strip, Urgency

PAGES = frozenset({Role.KIOSK, Role.DISPLAY})
"""Roles of devices that show a page, which can be loaded anew."""


@dataclass(frozen=True, slots=True)
class KnownLine:
    """One device.

    kind      what it is, in a word
    name      as people call it; its kind and its number while nobody has named it
    since     the day on which it got its token
    shown     what it says of itself: a machine may show several screens; none while it was not heard of lately
    prints    its printers, of a print agent
    """

    device: KnownDevice
    kind: str
    name: str
    since: str
    shown: tuple[DeviceLine, ...]
    prints: tuple[Line, ...]

    @property
    def reloads(self) -> bool:
        """Whether it has a page that can be loaded anew."""
        return self.device.role in PAGES

    @property
    def calm(self) -> bool:
        """Whether nobody has to go there."""
        urgencies = (*(each.urgency for each in self.shown), *(each.urgency for each in self.prints))
        return all(urgency is Urgency.CALM for urgency in urgencies)


def known_lines(
    here: Site, devices: Sequence[KnownDevice], heard: Sequence[DeviceLine], printers: Sequence[Printer], strip: Strip
) -> list[KnownLine]:
    """The devices of a site with what was heard of them."""
    zone = ZoneInfo(here.timezone)
    agents = {printer.id: printer.device for printer in printers}
    lines = []
    for device in devices:
        number, kind, got = str(device.id), say(f"known-kind-{device.role}"), device.made_at.astimezone(zone)
        lines.append(
            KnownLine(
                device=device,
                kind=kind,
                name=device.name or say("known-nameless", kind=kind, number=number),
                since=say("known-since", day=f"{got:%d/%m/%Y}"),
                shown=tuple(line for line in heard if line.id.partition(":")[0] == number),
                prints=tuple(line for line in strip.lines if agents.get(line.id) == number),
            )
        )
    return lines
