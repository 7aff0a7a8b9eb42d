"""Who was sent by name to somebody who has left waits for nobody there: they wait for their need again."""

from __future__ import annotations

import pytest

from server.domain.moves import Verb
from server.queues.seats import Wish, sit
from server.queues.tickets import Destination

AICHA, KARIM = "7", "8"


@pytest.fixture
def sits(reception):
    """A function with which somebody asks for a counter."""
    return lambda counter, person, wish=Wish.TAKE: sit(
        reception.queue, reception.site, counter, person, wish, reception.fresh()
    )


@pytest.mark.parametrize(
    ("counter", "person", "wish"),
    [("1", AICHA, Wish.LEAVE), ("1", KARIM, Wish.TAKE_OVER), ("", AICHA, Wish.GONE)],
    ids=["leaves", "is_taken_over", "is_gone"],
)
def test_who_was_sent_to_somebody_who_left_is_called_for_their_need_as_they_came(
    reception, sits, counter, person, wish
):
    sits("1", AICHA)
    sent, too, later = reception.ticket(), reception.ticket(), reception.ticket()
    for each in (sent, too):
        reception.transfer(each.id, Destination(mediator=AICHA))
    sits(counter, person, wish)
    assert [reception.call("2").ticket.number for _ in range(3)] == [sent.number, too.number, later.number]
    assert reception.checked().breaches == ()


def test_who_takes_another_counter_keeps_whom_they_were_sent(reception, sits):
    sits("1", AICHA)
    sent = reception.ticket()
    reception.transfer(sent.id, Destination(mediator=AICHA))
    sits("2", AICHA)
    assert reception.read(sent.id).line == f"mediator:{AICHA}"


def test_who_comes_back_to_somebody_who_left_waits_for_their_need(reception, sits):
    sits("1", AICHA)
    sent = reception.ticket()
    reception.transfer(sent.id, Destination(mediator=AICHA))
    reception.move(sent.id, Verb.CANCEL)
    sits("1", AICHA, Wish.LEAVE)
    assert reception.move(sent.id, Verb.RESTORE).ticket.line == sent.line


def test_who_is_gone_has_no_seat_and_is_there_again_once_they_take_one(reception, sits):
    sits("1", AICHA)
    sits("", AICHA, Wish.GONE)
    assert reception.desk().seats == {}
    sits("1", AICHA)
    sent = reception.ticket()
    reception.transfer(sent.id, Destination(mediator=AICHA))
    reception.move(sent.id, Verb.CANCEL)
    assert reception.move(sent.id, Verb.RESTORE).ticket.line == f"mediator:{AICHA}"
    assert reception.checked().breaches == ()
