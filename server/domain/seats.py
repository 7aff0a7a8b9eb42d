"""A person at a counter: who sits there, why it is closed for now, and what they can take back."""

from __future__ import annotations

from enum import StrEnum

from server.domain.errors import RefusalError

WHY_AT_MOST = 80
"""Characters of one's own words for a pause: they stand in one line beside the counter."""

NOTE_AT_MOST = 200
"""Characters of a note for the colleague who has somebody next: a sentence or two."""


class Pause(StrEnum):
    """Why a counter is closed for now, for those who need no other words."""

    BREAK = "break"
    MEETING = "meeting"
    END_OF_SERVICE = "end_of_service"


class CounterTakenError(RefusalError):
    """Somebody else sits at the counter, or nobody does any more; `extra` says who and since when."""

    code = "counter_taken"


class TooLateError(RefusalError):
    """The act cannot be taken back any more: time has gone by, or something else was done with its tickets."""

    code = "too_late"
