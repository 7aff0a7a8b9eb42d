"""A slip is taken back within ten seconds: all whom it moved stand again where they stood, or nothing happens."""

from __future__ import annotations

import pytest

from server.domain.errors import CounterBusyError, RequestIdReusedError, UnknownTicketError
from server.domain.moves import UNDOABLE, State, Verb
from server.domain.seats import TooLateError
from server.queues.phones import keep, take_nudges
from server.queues.tickets import Destination
from tests.queues.test_phones import subscription

HERE = "1"
ROADS = {
    Verb.CALL: [],
    Verb.SERVE: ["call"],
    Verb.NO_SHOW: ["call"],
    Verb.COMPLETE: ["call", "serve"],
    Verb.CANCEL: [],
    Verb.PARK: ["call"],
    Verb.TRANSFER: ["call"],
}
"""How somebody comes to where each of these acts finds them."""


@pytest.fixture
def line(reception):
    """Three people who wait, a minute apart."""
    found = []
    for _ in range(3):
        found.append(reception.ticket())
        reception.clock.forward(minutes=1)
    return found


def act(reception, ticket, verb):
    if verb == Verb.CALL:
        return reception.call(HERE, ticket.id)
    if verb == Verb.TRANSFER:
        return reception.transfer(ticket.id, Destination("ateliers", note="Il attend un courrier."), HERE)
    return reception.move(ticket.id, Verb(verb), HERE)


def seen(reception, *, but=("undo:", "journal", "site", "request:", "acts", "stays", "ended", "lines")):
    """All that the queue holds, but for what only tells that something was done."""
    found = {}
    for key, (value, _) in reception.contents().items():
        if not key.removeprefix("accueil:{lieu}:").startswith(but):
            found[key] = {k: v for k, v in value.items() if k != "changed"} if isinstance(value, dict) else value
    return found


def test_every_act_that_can_be_taken_back_is_tried_here():
    assert ROADS.keys() == UNDOABLE


@pytest.mark.parametrize("verb", ROADS)
def test_what_is_taken_back_leaves_the_queue_as_it_was(reception, line, verb):
    for step in ROADS[verb]:
        act(reception, line[0], step)
    reception.clock.forward(seconds=30)
    before, board = seen(reception), reception.board().calls
    act(reception, line[0], verb)
    assert seen(reception) != before
    reception.clock.forward(seconds=10)
    answer = reception.undo(line[0].id, HERE)
    assert seen(reception) == before
    assert reception.board().calls == board
    assert answer.ticket.state == reception.read(line[0].id).state
    assert reception.checked().breaches == ()


def test_who_was_called_from_aside_is_put_aside_again_at_the_old_place(reception, line):
    for ticket in line[:2]:
        act(reception, ticket, "call")
        act(reception, ticket, "park")
        reception.clock.forward(minutes=1)
    before = seen(reception)
    act(reception, line[0], "call")
    reception.undo(line[0].id, HERE)
    assert seen(reception) == before
    assert [row.id for row in reception.desk().parked] == [line[0].id, line[1].id]


def test_a_call_that_completed_somebody_brings_both_back(reception, line):
    reception.call(HERE)
    act(reception, line[0], "serve")
    reception.clock.forward(minutes=3)
    before = seen(reception)
    reception.call(HERE)
    reception.undo(line[1].id, HERE)
    assert seen(reception) == before
    assert reception.desk().hands[HERE].id == line[0].id
    told = [(e["number"], e["from"], e["to"]) for e in reception.journal() if e["move"] == "undo"]
    assert told == [("A002", "called", "waiting"), ("A001", "done", "serving")]
    assert reception.checked().breaches == ()


def test_a_call_taken_back_is_no_call_on_the_board_any_more(reception, line):
    reception.call(HERE)
    assert [call.number for call in reception.board().calls] == ["A001"]
    reception.undo(line[0].id, HERE)
    assert reception.board().calls == ()
    assert reception.call("2").ticket.id == line[0].id


def test_phones_of_who_is_back_in_hand_are_told_of_the_next_call(reception, line):
    keep(reception.queue, reception.site, line[0].secret, "phone", subscription())
    reception.call(HERE)
    assert len(list(take_nudges(reception.queue, reception.site))) == 1
    act(reception, line[0], "complete")
    reception.undo(line[0].id, HERE)
    act(reception, line[0], "park")
    act(reception, line[0], "call")
    assert [nudge.number for nudge in take_nudges(reception.queue, reception.site)] == ["A001"]


