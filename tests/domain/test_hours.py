"""Opening hours: what stands at the door at a moment, over midnight and over both changes of the clocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from server.domain.hours import Closure, Hours, Period, Phase
from tests.support.reception import PARIS

OFFICE = Hours(
    "Europe/Paris",
    weekly={
        "monday": (Period.parse("14:00-17:00"), Period.parse("09:00-12:00")),
        "tuesday": (Period.parse("09:00-12:00"),),
    },
    closures=(Closure.parse("2026-12-07"), Closure.parse("2026-12-14/2026-12-20")),
    last_tickets_min=15,
)
MONDAY = datetime(2026, 11, 23, tzinfo=PARIS)
NIGHT = Hours("Europe/Paris", turns_at=time(5), weekly={"friday": (Period.parse("18:00-02:00"),)}, last_tickets_min=30)
FRIDAY = datetime(2026, 11, 27, tzinfo=PARIS)


def at(day: datetime, clock: str) -> datetime:
    """This local time of a day: also "26:00", two in the morning of the next."""
    hour, minute = map(int, clock.split(":"))
    return (day + timedelta(days=hour // 24)).replace(hour=hour % 24, minute=minute)


def phase(hours: Hours, moment: datetime) -> Phase:
    """What stands at the door, found as the queue's script finds it."""
    windows = hours.windows(moment)
    if windows is None:
        return Phase.OPEN
    ms = int(moment.timestamp() * 1000)
    inside = [window for window in windows if window.opens_ms <= ms < window.closes_ms]
    assert len(inside) <= 1
    return (Phase.OPEN if ms < inside[0].last_ms else Phase.LAST_TICKETS) if inside else Phase.CLOSED


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("08:59", "closed"),
        ("09:00", "open"),
        ("11:44", "open"),
        ("11:45", "last_tickets"),
        ("11:59", "last_tickets"),
        ("12:00", "closed"),
        ("13:59", "closed"),
        ("14:00", "open"),
        ("16:50", "last_tickets"),
        ("17:00", "closed"),
    ],
)
def test_a_site_opens_gives_its_last_tickets_and_closes(clock, expected):
    assert phase(OFFICE, at(MONDAY, clock)) == expected


def test_a_weekday_without_hours_is_closed():
    assert phase(OFFICE, at(MONDAY + timedelta(days=2), "10:00")) == Phase.CLOSED


def test_a_site_that_never_told_its_hours_is_open_at_all_hours():
    assert phase(Hours("Europe/Paris"), at(MONDAY, "03:00")) == Phase.OPEN


def test_a_site_with_no_opening_at_all_is_closed():
    assert phase(replace(OFFICE, weekly={}), at(MONDAY, "10:00")) == Phase.CLOSED


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-11-30", "open"), ("2026-12-07", "closed"), ("2026-12-14", "closed"), ("2026-12-21", "open")],
)
def test_a_closure_closes_its_days_and_no_other(day, expected):
    assert phase(OFFICE, datetime.fromisoformat(f"{day}T10:00").replace(tzinfo=PARIS)) == expected


@pytest.mark.parametrize(
    ("day", "clock", "expected"),
    [
        ("2026-12-05", "00:00", "open"),
        ("2026-12-06", "00:00", "open"),  # one date goes on into the next
        ("2026-12-06", "23:44", "open"),
        ("2026-12-06", "23:45", "last_tickets"),
        ("2026-12-07", "00:00", "closed"),
        ("2026-12-07", "23:59", "closed"),
        ("2026-12-08", "00:00", "open"),
        ("2026-12-08", "23:59", "open"),
        ("2026-12-16", "12:00", "closed"),
    ],
)
def test_a_closure_closes_a_site_without_hours_too(day, clock, expected):
    hours = replace(OFFICE, weekly=None)
    assert phase(hours, at(datetime.fromisoformat(day).replace(tzinfo=PARIS), clock)) == expected
    assert hours.overlap() is False


@pytest.mark.parametrize(
    ("clock", "expected"),
    [("17:59", "closed"), ("18:00", "open"), ("25:29", "open"), ("25:30", "last_tickets"), ("26:00", "closed")],
)
def test_a_site_may_close_after_midnight(clock, expected):
    assert phase(NIGHT, at(FRIDAY, clock)) == expected


def test_the_day_of_a_site_that_closes_after_midnight_is_still_the_evenings():
    labels = {
        label for clock in ("18:00", "23:59", "24:00", "25:59", "28:59") for label in [day_of(NIGHT, at(FRIDAY, clock))]
    }
    assert labels == {"2026-11-27"}
    assert day_of(NIGHT, at(FRIDAY, "29:00")) == "2026-11-28"


