"""The reasons to be called earlier, and by how many minutes."""

from __future__ import annotations

from dataclasses import replace

from server.domain.catalogue import FRENCH, Priority, Site
from server.records.seed_shapes import SeedPriority
from server.staff.settings.faults import Faults, id_of, need_french, read_row
from server.staff.settings.room import Room, Seen
from server.staff.settings.sheet import Row, Sheet

BLANK = {"labels.fr": "", "minutes": 15, "kiosk": False}


def fill(site: Site) -> Sheet:
    """One row a reason."""
    return Sheet(
        site.revision,
        {
            "priorities": tuple(
                Row.of("priorities", each.id, {"labels": each.labels, "minutes": each.minutes, "kiosk": each.kiosk})
                for each in site.priorities
            )
        },
    )


def read(sheet: Sheet, site: Site, faults: Faults) -> Site:
    """A label in French at least, and some minutes."""
    rows = sheet.rows["priorities"]
    taken = {row.key for row in rows if not row.is_new} | {each.id for each in site.priorities}
    found = [_priority(row, taken, faults) for row in rows]
    return replace(site, priorities=tuple(each for each in found if each is not None))


def _priority(row: Row, taken: set[str], faults: Faults) -> Priority | None:
    need_french(row, "labels", faults)
    seed = read_row(
        SeedPriority,
        row,
        {
            "id": id_of(row, row.text(f"labels.{FRENCH}"), taken),
            "minutes": row.text("minutes"),
            "labels": row.said("labels"),
            "kiosk": bool(row.text("kiosk")),
        },
        faults,
    )
    return None if seed is None else Priority(**seed.model_dump())


ROOM = Room("priorities", "star", fill, read, {"priorities": BLANK}, Seen.OPEN)
