"""Priority is a head start: a person passes only those who came within it, so nobody starves."""

from __future__ import annotations

import pytest

from server.domain.errors import IllegalMoveError, RequestIdReusedError
from server.domain.moves import State
from server.queues.tickets import Wish

PREGNANT, APPOINTMENT = "grossesse", "rendez-vous"  # 30 and 15 minutes


def take(reception, priority=None, need="papiers"):
    given = None if priority is None else reception.site.priority(priority)
    return reception.ask(Wish(reception.site.need(need), "fr", given)).ticket


def test_a_priority_passes_those_who_came_within_its_head_start(reception):
    within = take(reception)
    reception.clock.forward(minutes=29)
    first = take(reception, PREGNANT)
    assert first.ahead == 0
    assert [reception.call().ticket.id for _ in range(2)] == [first.id, within.id]


def test_nobody_who_came_longer_before_is_passed(reception):
    before = take(reception)
    reception.clock.forward(minutes=31)
    later = take(reception, PREGNANT)
    assert later.ahead == 1
    assert [reception.call().ticket.id for _ in range(2)] == [before.id, later.id]


def test_at_exactly_the_head_start_the_earlier_ticket_is_first(reception):
    before = take(reception)
    reception.clock.forward(minutes=30)
    take(reception, PREGNANT)
    assert reception.call().ticket.id == before.id


def test_a_stream_of_priorities_does_not_starve_the_one_who_has_none(reception):
    patient = take(reception)
    called_after = 0
    for _ in range(40):
        reception.clock.forward(minutes=2)
        take(reception, PREGNANT)
        called_after += 1
        if reception.call().ticket.id == patient.id:
            break
    assert called_after * 2 <= 32


def test_a_ticket_says_its_priority_and_its_head_start(reception):
    ticket = take(reception, APPOINTMENT)
    assert (ticket.priority, ticket.head_start_min) == (APPOINTMENT, 15)
    [row] = reception.desk().waiting
    assert (row.priority, row.head_start_min, row.arrived_at) == (APPOINTMENT, 15, ticket.arrived_at)
    assert (row.arrived_at.timestamp() * 1000 - row.place) == 15 * 60_000


def test_a_ticket_without_priority_has_no_head_start(reception):
    ticket = take(reception)
    assert (ticket.priority, ticket.head_start_min) == (None, 0)


def test_a_head_start_can_be_given_later_and_counts_from_the_arrival(reception):
    first = take(reception)
    reception.clock.forward(minutes=10)
    second = take(reception)
    reception.clock.forward(minutes=20)
    given = reception.prioritise(second.id, APPOINTMENT).ticket
    assert (given.state, given.priority, given.head_start_min, given.ahead) == (State.WAITING, APPOINTMENT, 15, 0)
    assert given.arrived_at == second.arrived_at
    assert reception.call().ticket.id == second.id
    assert reception.call().ticket.id == first.id


def test_a_head_start_given_twice_does_not_add_up(reception):
    ticket = take(reception, APPOINTMENT)
    reception.prioritise(ticket.id, PREGNANT)
    [row] = reception.desk().waiting
    assert row.arrived_at.timestamp() * 1000 - row.place == 30 * 60_000


def test_a_head_start_can_be_taken_back(reception):
    first = take(reception)
    reception.clock.forward(minutes=1)
    second = take(reception, PREGNANT)
    back = reception.prioritise(second.id, None).ticket
    assert (back.priority, back.head_start_min, back.ahead) == (None, 0, 1)
    assert reception.call().ticket.id == first.id


@pytest.mark.parametrize("state", sorted(set(State) - {State.WAITING}))
def test_only_who_waits_is_given_a_head_start(reception, state):
    ticket = take(reception)
    reception.put(ticket.id, state)
    before = reception.contents()
    with pytest.raises(IllegalMoveError):
        reception.prioritise(ticket.id, PREGNANT)
    assert reception.contents() == before


def test_a_repeat_changes_nothing_and_another_priority_is_refused(reception):
    ticket = take(reception)
    first = reception.prioritise(ticket.id, PREGNANT, request_id="click")
    before = reception.contents()
    assert reception.prioritise(ticket.id, PREGNANT, request_id="click").ticket == first.ticket
    with pytest.raises(RequestIdReusedError):
        reception.prioritise(ticket.id, None, request_id="click")
    assert reception.contents() == before


def test_the_head_start_outlives_a_call_and_a_transfer(reception):
    from server.queues.tickets import Destination

    ticket = take(reception, PREGNANT)
    reception.call()
    assert reception.transfer(ticket.id, Destination(need="ateliers")).ticket.head_start_min == 30
