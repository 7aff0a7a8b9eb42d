"""The staff's snapshot as JSON: who waits, and what each counter is doing."""

from __future__ import annotations

from server import wire
from server.domain.catalogue import COUNTER_LINE, MEDIATOR_LINE, Counter, Site
from server.domain.ticket import sent_to
from server.queues.waiting import Queue, Row
from server.shown import held, printer


def queue(here: Site, seen: Queue) -> wire.QueueShown:
    """What staff see."""
    return wire.QueueShown(
        site=here.id,
        version=seen.version,
        revision=here.revision,
        at=seen.at,
        open=seen.open,
        phase=seen.phase.value,
        stopped=seen.stopped,
        total=seen.total,
        waiting=[_row(row) for row in seen.waiting],
        parked=[_row(row) for row in seen.parked],
        gone=[_row(row) for row in seen.gone],
        counters=[_counter_at_work(each, seen) for each in (*here.counters, *_gone_counters(here, seen))],
        printers=[printer(each) for each in seen.printers],
    )


def _gone_counters(here: Site, seen: Queue) -> list[Counter]:
    """Counters that left the catalogue with somebody in hand: who is there must not be out of sight."""
    known = {each.id for each in here.counters}
    return [Counter(counter, counter, ()) for counter in sorted(seen.hands) if counter not in known]


def _counter_at_work(at: Counter, seen: Queue) -> wire.HandShown:
    ticket, closing, seat = seen.hands.get(at.id), seen.closings.get(at.id), seen.seats.get(at.id)
    return wire.HandShown(
        id=at.id,
        label=at.label,
        open=closing is None,
        reason=closing.reason if closing else "",
        mediator=seat.person if seat else None,
        ticket=None if ticket is None else wire.HeldShown(**held(ticket)),
        note=seen.notes.get(at.id),
    )


def _row(row: Row) -> wire.RowShown:
    return wire.RowShown(
        id=row.id,
        number=row.number,
        need=row.need,
        language=row.language,
        state=row.state,
        arrived_at=row.arrived_at,
        priority=row.priority,
        head_start_min=row.head_start_min,
        to_counter=sent_to(row.line, COUNTER_LINE),
        to_mediator=sent_to(row.line, MEDIATOR_LINE),
        noted=row.noted,
    )