def test_after_ten_seconds_it_is_too_late(reception, line):
    reception.call(HERE)
    reception.clock.forward(seconds=10, milliseconds=1)
    before = reception.contents()
    with pytest.raises(TooLateError):
        reception.undo(line[0].id, HERE)
    assert reception.contents() == before


LATER = {
    "recalled": lambda r, t: r.move(t.id, Verb.RECALL, HERE),
    "taken out for good": lambda r, t: r.move(t.id, Verb.EXPIRE),
    "in another language": lambda r, t: r.set_language(t.id, "ar"),
}


@pytest.mark.parametrize("later", LATER)
def test_what_something_else_happened_to_is_not_taken_back(reception, line, later):
    reception.call(HERE)
    LATER[later](reception, line[0])
    before = reception.contents()
    with pytest.raises(TooLateError):
        reception.undo(line[0].id, HERE)
    assert reception.contents() == before


def test_a_reprint_meanwhile_is_no_move_and_stays_the_tickets_paper(reception):
    ticket = reception.ticket()
    reception.claim()
    reception.report(ticket.id, "printed")
    reception.call(HERE)
    paper = reception.reprint(ticket.id).ticket.print.id
    reception.undo(ticket.id, HERE)
    assert reception.read(ticket.id).print.id == paper != ticket.id


def test_only_the_latest_act_of_a_counter_is_taken_back(reception, line):
    act(reception, line[0], "cancel")
    act(reception, line[1], "cancel")
    with pytest.raises(TooLateError):
        reception.undo(line[0].id, HERE)
    assert reception.undo(line[1].id, HERE).ticket.state is State.WAITING


def test_nobody_takes_back_the_act_of_another_counter(reception, line):
    reception.call(HERE)
    with pytest.raises(TooLateError):
        reception.undo(line[0].id, "2")


def test_who_comes_back_to_hands_that_are_full_does_not(reception, line):
    reception.call(HERE)
    act(reception, line[0], "park")
    reception.valkey.hset(reception.key("hand"), HERE, line[1].id)
    reception.valkey.hset(reception.key(f"ticket:{line[1].id}"), mapping={"state": "called", "counter": HERE})
    with pytest.raises(CounterBusyError):
        reception.undo(line[0].id, HERE)


def test_a_repeat_takes_back_once(reception, line):
    reception.call(HERE)
    reception.undo(line[0].id, HERE, "press")
    before = reception.contents()
    assert reception.undo(line[0].id, HERE, "press").repeat
    assert reception.contents() == before
    with pytest.raises(RequestIdReusedError):
        reception.undo(line[1].id, HERE, "press")


def test_a_stranger_is_told_to_be_one(reception):
    with pytest.raises(UnknownTicketError):
        reception.undo("000000000099", HERE)


def test_what_was_taken_back_may_be_done_again_and_taken_back_again(reception, line):
    for _ in range(2):
        reception.call(HERE)
        reception.undo(line[0].id, HERE)
    assert reception.read(line[0].id).state is State.WAITING
    assert reception.checked().breaches == ()


def test_whose_counter_closed_meanwhile_waits_for_their_need(reception, line):
    reception.transfer(line[0].id, Destination(counter="2"))
    reception.call("2", line[0].id)
    reception.close_counter("2")
    reception.undo(line[0].id, "2")
    assert reception.read(line[0].id).line == "papiers"
    assert reception.checked().breaches == ()


def test_an_act_of_yesterday_is_not_taken_back(reception):
    reception.clock.forward(hours=14, minutes=17, seconds=55)
    ticket = reception.ticket()
    reception.call(HERE)
    act(reception, ticket, "complete")
    reception.clock.forward(seconds=8)
    reception.ticket()
    with pytest.raises(TooLateError):
        reception.undo(ticket.id, HERE)
    assert reception.checked().breaches == ()


def test_the_estimate_forgets_how_long_a_slip_took(reception, line):
    times = reception.key("times")
    reception.call(HERE)
    reception.clock.forward(minutes=5)
    act(reception, line[0], "complete")
    assert len(reception.valkey.lrange(times, 0, -1)) == 1
    reception.undo(line[0].id, HERE)
    assert reception.valkey.lrange(times, 0, -1) == []
