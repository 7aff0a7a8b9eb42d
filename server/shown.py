"""From the domain's objects to their JSON forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import version
from typing import Any

from server import wire
from server.actions.corner import Corner
from server.actions.house import House
from server.actions.reception import follow_url
from server.domain.catalogue import Counter, Site
from server.domain.estimate import Wait
from server.domain.printer import Printer
from server.domain.screens import Screen
from server.domain.ticket import Sighting, Ticket
from server.queues.house import Door
from server.told.strip import Strip


def ticket(house: House, site: Site, seen: Ticket) -> wire.TicketShown:
    """A ticket, for kiosks and counters."""
    return wire.TicketShown(**held(seen), follow_url=follow_url(house, site, seen.secret))


def held(seen: Ticket) -> dict[str, Any]:
    """What staff and its holder see of a ticket alike."""
    return {
        "id": seen.id,
        "number": seen.number,
        "need": seen.need,
        "language": seen.language,
        "state": seen.state,
        "ahead": seen.ahead,
        "wait": _wait(seen.wait),
        "arrived_at": seen.arrived_at,
        "priority": seen.priority,
        "head_start_min": seen.head_start_min,
        "to_counter": seen.to_counter,
        "to_mediator": seen.to_mediator,
        "counter": seen.counter,
        "called_at": seen.called_at,
        "call_count": seen.call_count,
        "print": wire.PrintShown(id=seen.print.id, state=seen.print.state),
    }


def _wait(seen: Wait | None) -> wire.WaitShown | None:
    return None if seen is None else wire.WaitShown(low_min=seen.low_min, high_min=seen.high_min)


def site(here: Site, door: Door) -> wire.SiteShown:
    """What a site offers now."""
    return wire.SiteShown(
        site=here.id,
        name=here.name,
        timezone=here.timezone,
        open=door.gives_tickets,
        phase=door.phase.value,
        stopped=door.stopped,
        paper=door.paper,
        message=dict(door.texts),
        languages=list(here.languages),
        counters=[counter(each, open_now=each.id not in door.closed) for each in here.counters],
        needs=[
            wire.NeedShown(
                id=need.id,
                letter=need.letter,
                name=need.name,
                pictogram=need.pictogram,
                colour=need.colour,
                shape=need.shape,
                labels=dict(need.labels),
                hints=dict(need.hints),
                full=need.id in door.full,
            )
            for need in here.needs
        ],
        priorities=[wire.PriorityShown(**asdict(priority)) for priority in here.priorities],
        notices=[wire.NoticeShown(id=notice.id, texts=dict(notice.texts)) for notice in here.notices],
        screens=[_screen(screen) for screen in here.screens],
        messages=[wire.MessageShown(id=message.id, texts=dict(message.texts)) for message in here.messages],
    )


def counter(seen: Counter, *, open_now: bool) -> wire.CounterShown:
    """A counter as it works now."""
    return wire.CounterShown(
        id=seen.id, label=seen.label, needs=list(seen.needs), open=open_now, way=seen.way, place=dict(seen.place)
    )


def _screen(seen: Screen) -> wire.ScreenShown:
    return wire.ScreenShown(
        id=seen.id,
        name=seen.name,
        counters=list(seen.counters),
        needs=list(seen.needs),
        distance_m=seen.distance_m,
        diagonal_in=seen.diagonal_in,
        voice=seen.voice,
        mute=list(seen.mute),
        ways=dict(seen.ways),
    )


def corner(seen: Corner, gaps: Sequence[str]) -> wire.CornerShown:
    """What staff see in a kiosk's corner."""
    here, queue = seen.site, seen.queue
    strip = None if queue is None else Strip.of(here, queue.printers, queue.at, {})
    return wire.CornerShown(
        site=here.id,
        name=here.name,
        server=version("accueil"),
        queue=queue is not None,
        phase=queue.phase.value if queue else None,
        stopped=queue.stopped if queue else None,
        waiting=queue.total if queue else None,
        printers=[
            wire.PrinterLineShown(
                id=line.id,
                name=line.name,
                state=line.state,
                since=line.since,
                words=line.words,
                act=line.act,
                urgency=line.urgency.value,
                can_test=line.can_test,
            )
            for line in (strip.lines if strip else ())
        ],
        paper=strip.no_paper if strip else "",
        gaps=list(gaps),
    )


def printer(seen: Printer) -> wire.PrinterShown:
    """A printer and how it is."""
    how = seen.condition
    return wire.PrinterShown(
        id=seen.id,
        state=how.state,
        reason=how.reason or None,
        detail=how.detail,
        since=seen.since,
        tells_status=how.tells_status,
        confirms=how.confirms,
    )


def follow(here: Site, seen: Sighting) -> wire.FollowShown:
    """What the phone page shows."""
    held = seen.ticket
    # A need may have left the catalogue since: its ticket is followed all the same.
    labels = next((need.labels for need in here.needs if need.id == held.need), {})
    return wire.FollowShown(
        number=held.number,
        version=seen.version,
        site=wire.PlaceShown(id=here.id, name=here.name),
        need=wire.FollowNeedShown(id=held.need, labels=dict(labels)),
        language=held.language,
        languages=list(here.languages),
        state=held.state,
        ahead=held.ahead,
        wait=_wait(held.wait),
        counter=_counter(here, held.counter),
        called_at=held.called_at,
        call_count=held.call_count,
        at=seen.at,
    )


def _counter(here: Site, counter_id: str | None) -> wire.FollowCounterShown | None:
    if counter_id is None:
        return None
    # One that has left the catalogue since is told by its id.
    seen = next((each for each in here.counters if each.id == counter_id), Counter(counter_id, counter_id, ()))
    return wire.FollowCounterShown(id=seen.id, label=seen.label, way=seen.way, place=dict(seen.place))
