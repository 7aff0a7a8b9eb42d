"""The JSON forms that HTTP answers and Socket.IO pushes share; `shown.py` makes them from the domain's objects.

Times are RFC 3339 in UTC with milliseconds.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

from server.domain.moves import State


def _rfc3339(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


Moment = Annotated[datetime, PlainSerializer(_rfc3339, return_type=str)]


class Shown(BaseModel):
    """A JSON form: what it names, all of it, and nothing else."""

    model_config = ConfigDict(extra="forbid")


class WaitShown(Shown):
    """An expected wait, a range in minutes."""

    low_min: int
    high_min: int


class PrintShown(Shown):
    """The ticket's paper."""

    id: str
    state: Literal["queued", "claimed", "printed", "unconfirmed", "failed", "expired"]


class HeldShown(Shown):
    """A ticket, without the link that only its holder needs."""

    id: str
    number: str
    need: str
    language: str
    state: State
    ahead: int = Field(description="people who would be called before; 0 when not waiting")
    wait: WaitShown | None = Field(description="null while too little is known")
    arrived_at: Moment
    priority: str | None = Field(description="the reason of the head start, null without one")
    head_start_min: int = Field(description="minutes by which it is called earlier than its arrival would say")
    to_counter: str | None = Field(description="the counter it was sent to by name")
    to_mediator: str | None = Field(description="the mediator it was sent to by name")
    counter: str | None
    called_at: Moment | None
    call_count: int
    print: PrintShown


class TicketShown(HeldShown):
    """A ticket, for those who take it and print it."""

    follow_url: str


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


Phase = Annotated[
    Literal["open", "last_tickets", "closed"],
    Field(description="open; only calling those who have a ticket; closed"),
]


class SiteShown(Shown):
    """What a site offers now."""

    site: str
    name: str
    timezone: str
    open: bool = Field(description="whether a ticket can be taken at the kiosk now")
    phase: Phase
    stopped: bool = Field(description="a mediator stopped the kiosk's tickets for today")
    message: dict[str, str] = Field(description="why, in each language; empty for the ordinary words")
    languages: list[str]
    counters: list[CounterShown]
    needs: list[NeedShown]
    priorities: list[PriorityShown]
    notices: list[NoticeShown]


class CallShown(Shown):
    """A call as the waiting room sees it."""

    number: str
    counter: str
    label: str
    count: int
    called_at: Moment
    language: str


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


class HandShown(Shown):
    """A counter, whether it calls now, and the ticket in its hands."""

    id: str
    label: str
    open: bool
    ticket: HeldShown | None


class PrinterShown(Shown):
    """What is known of the site's printer."""

    seen: bool
    outcome: str | None
    detail: str | None
    at: Moment | None
    number: str | None


class QueueShown(Shown):
    """What staff see."""

    site: str
    version: int
    at: Moment
    open: bool = Field(description="whether the site receives people")
    phase: Phase
    stopped: bool
    total: int
    waiting: list[RowShown] = Field(description="in the order of call, a hundred a line at most")
    parked: list[RowShown] = Field(description="put aside, the longest first")
    gone: list[RowShown] = Field(description="absent or cancelled, the latest first: they can be restored")
    counters: list[HandShown]
    printer: PrinterShown


class MediatorShown(Shown):
    """Someone who works at the desk."""

    id: str
    name: str


class MediatorsShown(Shown):
    """Everybody to whom a ticket can be sent by name."""

    mediators: list[MediatorShown]


class PlaceShown(Shown):
    """A site or a counter by id and name."""

    id: str
    name: str


class LabelShown(Shown):
    """A counter by id and label."""

    id: str
    label: str


class FollowNeedShown(Shown):
    """A need by id and its labels."""

    id: str
    labels: dict[str, str]


class FollowShown(Shown):
    """What the phone page shows."""

    number: str
    version: int
    site: PlaceShown
    need: FollowNeedShown
    language: str
    languages: list[str]
    state: State
    ahead: int
    wait: WaitShown | None
    counter: LabelShown | None
    called_at: Moment | None
    call_count: int
    at: Moment


class JobShown(Shown):
    """A print job, complete in itself (printers/job.py)."""

    id: str
    site_name: str
    number: str
    need_label: str
    language: str
    issued_at: str
    ahead: int
    follow_url: str
    duplicate: bool
