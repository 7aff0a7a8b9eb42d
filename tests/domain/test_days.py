"""A site's local days: they tile time, whatever the clocks do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from tests.support.reception import PARIS, PLACE

HOUR_MS = 3_600_000
# Beyond Paris: clocks that change at midnight itself, by half an hour, on the far side of the date line, or never.
ZONES = ["Europe/Paris", "America/Havana", "Africa/Cairo", "Australia/Lord_Howe", "Pacific/Apia", "Indian/Reunion"]


def hours_of(label: str) -> float:
    """The length of a local day in Paris, asked for at its noon."""
    noon = datetime.fromisoformat(f"{label}T12:00").replace(tzinfo=PARIS)
    day = PLACE.hours.days(noon)[1]
    assert day.label == label
    return (day.end_ms - day.start_ms) / HOUR_MS


def test_a_day_lasts_from_midnight_to_midnight():
    day = PLACE.hours.days(datetime(2026, 11, 23, 12, tzinfo=PARIS))[1]
    assert day.start_ms == datetime(2026, 11, 22, 23, tzinfo=UTC).timestamp() * 1000
    assert day.end_ms == datetime(2026, 11, 23, 23, tzinfo=UTC).timestamp() * 1000


def test_the_day_that_loses_an_hour_has_23():
    assert [hours_of(f"2026-03-{day}") for day in (28, 29, 30)] == [24, 23, 24]


def test_the_day_that_gains_an_hour_has_25():
    assert [hours_of(f"2026-10-{day}") for day in (24, 25, 26)] == [24, 25, 24]


@pytest.mark.parametrize("change", [datetime(2026, 3, 29, tzinfo=UTC), datetime(2026, 10, 25, tzinfo=UTC)])
def test_around_a_change_of_the_clocks_no_moment_is_without_its_day(change):
    for half_hours in range(-72, 120):
        around = change + timedelta(minutes=30 * half_hours)
        days = PLACE.hours.days(around)
        assert [earlier.end_ms - later.start_ms for earlier, later in pairwise(days)] == [0, 0]
        assert days[1].start_ms <= around.timestamp() * 1000 < days[1].end_ms
        assert days[1].label == around.astimezone(PARIS).date().isoformat()


@given(
    around=some.datetimes(datetime(1990, 1, 1), datetime(2037, 12, 30), timezones=some.just(UTC)),  # noqa: DTZ001
    zone=some.sampled_from(ZONES),
)
@example(around=datetime(2011, 12, 30, 9, 59, tzinfo=UTC), zone="Pacific/Apia")  # the next day there is the 31st
def test_days_tile_time_and_each_moment_lies_in_the_day_of_its_date(around, zone):
    days = replace(PLACE.hours, timezone=zone).days(around)
    moment = around.timestamp() * 1000
    assert all(earlier.end_ms == later.start_ms for earlier, later in pairwise(days))
    assert all(day.start_ms <= day.end_ms for day in days)
    inside = [day.label for day in days if day.start_ms <= moment < day.end_ms]
    assert inside == [around.astimezone(ZoneInfo(zone)).date().isoformat()]
