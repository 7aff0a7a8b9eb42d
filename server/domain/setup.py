"""A site as somebody sets it up: what follows by itself from a change, and what cannot be as it was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from server.domain.catalogue import Counter, Site
from server.domain.errors import RefusalError

KEPT: Final = ("id", "ordinal", "revision")
"""What nobody sets: a site keeps its id and ordinal for life, and the records count its revisions."""

PAGES: Final = frozenset(
    {
        *("catalogue", "demo-sign-in", "devices", "language", "password", "people", "provider"),
        *("sign-in", "sign-out", "sites", "trail"),
    }
)
"""Staff pages that belong to no site stand where the sites' own do: no site can have such an id, or it had no page."""


@dataclass(frozen=True, slots=True)
class SettingFault:
    """One thing that cannot be set so.

    field   the place in the Site, lists counted from 0: "needs.0.letter", "hours", "needs.2.labels.fr"
    said    a French sentence for who typed it
    """

    field: str
    said: str


class InvalidSettingError(RefusalError):
    """Settings that would not work; `extra` lists what is wrong with them, field by field."""

    code = "invalid_setting"

    def __init__(self, faults: Sequence[SettingFault]) -> None:
        super().__init__(faults[0].said, faults=[{"field": fault.field, "said": fault.said} for fault in faults])
        self.faults = tuple(faults)


class UnreadableFileError(InvalidSettingError):
    """A file that is no TOML; `extra` says why, and where: the line and the column, from 1, or 0 for nowhere."""

    code = "unreadable_file"

    def __init__(self, said: str, why: str, line: int = 0, column: int = 0) -> None:
        super().__init__([SettingFault("", said)])
        self.extra = {"why": why, "line": line, "column": column, **self.extra}


class StaleSettingsError(RefusalError):
    """Somebody else has changed the site since these settings were read."""

    code = "stale_settings"


class SiteTakenError(RefusalError):
    """There is a site with this id already."""

    code = "site_taken"


def settled(before: Site, after: Site) -> Site:
    """A site whose lists fit each other again after one of them was changed.

    A need that is no more is served by no counter. A new need that no counter was given is served by all of them, or
    its people would wait for nobody. What a screen says of a counter that is no more is dropped; but a screen that was
    for that need or counter alone is left as it is, and refused: without any it would show every call.
    """
    had, has = ({need.id for need in site.needs} for site in (before, after))
    # A counter may have chosen a need in the moment in which it was taken out: nobody who saves now has asked for it.
    gone = (had | {need for counter in before.counters for need in counter.needs}) - has
    given = {need for counter in after.counters for need in counter.needs}
    new = tuple(need.id for need in after.needs if need.id not in had | given)
    order = [need.id for need in after.needs]
    counters = tuple(_serving(counter, gone, new, order) for counter in after.counters)
    lost = {counter.id for counter in before.counters} - {counter.id for counter in after.counters}
    screens = tuple(
        replace(
            screen,
            needs=_without(screen.needs, gone),
            counters=_without(screen.counters, lost),
            ways={counter: way for counter, way in screen.ways.items() if counter not in lost},
        )
        for screen in after.screens
    )
    return replace(after, counters=counters, screens=screens)


def _serving(counter: Counter, gone: set[str], new: Sequence[str], order: Sequence[str]) -> Counter:
    served = {*counter.needs, *new} - gone
    known = tuple(need for need in order if need in served)
    return replace(counter, needs=(*known, *(need for need in counter.needs if need in served and need not in known)))


def _without(ids: tuple[str, ...], gone: set[str]) -> tuple[str, ...]:
    return tuple(each for each in ids if each not in gone) or ids


def abandoned(before: Site, after: Site) -> tuple[str, ...]:
    """The lines of needs that are no more, from which every counter calls: somebody may still wait in them.

    They stay for good. A need that comes back takes its line back.
    """
    lines = {*before.given_up, *(need.id for need in before.needs)}
    return tuple(sorted(lines - {need.id for need in after.needs}))
