"""A note of a transfer: for whoever has the person next, kept with the living ticket alone."""

from __future__ import annotations

import pytest

from server.domain.moves import Verb
from server.queues.tickets import Destination

NOTE = "Elle a déjà sa pièce d’identité."


@pytest.fixture
def sent(reception):
    """Somebody who was sent on with a note."""
    ticket = reception.ticket()
    reception.call("1")
    reception.transfer(ticket.id, Destination("ateliers", note=NOTE), "1")
    return ticket


def test_who_waits_with_a_note_bears_a_mark_and_not_its_words(reception, sent):
    [row] = reception.desk().waiting
    assert row.noted
    assert NOTE not in repr(reception.desk())


def test_whoever_has_them_in_hand_reads_it(reception, sent):
    reception.call("3")
    assert reception.desk().notes == {"3": NOTE}


def test_the_next_transfer_leaves_it_changes_it_or_takes_it_away(reception, sent):
    for note, left in ((None, NOTE), ("Autre chose", "Autre chose"), ("", None)):
        reception.call("3", sent.id)
        reception.transfer(sent.id, Destination("papiers", note=note), "3")
        reception.call("3", sent.id)
        assert reception.desk().notes.get("3") == left
        reception.transfer(sent.id, Destination("ateliers"), "3")


@pytest.mark.parametrize("end", ["complete", "expire"])
def test_it_ends_with_the_ticket(reception, sent, end):
    if end == "complete":
        reception.call("3")
    reception.move(sent.id, Verb(end))
    assert "note" not in reception.valkey.hgetall(reception.key(f"ticket:{sent.id}"))


@pytest.mark.parametrize("leaves", [True, False])
def test_it_ends_with_the_day(reception, sent, leaves):
    if leaves:
        reception.move(sent.id, Verb.CANCEL)
    reception.clock.forward(days=1)
    reception.queue.turn(reception.site)
    assert "note" not in reception.valkey.hgetall(reception.key(f"ticket:{sent.id}"))


def test_it_stands_with_the_ticket_and_nowhere_else(reception, sent):
    reception.clock.forward(minutes=2)
    reception.call("3")
    reception.clock.forward(minutes=2)
    held = {key for key, (value, _) in reception.contents().items() if NOTE in repr(value)}
    # What an act can be taken back to is kept for a minute.
    kept = {reception.key(f"undo:{counter}") for counter in "13"}
    assert held - kept == {reception.key(f"ticket:{sent.id}")}
