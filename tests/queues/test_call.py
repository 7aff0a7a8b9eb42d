"""Calling: who comes next, what becomes of the person before, and that nobody is called twice."""

from __future__ import annotations

import pytest

from server.domain.errors import IllegalMoveError, QueueEmptyError, UnknownTicketError
from server.domain.moves import State


def test_people_are_called_in_the_order_they_came(reception):
    expected = []
    for need in ("papiers", "energie", "papiers"):
        expected.append(reception.ticket(need).id)
        reception.clock.forward(seconds=20)
    assert [reception.call("1").ticket.id for _ in range(3)] == expected


def test_who_came_in_the_same_millisecond_is_called_in_the_order_of_their_tickets(reception):
    expected = [reception.ticket(need).id for need in ("energie", "papiers", "energie", "papiers")]
    assert [reception.call("1").ticket.id for _ in range(4)] == expected


def test_a_counter_calls_only_for_the_needs_it_serves(reception):
    reception.ticket("energie")
    reception.ticket("ateliers")
    papers = reception.ticket("papiers")
    assert reception.call("2").ticket.id == papers.id
    with pytest.raises(QueueEmptyError):
        reception.call("2")


def test_a_called_ticket_is_at_its_counter_and_no_longer_waits(reception):
    reception.ticket()
    reception.clock.forward(minutes=4)
    called = reception.call("2").ticket
    assert (called.state, called.counter, called.call_count, called.ahead) == (State.CALLED, "2", 1, 0)
    assert (called.called_at - called.arrived_at).total_seconds() == 240
    assert reception.board().waiting == 0


def test_a_chosen_person_is_called_before_those_who_came_earlier(reception):
    first = reception.ticket()
    chosen = reception.ticket()
    assert reception.call("1", chosen.id).ticket.id == chosen.id
    assert reception.call("2").ticket.id == first.id


def test_a_mediator_may_choose_a_person_whose_need_the_counter_does_not_serve(reception):
    visitor = reception.ticket("ateliers")
    assert reception.call("2", visitor.id).ticket.counter == "2"


def test_a_parked_person_can_be_called_by_choice(reception):
    visitor = reception.ticket()
    reception.call("1")
    reception.put(visitor.id, State.PARKED)
    assert reception.call("2", visitor.id).ticket.counter == "2"


@pytest.mark.parametrize("state", sorted(set(State) - {State.WAITING, State.PARKED}))
def test_nobody_else_can_be_called_by_choice(reception, state):
    visitor = reception.ticket()
    reception.put(visitor.id, state)
    before = reception.contents()
    with pytest.raises(IllegalMoveError) as refusal:
        reception.call("1", visitor.id)
    assert refusal.value.extra["state"] == state
    assert reception.contents() == before


@pytest.mark.parametrize("ticket_id", ["999999999999", "*", "1:2", "x" * 64, "é\u0000"])
def test_a_ticket_that_never_was_cannot_be_called(reception, ticket_id):
    reception.ticket()
    before = reception.contents()
    with pytest.raises(UnknownTicketError):
        reception.call("1", ticket_id)
    assert reception.contents() == before


@pytest.mark.parametrize("state", [State.CALLED, State.SERVING])
def test_calling_the_next_completes_the_one_in_hand(reception, state):
    first, second = reception.ticket(), reception.ticket()
    reception.call("1")
    reception.put(first.id, state)
    version = reception.board().version
    assert reception.call("1").ticket.id == second.id
    assert reception.read(first.id).state is State.DONE
    assert reception.board().version == version + 2
    last_two = [(entry["move"], entry["ticket"], entry["to"]) for entry in reception.journal()[-2:]]
    assert last_two == [("complete", first.id, "done"), ("call", second.id, "called")]


def test_calling_the_next_leaves_the_other_counters_alone(reception):
    first, second = reception.ticket(), reception.ticket()
    reception.call("1")
    reception.call("2")
    assert [reception.read(ticket.id).state for ticket in (first, second)] == [State.CALLED, State.CALLED]


def test_with_nobody_waiting_the_person_in_hand_stays(reception):
    visitor = reception.ticket()
    reception.call("1")
    before = reception.contents()
    with pytest.raises(QueueEmptyError):
        reception.call("1")
    assert reception.contents() == before
    assert reception.desk().hands["1"].id == visitor.id


def test_a_double_click_calls_one_person(reception):
    reception.ticket()
    second = reception.ticket()
    first_answer = reception.call("1", request_id="click")
    before = reception.contents()
    again = reception.call("1", request_id="click")
    assert again.repeat
    assert again.ticket == first_answer.ticket
    assert reception.contents() == before
    assert reception.read(second.id).state is State.WAITING


def test_a_ticket_whose_records_died_does_not_block_those_behind_it(reception):
    """Tickets die two days after their last change, one by one; the line they stood in lives as long as it is used."""
    forgotten = reception.ticket()
    reception.clock.forward(days=3)
    visitor = reception.ticket()
    reception.valkey.delete(reception.key(f"ticket:{forgotten.id}"))
    assert reception.call("1").ticket.id == visitor.id


def test_a_line_of_dead_tickets_only_is_an_empty_one(reception):
    forgotten = reception.ticket()
    reception.valkey.delete(reception.key(f"ticket:{forgotten.id}"))
    with pytest.raises(QueueEmptyError):
        reception.call("1")
