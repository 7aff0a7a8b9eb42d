"""A ticket as devices and phones see it, and its paper."""

from __future__ import annotations

from pydantic import Field

from server.domain.moves import State
from server.domain.screens import Way
from server.wire.common import Moment, PrintShown, Shown, WaitShown


class HeldShown(Shown):
    """A ticket, without the link that only its holder needs."""

    id: str
    number: str
    need: str
    language: str
    state: State
    ahead: int = Field(description="people who would be called before; 0 when not waiting")
    wait: WaitShown | None = Field(description="null while too little is known, and where a move is answered")
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


class PlaceShown(Shown):
    """A site or a counter by id and name."""

    id: str
    name: str


class FollowCounterShown(Shown):
    """The counter that calls, and where it is."""

    id: str
    label: str
    way: Way | None = Field(description="where it lies for who looks at a screen; null when nobody has said")
    place: dict[str, str] = Field(description="where it is, as a sign would say it, by language")


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
    counter: FollowCounterShown | None
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
    need_french: str
    pictogram: str
    wait_low_min: int | None
    wait_high_min: int | None
    kind: str
