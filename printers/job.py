"""The wire form of a print job: the one file that the server and the print agent share.

It imports the standard library only, so that either side can use it without the other.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any


class JobUnreadableError(ValueError):
    """The job the server sent is not one this agent can print; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One ticket to print, complete in itself: the agent looks nothing up.

    id           the job's id, echoed in the outcome
    site_name    as printed at the head of the ticket
    number       what is called: "A012"
    need_label   the need in `language`
    language     BCP 47 code of the resident's language: "fr", "en", "ar"
    issued_at    RFC 3339 in the site's local time with its offset: "2026-11-23T10:42:00+01:00"
    ahead        people before this ticket when it was issued
    follow_url   absolute address of the phone page, drawn as the QR code
    duplicate    True for a reprint, which carries the word DUPLICATA
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
        kinds = {"ahead": int, "duplicate": bool}
        known: dict[str, Any] = {}
        for field in fields(cls):
            if field.name not in wire:
                if field.name == "duplicate":
                    continue
                raise JobUnreadableError(f"The print job has no “{field.name}”.")
            kind = kinds.get(field.name, str)
            value = wire[field.name]
            if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
                raise JobUnreadableError(f"The print job’s “{field.name}” is not a {kind.__name__}.")
            known[field.name] = value
        return cls(**known)
