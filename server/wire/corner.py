"""What a kiosk's staff corner shows."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from server.domain.printer import PrinterState
from server.wire.common import Phase, Shown


class GrantShown(Shown):
    """Leave to act for staff; `lasts_s`: seconds from now."""

    grant: str = Field(description="to be shown in the header Accueil-Corner")
    lasts_s: int


class PrinterLineShown(Shown):
    """A printer in the words that the desk uses."""

    id: str
    name: str
    state: PrinterState
    since: str = Field(description="since when it is so, in French; empty when nobody knows")
    words: str
    act: str = Field(description="what to do, one sentence; empty for nothing")
    urgency: Literal["calm", "soon", "now"]
    can_test: bool


class CornerShown(Shown):
    """The site as staff see it from its kiosk. Without its queue the door, the people and the paper are not known."""

    site: str
    name: str
    server: str = Field(description="the server's version")
    queue: bool = Field(description="whether the live queue answers")
    phase: Phase | None
    stopped: bool | None = Field(description="somebody stopped the kiosk's tickets for today")
    waiting: int | None
    printers: list[PrinterLineShown]
    paper: str = Field(description="a sentence when no printer can print; empty when one can")
    gaps: list[str] = Field(description="what the site should be told of its catalogue and voices, a sentence each")


class TrialShown(Shown):
    """What is known of a test print, in a sentence."""

    id: str
    state: Literal["queued", "claimed", "printed", "unconfirmed", "failed", "expired"]
    words: str
