"""The waiting-room screens: from how far each is read, when it is silent, whose calls it shows."""

from __future__ import annotations

import re
from dataclasses import replace

from server.domain.catalogue import Site
from server.domain.hours import Period
from server.domain.screens import DIAGONAL_IN, DISTANCE_M, Screen
from server.records.seed_shapes import SeedScreen
from server.staff.settings.faults import Faults, id_of, once, read_row
from server.staff.settings.numbers import number
from server.staff.settings.room import Room
from server.staff.settings.sheet import Row, Sheet
from server.staff.words import say

BLANK = {"name": "", "distance_m": f"{DISTANCE_M:g}", "diagonal_in": f"{DIAGONAL_IN:g}", "voice": True, "mute": ""}


def fill(site: Site) -> Sheet:
    """One row a screen."""
    return Sheet(site.revision, {"screens": tuple(_row(screen) for screen in site.screens)})


def _row(screen: Screen) -> Row:
    return Row.of(
        "screens",
        screen.id,
        {
            "name": screen.name,
            "distance_m": f"{screen.distance_m:g}",
            "diagonal_in": f"{screen.diagonal_in:g}",
            "voice": screen.voice,
            "mute": ", ".join(screen.mute),
            "counters": screen.counters,
            "needs": screen.needs,
            "ways": screen.ways,
        },
    )


def read(sheet: Sheet, site: Site, faults: Faults) -> Site:
    """Each with a name of its own; without any, one screen is for everything."""
    rows = sheet.rows["screens"]
    taken = {row.key for row in rows if not row.is_new} | {screen.id for screen in site.screens}
    found = [_screen(row, site, taken, faults) for row in rows]
    once(rows, "name", say("fault-twice"), faults)
    return replace(site, screens=tuple(each for each in found if each is not None))


def _screen(row: Row, site: Site, taken: set[str], faults: Faults) -> Screen | None:
    counters = {counter.id for counter in site.counters}
    seed = read_row(
        SeedScreen,
        row,
        {
            "id": id_of(row, row.text("name"), taken),
            "name": row.text("name"),
            "distance_m": number(row.text("distance_m")),
            "diagonal_in": number(row.text("diagonal_in")),
            "voice": bool(row.text("voice")),
            "mute": _periods(row, faults),
            "counters": [counter.id for counter in site.counters if counter.id in row.all("counters")],
            "needs": [need.id for need in site.needs if need.id in row.all("needs")],
            "ways": {counter: way for counter, way in row.said("ways").items() if counter in counters},
        },
        faults,
    )
    if seed is None:
        return None
    lists = {of: tuple(getattr(seed, of)) for of in ("mute", "counters", "needs")}
    return Screen(**(seed.model_dump() | lists))


def _periods(row: Row, faults: Faults) -> list[str]:
    """From « 12:00-14:00, 18:00-20:00 »."""
    written = [re.sub(r"\s*[-\u2013]\s*", "-", part.strip()) for part in row.text("mute").split(",") if part.strip()]
    if not all(map(_is_period, written)):
        faults[row.name("mute")] = say("fault-mute")
        return []
    return written


def _is_period(text: str) -> bool:
    try:
        Period.parse(text)
    except ValueError:
        return False
    return re.fullmatch(r"\d\d:\d\d-\d\d:\d\d", text) is not None


ROOM = Room("screens", "television-simple", fill, read, {"screens": BLANK})
