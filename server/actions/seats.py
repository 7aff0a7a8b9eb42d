"""Who sits at which counter of a site."""

from __future__ import annotations

import uuid

import structlog

from server.actions.house import House
from server.domain.catalogue import Site
from server.domain.errors import QueueUnreachableError
from server.domain.people import Person
from server.queues import seats
from server.queues.seats import Parting, Said, Wish
from server.queues.snapshots import read_queue

log = structlog.get_logger()


def sit(
    house: House,
    site: Site,
    counter_id: str,
    person_id: str,
    wish: Wish,
    request_id: str,
    said: Said | None = None,
) -> None:
    """Somebody takes a counter, in somebody else's place if they wish it, or leaves it.

    `said`: what becomes of who is in hand at the counter they leave. Raises UnknownCounterError, CounterTakenError,
    CounterBusyError, CounterClosedError, RequestIdReusedError.
    """
    site.counter(counter_id)
    seats.sit(house.queue, site, counter_id, person_id, wish, request_id, said)


def stand_up(house: House, person: Person) -> None:
    """Leave each counter at which somebody sits. Who is in hand there stays, and every desk of the site sees them.

    Raises QueueUnreachableError.
    """
    for site in house.catalogue.sites():
        if not person.works_at(site.id):
            continue
        queue = read_queue(house.queue, site)
        for counter in site.counters:
            seat = queue.seats.get(counter.id)
            if seat is not None and seat.person == str(person.id):
                sit(house, site, counter.id, seat.person, Wish.LEAVE, uuid.uuid4().hex, Said(Parting.STAY))


def go(house: House, person: Person, after: Person | None = None) -> None:
    """Somebody works no more at the sites of theirs that `after` has not; None: at none any more.

    They leave their seats, and who was sent to them by name waits for their need again. Their account is closed whether
    the queue answers or not: without it, whoever still waits for them is sent on from the list.
    """
    for site in house.catalogue.sites():
        if not person.works_at(site.id) or (after is not None and after.works_at(site.id)):
            continue
        try:
            seats.sit(house.queue, site, "", str(person.id), Wish.GONE, uuid.uuid4().hex)
        except QueueUnreachableError:
            log.warning("who was sent to somebody who is gone still waits for them", site=site.id, person=person.id)
