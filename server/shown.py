"""From the domain's objects to their JSON forms."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from server import wire
from server.actions.house import House
from server.actions.reception import follow_url
from server.domain.catalogue import Site
from server.domain.ticket import Sighting, Ticket
from server.queues.board import Board, Queue


def ticket(house: House, site: Site, seen: Ticket) -> wire.TicketShown:
    """A ticket, for kiosks and counters."""
    return wire.TicketShown(**_held(seen), follow_url=follow_url(house, site, seen.secret))


def _held(seen: Ticket) -> dict[str, Any]:
    return {
        "id": seen.id,
        "number": seen.number,
        "need": seen.need,
        "language": seen.language,
        "state": seen.state,
        "ahead": seen.ahead,
        "wait": None,
        "arrived_at": seen.arrived_at,
        "counter": seen.counter,
        "called_at": seen.called_at,
        "call_count": seen.call_count,
        "print": wire.PrintShown(id=seen.print.id, state=seen.print.state),
    }


def site(here: Site) -> wire.SiteShown:
    """What a site offers."""
    return wire.SiteShown(
        site=here.id,
        name=here.name,
        timezone=here.timezone,
        open=here.open,
        languages=list(here.languages),
        counters=[wire.CounterShown(id=c.id, label=c.label, needs=list(c.needs)) for c in here.counters],
        needs=[wire.NeedShown(**asdict(need)) for need in here.needs],
    )


def board(here: Site, seen: Board) -> wire.BoardShown:
    """What a display shows."""
    labels = _labels(here)
    calls = [
        wire.CallShown(
            number=call.number,
            counter=call.counter,
            label=labels.get(call.counter, call.counter),
            count=call.count,
            called_at=call.called_at,
            language=call.language,
        )
        for call in seen.calls
    ]
    return wire.BoardShown(
        site=here.id,
        version=seen.version,
        at=seen.at,
        open=here.open,
        calls=calls,
        waiting=seen.waiting,
    )


def queue(here: Site, seen: Queue) -> wire.QueueShown:
    """What staff see."""
    hands = {counter: wire.HeldShown(**_held(in_hand)) for counter, in_hand in seen.hands.items()}
    return wire.QueueShown(
        site=here.id,
        version=seen.version,
        at=seen.at,
        open=here.open,
        total=seen.total,
        waiting=[
            wire.RowShown(
                id=row.id,
                number=row.number,
                need=row.need,
                language=row.language,
                arrived_at=row.arrived_at,
            )
            for row in seen.waiting
        ],
        counters=[wire.HandShown(id=c.id, label=c.label, ticket=hands.get(c.id)) for c in here.counters],
        printer=wire.PrinterShown(**asdict(seen.printer)),
    )


def follow(here: Site, seen: Sighting) -> wire.FollowShown:
    """What the phone page shows."""
    held = seen.ticket
    need = here.need(held.need)
    return wire.FollowShown(
        number=held.number,
        version=seen.version,
        site=wire.PlaceShown(id=here.id, name=here.name),
        need=wire.FollowNeedShown(id=need.id, labels=dict(need.labels)),
        language=held.language,
        languages=list(here.languages),
        state=held.state,
        ahead=held.ahead,
        wait=None,
        counter=_counter(here, held.counter),
        called_at=held.called_at,
        call_count=held.call_count,
        at=seen.at,
    )


def _labels(here: Site) -> dict[str, str]:
    return {counter.id: counter.label for counter in here.counters}


def _counter(here: Site, counter_id: str | None) -> wire.LabelShown | None:
    if counter_id is None:
        return None
    return wire.LabelShown(id=counter_id, label=_labels(here).get(counter_id, counter_id))
