"""The shapes of requests, and of the answers that only HTTP gives."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

MAX_BODY_BYTES = 16 * 1024

RequestId = Annotated[
    str,
    Field(
        pattern=r"^[\x21-\x7e]{1,128}$",
        description="Names this request: a repeat gets the first answer and changes nothing. A UUID does well.",
    ),
]
Id = Annotated[str, Field(min_length=1, max_length=64)]


class Asked(BaseModel):
    """A request body: unknown fields are refused, so that a misspelt one is noticed."""

    model_config = ConfigDict(extra="forbid", strict=True)


class IssueAsked(Asked):
    """Take a ticket."""

    need: Id
    language: Id
    request_id: RequestId
    priority: Annotated[None, Field(description="no priority reason is offered yet")] = None


class CallAsked(Asked):
    """Call the next ticket, or the one named."""

    request_id: RequestId
    ticket: Id | None = None


class MoveAsked(Asked):
    """Move a ticket that a counter called."""

    verb: Id
    request_id: RequestId
    counter: Id | None = None
    to_need: Id | None = None
    to_counter: Id | None = None
    reason: Annotated[str, Field(max_length=200)] | None = None


class OutcomeAsked(Asked):
    """What became of a print job."""

    outcome: Literal["printed", "unconfirmed", "failed"]
    detail: Annotated[str, Field(max_length=500)] | None = None


class DemoTokenAsked(Asked):
    """A device token for a page of the demo."""

    site: Id
    role: Literal["kiosk", "display"]


class JobStateShown(BaseModel):
    """A print job's state."""

    id: str
    state: str


class TokenShown(BaseModel):
    """A device token, shown once."""

    token: str


class Problem(BaseModel):
    """An RFC 9457 problem; `code` is stable."""

    type: str
    title: str
    status: int
    detail: str
    code: str
