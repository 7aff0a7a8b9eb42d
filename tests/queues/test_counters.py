"""Counters that close for now: they call nobody, and who was sent there waits for their need again."""

from __future__ import annotations

import pytest

from server.domain.errors import (
    CounterClosedError,
    RequestIdReusedError,
)
from server.domain.moves import State, Verb
from server.queues import house
from server.queues.tickets import Destination


def test_a_counter_that_closes_calls_nobody(reception):
    reception.ticket()
    assert reception.close_counter("1", "close", "7") is False
    assert house.door(reception.queue, reception.site).closed == reception.desk().closed == {"1"}
    before = reception.contents()
    with pytest.raises(CounterClosedError):
        reception.call("1")
    assert reception.contents() == before
    assert reception.open_counter("1", "open", "7") is True
    assert reception.call("1").ticket.number == "A001"


def test_a_counter_that_closes_may_finish_with_the_person_it_has(reception):
    ticket = reception.ticket()
    reception.call("1")
    reception.close_counter("1", "close")
    assert reception.move(ticket.id, Verb.SERVE, counter="1").ticket.state is State.SERVING
    assert reception.move(ticket.id, Verb.COMPLETE, counter="1").ticket.state is State.DONE


def test_who_was_sent_to_a_counter_that_closes_waits_for_their_need_again(reception):
    sent = reception.ticket("ateliers")
    reception.transfer(sent.id, Destination(counter="2"))
    reception.close_counter("2", "close")
    assert reception.read(sent.id).line == "ateliers"
    assert reception.call("3").ticket.id == sent.id
    assert [(e["move"], e.get("reason", "")) for e in reception.journal()[2:4]] == [
        ("close_counter", ""),
        ("transfer", "counter_closed"),
    ]


def test_a_repeated_closing_changes_nothing(reception):
    reception.close_counter("2", "press")
    before = reception.contents()
    reception.close_counter("2", "press")
    with pytest.raises(RequestIdReusedError):
        reception.open_counter("2", "press")
    assert reception.contents() == before


def test_counters_are_open_again_the_next_day(reception):
    reception.ticket()
    reception.close_counter("2", "press")
    reception.clock.forward(days=1)
    reception.queue.turn(reception.site)
    assert house.door(reception.queue, reception.site).closed == frozenset()
