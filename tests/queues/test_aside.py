"""Who is put aside, absent or gone, and how they come back; a counter's hands hold one person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.domain.errors import (
    CounterBusyError,
    CounterClosedError,
    DayOverError,
    QueueEmptyError,
    RequestIdReusedError,
)
from server.domain.moves import State, Verb
from server.queues.tickets import Destination


@pytest.fixture
def called(reception):
    """A ticket at counter 1."""
    ticket = reception.ticket()
    reception.call("1")
    return ticket


def test_who_is_put_aside_leaves_the_counter_free_and_is_listed(reception, called):
    reception.move(called.id, Verb.PARK, counter="1")
    desk = reception.desk()
    assert (desk.hands, [row.id for row in desk.parked], desk.waiting) == ({}, [called.id], ())
    with pytest.raises(QueueEmptyError):
        reception.call("1")


def test_who_was_put_aside_goes_on_at_the_same_counter(reception, called):
    reception.move(called.id, Verb.PARK)
    back = reception.move(called.id, Verb.RESUME).ticket
    assert (back.state, back.counter) == (State.SERVING, "1")
    assert reception.desk().parked == ()
    assert reception.desk().hands["1"].id == called.id


def test_a_colleague_may_go_on_with_who_was_put_aside(reception, called):
    reception.move(called.id, Verb.PARK)
    assert reception.move(called.id, Verb.RESUME, counter="2").ticket.counter == "2"
    assert list(reception.desk().hands) == ["2"]


def test_nobody_goes_on_with_someone_while_another_is_in_hand(reception, called):
    reception.move(called.id, Verb.PARK)
    other = reception.ticket()
    reception.call("1")
    before = reception.contents()
    with pytest.raises(CounterBusyError) as refusal:
        reception.move(called.id, Verb.RESUME)
    assert refusal.value.extra == {"ticket": other.id, "number": other.number}
    assert reception.contents() == before


def test_a_closed_counter_goes_on_with_nobody(reception, called):
    reception.move(called.id, Verb.PARK)
    reception.close_counter("1", "close")
    before = reception.contents()
    with pytest.raises(CounterClosedError):
        reception.move(called.id, Verb.RESUME)
    assert reception.contents() == before
    assert reception.move(called.id, Verb.RESUME, counter="2").ticket.counter == "2"


def test_where_the_site_says_so_the_next_call_waits_until_the_one_in_hand_is_done(reception, called):
    strict = replace(reception, site=replace(reception.site, next_completes=False))
    second = reception.ticket()
    before = reception.contents()
    with pytest.raises(CounterBusyError) as refusal:
        strict.call("1")
    assert refusal.value.extra == {"ticket": called.id, "number": called.number}
    with pytest.raises(CounterBusyError):
        strict.call("1", second.id)
    assert reception.contents() == before
    reception.move(called.id, Verb.COMPLETE)
    assert strict.call("1").ticket.id == second.id


@pytest.mark.parametrize("leave", [Verb.NO_SHOW, Verb.CANCEL])
def test_who_went_comes_back_at_their_old_place(reception, called, leave):
    reception.clock.forward(minutes=3)
    later = reception.ticket()
    if leave is Verb.CANCEL:
        reception.transfer(called.id, Destination(need="papiers"))
    reception.move(called.id, leave)
    assert [row.id for row in reception.desk().gone] == [called.id]
    reception.clock.forward(minutes=3)
    back = reception.move(called.id, Verb.RESTORE).ticket
    assert (back.state, back.arrived_at, back.counter, back.call_count) == (State.WAITING, called.arrived_at, None, 0)
    assert reception.desk().gone == ()
    assert [row.id for row in reception.desk().waiting] == [called.id, later.id]


def test_who_was_sent_to_a_counter_comes_back_to_it_or_to_their_need_when_it_closed(reception, called):
    reception.transfer(called.id, Destination(counter="2"))
    reception.move(called.id, Verb.CANCEL)
    assert reception.move(called.id, Verb.RESTORE).ticket.to_counter == "2"
    reception.move(called.id, Verb.CANCEL)
    reception.close_counter("2", "close")
    assert reception.move(called.id, Verb.RESTORE).ticket.line == "papiers"


def test_a_cancelled_ticket_cannot_come_back_once_its_day_is_over(reception):
    """Its number may be somebody else's by then."""
    ticket = reception.ticket()
    reception.move(ticket.id, Verb.CANCEL)
    reception.clock.forward(days=1)
    assert reception.ticket().number == ticket.number
    before = reception.contents()
    with pytest.raises(DayOverError):
        reception.move(ticket.id, Verb.RESTORE)
    assert reception.contents() == before


