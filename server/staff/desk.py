"""What one counter's desk shows, made from the queue's snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from server.domain.catalogue import FRENCH, Counter, Site
from server.domain.hours import Phase
from server.domain.ticket import spaced
from server.domain.visits import Stock
from server.queues.seats import Act
from server.queues.stays import Ended
from server.queues.waiting import Queue
from server.queues.waiting import Row as QueueRow
from server.staff.papers import Paper
from server.staff.readiness import Readiness
from server.staff.rows import InHand, Row, fresh, in_hand, row_of
from server.staff.seats.left import Alone, Carried
from server.staff.seats.sitter import Sitter
from server.staff.viewpoint import Viewpoint
from server.told.devices import DeviceLine
from server.told.strip import Strip


@dataclass(frozen=True, slots=True)
class Stop:
    """The kiosk gives no more tickets: since when, on the site's clock, and what it says in French, if anything."""

    since: str
    words: str | None


@dataclass(frozen=True, slots=True)
class Slip:
    """An act that can be taken back: about which ticket, and for how many milliseconds more."""

    ticket: str
    number: str
    verb: str
    left_ms: int

    @property
    def seconds(self) -> int:
        """Whole seconds, the last one told as one."""
        return -(-self.left_ms // 1000)


@dataclass(frozen=True, slots=True)
class ToTell:
    """A visit that is to be told of: its ticket, and until when it can be, on the site's clock."""

    ticket: str
    number: str
    until: str


@dataclass(frozen=True, slots=True)
class Desk:
    """A counter's desk at one version. Each button carries its own request_id.

    rows        who waits in the lines this counter calls from, in the order of call
    others      who waits elsewhere, reachable all the same
    hidden      people waiting whom neither list shows
    is_open     whether this counter calls
    readiness   whether it can take somebody in hand now
    strip       the site's printers
    hands       its screens and kiosks to which somebody has to go
    paper       the paper of the person in hand
    note        of a transfer, about the person in hand
    slip        the latest act, while it can be taken back
    sitter      who sits there: all else is shown to them alone
    alone       who is in hand at a counter that its mediator left
    carried     who is in hand where they sit who look at this counter from elsewhere
    latest      the visit that ended here last, while it can still be told
    to_tell     those that ended here, of which the site wants something said and nobody has said anything
    passes      the transport passes of the site, where few are left
    """

    site: Site
    counter: Counter
    version: int
    total: int
    rows: tuple[Row, ...]
    others: tuple[Row, ...]
    hidden: int
    parked: tuple[Row, ...]
    gone: tuple[Row, ...]
    hand: InHand | None
    is_open: bool
    readiness: Readiness
    phase: Phase
    stop: Stop | None
    strip: Strip
    hands: tuple[DeviceLine, ...]
    paper: Paper | None
    note: str | None
    slip: Slip | None
    sitter: Sitter
    alone: tuple[Alone, ...]
    carried: Carried | None
    latest: Ended | None
    to_tell: tuple[ToTell, ...]
    passes: Stock | None

    @classmethod
    def of(
        cls,
        eyes: Viewpoint,
        queue: Queue,
        strip: Strip,
        hands: tuple[DeviceLine, ...],
        paper: Paper | None,
        ended: Sequence[Ended],
        passes: Stock | None,
    ) -> Desk:
        """The desk of a counter."""
        ours = [row for row in queue.waiting if row.line in eyes.lines]
        others = [row for row in queue.waiting if row.line not in eyes.lines]
        hand = queue.hands.get(eyes.counter.id)

        def rows(found: Iterable[QueueRow]) -> tuple[Row, ...]:
            return tuple(row_of(row, queue.at, eyes) for row in found)

        return cls(
            site=eyes.site,
            counter=eyes.counter,
            version=queue.version,
            total=queue.total,
            rows=rows(ours),
            others=rows(others),
            hidden=max(0, queue.total - len(queue.waiting)),
            parked=rows(queue.parked),
            gone=rows(queue.gone),
            hand=None if hand is None else in_hand(hand, queue.at, eyes),
            is_open=eyes.counter.id not in queue.closed,
            readiness=Readiness.of(eyes, queue),
            phase=queue.phase,
            stop=_stop(eyes, queue),
            strip=strip,
            hands=hands,
            paper=paper,
            note=queue.notes.get(eyes.counter.id),
            slip=_slip(queue.acts.get(eyes.counter.id)),
            sitter=Sitter.of(eyes.site, eyes.counter, queue, eyes.me, eyes.mediators),
            alone=Alone.all(eyes, queue),
            carried=Carried.of(eyes, queue),
            latest=ended[-1] if ended else None,
            to_tell=_to_tell(eyes, ended),
            passes=passes,
        )

    @property
    def door(self) -> str:
        """What stands at the site's door: open, last_tickets, closed, or stopped by hand while it is open."""
        return "stopped" if self.stop and self.phase is Phase.OPEN else self.phase.value

    @property
    def latest_number(self) -> str:
        """The number of the visit that ended here last, as people read it."""
        return spaced(self.latest.number) if self.latest else ""

    def request_id(self) -> str:
        """A fresh name for one more button."""
        return fresh()


def _to_tell(eyes: Viewpoint, ended: Sequence[Ended]) -> tuple[ToTell, ...]:
    if not eyes.site.visit_asks:
        return ()
    return tuple(ToTell(each.ticket, spaced(each.number), eyes.clock(each.until)) for each in ended if not each.told)


def _slip(act: Act | None) -> Slip | None:
    if act is None:
        return None
    return Slip(act.ticket, spaced(act.number), act.verb.value, int(act.left.total_seconds() * 1000))


def _stop(eyes: Viewpoint, queue: Queue) -> Stop | None:
    if queue.stopped_at is None:
        return None
    return Stop(eyes.clock(queue.stopped_at), queue.message.get(FRENCH))
