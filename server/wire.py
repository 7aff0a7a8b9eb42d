"""The JSON forms that HTTP answers and Socket.IO pushes share; `shown.py` makes them from the domain's objects.

Times are RFC 3339 in UTC with milliseconds.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field, PlainSerializer


def _rfc3339(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


Moment = Annotated[datetime, PlainSerializer(_rfc3339, return_type=str)]


class WaitShown(BaseModel):
    """An expected wait, a range in minutes."""

    low_min: int
    high_min: int


class PrintShown(BaseModel):
    """The ticket's paper."""

    id: str
    state: Literal["queued", "claimed", "printed", "unconfirmed", "failed", "expired"]


class HeldShown(BaseModel):
    """A ticket, without the link that only its holder needs."""

    id: str
    number: str
    need: str
    language: str
    state: str
    ahead: int = Field(description="people who would be called before; 0 when not waiting")
    wait: WaitShown | None = Field(description="null while too little is known")
    arrived_at: Moment
    counter: str | None
    called_at: Moment | None
    call_count: int
    print: PrintShown


class TicketShown(HeldShown):
    """A ticket, for those who take it and print it."""

    follow_url: str


class NeedShown(BaseModel):
    """A need, with its words by language and its look."""

    id: str
    letter: str
    name: str
    pictogram: str
    colour: str
    shape: str
    labels: dict[str, str]
    hints: dict[str, str]


class CounterShown(BaseModel):
    """A counter and the ids of the needs it serves."""

    id: str
    label: str
    needs: list[str]


class SiteShown(BaseModel):
    """What a site offers now."""

    site: str
    name: str
    timezone: str
    open: bool
    languages: list[str]
    counters: list[CounterShown]
    needs: list[NeedShown]


class CallShown(BaseModel):
    """A call as the waiting room sees it."""

    number: str
    counter: str
    label: str
    count: int
    called_at: Moment
    language: str


class BoardShown(BaseModel):
    """What a display shows; it never carries a name or a need."""

    site: str
    version: int
    at: Moment
    open: bool
    calls: list[CallShown]
    waiting: int


class RowShown(BaseModel):
    """A waiting ticket in the queue."""

    id: str
    number: str
    need: str
    language: str
    arrived_at: Moment


class HandShown(BaseModel):
    """A counter and the ticket in its hands."""

    id: str
    label: str
    ticket: HeldShown | None


class PrinterShown(BaseModel):
    """What is known of the site's printer."""

    seen: bool
    outcome: str | None
    detail: str | None
    at: Moment | None
    number: str | None


class QueueShown(BaseModel):
    """What staff see."""

    site: str
    version: int
    at: Moment
    open: bool
    total: int
    waiting: list[RowShown]
    counters: list[HandShown]
    printer: PrinterShown


class PlaceShown(BaseModel):
    """A site or a counter by id and name."""

    id: str
    name: str


class LabelShown(BaseModel):
    """A counter by id and label."""

    id: str
    label: str


class FollowNeedShown(BaseModel):
    """A need by id and its labels."""

    id: str
    labels: dict[str, str]


class FollowShown(BaseModel):
    """What the phone page shows."""

    number: str
    version: int
    site: PlaceShown
    need: FollowNeedShown
    language: str
    languages: list[str]
    state: str
    ahead: int
    wait: WaitShown | None
    counter: LabelShown | None
    called_at: Moment | None
    call_count: int
    at: Moment


class JobShown(BaseModel):
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
