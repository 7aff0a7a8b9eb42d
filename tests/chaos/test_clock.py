"""The clock misbehaves: it goes back and forth, jumps over nights and over the two odd days of the year."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import pairwise

import pytest

from server.domain.errors import DayOverError, IllegalMoveError
from server.domain.hours import Hours, Period
from server.domain.moves import State, Verb
from tests.support.journal import SiteKeys
from tests.support.reception import PARIS, PLACE

SPRING = datetime(2027, 3, 28, tzinfo=PARIS)
"""Its 02:00 is 03:00: a day of 23 hours."""
AUTUMN = datetime(2026, 10, 25, tzinfo=PARIS)
"""Its 03:00 is 02:00 again: a day of 25 hours."""
CHANGES = pytest.mark.parametrize("date", [SPRING, AUTUMN], ids=["spring", "autumn"])


@pytest.fixture
def keys(reception):
    keys = SiteKeys(reception.valkey, PLACE.id)
    yield keys
    assert keys.breaches() == ()


def at(reception, moment, **later):
    """Set the clock so much later than a moment, in hours that pass: not in those that a clock on the wall shows."""
    reception.clock.at = datetime.fromtimestamp(moment.timestamp() + timedelta(**later).total_seconds(), PARIS)


@pytest.mark.parametrize("hours", [(-1, 1), (1, -1), (-1, -1)], ids=["back and forth", "forth and back", "twice back"])
def test_an_hour_back_or_forth_changes_neither_order_nor_numbers(reception, keys, hours):
    people = [reception.ticket()]
    for step in hours:
        reception.clock.forward(hours=step)
        people.append(reception.ticket())
    assert [person.number for person in people] == ["A001", "A002", "A003"]
    assert [reception.call("1").ticket.id for _ in people] == [person.id for person in people]
    times = [int(entry["at"]) for entry in keys.entries()]
    assert times == sorted(times)


def test_at_midnight_who_waited_is_gone_and_numbers_begin_again_once(reception, keys):
    at(reception, SPRING - timedelta(seconds=1))
    yesterday = [reception.ticket() for _ in range(3)]
    at(reception, SPRING)
    today = [reception.ticket() for _ in range(2)]
    assert [ticket.number for ticket in today] == ["A001", "A002"]
    assert [reception.read(ticket.id).state for ticket in yesterday] == [State.EXPIRED] * 3
    assert [reception.call("1").ticket.id for _ in today] == [ticket.id for ticket in today]
    assert keys.moves().count("new_day") == 1


def test_a_clock_that_goes_back_over_midnight_does_not_lead_back_into_yesterday(reception, keys):
    at(reception, SPRING - timedelta(minutes=5))
    reception.ticket()
    at(reception, SPRING + timedelta(minutes=5))
    reception.ticket()
    at(reception, SPRING - timedelta(minutes=5))
    assert reception.ticket().number == "A002"
    at(reception, SPRING + timedelta(minutes=6))
    assert reception.ticket().number == "A003"
    assert keys.moves().count("new_day") == 1


@CHANGES
def test_numbers_go_on_over_the_change_of_the_clocks_and_begin_again_at_the_end_of_that_day(reception, keys, date):
    """One ticket each half hour of the whole day, whether it has 23 hours or 25."""
    length = round((date + timedelta(days=1)).timestamp() - date.timestamp())
    halves = length // 1800
    assert halves in {46, 50}
    numbers = []
    for half in range(halves):
        at(reception, date, minutes=30 * half)
        numbers.append(reception.ticket().number)
    assert numbers == [f"A{n:03}" for n in range(1, halves + 1)]
    assert "new_day" not in keys.moves()
    at(reception, date, seconds=length)
    assert reception.ticket().number == "A001"
    assert keys.moves().count("new_day") == 1


@CHANGES
@pytest.mark.parametrize("turns_at", [time(2), time(2, 30), time(3)])
def test_a_day_that_turns_in_the_very_hour_that_is_lost_or_doubled_turns_once(reception, keys, date, turns_at):
    reception.site = replace(PLACE, hours=Hours("Europe/Paris", turns_at=turns_at))
    numbers = []
    for minutes in range(0, 6 * 60, 10):
        at(reception, date, minutes=minutes)
        numbers.append(int(reception.ticket().number[1:]))
    first = [other for one, other in pairwise(numbers) if other != one + 1]
    assert first == [1]
    assert keys.moves().count("new_day") == 1


def test_a_site_that_closes_after_midnight_counts_on_until_its_own_turn(reception, keys):
    evening = {day: (Period.parse("18:00-02:00"),) for day in ("saturday", "sunday")}
    reception.site = replace(PLACE, hours=Hours("Europe/Paris", turns_at=time(4), weekly=evening))
    numbers = []
    for hours in (-1, 0, 1, 19, 25):  # Saturday from 23:00; Sunday's 18:00, on a day of 25 hours, and its midnight
        at(reception, AUTUMN, hours=hours)
        numbers.append(reception.ticket().number)
    assert numbers == ["A001", "A002", "A003", "A001", "A002"]
    assert keys.moves().count("new_day") == 1


def test_after_999_comes_1000(reception, keys):
    reception.valkey.hset(reception.key(f"count:{reception.clock.at.date()}"), "A", 997)
    assert [reception.ticket().number for _ in range(4)] == ["A998", "A999", "A1000", "A1001"]
    assert [reception.call("2").ticket.number for _ in range(4)] == ["A998", "A999", "A1000", "A1001"]


def test_who_is_served_over_the_turn_keeps_their_number_and_nobody_gets_it(reception, keys):
    at(reception, SPRING - timedelta(minutes=1))
    late = [reception.ticket() for _ in range(3)]
    for _ in late[:2]:
        reception.call("1")
    reception.move(late[1].id, Verb.SERVE, "1")
    at(reception, SPRING + timedelta(minutes=1))
    assert [reception.ticket().number for _ in range(3)] == ["A001", "A003", "A004"]
    assert reception.desk().hands["1"].id == late[1].id
    with pytest.raises(IllegalMoveError):
        reception.call("2", late[2].id)
    assert reception.move(late[1].id, Verb.COMPLETE, "1").ticket.number == "A002"
    assert reception.ticket().number == "A005"


def test_who_was_cancelled_yesterday_cannot_come_back_today(reception, keys):
    at(reception, SPRING - timedelta(minutes=1))
    gone = reception.ticket()
    reception.move(gone.id, Verb.CANCEL)
    at(reception, SPRING + timedelta(minutes=1))
    assert reception.ticket().number == gone.number
    with pytest.raises(DayOverError):
        reception.move(gone.id, Verb.RESTORE)
