"""What became of a print job: a value that the agent reports, never an exception.

`Unconfirmed` is not a failure: the bytes left, and the printer did not say whether paper came out.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Printed:
    """The printer, or the preview's disk, said that the ticket is there."""

    def to_wire(self) -> dict[str, str]:
        """The outcome as the JSON object of PUT /api/v1/printers/jobs/{id}."""
        return {"outcome": "printed"}


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """Everything was sent, and nothing came back: only a person can tell."""

    def to_wire(self) -> dict[str, str]:
        """The outcome as the JSON object of PUT /api/v1/printers/jobs/{id}."""
        return {"outcome": "unconfirmed"}


@dataclass(frozen=True, slots=True)
class Failed:
    """No paper came out, as far as is known. `reason` is a sentence that a mediator can act on."""

    reason: str

    def to_wire(self) -> dict[str, str]:
        """The outcome as the JSON object of PUT /api/v1/printers/jobs/{id}; the reason is its `detail`."""
        return {"outcome": "failed", "detail": self.reason}


Outcome = Printed | Unconfirmed | Failed
