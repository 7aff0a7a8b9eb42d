"""The wire form of a print job: the one file that the server and the print agent share.

It imports the standard library only, so that either side can use it without the other.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any, Final

TICKET: Final = "ticket"
TEST: Final = "test"


class JobUnreadableError(ValueError):
    """The job the server sent is not one this agent can print; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One ticket to print, complete in itself: the agent looks nothing up.

    id             the job's id, echoed in the outcome
    site_name      as printed at the head of the ticket
    number         what is called: "A012"; empty on a test print
    need_label     the need in `language`
    language       BCP 47 code of the resident's language: "fr", "en", "ar"
    issued_at      RFC 3339 in the site's local time with its offset: "2026-11-23T10:42:00+01:00"
    ahead          people before this ticket when it was issued
    follow_url     absolute address of the phone page, drawn as the QR code; empty on a test print
    duplicate      True for a reprint, which carries the word DUPLICATA
    need_french    the need in French, for the mediator; empty when the catalogue has none
    pictogram      name of the need's pictogram; empty for none
    wait_low_min, wait_high_min    the wait in minutes as it was estimated, both or none
    kind           "ticket", or "test" for a test print, which is nobody's ticket
    """

    id: str
    site_name: str
    number: str
    need_label: str
    language: str
    issued_at: str
    ahead: int
    follow_url: str
    duplicate: bool = False
    need_french: str = ""
    pictogram: str = ""
    wait_low_min: int | None = None
    wait_high_min: int | None = None
    kind: str = TICKET

    def to_wire(self) -> dict[str, Any]:
        """The job as a JSON object."""
        return asdict(self)

    @classmethod
    def from_wire(cls, wire: object) -> PrintJob:
        """Read a job from a JSON object. Fields this version does not know are ignored.

        Raises JobUnreadableError when a field is missing or of the wrong type.
        """
        if not isinstance(wire, dict):
            raise JobUnreadableError("The print job is not a JSON object.")
        known: dict[str, Any] = {}
        for field in fields(cls):
            if field.name in wire:
                known[field.name] = _checked(field.name, wire[field.name])
            elif field.name in _NEEDED:
                raise JobUnreadableError(f"The print job has no “{field.name}”.")
        return cls(**known)


_NEEDED: Final = ("id", "site_name", "number", "need_label", "language", "issued_at", "ahead", "follow_url")
_KINDS: Final[dict[str, type]] = {"ahead": int, "duplicate": bool, "wait_low_min": int, "wait_high_min": int}
_MAY_BE_NULL: Final = ("wait_low_min", "wait_high_min")


def _checked(name: str, value: object) -> object:
    """A field's value, of the type that it must have. Raises JobUnreadableError."""
    kind = _KINDS.get(name, str)
    if value is None and name in _MAY_BE_NULL:
        return None
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise JobUnreadableError(f"The print job’s “{name}” is not a {kind.__name__}.")
    return value
