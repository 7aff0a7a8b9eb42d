"""What a counter does with the person it called: recall, serve, absent, complete, and nothing else."""

from __future__ import annotations

import itertools

import pytest

from server.domain.errors import AtAnotherCounterError, IllegalMoveError, RequestIdReusedError, UnknownTicketError
from server.domain.moves import State, Verb
from tests.domain.test_moves import BUTTONS, TABLE

VERBS = [
    Verb.RECALL,
    Verb.SERVE,
    Verb.NO_SHOW,
    Verb.COMPLETE,
    Verb.PARK,
    Verb.RESUME,
    Verb.RESTORE,
    Verb.CANCEL,
    Verb.EXPIRE,
]
"""The moves that lead from a state to another; call, transfer and prioritise have tests of their own."""
ALLOWED = [(verb, State(state)) for verb in VERBS for state in sorted(TABLE[verb][0])]
FORBIDDEN = [pair for pair in itertools.product(VERBS, State) if pair not in ALLOWED]


@pytest.fixture
def called(reception):
    """A ticket at counter 1."""
    reception.ticket()
    return reception.call("1").ticket


@pytest.mark.parametrize(("verb", "state"), ALLOWED)
def test_a_move_of_the_table_leads_where_the_table_says(reception, called, verb, state):
    reception.put(called.id, state)
    moved = reception.move(called.id, verb).ticket
    assert moved.state == TABLE[verb][1]
    assert reception.read(called.id).state == TABLE[verb][1]


@pytest.mark.parametrize(("verb", "state"), FORBIDDEN)
def test_any_other_move_is_refused_and_changes_nothing(reception, called, verb, state):
    reception.put(called.id, state)
    before = reception.contents()
    with pytest.raises(IllegalMoveError) as refusal:
        reception.move(called.id, verb)
    assert refusal.value.extra == {"state": state, "possible": BUTTONS[state]}
    assert reception.contents() == before


def test_a_recall_is_counted_and_told_anew(reception, called):
    reception.ticket()
    reception.call("2")
    reception.clock.forward(seconds=30)
    recalled = reception.move(called.id, Verb.RECALL).ticket
    assert recalled.call_count == 2
    assert (recalled.called_at - called.called_at).total_seconds() == 30
    newest = reception.board().calls[0]
    assert (newest.number, newest.count) == (called.number, 2)


def test_who_is_served_stays_in_the_counters_hands(reception, called):
    reception.move(called.id, Verb.SERVE)
    assert reception.desk().hands["1"].state is State.SERVING


@pytest.mark.parametrize("verb", [Verb.NO_SHOW, Verb.COMPLETE])
def test_who_is_absent_or_done_leaves_the_counters_hands(reception, called, verb):
    reception.move(called.id, verb)
    assert reception.desk().hands == {}


def test_the_number_of_someone_absent_is_kept_for_them(reception, called):
    reception.move(called.id, Verb.NO_SHOW)
    reception.valkey.hset(reception.key("count:2026-11-23"), "A", 0)
    assert reception.ticket().number != called.number


def test_a_counter_cannot_move_a_person_who_is_at_another(reception, called):
    before = reception.contents()
    with pytest.raises(AtAnotherCounterError) as refusal:
        reception.move(called.id, Verb.SERVE, counter="2")
    assert refusal.value.extra == {"counter": "1"}
    assert reception.contents() == before


def test_a_counter_moves_the_person_it_has(reception, called):
    assert reception.move(called.id, Verb.SERVE, counter="1").ticket.state is State.SERVING


def test_an_unknown_ticket_cannot_be_moved(reception):
    with pytest.raises(UnknownTicketError):
        reception.move("000000000099", Verb.SERVE)
    assert reception.contents() == {}


def test_a_repeated_move_is_carried_out_once(reception, called):
    first = reception.move(called.id, Verb.RECALL, request_id="click")
    before = reception.contents()
    again = reception.move(called.id, Verb.RECALL, request_id="click")
    assert again.repeat
    assert again.ticket == first.ticket
    assert reception.contents() == before


def test_the_name_of_a_move_cannot_name_another(reception, called):
    reception.move(called.id, Verb.RECALL, request_id="click")
    before = reception.contents()
    with pytest.raises(RequestIdReusedError):
        reception.move(called.id, Verb.SERVE, request_id="click")
    assert reception.contents() == before
