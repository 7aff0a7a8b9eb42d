"""What every form of the settings is: a way from the site to a sheet, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from server.domain.catalogue import Site
from server.staff.settings.acts import Blank
from server.staff.settings.faults import Faults
from server.staff.settings.sheet import Sheet


class Seen(StrEnum):
    """What residents see of a room's settings, and a manager before they are published."""

    NOTHING = "nothing"
    OPEN = "open"  # the kiosk that gives tickets, and the ticket
    DOOR = "door"  # the same, or the closed kiosk where the site receives nobody
    CLOSED = "closed"  # the kiosk outside of its hours
    STOPPED = "stopped"  # the kiosk that gives none, with each of the ready words


@dataclass(frozen=True, slots=True)
class Room:
    """One form.

    name    in its address and its template
    icon    pictogram of its tile
    fill    the form of a site as it stands
    read    the site as it would be; where something cannot be, the fault is written down and the answer is of no use
    lists   every list of the form: what a new row says, or None where rows come and go by no button
    also    what else a button of the form does to it, by the button's act, which is its id
    """

    name: str
    icon: str
    fill: Callable[[Site], Sheet]
    read: Callable[[Sheet, Site, Faults], Site]
    lists: Mapping[str, Blank | None] = field(default_factory=dict)
    seen: Seen = Seen.NOTHING
    also: Mapping[str, Callable[[Sheet], Sheet]] = field(default_factory=dict)
