"""Transfer: to another need, a counter or a mediator; the number, the arrival and the place stay."""

from __future__ import annotations

import pytest

from server.domain.errors import (
    AtAnotherCounterError,
    CounterClosedError,
    IllegalMoveError,
    QueueEmptyError,
    RequestIdReusedError,
    TransferToSelfError,
    UnknownTicketError,
)
from server.domain.moves import State, Verb
from server.queues.tickets import Destination
from tests.domain.test_moves import TABLE

AMINA = "7"


@pytest.fixture
def called(reception):
    """A ticket for papers at counter 1, and one that came a minute later, still waiting."""
    ticket = reception.ticket()
    reception.clock.forward(minutes=1)
    reception.ticket("ateliers")
    reception.call("1")
    return ticket


def test_a_transfer_to_a_need_waits_for_it_at_its_old_place(reception, called):
    reception.clock.forward(minutes=5)
    moved = reception.transfer(called.id, Destination(need="ateliers"), counter="1").ticket
    assert (moved.state, moved.need, moved.line) == (State.WAITING, "ateliers", "ateliers")
    assert (moved.number, moved.arrived_at) == (called.number, called.arrived_at)
    assert (moved.counter, moved.called_at, moved.call_count, moved.ahead) == (None, None, 0, 0)
    assert reception.call("3").ticket.id == called.id


def test_a_transfer_frees_the_hands_it_came_from(reception, called):
    reception.transfer(called.id, Destination(need="ateliers"), counter="1")
    assert reception.desk().hands == {}


def test_whoever_waits_again_is_no_call_on_the_board_any_more(reception, called):
    reception.transfer(called.id, Destination(need="ateliers"), counter="1")
    assert reception.board().calls == ()
    assert reception.board().waiting == 2


def test_the_next_call_after_a_transfer_is_a_first_call(reception, called):
    reception.move(called.id, Verb.RECALL)
    reception.transfer(called.id, Destination(need="ateliers"), counter="1")
    assert reception.call("3").ticket.call_count == 1


def test_a_ticket_sent_to_a_counter_is_called_there_and_nowhere_else(reception, called):
    moved = reception.transfer(called.id, Destination(counter="3"), counter="1").ticket
    assert (moved.need, moved.to_counter, moved.to_mediator) == ("papiers", "3", None)
    with pytest.raises(QueueEmptyError):
        reception.call("2")
    assert reception.call("3").ticket.id == called.id


def test_a_ticket_sent_to_a_mediator_is_called_wherever_they_sit(reception, called):
    moved = reception.transfer(called.id, Destination(mediator=AMINA), counter="1").ticket
    assert (moved.to_counter, moved.to_mediator) == (None, AMINA)
    with pytest.raises(QueueEmptyError):
        reception.call("2", mediator="8")
    assert reception.call("2", mediator=AMINA).ticket.id == called.id


def test_a_ticket_sent_by_name_takes_its_turn_among_those_of_the_needs(reception):
    first = reception.ticket("papiers")
    reception.clock.forward(minutes=1)
    second = reception.ticket("papiers")
    reception.clock.forward(minutes=1)
    third = reception.ticket("ateliers")
    reception.transfer(third.id, Destination(counter="2"))
    reception.transfer(first.id, Destination(mediator=AMINA))
    assert [reception.call("2", mediator=AMINA).ticket.id for _ in range(3)] == [first.id, second.id, third.id]


def test_who_is_sent_to_a_counter_counts_as_ahead_of_those_called_there(reception):
    sent = reception.ticket("ateliers")
    reception.transfer(sent.id, Destination(counter="2"))
    assert reception.ticket("papiers").ahead == 1
    assert reception.read(sent.id).ahead == 0


@pytest.mark.parametrize("state", sorted(TABLE["transfer"][0]))
def test_a_ticket_is_transferred_from_every_state_of_the_table(reception, called, state):
    if state == State.WAITING:
        reception.transfer(called.id, Destination(counter="3"))
    elif state != State.CALLED:
        reception.move(called.id, {"serving": Verb.SERVE, "parked": Verb.PARK}[state])
    assert reception.read(called.id).state == state
    assert reception.transfer(called.id, Destination(need="ateliers")).ticket.state is State.WAITING


@pytest.mark.parametrize("state", sorted(set(State) - TABLE["transfer"][0]))
def test_from_any_other_state_it_is_refused(reception, called, state):
    reception.put(called.id, state)
    before = reception.contents()
    with pytest.raises(IllegalMoveError) as refusal:
        reception.transfer(called.id, Destination(need="ateliers"))
    assert refusal.value.extra["state"] == state
    assert reception.contents() == before


@pytest.mark.parametrize(
    ("to", "mediator"),
    [(Destination(counter="1"), ""), (Destination(mediator=AMINA), AMINA)],
    ids=["to the counter that has it", "to the mediator who sends it"],
)
def test_nobody_transfers_to_themselves(reception, called, to, mediator):
    before = reception.contents()
    with pytest.raises(TransferToSelfError):
        reception.transfer(called.id, to, counter="1", mediator=mediator)
    assert reception.contents() == before


@pytest.mark.parametrize("to", [Destination(need="ateliers"), Destination(counter="3"), Destination(mediator=AMINA)])
def test_who_waits_already_where_they_are_sent_is_not_moved(reception, called, to):
    reception.transfer(called.id, to)
    before = reception.contents()
    with pytest.raises(TransferToSelfError):
        reception.transfer(called.id, to)
    assert reception.contents() == before


def test_a_mediator_may_put_a_person_back_into_the_line_they_came_from(reception, called):
    back = reception.transfer(called.id, Destination(need="papiers"), counter="1").ticket
    assert (back.state, back.line) == (State.WAITING, "papiers")


def test_nobody_is_sent_to_a_counter_that_is_closed(reception, called):
    reception.close_counter("3", "close")
    before = reception.contents()
    with pytest.raises(CounterClosedError) as refusal:
        reception.transfer(called.id, Destination(counter="3"), counter="1")
    assert refusal.value.extra == {"counter": "3"}
    assert reception.contents() == before


def test_a_counter_does_not_transfer_the_person_at_another(reception, called):
    before = reception.contents()
    with pytest.raises(AtAnotherCounterError):
        reception.transfer(called.id, Destination(need="ateliers"), counter="2")
    assert reception.contents() == before


def test_an_unknown_ticket_is_not_transferred(reception):
    with pytest.raises(UnknownTicketError):
        reception.transfer("000000000099", Destination(need="ateliers"))
    assert reception.contents() == {}


def test_a_repeat_changes_nothing_and_another_destination_is_refused(reception, called):
    first = reception.transfer(called.id, Destination(need="ateliers"), request_id="click")
    before = reception.contents()
    again = reception.transfer(called.id, Destination(need="ateliers"), request_id="click")
    assert (again.repeat, again.ticket) == (True, first.ticket)
    with pytest.raises(RequestIdReusedError):
        reception.transfer(called.id, Destination(counter="3"), request_id="click")
    assert reception.contents() == before


def test_the_journal_says_where_it_went_from_whom_and_why(reception, called):
    reception.transfer(called.id, Destination("ateliers", counter="3"), counter="1", mediator=AMINA, reason="photo")
    entry = reception.journal()[-1]
    told = {name: entry[name] for name in ("move", "from", "to", "need", "line", "counter", "mediator", "reason")}
    assert told == {
        "move": "transfer",
        "from": "called",
        "to": "waiting",
        "need": "ateliers",
        "line": "counter:3",
        "counter": "1",
        "mediator": AMINA,
        "reason": "photo",
    }
