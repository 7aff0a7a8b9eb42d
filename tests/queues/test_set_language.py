"""A ticket may be called in another language than the one it was taken in; nothing else of it changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.domain.errors import IllegalMoveError, RequestIdReusedError
from server.domain.moves import State, Verb

ROADS = {
    State.WAITING: [],
    State.CALLED: ["call"],
    State.SERVING: ["call", Verb.SERVE],
    State.PARKED: ["call", Verb.PARK],
    State.NO_SHOW: ["call", Verb.NO_SHOW],
}


@pytest.mark.parametrize("state", ROADS)
def test_only_the_language_changes_in_every_living_state(reception, state):
    ticket = reception.ticket()
    reception.ticket()
    for verb in ROADS[state]:
        _ = reception.call() if verb == "call" else reception.move(ticket.id, verb)
    before, desk = reception.read(ticket.id), reception.desk()
    reception.clock.forward(seconds=5)
    assert reception.set_language(ticket.id, "ar").ticket == replace(before, language="ar")
    after = reception.desk()
    assert (after.parked, after.gone) == tuple(
        tuple(replace(row, language="ar") for row in rows) for rows in (desk.parked, desk.gone)
    )
    assert after.version == desk.version + 1
    assert reception.checked().breaches == ()


@pytest.mark.parametrize("state", [State.DONE, State.CANCELLED, State.EXPIRED])
def test_who_is_called_no_more_has_no_language_to_change(reception, state):
    ticket = reception.ticket()
    reception.put(ticket.id, state)
    before = reception.contents()
    with pytest.raises(IllegalMoveError):
        reception.set_language(ticket.id, "ar")
    assert reception.contents() == before


def test_the_waiting_room_hears_the_call_in_the_language_chosen_last(reception):
    ticket = reception.ticket(language="fr")
    reception.set_language(ticket.id, "ar")
    reception.call()
    assert [call.language for call in reception.board().calls] == ["ar"]
    reception.set_language(ticket.id, "en")
    assert [(call.language, call.count) for call in reception.board().calls] == [("en", 1)]


def test_the_paper_that_is_still_to_come_speaks_it_too(reception):
    ticket = reception.ticket(language="fr")
    reception.set_language(ticket.id, "ar")
    assert reception.claim().language == "ar"


def test_a_repeat_changes_nothing_and_another_language_is_refused(reception):
    ticket = reception.ticket()
    first = reception.set_language(ticket.id, "ar", request_id="tap")
    before = reception.contents()
    again = reception.set_language(ticket.id, "ar", request_id="tap")
    assert (again.ticket, again.repeat) == (first.ticket, True)
    with pytest.raises(RequestIdReusedError):
        reception.set_language(ticket.id, "en", request_id="tap")
    assert reception.contents() == before


def test_the_language_that_a_ticket_has_is_answered_and_is_no_change(reception):
    ticket = reception.ticket(language="ar")
    before = reception.journal()
    answer = reception.set_language(ticket.id, "ar", request_id="tap")
    assert (answer.ticket, answer.repeat) == (reception.read(ticket.id), False)
    assert reception.journal() == before
    assert reception.desk().version == len(before)
    # Asked again later it is the same wish, whatever was chosen since.
    reception.set_language(ticket.id, "en")
    again = reception.set_language(ticket.id, "ar", request_id="tap")
    assert (again.ticket, again.repeat) == (answer.ticket, True)
    assert reception.read(ticket.id).language == "en"


def test_the_journal_says_which_language_and_on_whose_wish(reception):
    reception.set_language(reception.ticket().id, "ar")
    entry = reception.journal()[-1]
    told = {name: entry[name] for name in ("move", "from", "to", "language", "reason")}
    assert told == {
        "move": "set_language",
        "from": "waiting",
        "to": "waiting",
        "language": "ar",
        "reason": "by_resident",
    }


def test_who_was_put_aside_first_stays_first(reception):
    for _ in range(2):
        reception.ticket()
        reception.move(reception.call().ticket.id, Verb.PARK)
        reception.clock.forward(minutes=1)
    before = [row.id for row in reception.desk().parked]
    reception.set_language(before[0], "ar")
    assert [row.id for row in reception.desk().parked] == before
