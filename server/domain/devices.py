"""What a screen or a kiosk says of itself, and what staff are to know of one that says nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from server.domain.errors import RefusalError
from server.domain.people import Role


class DeviceState(StrEnum):
    """What stands on a device's page."""

    LIVE = "live"  # a screen that shows what the server has
    STALE = "stale"  # a screen that says how old its board is
    OFFLINE = "offline"  # a page that says that it is not connected
    REST = "rest"  # a kiosk that waits for somebody
    USED = "used"  # a kiosk with somebody before it


class Sound(StrEnum):
    """Whether a device is heard."""

    ON = "on"
    LOCKED = "locked"  # its browser wants to be touched first
    MUTED = "muted"  # its hours of silence
    OFF = "off"  # it was set up without


@dataclass(frozen=True, slots=True)
class Said:
    """What a device says of itself; "" for what it does not know.

    screen          id of the waiting-room screen that it is, "" for the one of a whole site
    build           of its page's own files
    version, hash   of the board that it holds: see shown_board.digest
    volume          1 to 5, 0 where it has none of its own
    size            of its picture in pixels: "1920x1080"
    """

    state: DeviceState
    sound: Sound
    build: str
    screen: str = ""
    version: int = 0
    hash: str = ""
    volume: int = 0
    size: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """A device that was heard of in the last days.

    id      its token's number: "7"; "7:salle" with its screen, since a machine may have several
    seen    when it last said something
    since   since when its state and its sound are what they are
    silent  it has said nothing for so long that nobody can tell what it shows
    """

    id: str
    role: Role
    said: Said
    seen: datetime
    since: datetime
    silent: bool

    @property
    def number(self) -> str:
        """Its token's number."""
        return self.id.partition(":")[0]


@dataclass(frozen=True, slots=True)
class KnownDevice:
    """A device that has a token.

    name      as people call it: "Kiosque de l’entrée"; "" while nobody has named it
    made_at   when it got its token
    """

    id: int
    site: str
    role: Role
    name: str
    made_at: datetime


class UnknownDeviceError(RefusalError):
    """No such device, or not any more."""

    code = "unknown_device"


@dataclass(frozen=True, slots=True)
class Roll:
    """The devices of a site by id, when they were read, and when the queue last changed."""

    at: datetime
    changed_at: datetime
    devices: tuple[Heard, ...]
