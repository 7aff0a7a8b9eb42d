"""The site itself: its name, whether it receives people, its languages, and how its desks work."""

from __future__ import annotations

from dataclasses import replace

from server.domain.catalogue import FRENCH, Site
from server.staff.settings.choices import LANGUAGES
from server.staff.settings.faults import Faults
from server.staff.settings.numbers import whole
from server.staff.settings.room import Room, Seen
from server.staff.settings.sheet import Row, Sheet
from server.staff.words import say

NAME_AT_MOST = 200
RECALLS = (1, 20)


def fill(site: Site) -> Sheet:
    """The languages that the site speaks stand first, in its order."""
    others = [language for language in LANGUAGES if language not in site.languages]
    return Sheet(
        site.revision,
        {
            "site": (
                Row.of(
                    "site",
                    "site",
                    {
                        "name": site.name,
                        "open": site.open,
                        "next_completes": site.next_completes,
                        "recalls_before_absent": site.recalls_before_absent,
                    },
                ),
            ),
            "languages": tuple(
                Row.of("languages", language, {"spoken": language in site.languages})
                for language in (*site.languages, *others)
            ),
        },
    )


def read(sheet: Sheet, site: Site, faults: Faults) -> Site:
    """French is always spoken, wherever it stands."""
    row = sheet.one("site")
    name = row.text("name")
    if not name:
        faults[row.name("name")] = say("fault-missing")
    elif len(name) > NAME_AT_MOST:
        faults[row.name("name")] = say("fault-long", most=NAME_AT_MOST)
    known = {*LANGUAGES, *site.languages}
    spoken = [each.key for each in sheet.rows["languages"] if each.key == FRENCH or each.text("spoken")]
    return replace(
        site,
        name=name,
        open=bool(row.text("open")),
        next_completes=bool(row.text("next_completes")),
        recalls_before_absent=whole(row, "recalls_before_absent", RECALLS, faults),
        languages=tuple(each for each in spoken if each in known),
    )


ROOM = Room("site", "hand-waving", fill, read, {"site": None, "languages": None}, Seen.DOOR)
