"""The counters: how each is called, where it lies, which needs are called from there."""

from __future__ import annotations

from dataclasses import replace

from server.domain.catalogue import Counter, Site
from server.records.seed_shapes import SeedCounter
from server.staff.settings.faults import Faults, once, read_row
from server.staff.settings.room import Room
from server.staff.settings.sheet import Row, Sheet
from server.staff.words import say

BLANK = {"label": "", "way": ""}


def fill(site: Site) -> Sheet:
    """One row a counter."""
    return Sheet(
        site.revision,
        {
            "counters": tuple(
                Row.of(
                    "counters",
                    counter.id,
                    {
                        "label": counter.label,
                        "needs": counter.needs,
                        "way": counter.way or "",
                        "place": counter.place,
                    },
                )
                for counter in site.counters
            )
        },
    )


def read(sheet: Sheet, site: Site, faults: Faults) -> Site:
    """At least one, each with a name of its own."""
    rows = sheet.rows["counters"]
    taken = {row.key for row in rows if not row.is_new} | {counter.id for counter in site.counters}
    found = [_counter(row, site, taken, faults) for row in rows]
    once(rows, "label", say("fault-twice"), faults)
    if not rows:
        faults["add-counters"] = say("fault-no-counter")
    return replace(site, counters=tuple(each for each in found if each is not None))


def _counter(row: Row, site: Site, taken: set[str], faults: Faults) -> Counter | None:
    seed = read_row(
        SeedCounter,
        row,
        {
            "id": _id(row, taken),
            "label": row.text("label"),
            "needs": [need.id for need in site.needs if need.id in row.all("needs")],
            "way": row.text("way") or None,
            "place": row.said("place"),
        },
        faults,
    )
    return None if seed is None else Counter(seed.id, seed.label, tuple(seed.needs or ()), seed.way, seed.place)


def _id(row: Row, taken: set[str]) -> str:
    """The number after the highest: screens and paths name counters by it, as people do."""
    if not row.is_new:
        return row.key
    made = str(1 + max((int(each) for each in taken if each.isdecimal() and len(each) < 6), default=0))
    taken.add(made)
    return made


ROOM = Room("counters", "armchair", fill, read, {"counters": BLANK})
