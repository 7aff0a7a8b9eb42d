"""Whoever leaves a counter with somebody in hand says what becomes of them; whom nobody sits with, every desk sees."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.domain.errors import (
    AtAnotherCounterError,
    CounterBusyError,
    CounterClosedError,
    IllegalMoveError,
    TransferToSelfError,
)
from server.domain.moves import State, Verb
from server.queues.seats import Parting, Wish, sit
from server.queues.tickets import Destination
from tests.support.reception import Reception

AICHA, KARIM = "7", "8"


@pytest.fixture
def sits(reception):
    """A function with which somebody asks for a counter."""

    def ask(counter, person, parting=None, wish=Wish.TAKE_OVER):
        sit(reception.queue, reception.site, counter, person, wish, reception.fresh(), parting)

    return ask


@pytest.fixture
def at_desk(reception):
    """A function that gives the reception as the desk of a counter asks it, for a person."""

    def desk(counter, person):
        held = reception.queue.of_desk(counter, person)
        return Reception(held, reception.clock, reception.valkey, reception.site, reception._names)

    return desk


@pytest.fixture
def in_hand(reception, sits, at_desk):
    """Whom Aïcha has called to counter 1, where she sits."""
    sits("1", AICHA)
    reception.ticket()
    return at_desk("1", AICHA).call("1", mediator=AICHA).ticket


@pytest.fixture
def left(reception, sits, in_hand):
    """The same, and Aïcha has gone to counter 2."""
    reception.move(in_hand.id, Verb.SERVE, "1")
    sits("2", AICHA, Parting.STAY)
    return in_hand


def hands(reception):
    return {counter: (ticket.id, ticket.state) for counter, ticket in reception.desk().hands.items()}


WAYS = {"another counter": ("2", Wish.TAKE), "somebody's place": ("2", Wish.TAKE_OVER), "nowhere": ("1", Wish.LEAVE)}


@pytest.mark.parametrize("way", WAYS)
def test_nobody_leaves_a_person_in_hand_without_a_word(reception, sits, in_hand, way):
    counter, wish = WAYS[way]
    before = reception.contents()
    with pytest.raises(CounterBusyError) as refusal:
        sits(counter, AICHA, wish=wish)
    assert refusal.value.extra["number"] == in_hand.number
    assert reception.contents() == before


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("parting", "state"), [(Parting.COMPLETE, State.DONE), (Parting.BACK, State.WAITING), (Parting.STAY, State.CALLED)]
)
def test_who_is_parted_from_goes_where_was_said(reception, sits, in_hand, way, parting, state):
    counter, wish = WAYS[way]
    sits(counter, AICHA, parting, wish)
    assert reception.read(in_hand.id).state is state
    assert reception.desk().alone == ({"1"} if parting is Parting.STAY else set())
    assert reception.checked().breaches == ()


def test_who_goes_back_in_line_waits_for_their_need_as_they_came(reception, sits, at_desk):
    sits("1", AICHA)
    ticket, later = reception.ticket(), reception.ticket()
    reception.transfer(ticket.id, Destination(counter="1"))
    at_desk("1", AICHA).call("1", ticket.id)
    sits("2", AICHA, Parting.BACK)
    assert [reception.call("2").ticket.id for _ in range(2)] == [ticket.id, later.id]


def test_who_was_there_already_goes_on_at_the_other_counter_and_is_not_called_again(reception, sits, in_hand):
    reception.move(in_hand.id, Verb.SERVE, "1")
    [told] = reception.board().calls
    sits("2", AICHA, Parting.ALONG)
    assert hands(reception) == {"2": (in_hand.id, State.SERVING)}
    assert reception.board().calls == (replace(told, counter="2"),)
    assert [entry["move"] for entry in reception.journal()][-4:] == ["park", "leave_counter", "take_counter", "resume"]
    assert reception.checked().breaches == ()


def test_who_was_only_called_is_called_to_the_other_counter(reception, sits, in_hand):
    [before] = reception.board().calls
    sits("2", AICHA, Parting.ALONG)
    assert hands(reception) == {"2": (in_hand.id, State.CALLED)}
    [told] = reception.board().calls
    assert (told.number, told.counter, told.count) == (in_hand.number, "2", 1)
    assert told.seq > before.seq, "the waiting room is told anew"
    assert reception.journal()[-1]["move"] == "call"
    assert reception.checked().breaches == ()


def test_nobody_comes_along_to_a_counter_that_has_somebody_or_is_closed(reception, sits, in_hand):
    reception.ticket()
    other = reception.call("2").ticket
    before = reception.contents()
    with pytest.raises(CounterBusyError) as refusal:
        sits("2", AICHA, Parting.ALONG)
    assert refusal.value.extra["number"] == other.number
    assert reception.contents() == before
    reception.close_counter("3")
    with pytest.raises(CounterClosedError):
        sits("3", AICHA, Parting.ALONG)
    with pytest.raises(CounterBusyError):
        sits("1", AICHA, Parting.ALONG, Wish.LEAVE)


def test_who_is_gone_leaves_whom_they_had_to_the_others(reception, sits, in_hand):
    sits("", AICHA, wish=Wish.GONE)
    assert reception.desk().alone == {"1"}


def test_whoever_sits_there_next_has_them(reception, sits, left):
    sits("1", KARIM)
    assert reception.desk().alone == set()
    assert hands(reception)["1"] == (left.id, State.SERVING)


def test_who_is_served_over_night_is_left_alone_in_the_morning(reception, sits, in_hand):
    reception.move(in_hand.id, Verb.SERVE, "1")
    reception.clock.forward(days=1)
    reception.queue.turn(reception.site)
    assert reception.desk().alone == {"1"}


def test_who_was_taken_along_is_left_alone_in_the_morning_as_well(reception, sits, in_hand):
    reception.move(in_hand.id, Verb.SERVE, "1")
    sits("2", AICHA, Parting.ALONG)
    reception.clock.forward(days=1)
    reception.queue.turn(reception.site)
    assert reception.desk().alone == {"2"}


def test_whom_a_device_called_to_a_mediator_is_left_alone_by_them(reception, sits):
    sits("1", AICHA)
    reception.ticket()
    reception.call("1")
    sits("1", AICHA, Parting.STAY, Wish.LEAVE)
    assert reception.desk().alone == {"1"}


def test_where_a_device_calls_nobody_is_left_alone(reception):
    reception.ticket()
    reception.call("1")
    assert reception.desk().alone == set()


def test_another_desk_calls_whom_somebody_left(reception, sits, at_desk, left):
    sits("3", KARIM)
    called = at_desk("3", KARIM).call("3", left.id, mediator=KARIM).ticket
    assert hands(reception) == {"3": (called.id, State.CALLED)}
    assert called.id == left.id
    told = [(e["move"], e["counter"], e["reason"]) for e in reception.journal()][-2:]
    assert told == [("transfer", "1", "left_alone"), ("call", "3", "")]
    assert reception.checked().breaches == ()


def test_that_call_completes_whom_the_desk_had(reception, sits, at_desk, left):
    sits("3", KARIM)
    mine = reception.ticket("ateliers")
    desk = at_desk("3", KARIM)
    desk.call("3")
    desk.call("3", left.id)
    assert reception.read(mine.id).state is State.DONE
    assert reception.checked().breaches == ()


def test_that_call_taken_back_leaves_them_waiting_for_the_desk_that_called(reception, sits, at_desk, left):
    sits("3", KARIM)
    desk = at_desk("3", KARIM)
    desk.call("3", left.id)
    desk.undo(left.id, "3")
    back = reception.read(left.id)
    assert (back.state, back.line, back.counter) == (State.WAITING, "counter:3", None)
    assert reception.checked().breaches == ()


def test_another_desk_sends_back_in_line_whom_somebody_left(reception, sits, at_desk, left):
    sits("3", KARIM)
    desk = at_desk("3", KARIM)
    desk.transfer(left.id, Destination(need=left.need), "3")
    assert reception.read(left.id).state is State.WAITING
    desk.undo(left.id, "3")
    assert hands(reception) == {"1": (left.id, State.SERVING)}
    assert reception.checked().breaches == ()


def test_nobody_takes_away_whom_their_mediator_has(reception, sits, at_desk, in_hand):
    sits("3", KARIM)
    desk = at_desk("3", KARIM)
    before = reception.contents()
    with pytest.raises(IllegalMoveError):
        desk.call("3", in_hand.id)
    with pytest.raises(AtAnotherCounterError):
        desk.transfer(in_hand.id, Destination(need=in_hand.need), "3")
    assert reception.contents() == before


def test_a_device_takes_away_nobody(reception, left):
    with pytest.raises(IllegalMoveError):
        reception.call("3", left.id)
    with pytest.raises(AtAnotherCounterError):
        reception.transfer(left.id, Destination(need=left.need), "3")
    with pytest.raises(TransferToSelfError):
        reception.transfer(left.id, Destination(counter="1"))
