"""A site's day: what stands at its door, when it stops giving tickets, which counters are open, and its end."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from server.actions.house import House
from server.domain.catalogue import Site
from server.domain.errors import MisplacedFieldError, NeedUnservedError
from server.queues import house as queue_house
from server.queues.house import CounterChange, CounterStands, Door


def look(house: House, site: Site) -> Door:
    """What stands at the door now. Raises QueueUnreachableError, also when no ticket could be given."""
    return queue_house.door(house.queue, site)


def stop_issuing(
    house: House,
    site: Site,
    request_id: str,
    *,
    notice: str | None = None,
    texts: Mapping[str, str] | None = None,
    mediator: str = "",
    corner: str = "",
) -> None:
    """The kiosk gives no more tickets today, with a ready notice, with words of one's own, or without.

    A mediator asks it at the desk, or somebody at the staff corner of a kiosk, which `corner` names.

    Raises UnknownNoticeError, MessageIncompleteError, UnknownLanguageError, RequestIdReusedError, and
    MisplacedFieldError when both a notice and words are given.
    """
    if notice is not None and texts is not None:
        raise MisplacedFieldError("Donnez soit un message prêt, soit des mots à vous.", field="notice")
    words: Mapping[str, str] = {}
    if texts is not None:
        words = site.written(texts)
    elif notice is not None:
        words = site.notice(notice).texts
    queue_house.stop_issuing(house.queue, site, request_id, words, mediator, corner)


def resume_issuing(house: House, site: Site, request_id: str, *, mediator: str = "", corner: str = "") -> None:
    """The kiosk gives tickets again."""
    queue_house.resume_issuing(house.queue, site, request_id, mediator, corner)


def set_counter(house: House, site: Site, change: CounterChange, request_id: str, *, mediator: str) -> CounterStands:
    """Open or close a counter and choose its needs, as one request. Gives the counter as it was first answered.

    The needs stand in the records, which know no request_id: they are written before the answer is kept, and never
    again after. Raises UnknownCounterError, UnknownNeedError, NeedUnservedError, RequestIdReusedError.
    """
    site.counter(change.counter)
    if change.needs is not None:
        for need_id in change.needs:
            site.need(need_id)
        _check_served(site, change.counter, change.needs)
        change = replace(change, needs=tuple(need.id for need in site.needs if need.id in change.needs))
    before = queue_house.counter_answered(house.queue, site, change, request_id)
    if before is not None:
        return before
    if change.needs is not None:
        house.catalogue.serve(site.id, change.counter, list(change.needs))
    return queue_house.set_counter(house.queue, site, change, request_id, mediator)


def _check_served(site: Site, counter_id: str, needs: Collection[str]) -> None:
    """Raises NeedUnservedError when this counter is the last to serve a need: its people would wait for nobody."""
    others = {need for counter in site.counters if counter.id != counter_id for need in counter.needs}
    left = set(site.counter(counter_id).needs) - set(needs) - others
    names = [need.name for need in site.needs if need.id in left]
    if names:
        raise NeedUnservedError(
            f"Aucun autre guichet ne sert : {', '.join(names)}. Donnez d’abord ce besoin à un autre guichet.",
            needs=[need.id for need in site.needs if need.id in left],
        )


def turn(house: House, site: Site) -> int:
    """End the day when it is over, also one that a machine which was off left open. Gives how many tickets expired."""
    return house.queue.turn(site)
