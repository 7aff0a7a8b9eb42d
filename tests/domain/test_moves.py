"""How a ticket lives: the design's table, written out here a second time and compared."""

from __future__ import annotations

import pytest

from server.domain.moves import COUNTER_VERBS, MOVES, State, possible

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
}

BUTTONS = {
    "waiting": [],
    "called": ["recall", "serve", "no_show", "complete"],
    "serving": ["complete"],
    "parked": [],
    "no_show": [],
    "done": [],
    "cancelled": [],
    "expired": [],
}


def test_the_table_is_the_one_of_the_design():
    assert {str(verb): (set(map(str, move.sources)), str(move.target)) for verb, move in MOVES.items()} == TABLE


def test_a_ticket_that_is_done_or_expired_never_moves_again():
    assert not [verb for verb, move in MOVES.items() if {State.DONE, State.EXPIRED} & move.sources]


@pytest.mark.parametrize("state", State)
def test_the_desk_is_offered_exactly_the_moves_of_a_state(state):
    assert [str(verb) for verb in possible(state)] == BUTTONS[state]


def test_every_state_has_its_line_of_buttons():
    assert set(BUTTONS) == {str(state) for state in State}
    assert {verb for line in BUTTONS.values() for verb in line} == {str(verb) for verb in COUNTER_VERBS}
