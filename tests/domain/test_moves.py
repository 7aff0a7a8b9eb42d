"""How a ticket lives: the design's table, written out here a second time and compared."""

from __future__ import annotations

import pytest

from server.domain.moves import IN_HAND, MOVES, State, possible

TABLE = {
    "call": ({"waiting", "parked"}, "called"),
    "recall": ({"called"}, "called"),
    "serve": ({"called"}, "serving"),
    "no_show": ({"called"}, "no_show"),
    "restore": ({"no_show", "cancelled"}, "waiting"),
    "park": ({"called", "serving"}, "parked"),
    "resume": ({"parked"}, "serving"),
    "transfer": ({"waiting", "called", "serving", "parked"}, "waiting"),
    "complete": ({"called", "serving"}, "done"),
    "cancel": ({"waiting", "parked"}, "cancelled"),
    "expire": ({"waiting", "called", "parked", "no_show"}, "expired"),
    # Not in the design: a head start given later (DECISIONS).
    "prioritise": ({"waiting"}, "waiting"),
    # What the holder of a ticket may ask of it; "" is: where it is.
    "let_pass": ({"waiting"}, "waiting"),
    "set_language": ({"waiting", "called", "serving", "parked", "no_show"}, ""),
}

BUTTONS = {
    "waiting": ["call", "transfer", "prioritise", "let_pass", "cancel", "expire", "set_language"],
    "called": ["recall", "serve", "no_show", "complete", "park", "transfer", "expire", "set_language"],
    "serving": ["complete", "park", "transfer", "set_language"],
    "parked": ["call", "resume", "transfer", "cancel", "expire", "set_language"],
    "no_show": ["restore", "expire", "set_language"],
    "done": [],
    "cancelled": ["restore"],
    "expired": [],
}


def test_the_table_is_the_one_of_the_design():
    assert {str(verb): (set(map(str, move.sources)), str(move.target or "")) for verb, move in MOVES.items()} == TABLE


def test_a_ticket_that_is_done_or_expired_never_moves_again():
    assert not [verb for verb, move in MOVES.items() if {State.DONE, State.EXPIRED} & move.sources]


@pytest.mark.parametrize("state", State)
def test_exactly_the_moves_of_the_table_are_possible(state):
    assert [str(verb) for verb in possible(state)] == BUTTONS[state]


def test_every_state_has_its_line_of_buttons():
    assert set(BUTTONS) == {str(state) for state in State}
    assert {verb for line in BUTTONS.values() for verb in line} == set(TABLE)


def test_a_ticket_is_in_hand_exactly_where_a_call_or_a_resume_leads_and_serve_keeps_it():
    assert {MOVES[verb].target for verb in MOVES if verb in {"call", "resume", "serve", "recall"}} == IN_HAND
