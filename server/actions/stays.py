"""From the queue to the records: the visits of which nobody says anything, and those whose end was taken back.

A ticket that is done leaves what its record is made of in the step that ends it, whoever ended it: a desk, a device, or
the call of the next person. It is written down from there some seconds later, when nobody can take the end back any
more; while the records are away it waits. So no call waits for a visit to be written, and no visit is lost. Who calls
and which sites there are is asked of the records all the same: some seconds after they went, a desk calls no more.
"""

from __future__ import annotations

from server.actions.house import House
from server.domain.catalogue import Site
from server.domain.errors import RecordsUnreachableError
from server.queues import stays


def write_down(house: House, site: Site) -> int:
    """Write down what is due. Gives how much was.

    Many processes may: each writes the same. Raises QueueUnreachableError, RecordsUnreachableError.
    """
    due = stays.due(house.queue, site)
    for left in due:
        _write(house, site, left)
    return len(due)


def take_back(house: House, site: Site) -> None:
    """Let go of the records of visits whose end was taken back, and put their passes back into the stock.

    The queue has taken the ends back before. What the records cannot do now, `write_down` does later.
    """
    try:
        for left in stays.due(house.queue, site):
            if left.stay is None:
                _write(house, site, left)
    except RecordsUnreachableError:
        return


def let_go(house: House, site: Site, left: stays.Left) -> None:
    """Let go of the record of an earlier end of this visit, before this one's is written."""
    if left.taken_back is not None:
        house.visits.take_back(site, left.ticket, left.taken_back)


def _write(house: House, site: Site, left: stays.Left) -> None:
    if left.stay is None:
        house.visits.take_back(site, left.ticket, left.at)
    else:
        let_go(house, site, left)
        house.visits.keep_stay(site, left.stay)
    stays.kept(house.queue, site, left.ticket, left.text)
