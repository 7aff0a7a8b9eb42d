"""What the desk is told of the act it can take back, and two who act at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from server.domain.errors import CounterClosedError, RefusalError
from server.domain.moves import State, Verb
from server.queues.live import LiveQueue
from server.queues.seats import Act, Wish, sit, undo
from server.queues.tickets import Hand
from tests.queues.test_undo import HERE, LATER


@pytest.fixture
def line(reception):
    """Two people who wait, a minute apart."""
    found = []
    for _ in range(2):
        found.append(reception.ticket())
        reception.clock.forward(minutes=1)
    return found


def test_the_desk_is_told_what_it_can_take_back_as_long_as_it_can(reception, line):
    sit(reception.queue, reception.site, HERE, "7", Wish.TAKE, "sits")
    assert reception.desk().acts == {}
    reception.call(HERE)
    reception.clock.forward(seconds=4)
    [told] = reception.desk().acts.values()
    assert (told.ticket, told.number, told.verb, told.left.total_seconds()) == (line[0].id, "A001", Verb.CALL, 6)
    reception.clock.forward(seconds=6)
    assert reception.desk().acts[HERE] == replace(told, left=told.left - told.left)
    reception.clock.forward(milliseconds=1)
    assert reception.desk().acts == {}


@pytest.mark.parametrize("later", [*LATER, "taken over"])
def test_the_desk_is_told_no_more_of_what_cannot_be_taken_back(reception, line, later):
    sit(reception.queue, reception.site, HERE, "7", Wish.TAKE, "sits")
    reception.call(HERE)
    assert isinstance(reception.desk().acts[HERE], Act)
    if later == "taken over":
        sit(reception.queue, reception.site, HERE, "8", Wish.TAKE_OVER, "comes")
    else:
        LATER[later](reception, line[0])
    assert reception.desk().acts == {}


def test_of_an_undo_and_a_move_at_once_one_wins(reception, valkey):
    """The person is called elsewhere, or back in line: never both, and never neither."""
    other = LiveQueue(valkey.url, now=reception.clock)
    for turn in range(40):
        ticket = reception.ticket()
        reception.call(HERE, ticket.id)

        def take_back(ticket=ticket, turn=turn):
            return undo(reception.queue, reception.site, ticket.id, f"undo-{turn}", Hand(HERE))

        def go_on(ticket=ticket):
            there = replace(reception, queue=other)
            return there.move(ticket.id, Verb.RECALL, HERE)

        with ThreadPoolExecutor(2) as both:
            done = [each for each in both.map(_tried, (take_back, go_on)) if each]
        assert len(done) == 1
        state = reception.read(ticket.id).state
        assert state in {State.WAITING, State.CALLED}
        reception.move(ticket.id, Verb.EXPIRE if state is State.WAITING else Verb.COMPLETE)
    assert reception.checked().breaches == ()


def _tried(deed):
    try:
        return deed()
    except RefusalError:
        return None


@pytest.mark.parametrize("verb", [Verb.NO_SHOW, Verb.COMPLETE, Verb.PARK])
def test_nobody_is_brought_back_to_a_counter_that_closed_meanwhile(reception, verb):
    ticket = reception.ticket()
    reception.call(HERE, ticket.id)
    reception.move(ticket.id, verb, HERE)
    reception.close_counter(HERE)
    before = reception.contents()
    with pytest.raises(CounterClosedError) as refusal:
        reception.undo(ticket.id, HERE)
    assert refusal.value.extra["counter"] == HERE
    assert reception.contents() == before
