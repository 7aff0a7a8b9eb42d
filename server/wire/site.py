"""What a site offers, its board and its queue."""

from __future__ import annotations

from pydantic import Field

from server.domain.moves import State
from server.domain.printer import PrinterState
from server.domain.screens import Way
from server.wire.common import Moment, Phase, Shown
from server.wire.ticket import HeldShown


class NeedShown(Shown):
    """A need, with its words by language and its look."""

    id: str
    letter: str
    name: str
    pictogram: str
    colour: str
    shape: str
    labels: dict[str, str]
    hints: dict[str, str]
    full: bool = Field(description="as many people wait for it as the site allows: the kiosk gives no ticket for it")


class CounterShown(Shown):
    """A counter, the ids of the needs it serves, and whether it calls now."""

    id: str
    label: str
    needs: list[str]
    open: bool
    way: Way | None = Field(description="where it lies for who looks at a screen; null when nobody has said")
    place: dict[str, str] = Field(description="where it is, as a sign would say it, by language")


class PriorityShown(Shown):
    """A priority reason; `kiosk`: one may say it at the kiosk."""

    id: str
    minutes: int
    labels: dict[str, str]
    kiosk: bool


class NoticeShown(Shown):
    """Ready words for when the kiosk gives no tickets."""

    id: str
    texts: dict[str, str]


class ScreenShown(Shown):
    """A waiting-room screen, opened as /display/SITE/ID."""

    id: str
    name: str
    counters: list[str] = Field(description="the counters whose calls it shows; empty: all")
    needs: list[str] = Field(description="the needs whose calls it shows; empty: all")
    distance_m: float = Field(description="from where it is read at most")
    diagonal_in: float = Field(description="of its picture")
    voice: bool
    mute: list[str] = Field(description="periods such as 12:00-14:00, in the site's time, without chime and voice")
    ways: dict[str, Way] = Field(description="where a counter lies from here, when otherwise than the counter says")


class MessageShown(Shown):
    """What the screens tell in turn."""

    id: str
    texts: dict[str, str]


class SiteShown(Shown):
    """What a site offers now."""

    site: str
    name: str
    timezone: str
    open: bool = Field(description="whether a ticket can be taken at the kiosk now")
    phase: Phase
    stopped: bool = Field(description="a mediator stopped the kiosk's tickets for today")
    paper: bool = Field(description="whether paper can be expected: false when no printer can print now")
    message: dict[str, str] = Field(description="why, in each language; empty for the ordinary words")
    languages: list[str]
    counters: list[CounterShown]
    needs: list[NeedShown]
    priorities: list[PriorityShown]
    notices: list[NoticeShown]
    screens: list[ScreenShown]
    messages: list[MessageShown]


class CallShown(Shown):
    """A call as the waiting room sees it."""

    seq: int = Field(description="the site's version that it made: tells calls apart and orders them")
    number: str
    counter: str
    label: str
    count: int
    called_at: Moment
    language: str


class NewsShown(Shown):
    """Stands for what a site says of itself: it differs once that does."""

    mark: str


class BoardShown(Shown):
    """What a display shows; it never carries a name or a need."""

    site: str
    version: int
    at: Moment
    open: bool = Field(description="whether the site receives people")
    phase: Phase
    stopped: bool
    calls: list[CallShown]
    waiting: int
    screen: str | None = Field(description="whose board it is; null for all of the site")
    oldest: int = Field(description="every call from this seq on is among the calls: one that is not was taken back")
    hash: str = Field(description="of what it says, but version and time: a screen that holds the same shows the same")
    setup: str = Field(description="changes with what GET /sites/{site} says of counters, screens, messages, languages")
    build: str = Field(description="changes with the display's own files")


class CallsShown(Shown):
    """Calls that fell between two boards, the earliest first."""

    calls: list[CallShown]


class RowShown(Shown):
    """A ticket in a list of the queue."""

    id: str
    number: str
    need: str
    language: str
    state: State
    arrived_at: Moment
    priority: str | None
    head_start_min: int
    to_counter: str | None
    to_mediator: str | None
    noted: bool = Field(description="whether there is a note for whoever has the person next")


class HandShown(Shown):
    """A counter, whether it calls now, and the ticket in its hands."""

    id: str
    label: str
    open: bool
    reason: str = Field(description="why it is closed: break, meeting, end_of_service, or words; empty where unsaid")
    mediator: str | None = Field(description="the id of whoever sits there; null where nobody took it at a desk")
    ticket: HeldShown | None
    note: str | None = Field(description="of the transfer that brought the person here")


class PrinterShown(Shown):
    """A printer of the site. `since`: null for one that was never heard of."""

    id: str
    state: PrinterState
    reason: str | None = Field(description="why it is down, or low: paper_out, cover_open, unreachable …")
    detail: str
    since: Moment | None
    tells_status: bool | None = Field(description="whether it tells of paper and cover; null while not known")
    confirms: bool | None = Field(description="whether it says that a ticket was printed; null while not known")


class QueueShown(Shown):
    """What staff see."""

    site: str
    version: int
    revision: int = Field(description="raised when the site is set up otherwise, which is no change of the queue")
    at: Moment
    open: bool = Field(description="whether the site receives people")
    phase: Phase
    stopped: bool
    total: int
    waiting: list[RowShown] = Field(description="in the order of call, a hundred a line at most")
    parked: list[RowShown] = Field(description="put aside, the longest first")
    gone: list[RowShown] = Field(description="absent or cancelled, the latest first: they can be restored")
    counters: list[HandShown]
    printers: list[PrinterShown] = Field(description="in the order in which they are asked for paper")


class MediatorShown(Shown):
    """Someone who works at the desk."""

    id: str
    name: str


class MediatorsShown(Shown):
    """Everybody to whom a ticket can be sent by name."""

    mediators: list[MediatorShown]
