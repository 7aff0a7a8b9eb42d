"""The site's day: its door, its end, and counters that close."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from server.domain.errors import (
    CounterClosedError,
    IllegalMoveError,
    NeedFullError,
    QueueEmptyError,
    RequestIdReusedError,
    SiteClosedError,
)
from server.domain.hours import Hours, Period, Phase
from server.domain.moves import State, Verb
from server.queues import house
from server.queues.tickets import Destination, Wish
from tests.support.reception import MORNING

OFFICE = Hours(
    "Europe/Paris", weekly={"monday": (Period.parse("09:00-12:00"), Period.parse("14:00-17:00"))}, last_tickets_min=15
)


@pytest.fixture
def office(reception):
    """The reception with opening hours; it is Monday, 9:42."""
    return replace(reception, site=replace(reception.site, hours=OFFICE))


def at(reception, hour, minute=0):
    reception.clock.at = MORNING.replace(hour=hour, minute=minute)


def by_hand(reception):
    return reception.ask(Wish(reception.site.need("papiers"), "fr", by_hand=True)).ticket


def door(reception):
    return house.door(reception.queue, reception.site)


@pytest.mark.parametrize(
    ("hour", "minute", "phase"),
    [(8, 59, "closed"), (9, 0, "open"), (11, 44, "open"), (11, 45, "last_tickets"), (12, 0, "closed"), (14, 0, "open")],
)
def test_the_queues_own_clock_decides_what_stands_at_the_door(office, hour, minute, phase):
    at(office, hour, minute)
    assert door(office).phase == phase
    assert (office.board().phase, office.desk().phase) == (phase, phase)


def test_before_the_end_the_kiosk_stops_and_the_desks_go_on(office):
    waiting = office.ticket()
    at(office, 11, 50)
    before = office.contents()
    with pytest.raises(SiteClosedError) as refusal:
        office.ticket()
    assert refusal.value.extra == {"state": "last_tickets"}
    assert office.contents() == before
    assert office.call().ticket.id == waiting.id
    assert by_hand(office).state is State.WAITING


def test_a_closed_site_gives_nobody_a_ticket_and_still_calls_who_has_one(office):
    waiting = office.ticket()
    at(office, 12)
    before = office.contents()
    for take in (office.ticket, lambda: by_hand(office)):
        with pytest.raises(SiteClosedError) as refusal:
            take()
        assert refusal.value.extra == {"state": "closed"}
    assert office.contents() == before
    assert office.call().ticket.id == waiting.id


def test_who_asked_before_the_end_gets_the_answer_again_after_it(office):
    first = office.take(request_id="tap")
    at(office, 13)
    assert office.take(request_id="tap").ticket == first.ticket


def test_a_site_of_before_hours_is_always_open(reception):
    at(reception, 3)
    assert door(reception).phase is Phase.OPEN


WORDS = {"fr": "Complet", "en": "Full", "ar": "ممتلئ"}


def test_a_mediator_stops_the_kiosk_and_says_why_in_each_language(reception):
    house.stop_issuing(reception.queue, reception.site, "stop", WORDS, "7")
    assert (door(reception).stopped, door(reception).texts, door(reception).gives_tickets) == (True, WORDS, False)
    assert (reception.board().stopped, reception.board().open) == (True, True)
    with pytest.raises(SiteClosedError) as refusal:
        reception.ticket()
    assert refusal.value.extra == {"state": "stopped"}
    assert by_hand(reception).number == "A001"


def test_a_stop_is_lifted_by_hand(reception):
    house.stop_issuing(reception.queue, reception.site, "stop", {}, "")
    house.resume_issuing(reception.queue, reception.site, "go", "")
    assert (door(reception).stopped, door(reception).texts) == (False, {})
    assert reception.ticket().number == "A001"
    assert [entry["move"] for entry in reception.journal()] == ["stop", "reopen", "issue"]


def test_a_stop_ends_with_the_day(reception):
    reception.ticket()
    house.stop_issuing(reception.queue, reception.site, "stop", WORDS, "")
    reception.clock.forward(days=1)
    reception.queue.turn(reception.site)
    assert not door(reception).stopped


def test_a_repeated_stop_changes_nothing_and_cannot_become_a_start(reception):
    house.stop_issuing(reception.queue, reception.site, "press", WORDS, "")
    before = reception.contents()
    house.stop_issuing(reception.queue, reception.site, "press", WORDS, "")
    with pytest.raises(RequestIdReusedError):
        house.resume_issuing(reception.queue, reception.site, "press", "")
    assert reception.contents() == before


def test_a_need_is_full_when_so_many_wait_for_it_and_free_again_when_one_is_called(reception):
    needs = tuple(replace(need, limit=2) if need.id == "papiers" else need for need in reception.site.needs)
    small = replace(reception, site=replace(reception.site, needs=needs))
    small.ticket(), small.ticket()
    assert door(small).full == {"papiers"}
    before = small.contents()
    with pytest.raises(NeedFullError):
        small.ticket()
    assert small.contents() == before
    assert small.ticket("energie").number == "E001"
    assert by_hand(small).number == "A003"
    small.call(), small.call("2")
    assert door(small).full == frozenset()
    assert small.ticket().number == "A004"


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
    night = replace(
        reception, site=replace(reception.site, hours=replace(reception.site.hours, turns_at=OFFICE.turns_at))
    )
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
    night = replace(
        reception, site=replace(reception.site, hours=replace(reception.site.hours, turns_at=OFFICE.turns_at))
    )
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
    later = replace(
        reception, site=replace(reception.site, hours=replace(reception.site.hours, turns_at=OFFICE.turns_at))
    )
    reception.call()
    reception.move(today.id, Verb.COMPLETE)
    assert later.ticket().number == "A002"


def test_a_counter_that_closes_calls_nobody(reception):
    reception.ticket()
    assert house.close_counter(reception.queue, reception.site, "1", "close", "7") is False
    assert door(reception).closed == reception.desk().closed == {"1"}
    before = reception.contents()
    with pytest.raises(CounterClosedError):
        reception.call("1")
    assert reception.contents() == before
    assert house.open_counter(reception.queue, reception.site, "1", "open", "7") is True
    assert reception.call("1").ticket.number == "A001"


def test_a_counter_that_closes_may_finish_with_the_person_it_has(reception):
    ticket = reception.ticket()
    reception.call("1")
    house.close_counter(reception.queue, reception.site, "1", "close", "")
    assert reception.move(ticket.id, Verb.SERVE, counter="1").ticket.state is State.SERVING
    assert reception.move(ticket.id, Verb.COMPLETE, counter="1").ticket.state is State.DONE


def test_who_was_sent_to_a_counter_that_closes_waits_for_their_need_again(reception):
    sent = reception.ticket("ateliers")
    reception.transfer(sent.id, Destination(counter="2"))
    house.close_counter(reception.queue, reception.site, "2", "close", "")
    assert reception.read(sent.id).line == "ateliers"
    assert reception.call("3").ticket.id == sent.id
    assert [(e["move"], e.get("reason", "")) for e in reception.journal()[2:4]] == [
        ("close_counter", ""),
        ("transfer", "counter_closed"),
    ]


def test_a_repeated_closing_changes_nothing(reception):
    house.close_counter(reception.queue, reception.site, "2", "press", "")
    before = reception.contents()
    house.close_counter(reception.queue, reception.site, "2", "press", "")
    with pytest.raises(RequestIdReusedError):
        house.open_counter(reception.queue, reception.site, "2", "press", "")
    assert reception.contents() == before


def test_counters_are_open_again_the_next_day(reception):
    reception.ticket()
    house.close_counter(reception.queue, reception.site, "2", "press", "")
    reception.clock.forward(days=1)
    reception.queue.turn(reception.site)
    assert door(reception).closed == frozenset()


def test_board_and_queue_read_together_stand_at_one_version(reception):
    from server.queues.board import read_both

    reception.ticket(), reception.call()
    board, queue = read_both(reception.queue, reception.site)
    assert (board, queue) == (reception.board(), reception.desk())
    assert board.version == queue.version == 2
