"""The shapes of requests, and of the answers that only HTTP gives."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from server import wire
from server.domain.printer import Fault, PrinterState
from server.domain.seats import WHY_AT_MOST, Pause

MAX_BODY_BYTES = 16 * 1024


def _whole(asked: object) -> object:
    """5.0 is a whole number, to JSON as to its schema."""
    return int(asked) if isinstance(asked, float) and asked.is_integer() else asked


WHOLE = BeforeValidator(_whole)
"""Reads a whole number however JSON writes it."""

RequestId = Annotated[
    str,
    Field(
        pattern=r"^[\x21-\x7e]{1,128}$",
        description="Names this request: a repeat gets the first answer and changes nothing. A UUID does well.",
    ),
]
Id = Annotated[str, Field(min_length=1, max_length=64)]
Mediator = Annotated[str, Field(min_length=1, max_length=64, description="id of the mediator who acts")]
Reason = Annotated[str, Field(max_length=200, description="a word for the journal; no name, nothing of a person")]


class Asked(BaseModel):
    """A request body: unknown fields are refused, so that a misspelt one is noticed."""

    model_config = ConfigDict(extra="forbid", strict=True)


class IssueAsked(Asked):
    """Take a ticket."""

    need: Id
    language: Id
    request_id: RequestId
    priority: Annotated[Id | None, Field(description="id of a priority reason of the site")] = None


class CallAsked(Asked):
    """Call the next ticket, or the one named."""

    request_id: RequestId
    ticket: Id | None = None
    mediator: Mediator | None = None
    reason: Reason | None = None


class IssuingAsked(Asked):
    """Stop the kiosk's tickets for today, with words that say why, or give them again."""

    request_id: RequestId
    issuing: bool
    notice: Annotated[Id | None, Field(description="id of a ready notice of the site")] = None
    texts: Annotated[
        dict[Id, Annotated[str, Field(max_length=300)]] | None,
        Field(description="or words of one's own by language: in French, and in others as one can", max_length=50),
    ] = None
    mediator: Mediator | None = None


class CounterAsked(Asked):
    """Open or close a counter for now, and choose the needs it serves."""

    request_id: RequestId
    open: bool | None = None
    needs: Annotated[list[Id] | None, Field(max_length=100)] = None
    mediator: Mediator | None = None
    reason: Annotated[
        str | None,
        Field(max_length=WHY_AT_MOST, description=f"why it closes: {', '.join(Pause)}, or words for colleagues"),
    ] = None


Instance = Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]{1,64}$", description="names the agent's process")]


class ReprintAsked(Asked):
    """One more paper of a ticket."""

    request_id: RequestId
    counter: Annotated[Id | None, Field(description="the counter that asks")] = None
    mediator: Mediator | None = None


class TestPrintAsked(Asked):
    """A paper that is nobody's ticket."""

    __test__ = False  # its name is no test's

    request_id: RequestId
    counter: Annotated[Id | None, Field(description="the counter that asks")] = None
    mediator: Mediator | None = None


class PrinterAsked(Asked):
    """An agent announces a printer, and says how it is."""

    instance: Instance
    address: Annotated[str, Field(min_length=1, max_length=200, description="the printer's URL without its settings")]
    state: Literal["ready", "low", "silent", "down"]
    reason: Fault | None = None
    detail: Annotated[str, Field(max_length=500)] = ""
    tells_status: Annotated[bool | None, Field(description="whether it tells of paper and cover")] = None
    confirms: Annotated[bool | None, Field(description="whether it says that a ticket was printed")] = None


class WaitAsked(BaseModel):
    """For which printer, and how long to wait for a job."""

    model_config = ConfigDict(allow_inf_nan=False)

    wait: Annotated[
        float, Field(ge=0, description="seconds to wait when there is no job; more than 30 counts as 30")
    ] = 0.0
    printer: Annotated[
        str, Field(pattern=r"^([a-z0-9-]{1,32})?$", description="the printer, as announced; with `instance`")
    ] = ""
    instance: Annotated[
        str, Field(pattern=r"^([A-Za-z0-9._-]{1,64})?$", description="names the agent's process; with `printer`")
    ] = ""


class SpeechAsked(BaseModel):
    """What to say, and in which language."""

    language: Id
    text: Annotated[str, Field(min_length=1, max_length=400, description="a sentence or two, as plain text")]


class OutcomeAsked(Asked):
    """What became of a print job."""

    outcome: Literal["printed", "unconfirmed", "failed"]
    reason: Annotated[Fault | None, Field(description="why it failed")] = None
    detail: Annotated[str, Field(max_length=500)] | None = None
    sent: Annotated[
        bool, Field(description="failed: whether some of it may have reached the printer; if not, another one may try")
    ] = True


class DemoTokenAsked(Asked):
    """A device token for a page of the demo."""

    site: Id
    role: Literal["kiosk", "display"]


class IssuingShown(wire.Shown):
    """Whether the kiosk gives tickets, as far as people decide it."""

    issuing: bool


class JobStateShown(wire.Shown):
    """A print job's state."""

    id: str
    state: Literal["queued", "claimed", "printed", "unconfirmed", "failed", "expired"]


class PrinterStateShown(wire.Shown):
    """How a printer is, as it was announced."""

    id: str
    state: PrinterState


class TokenShown(wire.Shown):
    """A device token, shown once."""

    token: str


class Alive(wire.Shown):
    """The process answers."""

    status: Literal["ok"] = "ok"


class Ready(wire.Shown):
    """Everything that the server stands on answers."""

    status: Literal["ready"] = "ready"
    parts: dict[str, bool]
