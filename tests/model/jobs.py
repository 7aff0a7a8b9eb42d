"""Papers and printers, as the model remembers them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Job:
    """A paper. `made_at` and `taken_at` on the machine's clock, which may be set back; `queued_at` on the site's."""

    id: str
    ticket: str
    ahead: int
    queued_at: int
    made_at: int
    duplicate: bool = False
    tried: tuple[str, ...] = ()
    state: str = "queued"
    taken_at: int = 0
    by: str = ""


@dataclass
class Printer:
    """A printer: how it said that it is, on the site's clock since when, and when it was heard on the machine's.

    listed      until another is heard who outlived it by more than a week
    """

    heard_at: int
    owner: str = ""
    state: str = "silent"
    reason: str = ""
    detail: str = ""
    since: int | None = None
    listed: bool = True
