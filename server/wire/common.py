"""What every JSON form is, and the few that others hold."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer


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


Phase = Annotated[
    Literal["open", "last_tickets", "closed"],
    Field(description="open; only calling those who have a ticket; closed"),
]
