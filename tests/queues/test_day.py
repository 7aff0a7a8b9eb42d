"""The end of the site's day: who is left expires, whoever was off at the hour; and then the numbers start again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from server.domain.errors import (
    IllegalMoveError,
    QueueEmptyError,
)
from server.domain.hours import Hours
from server.domain.moves import State, Verb
from server.queues.tickets import Destination
from tests.support.reception import MORNING

AT_FOUR = Hours("Europe/Paris")
"""The hours of a site that told none: its day turns at four."""


def test_the_end_of_the_day_expires_whoever_is_left_but_not_who_is_being_served(reception):
    waiting, called, parked, absent, served, cancelled, sent = (reception.ticket() for _ in range(7))
    reception.call("1", called.id)
    reception.call("2", parked.id)
    reception.move(parked.id, Verb.PARK)
    reception.call("2", absent.id)
    reception.move(absent.id, Verb.NO_SHOW)
    reception.call("2", served.id)
    reception.move(served.id, Verb.SERVE)
    reception.move(cancelled.id, Verb.CANCEL)
    reception.transfer(sent.id, Destination(counter="3"))
    reception.clock.forward(days=1)
    assert reception.queue.turn(reception.site) == 5
    states = {ticket.id: reception.read(ticket.id).state for ticket in (waiting, called, parked, absent, sent)}
    assert set(states.values()) == {State.EXPIRED}
    assert reception.read(served.id).state is State.SERVING
    assert reception.read(cancelled.id).state is State.CANCELLED
    desk = reception.desk()
    assert (desk.total, desk.waiting, desk.parked, desk.gone) == (0, (), (), ())
    assert list(desk.hands) == ["2"]
    assert reception.move(served.id, Verb.COMPLETE).ticket.state is State.DONE


def test_each_who_is_expired_has_their_entry_and_the_new_day_its_own(reception):
    reception.ticket(), reception.ticket("energie")
    reception.clock.forward(days=1)
    reception.queue.turn(reception.site)
    told = [(e["move"], e["number"], e["from"], e["to"], e.get("reason", "")) for e in reception.journal()[2:]]
    assert told == [
        ("expire", "A001", "waiting", "expired", "end_of_day"),
        ("expire", "E001", "waiting", "expired", "end_of_day"),
        ("new_day", "", "", "", ""),
    ]
    assert reception.journal()[-1]["day"] == "2026-11-24"


def test_ending_the_day_again_changes_nothing(reception):
    reception.ticket()
    reception.clock.forward(days=1)
    reception.queue.turn(reception.site)
    before = reception.contents()
    assert reception.queue.turn(reception.site) == 0
    assert reception.contents() == before


def test_a_day_that_is_not_over_is_not_ended(reception):
    reception.ticket()
    before = reception.contents()
    assert reception.queue.turn(reception.site) == 0
    assert reception.contents() == before


@pytest.mark.parametrize("days", [1, 4, 40])
def test_nobody_of_an_earlier_day_is_called_however_long_the_machine_was_off(reception, days):
    """Nobody ended the day: whoever comes first in the new one does."""
    yesterday = reception.ticket()
    reception.clock.forward(days=days)
    with pytest.raises(QueueEmptyError):
        reception.call()
    assert reception.read(yesterday.id).state is State.EXPIRED
    assert reception.ticket().number == "A001"


def test_a_move_in_the_new_day_ends_the_old_one_first(reception):
    yesterday = reception.ticket()
    reception.clock.forward(days=1)
    with pytest.raises(IllegalMoveError) as refusal:
        reception.move(yesterday.id, Verb.CANCEL)
    assert refusal.value.extra["state"] == State.EXPIRED


def test_a_request_of_yesterday_that_is_repeated_today_gets_its_first_answer(reception):
    """The answer was given; whether the ticket still lives is another question."""
    reception.clock.at = MORNING.replace(hour=23, minute=59)
    first = reception.take(request_id="tap")
    reception.clock.forward(minutes=5)
    assert reception.take(request_id="tap").ticket == first.ticket


def test_thousands_left_over_are_expired_in_several_steps(reception, monkeypatch):
    monkeypatch.setattr("server.queues.live.TURN_AT_ONCE", 7)
    left = [reception.ticket() for _ in range(300)]
    reception.clock.forward(days=1)
    assert reception.queue.turn(reception.site) == 300
    assert {reception.read(ticket.id).state for ticket in left} == {State.EXPIRED}
    moves = [entry["move"] for entry in reception.journal()]
    assert moves.count("expire") == 300
    assert moves[-1] == "new_day"
    versions = [int(entry["version"]) for entry in reception.journal()]
    assert versions == list(range(1, len(versions) + 1))


def test_until_the_last_of_yesterday_is_expired_the_new_day_has_not_begun(reception):
    [reception.ticket() for _ in range(700)]
    reception.clock.forward(days=1)
    some = reception.queue.run_today("turn", reception.site, 7, "waiting")["answer"]
    assert some["more"]
    assert reception.valkey.hget(reception.key("site"), "day") == "2026-11-23"
    assert reception.ticket().number == "A001"
    assert reception.desk().total == 1


def test_at_midnight_nothing_happens_to_a_site_whose_day_turns_later(reception):
    """Who waits at midnight keeps their place and the numbers go on; at four nobody waits any more."""
    night = replace(reception, site=replace(reception.site, hours=AT_FOUR))
    night.clock.at = MORNING.replace(hour=23, minute=59)
    before_midnight = night.ticket()
    night.clock.forward(minutes=2)
    assert night.ticket().number == "A002"
    assert night.call().ticket.id == before_midnight.id
    night.clock.at = MORNING.replace(hour=4, minute=0) + timedelta(days=1)
    assert night.ticket().number == "A001"


@pytest.mark.parametrize("sunday", ["2026-03-29", "2026-10-25"])
def test_when_the_clocks_change_numbers_go_on_until_the_day_turns(reception, sunday):
    """The hour that is lost or comes twice lies within the day: nobody is expired, no number starts again."""
    night = replace(reception, site=replace(reception.site, hours=AT_FOUR))
    night.clock.at = MORNING.fromisoformat(f"{sunday}T00:30").replace(tzinfo=MORNING.tzinfo)
    start = int(night.clock.at.timestamp())
    taken = []
    for half_hours in range(10):
        night.clock.at = MORNING.fromtimestamp(start + half_hours * 1800, MORNING.tzinfo)
        taken.append((night.clock.at.hour, night.ticket().number))
    counts = [int(number[1:]) for hour, number in taken if hour < 4]
    assert counts == list(range(1, len(counts) + 1))
    assert next(number for hour, number in taken if hour >= 4) == "A001"


def test_a_setting_that_moves_the_turn_of_the_day_back_gives_no_number_twice(reception):
    first = reception.ticket()
    reception.call()
    reception.move(first.id, Verb.COMPLETE)
    reception.clock.at = MORNING.replace(hour=0, minute=30) + timedelta(days=1)
    today = reception.ticket()
    later = replace(reception, site=replace(reception.site, hours=AT_FOUR))
    reception.call()
    reception.move(today.id, Verb.COMPLETE)
    assert later.ticket().number == "A002"
