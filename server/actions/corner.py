"""The staff corner of a kiosk: opened with a PIN, for what somebody has to do who stands before it."""

from __future__ import annotations

from dataclasses import dataclass

from server.actions.house import House
from server.domain.catalogue import Site
from server.domain.corner import NoPinError, Pin, PinLockedError, WrongPinError
from server.domain.errors import QueueUnreachableError
from server.queues.pins import count_try, forget_tries
from server.queues.snapshots import read_queue
from server.queues.waiting import Queue
from server.records.pins import fits


@dataclass(frozen=True, slots=True)
class Corner:
    """What staff see in the corner; `queue` None when the live queue does not answer."""

    site: Site
    queue: Queue | None


def pin_of(house: House, site: Site) -> Pin:
    """The site's PIN. Raises NoPinError."""
    pin = house.pins.find(site.id)
    if pin is None:
        raise NoPinError(f"Ce site n’a pas encore de code. Sur le serveur : accueil pin --site {site.id}")
    return pin


def try_pin(house: House, site: Site, typed: str) -> Pin:
    """The site's PIN, which this must be. A try is counted before it is looked at.

    Raises NoPinError, PinLockedError, WrongPinError, QueueUnreachableError.
    """
    pin = pin_of(house, site)
    wait_ms = count_try(house.queue, site, pin.mark)
    if wait_ms > 0:
        wait_s = -(-wait_ms // 1000)
        raise PinLockedError(f"Trop d’essais. Attendez {_patience(wait_s)}.", wait_s=wait_s)
    if not fits(pin, typed):
        raise WrongPinError("Ce code n’est pas le bon.")
    forget_tries(house.queue, site, pin.mark)
    return pin


def look(house: House, site: Site) -> Corner:
    """How the site is, also when its queue does not answer: that is what staff came to see."""
    try:
        return Corner(site, read_queue(house.queue, site))
    except QueueUnreachableError:
        return Corner(site, None)


def _patience(wait_s: int) -> str:
    if wait_s < 60:
        return f"{wait_s} seconde{'s' if wait_s > 1 else ''}"
    minutes = -(-wait_s // 60)
    return f"{minutes} minute{'s' if minutes > 1 else ''}"
