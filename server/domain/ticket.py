"""What a ticket is, and how its number is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from server.domain.catalogue import COUNTER_LINE, MEDIATOR_LINE
from server.domain.estimate import Wait
from server.domain.moves import State


def spaced(number: str) -> str:
    r"""The number as people read it, a narrow no-break space between letter and digits.

    >>> spaced("A012")
    'A\u202f012'
    """
    return f"{number[0]}\u202f{number[1:]}"


@dataclass(frozen=True, slots=True)
class PrintState:
    """Where the paper of a ticket stands: queued, claimed, printed, unconfirmed, failed or expired."""

    id: str
    state: str


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ticket as it was read or answered at one moment of the site's clock.

    id           unique within the site and ordered like arrivals (the site's sequence number, 12 digits)
    line         where it waits or waited: its need's id, or the name of a counter's or a mediator's line
    ahead        people who would be called before this one; 0 when it is not waiting
    head_start_min, priority    how much earlier it is called, and the id of the reason; 0 and None without one
    secret       the follow link's random part; never logged
    wait         how long it is likely to wait from then on; None when nobody can say, or it is not waiting
    """

    id: str
    number: str
    need: str
    line: str
    language: str
    state: State
    ahead: int
    arrived_at: datetime
    head_start_min: int
    priority: str | None
    counter: str | None
    called_at: datetime | None
    call_count: int
    secret: str
    print: PrintState
    wait: Wait | None = None

    @property
    def to_counter(self) -> str | None:
        """The counter it was sent to by name."""
        return sent_to(self.line, COUNTER_LINE)

    @property
    def to_mediator(self) -> str | None:
        """The mediator it was sent to by name."""
        return sent_to(self.line, MEDIATOR_LINE)


def sent_to(line: str, kind: str) -> str | None:
    """Whom a line belongs to, when it is a line of this kind: COUNTER_LINE or MEDIATOR_LINE."""
    return line.removeprefix(kind) if line.startswith(kind) else None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a changing call gives back: the ticket, and whether this repeats an earlier answer."""

    ticket: Ticket
    repeat: bool


@dataclass(frozen=True, slots=True)
class Sighting:
    """A ticket as it stood at one version of its site, at one moment of the site's clock."""

    ticket: Ticket
    version: int
    at: datetime