def test_a_cancelled_number_is_kept_for_the_day(reception):
    ticket = reception.ticket()
    reception.move(ticket.id, Verb.CANCEL)
    reception.valkey.hset(reception.key("count:2026-11-23"), "A", 0)
    assert reception.ticket().number == "A002"


def test_an_expired_number_is_free(reception):
    ticket = reception.ticket()
    reception.move(ticket.id, Verb.EXPIRE)
    reception.valkey.hset(reception.key("count:2026-11-23"), "A", 0)
    assert reception.ticket().number == ticket.number


def test_who_waits_and_is_cancelled_is_not_called(reception):
    first, second = reception.ticket(), reception.ticket()
    reception.move(first.id, Verb.CANCEL)
    assert reception.call().ticket.id == second.id


def test_who_is_called_after_being_put_aside_is_called_for_the_first_time_there(reception, called):
    """However often another counter had called them: nobody is marked absent for calls they heard elsewhere."""
    reception.move(called.id, Verb.RECALL)
    reception.move(called.id, Verb.RECALL)
    reception.move(called.id, Verb.PARK)
    assert reception.call("2", called.id).ticket.call_count == 1


def test_a_request_of_one_counter_is_refused_to_another(reception, called):
    reception.move(called.id, Verb.PARK)
    reception.move(called.id, Verb.RESUME, counter="1", request_id="click")
    with pytest.raises(RequestIdReusedError):
        reception.move(called.id, Verb.RESUME, counter="2", request_id="click")


def test_a_call_of_someone_put_aside_takes_them_off_the_list(reception, called):
    reception.move(called.id, Verb.PARK)
    assert reception.call("2", called.id).ticket.counter == "2"
    assert reception.desk().parked == ()


def test_no_ticket_stands_in_two_places_at_once(reception):
    """Through every state and back: one key of the site holds it at a time."""
    ticket = reception.ticket()
    places = [standing(reception, ticket)]
    for verb in (None, Verb.SERVE, Verb.PARK, Verb.RESUME, Verb.PARK, Verb.CANCEL, Verb.RESTORE, None, Verb.NO_SHOW):
        if verb is None:
            reception.call("1")
        else:
            reception.move(ticket.id, verb)
        places.append(standing(reception, ticket))
    reception.move(ticket.id, Verb.RESTORE)
    reception.call("1")
    reception.move(ticket.id, Verb.COMPLETE)
    places.append(standing(reception, ticket))
    assert places == [
        ["waiting:papiers"], ["hand"], ["hand"], ["parked"], ["hand"], ["parked"], ["gone"], ["waiting:papiers"],
        ["hand"], ["gone"], [],
    ]  # fmt: skip


def standing(reception, ticket):
    """Which of the site's keys hold it."""
    found = []
    for key in sorted(reception.valkey.keys(reception.key("*"))):
        name = key.partition("}:")[2]
        if name.startswith("waiting:") or name in {"parked", "gone"}:
            found += [name] * (reception.valkey.zscore(key, ticket.id) is not None)
        elif name == "hand":
            found += [name] * list(reception.valkey.hvals(key)).count(ticket.id)
    return found
