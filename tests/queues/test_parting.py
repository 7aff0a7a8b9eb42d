"""Whoever leaves a counter with somebody in hand says what becomes of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.domain.errors import CounterBusyError, CounterClosedError, RequestIdReusedError
from server.domain.moves import State, Verb
from server.queues.seats import Parting, Said, Wish, sit
from server.queues.tickets import Destination
from tests.queues.conftest import AICHA, hands

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


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("parting", [Parting.COMPLETE, Parting.BACK, Parting.STAY])
def test_what_was_said_of_somebody_else_is_said_of_nobody(reception, sits, in_hand, way, parting):
    counter, wish = WAYS[way]
    before = reception.contents()
    with pytest.raises(CounterBusyError) as refusal:
        sits(counter, AICHA, parting, wish, of="000000000009")
    assert refusal.value.extra["number"] == in_hand.number
    assert reception.contents() == before
    sits(counter, AICHA, parting, wish, of=in_hand.id)
    assert reception.desk().seats.get("1") is None


def test_the_same_request_about_somebody_else_is_another_one(reception, in_hand):
    said = [Said(Parting.STAY, of) for of in (in_hand.id, "000000000009")]
    sit(reception.queue, reception.site, "2", AICHA, Wish.TAKE, "once", said[0])
    with pytest.raises(RequestIdReusedError):
        sit(reception.queue, reception.site, "2", AICHA, Wish.TAKE, "once", said[1])


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
