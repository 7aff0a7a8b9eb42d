"""What is told of a visit when it is closed: the lists to choose from, and what the site wants to be said each time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from server.domain.catalogue import Choice, Site
from server.domain.visits import Ask
from server.records.seed_shapes import SeedChoice
from server.staff.settings.faults import Faults, id_of, once, read_row
from server.staff.settings.room import Room
from server.staff.settings.sheet import Row, Sheet
from server.staff.words import say

BLANK = {"name": ""}


def fill(site: Site) -> Sheet:
    """Two lists, and a tick for each thing that may be wanted."""
    return Sheet(
        site.revision,
        {
            "visits": (Row.of("visits", "visits", {"asks": site.visit_asks}),),
            "operators": _rows("operators", site.operators),
            "topics": _rows("topics", site.topics),
        },
    )


def _rows(name: str, choices: Sequence[Choice]) -> tuple[Row, ...]:
    return tuple(Row.of(name, choice.id, {"name": choice.name}) for choice in choices)


def read(sheet: Sheet, site: Site, faults: Faults) -> Site:
    """Each choice with a name of its own."""
    return replace(
        site,
        operators=_choices(sheet.rows["operators"], site.operators, faults),
        topics=_choices(sheet.rows["topics"], site.topics, faults),
        visit_asks=tuple(ask.value for ask in Ask if ask in sheet.one("visits").all("asks")),
    )


def _choices(rows: Sequence[Row], before: Sequence[Choice], faults: Faults) -> tuple[Choice, ...]:
    taken = {row.key for row in rows if not row.is_new} | {choice.id for choice in before}
    given = [(row, {"id": id_of(row, row.text("name"), taken), "name": row.text("name")}) for row in rows]
    found = [read_row(SeedChoice, row, each, faults) for row, each in given]
    once(rows, "name", say("fault-twice"), faults)
    return tuple(Choice(each.id, each.name) for each in found if each is not None)


ROOM = Room("requests", "handshake", fill, read, {"visits": None, "operators": BLANK, "topics": BLANK})