def day_of(hours: Hours, moment: datetime) -> str:
    [label] = [d.label for d in hours.days(moment) if d.start_ms <= moment.timestamp() * 1000 < d.end_ms]
    return label


@pytest.mark.parametrize(("sunday", "hours"), [("2026-03-29", 23), ("2026-10-25", 25)])
def test_a_day_in_which_the_clocks_change_is_an_hour_shorter_or_longer(sunday, hours):
    eve = datetime.fromisoformat(f"{sunday}T03:59").replace(tzinfo=PARIS) - timedelta(hours=12)
    day = next(d for d in NIGHT.days(eve) if d.start_ms <= eve.timestamp() * 1000 < d.end_ms)
    assert (day.end_ms - day.start_ms) / 3_600_000 == hours


@pytest.mark.parametrize("sunday", ["2026-03-29", "2026-10-25"])
def test_opening_hours_are_those_of_the_clock_on_the_wall_on_the_days_it_changes(sunday):
    hours = Hours("Europe/Paris", weekly={"sunday": (Period.parse("09:00-12:00"),)})
    day = datetime.fromisoformat(sunday).replace(tzinfo=PARIS)
    assert [phase(hours, at(day, clock)) for clock in ("08:59", "09:00", "11:59", "12:00")] == [
        "closed",
        "open",
        "open",
        "closed",
    ]


@pytest.mark.parametrize(
    ("period", "turns_at", "clash"),
    [
        ("18:00-02:00", time(4), False),
        ("18:00-04:00", time(4), False),
        ("18:00-05:00", time(4), True),
        ("03:00-05:00", time(4), True),
        ("04:00-12:00", time(4), False),
        ("18:00-02:00", time(0), True),
        ("09:00-09:00", time(4), True),
    ],
)
def test_the_day_may_not_turn_while_people_are_received(period, turns_at, clash):
    hours = Hours("Europe/Paris", turns_at, {"monday": (Period.parse(period),)})
    assert hours.turns_while_open() is clash


@pytest.mark.parametrize("text", ["9h-12h", "09:00", "09:00-25:00", "09:00Z-12:00", ""])
def test_a_period_that_is_none_is_refused(text):
    with pytest.raises(ValueError, match=r"isoformat|hour must be|time zone|not enough values"):
        Period.parse(text)


@pytest.mark.parametrize(
    ("monday", "tuesday", "clash"),
    [
        (["09:00-12:00", "14:00-17:00"], [], False),
        (["09:00-12:00", "11:00-17:00"], [], True),
        (["09:00-12:00", "12:00-17:00"], [], True),
        (["18:00-02:00"], ["09:00-12:00"], False),
        (["18:00-02:00"], ["01:00-03:00"], True),
        ([], ["18:00-02:00"], False),
    ],
)
def test_openings_may_neither_meet_nor_lie_over_each_other(monday, tuesday, clash):
    weekly = {"monday": tuple(map(Period.parse, monday)), "tuesday": tuple(map(Period.parse, tuesday))}
    assert Hours("Europe/Paris", weekly=weekly).overlap() is clash


@pytest.mark.parametrize("wrong_by", [-22, 0, 22])
def test_an_opening_after_midnight_is_found_by_a_web_clock_that_is_hours_wrong(wrong_by):
    early = Hours("Europe/Paris", weekly={"saturday": (Period.parse("00:30-03:00"),)})
    moment = at(FRIDAY, "25:00")
    windows = early.windows(moment + timedelta(hours=wrong_by))
    assert any(window.opens_ms <= moment.timestamp() * 1000 < window.closes_ms for window in windows)


@pytest.mark.parametrize("text", ["2026-13-01", "Noël", "2026-12-25/2026-12-24"])
def test_a_closure_that_is_none_is_refused(text):
    with pytest.raises(ValueError, match=r"isoformat|month must be|ends before it begins"):
        Closure.parse(text)


@given(
    around=some.datetimes(datetime(2025, 1, 1), datetime(2031, 1, 1), timezones=some.just(UTC)),  # noqa: DTZ001
    turns_at=some.sampled_from([time(0), time(2, 30), time(4), time(12), time(23, 59)]),
)
def test_days_tile_time_wherever_they_turn(around, turns_at):
    days = replace(NIGHT, turns_at=turns_at).days(around)
    assert all(earlier.end_ms == later.start_ms for earlier, later in pairwise(days))
    assert sum(day.start_ms <= around.timestamp() * 1000 < day.end_ms for day in days) == 1
