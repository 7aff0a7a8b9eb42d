"""A ticket printed again: asked for by a mediator, once for each click, the same number on it."""

from __future__ import annotations

import pytest

from server.domain.errors import UnknownTicketError
from server.domain.moves import Verb
from server.domain.paper_errors import PrintPendingError, TicketOverError


@pytest.fixture
def printed(reception):
    """A ticket whose paper came."""
    visitor = reception.ticket()
    reception.report(reception.claim().id, "printed")
    return visitor


def test_a_copy_carries_the_same_number_and_is_marked(reception, printed):
    reception.ticket()
    reception.claim()
    again = reception.reprint(printed.id).ticket
    assert (again.print.id, again.print.state) == (f"{printed.id}-1", "queued")
    job = reception.claim()
    assert (job.id, job.number, job.secret, job.duplicate) == (again.print.id, printed.number, printed.secret, True)


def test_a_copy_says_how_many_are_ahead_now(reception):
    reception.ticket()
    second = reception.ticket()
    for _ in range(2):
        reception.report(reception.claim().id, "printed")
    reception.call("1")
    reception.reprint(second.id)
    assert reception.claim().ahead == 0


def test_a_click_that_arrives_twice_prints_one_copy(reception, printed):
    first = reception.reprint(printed.id, "click")
    before = reception.contents()
    again = reception.reprint(printed.id, "click")
    assert (again.ticket, again.repeat) == (first.ticket, True)
    assert reception.contents() == before


@pytest.mark.parametrize("claimed", [False, True])
def test_while_a_paper_is_on_its_way_there_is_no_copy(reception, claimed):
    visitor = reception.ticket()
    if claimed:
        reception.claim()
    with pytest.raises(PrintPendingError):
        reception.reprint(visitor.id)


@pytest.mark.parametrize("outcome", ["printed", "unconfirmed", "failed", "expired", "in doubt"])
def test_a_copy_can_be_had_whatever_became_of_the_paper(reception, outcome):
    visitor = reception.ticket()
    if outcome != "expired":
        job = reception.claim()
    if outcome in {"printed", "unconfirmed", "failed"}:
        reception.report(job.id, outcome)
    reception.clock.forward(seconds=61)
    reception.reprint(visitor.id)
    assert reception.claim().duplicate


def test_a_late_word_about_the_first_paper_does_not_touch_the_copy(reception):
    visitor = reception.ticket()
    first = reception.claim()
    reception.clock.forward(seconds=61)
    copy = reception.reprint(visitor.id).ticket.print
    reception.report(first.id, "failed", reason="timeout", sent=False)
    assert reception.read(visitor.id).print == copy


@pytest.mark.parametrize(
    ("verbs", "state"), [((Verb.SERVE, Verb.COMPLETE), "done"), ((Verb.PARK, Verb.CANCEL), "cancelled")]
)
def test_a_ticket_that_is_over_needs_no_paper(reception, printed, verbs, state):
    reception.call("1")
    for verb in verbs:
        reception.move(printed.id, verb)
    with pytest.raises(TicketOverError) as refusal:
        reception.reprint(printed.id)
    assert refusal.value.extra == {"state": state}


def test_nobody_has_no_copy(reception):
    with pytest.raises(UnknownTicketError):
        reception.reprint("000000000099")


def test_the_journal_says_who_asked_and_the_checker_agrees(reception, printed):
    reception.reprint(printed.id, "click")
    reception.report(reception.claim().id, "printed")
    told = next(entry for entry in reception.journal() if entry["move"] == "print" and entry["to"] == "queued")
    assert (told["reason"], told["counter"], told["mediator"], told["request_id"]) == ("reprint", "1", "9", "click")
    assert reception.checked().breaches == ()
