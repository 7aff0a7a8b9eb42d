"""Who sits at which counter of a site."""

from __future__ import annotations

from server.actions.house import House
from server.domain.catalogue import Site
from server.queues import seats
from server.queues.seats import Wish


def sit(house: House, site: Site, counter_id: str, person_id: str, wish: Wish, request_id: str) -> None:
    """Somebody takes a counter, in somebody else's place if they wish it, or leaves it.

    Raises UnknownCounterError, CounterTakenError, RequestIdReusedError.
    """
    site.counter(counter_id)
    seats.sit(house.queue, site, counter_id, person_id, wish, request_id)
