"""Taking a ticket: its number, its place, and that a repeat changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from server.domain.errors import RequestIdReusedError, SiteClosedError
from server.domain.moves import State, Verb
from tests.support.reception import MORNING


def test_numbers_count_from_001_for_each_letter(reception):
    taken = [reception.ticket(need).number for need in ("papiers", "papiers", "energie", "papiers")]
    assert taken == ["A001", "A002", "E001", "A003"]


def test_a_new_ticket_waits_and_knows_its_need_language_and_arrival(reception):
    ticket = reception.ticket("energie", "ar")
    assert (ticket.state, ticket.need, ticket.language) == (State.WAITING, "energie", "ar")
    assert ticket.arrived_at == MORNING.astimezone(UTC)
    assert (ticket.counter, ticket.called_at, ticket.call_count) == (None, None, 0)
    assert ticket.print.state == "queued"


def test_ids_follow_the_order_of_arrival_even_within_one_millisecond(reception):
    ids = [reception.ticket().id for _ in range(12)]
    assert ids == sorted(ids)
    assert len(set(ids)) == 12


def test_ahead_counts_those_who_share_a_counter_and_nobody_else(reception):
    reception.ticket("papiers")
    reception.ticket("ateliers")
    reception.clock.forward(seconds=1)
    reception.ticket("energie")
    assert reception.ticket("papiers").ahead == 2
    assert reception.ticket("ateliers").ahead == 1


def test_ahead_shrinks_as_others_are_called(reception):
    reception.ticket()
    last = reception.ticket()
    assert last.ahead == 1
    reception.call()
    assert reception.read(last.id).ahead == 0


def test_each_ticket_has_a_follow_secret_of_its_own(reception):
    secrets = {reception.ticket().secret for _ in range(20)}
    assert len(secrets) == 20
    assert min(map(len, secrets)) >= 22  # 128 bits in base 64


def test_a_repeat_gets_the_first_answer(reception):
    first = reception.take(request_id="tap")
    reception.ticket()
    reception.clock.forward(minutes=5)
    again = reception.take(request_id="tap")
    assert (first.repeat, again.repeat) == (False, True)
    assert again.ticket == first.ticket


def test_a_repeat_changes_nothing_at_all(reception):
    reception.take(request_id="tap")
    before = reception.contents()
    reception.clock.forward(minutes=5)
    reception.take(request_id="tap")
    reception.take("energie", "ar", request_id="tap")
    assert reception.contents() == before


def test_a_call_cannot_use_the_name_of_an_earlier_tap(reception):
    reception.take(request_id="tap")
    before = reception.contents()
    with pytest.raises(RequestIdReusedError):
        reception.call(request_id="tap")
    assert reception.contents() == before


def test_a_tap_cannot_use_the_name_of_an_earlier_call(reception):
    reception.ticket()
    reception.call(request_id="click")
    before = reception.contents()
    with pytest.raises(RequestIdReusedError):
        reception.take(request_id="click")
    assert reception.contents() == before


def test_a_request_id_used_at_one_counter_is_refused_at_another(reception):
    reception.ticket()
    reception.call("1", request_id="click")
    with pytest.raises(RequestIdReusedError):
        reception.call("2", request_id="click")


def test_numbers_start_again_the_next_local_day(reception):
    first = reception.ticket()
    reception.call()
    reception.move(first.id, Verb.COMPLETE)
    reception.clock.forward(days=1)
    assert reception.ticket().number == "A001"


def test_midnight_is_the_sites_own(reception):
    """23:30 in Paris is still the same day, though it is 22:30 UTC; half an hour later it is not."""
    done = reception.ticket()
    reception.call(chosen=done.id)
    reception.move(done.id, Verb.COMPLETE)
    reception.clock.at = MORNING.replace(hour=23, minute=30)
    assert reception.ticket().number == "A002"
    reception.clock.forward(minutes=30)
    assert reception.ticket().number == "A001"


def test_a_number_that_someone_still_holds_from_yesterday_is_skipped(reception):
    """Everybody else's day has ended; a visit that goes on past midnight keeps its number."""
    late = reception.ticket()
    reception.call()
    reception.move(late.id, Verb.SERVE)
    reception.clock.forward(days=1)
    assert [reception.ticket().number for _ in range(2)] == ["A002", "A003"]


def test_a_number_is_free_again_once_its_ticket_is_gone_from_the_records(reception):
    """Nobody ends the day of a van that was forgotten: its numbers must not be lost for good."""
    forgotten = reception.ticket()
    reception.valkey.delete(reception.key(f"ticket:{forgotten.id}"))
    reception.clock.forward(days=3)
    assert reception.ticket().number == "A001"


def test_after_999_comes_1000(reception):
    reception.valkey.hset(reception.key("count:2026-11-23"), "A", 998)
    assert [reception.ticket().number for _ in range(3)] == ["A999", "A1000", "A1001"]


def test_the_clock_of_a_site_never_runs_backwards(reception):
    earlier = reception.ticket()
    reception.clock.forward(minutes=-10)
    later = reception.ticket()
    assert later.arrived_at == earlier.arrived_at
    assert reception.read(later.id).ahead == 1
    assert reception.call().ticket.id == earlier.id


@pytest.mark.parametrize("weeks", [-1, 1, 520])
def test_a_queue_whose_clock_is_far_from_the_web_machines_still_issues(reception, weeks):
    reception.clock.forward(weeks=weeks)
    ticket = reception.ticket()
    assert ticket.number == "A001"
    assert ticket.arrived_at == (MORNING + timedelta(weeks=weeks)).astimezone(UTC)
    assert reception.board().at == ticket.arrived_at


def test_a_closed_site_gives_no_ticket_and_changes_nothing(reception):
    closed = replace(reception, site=replace(reception.site, open=False))
    with pytest.raises(SiteClosedError):
        closed.take()
    assert reception.contents() == {}


def test_who_asked_before_closing_time_gets_the_answer_again(reception):
    ticket = reception.take(request_id="tap").ticket
    closed = replace(reception, site=replace(reception.site, open=False))
    assert closed.take(request_id="tap").ticket == ticket
