"""The shapes of what is asked of one ticket: by devices, and by whoever holds its follow link."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from server.actions.counter import VERBS
from server.actions.reception import OWN_VERBS
from server.api.schemas import WHOLE, Asked, Id, Mediator, Reason, RequestId
from server.domain.seats import NOTE_AT_MOST

People = Annotated[
    int,
    Field(ge=1, le=20, description="let_pass: how many go first; one where nothing is said"),
    WHOLE,
]
Note = Annotated[
    str,
    Field(max_length=NOTE_AT_MOST, description="transfer: a word for whoever has the person next, and for nobody else"),
]
Tongue = Annotated[Id, Field(description="set_language: a language of the site")]


class MoveAsked(Asked):
    """Move a ticket."""

    verb: Annotated[
        Id,
        # The action refuses others, and tells which there are.
        Field(
            description="a move of the ticket; 409 says which its state allows", json_schema_extra={"enum": list(VERBS)}
        ),
    ]
    request_id: RequestId
    counter: Annotated[Id | None, Field(description="the counter that acts: it must hold the ticket, or takes it")] = (
        None
    )
    mediator: Mediator | None = None
    to_need: Annotated[Id | None, Field(description="transfer: the need afterwards")] = None
    to_counter: Annotated[Id | None, Field(description="transfer: the counter it is sent to")] = None
    to_mediator: Annotated[Id | None, Field(description="transfer: the id of the mediator it is sent to")] = None
    priority: Annotated[Id | None, Field(description="prioritise: the reason; null takes it back")] = None
    people: People | None = None
    language: Tongue | None = None
    note: Note | None = None
    reason: Reason | None = None


class OwnMoveAsked(Asked):
    """What the holder of a follow link asks of their ticket."""

    verb: Annotated[
        Id,
        Field(description="what to do with the ticket", json_schema_extra={"enum": list(OWN_VERBS)}),
    ]
    request_id: RequestId
    people: People | None = None
    language: Tongue | None = None
