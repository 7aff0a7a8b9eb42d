"""Whom nobody sits with at a counter any more, every desk of the site sees, and can take on."""

from __future__ import annotations

import pytest

from server.domain.errors import AtAnotherCounterError, IllegalMoveError, TransferToSelfError
from server.domain.moves import State, Verb
from server.queues import stays
from server.queues.seats import Parting, Said, Wish, sit
from server.queues.tickets import Destination
from tests.queues.conftest import AICHA, KARIM, hands


@pytest.fixture
def left(reception, sits, in_hand):
    """The same, and Aïcha has gone to counter 2."""
    reception.move(in_hand.id, Verb.SERVE, "1")
    sits("2", AICHA, Parting.STAY)
    return in_hand


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


def test_that_call_taken_back_leaves_them_waiting_for_their_need_as_they_came(reception, sits, at_desk, left):
    sits("3", KARIM)
    later = reception.ticket()
    desk = at_desk("3", KARIM)
    desk.call("3", left.id)
    desk.undo(left.id, "3")
    back = reception.read(left.id)
    assert (back.state, back.line, back.counter) == (State.WAITING, left.need, None)
    sits("3", KARIM, wish=Wish.LEAVE)
    assert [reception.call("2").ticket.id for _ in range(2)] == [left.id, later.id]
    assert reception.checked().breaches == ()


def is_called(reception, desk, ticket):
    desk.call("3", ticket.id)
    desk.move(ticket.id, Verb.COMPLETE, "3")


def is_sent_back(reception, desk, ticket):
    desk.transfer(ticket.id, Destination(need=ticket.need), "3")


def has_somebody_again(reception, desk, ticket):
    sit(reception.queue, reception.site, "1", AICHA, Wish.TAKE, reception.fresh(), Said(Parting.STAY))
    reception.move(ticket.id, Verb.COMPLETE, "1")


@pytest.mark.parametrize("follows", [is_called, is_sent_back, has_somebody_again])
def test_the_time_in_which_nobody_was_with_them_is_none_that_a_visit_took(
    reception, sits, at_desk, look, left, follows
):
    sits("3", KARIM)
    reception.clock.forward(minutes=50)
    follows(reception, at_desk("3", KARIM), left)
    assert max(look().services.get(left.need, ()), default=0) == 0


def test_a_counter_where_somebody_is_alone_is_not_at_work(reception, sits, at_desk, look, left):
    sits("2", AICHA, wish=Wish.LEAVE)
    assert look().desks == ()
    sits("3", KARIM)
    is_sent_back(reception, at_desk("3", KARIM), left)
    assert [desk.lines for desk in look().desks] == [frozenset({"ateliers", "counter:3", f"mediator:{KARIM}"})]


def test_who_sits_down_with_somebody_who_was_alone_is_at_work_since_then(reception, sits, look, left):
    reception.clock.forward(minutes=130)
    sits("2", AICHA, wish=Wish.LEAVE)
    sits("1", KARIM)
    reception.clock.forward(minutes=4)
    assert [desk.busy_s for desk in look().desks] == [240]


def test_the_record_of_whom_nobody_was_with_says_how_long_they_waited_and_not_how_long_it_took(reception, left):
    reception.clock.forward(minutes=130)
    has_somebody_again(reception, None, left)
    reception.clock.forward(seconds=15)
    (kept,) = stays.due(reception.queue, reception.site)
    assert (kept.stay.wait is not None, kept.stay.serve) == (True, None)


def test_another_desk_sends_back_in_line_whom_somebody_left(reception, sits, at_desk, left):
    sits("3", KARIM)
    desk = at_desk("3", KARIM)
    desk.transfer(left.id, Destination(need=left.need), "3")
    assert reception.read(left.id).state is State.WAITING
    desk.undo(left.id, "3")
    assert hands(reception) == {"1": (left.id, State.SERVING)}
    assert reception.checked().breaches == ()


def test_another_desk_ends_the_visit_of_whom_somebody_left(reception, sits, at_desk, left):
    sits("3", KARIM)
    desk = at_desk("3", KARIM)
    desk.move(left.id, Verb.COMPLETE, "3")
    assert reception.read(left.id).state is State.DONE
    desk.undo(left.id, "3")
    assert hands(reception) == {"1": (left.id, State.SERVING)}
    assert reception.checked().breaches == ()


def test_another_desk_does_nothing_else_with_whom_somebody_left(reception, sits, at_desk, in_hand):
    sits("2", AICHA, Parting.STAY)
    sits("3", KARIM)
    before = reception.contents()
    for verb in (Verb.SERVE, Verb.NO_SHOW, Verb.PARK, Verb.RECALL):
        with pytest.raises(AtAnotherCounterError):
            at_desk("3", KARIM).move(in_hand.id, verb, "3")
    assert reception.contents() == before


def test_nobody_takes_away_whom_their_mediator_has(reception, sits, at_desk, in_hand):
    sits("3", KARIM)
    desk = at_desk("3", KARIM)
    before = reception.contents()
    with pytest.raises(IllegalMoveError):
        desk.call("3", in_hand.id)
    with pytest.raises(AtAnotherCounterError):
        desk.transfer(in_hand.id, Destination(need=in_hand.need), "3")
    with pytest.raises(AtAnotherCounterError):
        desk.move(in_hand.id, Verb.COMPLETE, "3")
    assert reception.contents() == before


def test_a_device_takes_away_nobody(reception, left):
    with pytest.raises(IllegalMoveError):
        reception.call("3", left.id)
    with pytest.raises(AtAnotherCounterError):
        reception.transfer(left.id, Destination(need=left.need), "3")
    with pytest.raises(AtAnotherCounterError):
        reception.move(left.id, Verb.COMPLETE, "3")
    with pytest.raises(TransferToSelfError):
        reception.transfer(left.id, Destination(counter="1"))
