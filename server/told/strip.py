"""The strip of the site's printers: how each of them is, since when, and what a person can do about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from server.domain.catalogue import Site
from server.domain.printer import Printer, PrinterState
from server.told.reasons import REASONS
from server.told.trials import Trial
from server.told.words import clock, say

NAMELESS: Final = "agent:"
"""What the name of a printer starts with whose agent gives it none."""
ITSELF: Final = "imprimante"
"""A name that starts so says itself that it is a printer's."""


class Urgency(StrEnum):
    """Who must act."""

    CALM = "calm"  # nobody
    SOON = "soon"  # somebody, before it stops
    NOW = "now"  # somebody: no paper comes from it


_URGENT: Final = {
    PrinterState.READY: Urgency.CALM,
    PrinterState.SILENT: Urgency.CALM,
    PrinterState.LOW: Urgency.SOON,
    PrinterState.DOWN: Urgency.NOW,
    PrinterState.AWAY: Urgency.NOW,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One printer.

    name            as staff call it: Imprimante Accueil
    since           since when it is so; "" when nobody knows
    words           how it is
    act             what to do, one sentence; "" for nothing
    detail          what its driver says, for whoever repairs it
    can_test        it may be asked for a test print
    """

    id: str
    name: str
    since: str
    state: PrinterState
    words: str
    act: str
    detail: str
    urgency: Urgency
    can_test: bool
    trial: Trial | None

    @property
    def said(self) -> str:
        """The whole line as a screen reader says it."""
        who = say("printer-since", name=self.name, since=self.since) if self.since else self.name
        parts = (f"{self.words}.", self.act, self.trial.words if self.trial else "")
        return f"{who}{say('colon')} {' '.join(part for part in parts if part)}"


@dataclass(frozen=True, slots=True)
class Strip:
    """All printers of a site, in the order in which they are asked for paper."""

    lines: tuple[Line, ...]
    state: str
    paper_comes: bool

    @classmethod
    def of(cls, site: Site, printers: Sequence[Printer], at: datetime, trials: Mapping[str, Trial]) -> Strip:
        """The strip at a moment of the site's clock."""
        lines = tuple(_line(site, printer, at, trials.get(printer.id)) for printer in printers)
        return cls(lines, _best({printer.state for printer in printers}), any(each.can_print for each in printers))

    @property
    def no_paper(self) -> str:
        """What to say when no paper comes; "" when some can."""
        if self.paper_comes:
            return ""
        return say("no-paper" if self.lines else "printers-none")


def _line(site: Site, printer: Printer, at: datetime, trial: Trial | None) -> Line:
    how = _how(printer)
    return Line(
        id=printer.id,
        name=name_of(printer.id),
        since=since_when(site, printer.since, at),
        state=printer.state,
        words=say(f"printer-{how}"),
        act="" if printer.state is PrinterState.READY else say(f"printer-{how}-act"),
        detail=printer.condition.detail,
        urgency=_URGENT[printer.state],
        can_test=printer.state is not PrinterState.AWAY,
        trial=trial,
    )


def name_of(printer_id: str) -> str:
    """A printer's name as people read it: “Imprimante Bureau 2” for bureau-2."""
    if printer_id.startswith(NAMELESS):
        return say("printer-nameless")
    words = printer_id.replace("-", " ").strip() or printer_id
    name = words[0].upper() + words[1:]
    return name if name.lower().startswith(ITSELF) else say("printer-named", name=name)


def _how(printer: Printer) -> str:
    if printer.state is PrinterState.AWAY and printer.since is None:
        return "never"
    if printer.state is not PrinterState.DOWN:
        return printer.state
    reason = printer.condition.reason
    return f"down-{reason if reason in REASONS else 'other'}"


def since_when(site: Site, since: datetime | None, at: datetime) -> str:
    """Since when something is so, in words; "" when nobody knows."""
    if since is None:
        return ""
    zone = ZoneInfo(site.timezone)
    then, now = since.astimezone(zone), at.astimezone(zone)
    time = clock(then)
    if then.date() == now.date():
        return say("since-today", time=time)
    if then.date() == now.date() - timedelta(days=1):
        return say("since-yesterday", time=time)
    return say("since-day", day=then.day, month=then.month)


def _best(states: set[PrinterState]) -> str:
    """ok, unsure, failed or away: the best of the site's printers counts."""
    if states & {PrinterState.READY, PrinterState.LOW}:
        return "ok"
    if PrinterState.SILENT in states:
        return "unsure"
    return "failed" if PrinterState.DOWN in states else "away"
