"""What a manager does with a site's settings: checks them, saves them, adds a site. Whoever shows them is told."""

from __future__ import annotations

from dataclasses import replace

import structlog

from server.actions.house import House
from server.domain.catalogue import Site
from server.domain.errors import CounterBusyError, QueueUnreachableError
from server.domain.people import Actor
from server.domain.setup import settled
from server.queues import house as queue_house
from server.queues.house import CounterChange
from server.queues.news import announce_setup
from server.queues.snapshots import read_queue
from server.records import saving

log = structlog.get_logger()


def check(house: House, site: Site) -> Site:
    """A site as `save` would leave it, to be shown before that. Raises UnknownSiteError, InvalidSettingError."""
    return saving.checked(settled(house.catalogue.site(site.id), site))


def save(house: House, site: Site, by: Actor) -> Site:
    """Save a site as somebody changed it; `revision` is the one on which their change began. Gives it as it is then.

    Who waits for a need that is taken out is called all the same, from every counter; who was sent to a counter that is
    taken out waits for their need again. Raises UnknownSiteError, InvalidSettingError, StaleSettingsError, and
    CounterBusyError for a counter that is taken out with somebody in hand.
    """
    before = house.catalogue.site(site.id)
    gone = {counter.id for counter in before.counters} - {counter.id for counter in site.counters}
    if gone:
        _check_hands(house, before, gone)
    after = saving.save(house.catalogue, site, by)
    for counter in sorted(gone):
        _close(house, before, counter, after.revision)
    if after.revision != before.revision:
        _tell(house, after)
    return after


def add_site(house: House, site: Site, by: Actor) -> Site:
    """Add a site with the settings of this one, which may be another's. Raises InvalidSettingError, SiteTakenError."""
    counters = tuple(replace(counter, given_up=()) for counter in site.counters)
    return saving.add_site(house.catalogue, replace(site, counters=counters), by)


def _check_hands(house: House, site: Site, counters: set[str]) -> None:
    for counter, ticket in read_queue(house.queue, site).hands.items():
        if counter in counters:
            label = site.counter(counter).label
            raise CounterBusyError(
                f"{label} reçoit {ticket.number}. Terminez d’abord, puis retirez ce guichet.", number=ticket.number
            )


def _close(house: House, site: Site, counter: str, revision: int) -> None:
    """Nobody is sent to a counter that is no more; who was is called from elsewhere."""
    closing, request = CounterChange(counter, opens=False), f"setup-{revision}-{counter}"
    try:
        queue_house.set_counter(house.queue, site, closing, request, "")
    except QueueUnreachableError:
        log.warning("a counter was taken out and could not be closed", site=site.id, counter=counter)


def _tell(house: House, site: Site) -> None:
    try:
        announce_setup(house.queue, site.id)
    except QueueUnreachableError:
        # Saved it is: every process reads the site anew within moments, and tells it with the next round.
        log.warning("changed settings were not announced", site=site.id)
