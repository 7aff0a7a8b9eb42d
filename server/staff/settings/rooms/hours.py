"""When the site receives people: each weekday's openings, the dates on which it stays closed, the last tickets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import time

from server.domain.catalogue import Site
from server.domain.hours import WEEKDAYS, Closure, Hours, Period
from server.staff.settings.faults import Faults
from server.staff.settings.numbers import clock_time, day, whole
from server.staff.settings.room import Room, Seen
from server.staff.settings.sheet import Row, Sheet
from server.staff.words import say

LAST_TICKETS_MIN = (0, 600)
BLANK_PERIOD = {"opens": "", "closes": ""}
NIGHT = "night"
"""The tick of a period that is meant to end on the following date."""
BLANK_CLOSURE = {"first": "", "last": ""}


def fill(site: Site) -> Sheet:
    """The form of a site that is always open has empty days."""
    hours, weekly = site.hours, site.hours.weekly or {}
    return Sheet(
        site.revision,
        {
            "hours": (
                Row.of(
                    "hours",
                    "hours",
                    {
                        "always": hours.weekly is None,
                        "last_tickets_min": hours.last_tickets_min,
                        "turns_at": f"{hours.turns_at:%H:%M}",
                    },
                ),
            ),
            **{weekday: _periods(weekday, weekly.get(weekday, ())) for weekday in WEEKDAYS},
            "closures": tuple(
                Row.of("closures", f"{at}", {"first": each.first, "last": each.last if each.last > each.first else ""})
                for at, each in enumerate(hours.closures, start=1)
            ),
        },
    )


def _periods(weekday: str, periods: Iterable[Period]) -> tuple[Row, ...]:
    return tuple(
        Row.of(
            weekday,
            f"{at}",
            {"opens": f"{each.opens:%H:%M}", "closes": f"{each.closes:%H:%M}", NIGHT: _is_night(each)},
        )
        for at, each in enumerate(periods, start=1)
    )


def _is_night(period: Period) -> bool:
    """Whether it goes on into the next morning: what hours typed the wrong way round say, too. Midnight is an end."""
    return period.after_midnight and period.closes > time()


def read(sheet: Sheet, site: Site, faults: Faults) -> Site:
    """Rows that are left empty say nothing."""
    top = sheet.one("hours")
    weekly = {weekday: _openings(sheet.rows[weekday], faults) for weekday in WEEKDAYS}
    hours = Hours(
        timezone=site.timezone,
        turns_at=clock_time(top, "turns_at", faults) or time(),
        weekly=None if top.text("always") else {weekday: found for weekday, found in weekly.items() if found},
        closures=_closures(sheet.rows["closures"], faults),
        last_tickets_min=whole(top, "last_tickets_min", LAST_TICKETS_MIN, faults),
    )
    if not faults and hours.overlap():
        _tell_overlaps(sheet, faults)
    if not faults and hours.turns_while_open():
        faults[top.name("turns_at")] = say("fault-turn")
    return replace(site, hours=hours)


def _openings(rows: Iterable[Row], faults: Faults) -> tuple[Period, ...]:
    found = []
    for row in rows:
        if not (row.text("opens") or row.text("closes")):
            continue
        opens, closes = (clock_time(row, of, faults) for of in ("opens", "closes"))
        if opens is None or closes is None:
            continue
        period = Period(opens, closes)
        if opens == closes > time():
            faults[row.name("closes")] = say("fault-same-time")
        elif _is_night(period) and not row.text(NIGHT):
            faults[row.name(NIGHT)] = say("fault-night", opens=row.text("opens"), closes=row.text("closes"))
        found.append(period)
    return tuple(sorted(found, key=lambda each: each.opens))


def _closures(rows: Iterable[Row], faults: Faults) -> tuple[Closure, ...]:
    found = []
    for row in rows:
        if not (row.text("first") or row.text("last")):
            continue
        first = day(row, "first", faults)
        last = day(row, "last", faults) if row.text("last") else first
        if first is None or last is None:
            continue
        if last < first:
            faults[row.name("last")] = say("fault-ends-before")
        found.append(Closure(first, last))
    return tuple(sorted(found, key=lambda each: each.first))


def _tell_overlaps(sheet: Sheet, faults: Faults) -> None:
    """Beside each day that cannot be by itself; else beside the first, since one goes on into the next."""
    for weekday in WEEKDAYS:
        periods = _openings(sheet.rows[weekday], {})
        if Hours("UTC", weekly={weekday: periods}).overlap():
            faults[sheet.rows[weekday][-1].name("opens")] = say("fault-overlap")
    if not faults:
        faults[sheet.one("hours").name("always")] = say("fault-overlap-days")


def like_monday(sheet: Sheet) -> Sheet:
    """Tuesday to Friday as Monday: what most houses do."""
    for weekday in WEEKDAYS[1:5]:
        sheet = sheet.with_rows(weekday, (replace(row, list=weekday) for row in sheet.rows[WEEKDAYS[0]]))
    return sheet


ROOM = Room(
    "hours",
    "clock",
    fill,
    read,
    {"hours": None, **dict.fromkeys(WEEKDAYS, BLANK_PERIOD), "closures": BLANK_CLOSURE},
    Seen.CLOSED,
    also={"like-monday": like_monday},
)
