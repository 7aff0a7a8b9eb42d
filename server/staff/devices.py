"""What the public sees, and how each device of the site is: screens, kiosks, printers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import current_app, render_template

from server.access import Public, house, site, who
from server.builds import DISPLAY
from server.domain.catalogue import Site
from server.domain.devices import KnownDevice
from server.domain.people import Role
from server.queues.devices import forget, read_devices
from server.queues.snapshots import Snapshot, read_both
from server.staff.blueprint import staff
from server.staff.pairing.lines import KnownLine, Told, known_lines, other_lines
from server.told.devices import DeviceLine, lines_of, screen_name
from server.told.strip import Strip, Urgency
from server.told.truth import Builds

SIZE = "1920x1080"
"""Of a screen that nobody has heard of: what a common television shows."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A screen of the site, as the public sees it: its id, "" for the one of the whole site, and who shows it."""

    screen: str
    name: str
    lines: tuple[DeviceLine, ...]

    @property
    def size(self) -> str:
        """Of the screen's picture, as one that shows it says."""
        return next((line.size for line in self.lines if line.size and not line.silent), SIZE)


@dataclass(frozen=True, slots=True)
class Devices:
    """The screens of a site as the public sees them, and every device of it."""

    site: Site
    copies: tuple[Copy, ...]
    lines: tuple[KnownLine, ...]

    @classmethod
    def of(cls, here: Site, both: Snapshot) -> Devices:
        """The devices of a site, at the moment of a snapshot. Raises QueueUnreachableError."""
        known = house().devices.known({here.id})
        told = told_of(here, both, known)
        return cls(here, tuple(_copies(here, told.pages)), (*known_lines(here, known, told), *other_lines(known, told)))


def told_of(here: Site, boards: Snapshot, known: Sequence[KnownDevice]) -> Told:
    """What is told of a site's devices, by the names of those that are known. Raises QueueUnreachableError."""
    queue, roll = boards.queue(), read_devices(house().queue, here)
    pages = lines_of(here, boards, roll, _builds(), _given(known))
    agents = {printer.id: printer.device for printer in queue.printers}
    strip = Strip.of(here, queue.printers, queue.at, {})
    return Told(roll.at, pages, tuple((agents[line.id], line) for line in strip.lines))


def lines_in_need(here: Site, boards: Snapshot) -> tuple[DeviceLine, ...]:
    """Screens and kiosks to which somebody has to go. Raises QueueUnreachableError.

    The names that people gave are read for those alone: most of the day all is well, and desks are drawn often.
    """
    roll = read_devices(house().queue, here)
    if not _in_need(lines_of(here, boards, roll, _builds(), {})):
        return ()
    return _in_need(lines_of(here, boards, roll, _builds(), _given(house().devices.known({here.id}))))


def _in_need(lines: Sequence[DeviceLine]) -> tuple[DeviceLine, ...]:
    return tuple(line for line in lines if line.urgency is not Urgency.CALM)


def _builds() -> Builds:
    return Builds(display=DISPLAY, kiosk=str(current_app.config["KIOSK_BUILD"]))


def _given(known: Sequence[KnownDevice]) -> dict[str, str]:
    return {str(device.id): device.name for device in known if device.name}


@staff.get("/<site_id>/devices")
@who(Public.STAFF)
def devices(site_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """The page."""
    return render_template("devices.html", devices=_devices())


@staff.get("/<site_id>/devices/now")
@who(Public.STAFF)
def devices_now(site_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """What is told of the devices now: the copies of the screens stay where they are."""
    return render_template("_devices.html", devices=_devices(), again=True)


@staff.post("/<site_id>/devices/<device_id>/forgotten")
@who(Public.STAFF)
def forget_device(site_id: str, device_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """Tell no more of a device that was taken away. One that is heard again comes back by itself."""
    forget(house().queue, site(), device_id)
    return render_template("_devices.html", devices=_devices(), again=True)


def _devices() -> Devices:
    return Devices.of(site(), read_both(house().queue, site()))


def _copies(here: Site, lines: Sequence[DeviceLine]) -> list[Copy]:
    """The screens of the site; the one for everything where there is no other, or where somebody has it open."""
    shown = {line.screen for line in lines if line.role is Role.DISPLAY and not line.silent}
    named = [Copy(screen.id, screen_name(screen.name), _on(lines, screen.id)) for screen in here.screens]
    if named and "" not in shown:
        return named
    return [Copy("", screen_name(""), _on(lines, "")), *named]


def _on(lines: Sequence[DeviceLine], screen: str) -> tuple[DeviceLine, ...]:
    return tuple(line for line in lines if line.role is Role.DISPLAY and line.screen == screen)
