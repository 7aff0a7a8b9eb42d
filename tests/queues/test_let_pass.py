"""Who lets others go first keeps the number and the arrival, and stands just behind the last of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.domain.errors import IllegalMoveError, NobodyBehindError, RequestIdReusedError
from server.domain.moves import State, Verb
from server.domain.ticket import Ticket
from server.queues.tickets import Destination, Wish


@pytest.fixture
def queue(reception):
    """Six people for papers, a minute apart."""

    def come(_: int) -> Ticket:
        reception.clock.forward(minutes=1)
        return reception.ticket()

    return [come(n) for n in range(6)]


def called(reception, many):
    """The next so many whom counter 2, which serves papers alone, calls."""
    return [reception.call("2").ticket.number for _ in range(many)]


@pytest.mark.parametrize(
    ("people", "order"),
    [
        (1, "A002 A001 A003 A004 A005 A006"),
        (2, "A002 A003 A001 A004 A005 A006"),
        (4, "A002 A003 A004 A005 A001 A006"),
        (5, "A002 A003 A004 A005 A006 A001"),
        (20, "A002 A003 A004 A005 A006 A001"),
    ],
)
def test_exactly_so_many_go_first(reception, queue, people, order):
    before = reception.read(queue[0].id)
    assert reception.let_pass(queue[0].id, people).ticket == replace(before, ahead=min(people, 5))
    assert called(reception, 6) == order.split()


def test_who_stands_in_the_middle_lets_the_ones_behind_pass(reception, queue):
    assert reception.let_pass(queue[2].id, 2).ticket.ahead == 4
    assert called(reception, 6) == ["A001", "A002", "A004", "A005", "A003", "A006"]


def test_twice_one_is_as_good_as_two(reception, queue):
    reception.let_pass(queue[0].id)
    reception.let_pass(queue[0].id)
    assert called(reception, 3) == ["A002", "A003", "A001"]


def test_two_who_let_each_other_pass_stand_as_before(reception, queue):
    reception.let_pass(queue[0].id)
    reception.let_pass(queue[1].id)
    assert called(reception, 3) == ["A001", "A002", "A003"]


def test_the_lines_that_share_a_counter_count_and_others_do_not(reception):
    first = reception.ticket("papiers")
    for need in ("ateliers", "energie", "papiers"):
        reception.clock.forward(minutes=1)
        reception.ticket(need)
    # Counter 1 serves papers and energy; nobody serves papers and workshops.
    assert reception.let_pass(first.id, 1).ticket.ahead == 1
    assert [reception.call("1").ticket.number for _ in range(3)] == ["E001", "A001", "A002"]


def test_who_was_sent_to_a_mediator_lets_pass_who_was_sent_there_too(reception, queue):
    for sent in queue[:2]:
        reception.transfer(sent.id, Destination(mediator="7"))
    assert reception.let_pass(queue[0].id).ticket.ahead == 1
    with pytest.raises(NobodyBehindError):
        reception.let_pass(queue[0].id)


def test_nobody_behind_is_refused_and_nothing_changes(reception, queue):
    before = reception.contents()
    with pytest.raises(NobodyBehindError):
        reception.let_pass(queue[-1].id, 3)
    assert reception.contents() == before


@pytest.mark.parametrize("state", sorted(set(State) - {State.WAITING}))
def test_only_who_waits_lets_others_pass(reception, queue, state):
    reception.put(queue[0].id, state)
    before = reception.contents()
    with pytest.raises(IllegalMoveError):
        reception.let_pass(queue[0].id)
    assert reception.contents() == before


def test_a_head_start_given_later_does_not_take_back_what_was_yielded(reception, queue):
    reception.clock.forward(minutes=30)
    late = reception.ticket()
    # Behind who came at 36 minutes; with 15 less, before them, and still behind the others.
    reception.let_pass(queue[0].id, 20)
    assert reception.prioritise(queue[0].id, "rendez-vous").ticket.ahead == 5
    assert called(reception, 7) == ["A002", "A003", "A004", "A005", "A006", "A001", late.number]


def test_a_head_start_taken_back_leaves_the_place_that_was_yielded(reception):
    pregnant = reception.ask(Wish(reception.site.need("papiers"), "fr", reception.site.priority("grossesse"))).ticket
    reception.clock.forward(minutes=1)
    reception.ticket()
    reception.let_pass(pregnant.id)
    reception.prioritise(pregnant.id, None)
    reception.clock.forward(minutes=1)
    reception.ticket()
    # Thirty minutes and one were yielded: thirty of them the head start's.
    assert called(reception, 3) == ["A002", "A003", "A001"]


def test_the_place_outlives_a_transfer_and_a_return(reception, queue):
    reception.let_pass(queue[0].id, 2)
    reception.move(queue[0].id, Verb.CANCEL)
    reception.move(queue[0].id, Verb.RESTORE)
    assert called(reception, 1) == ["A002"]
    reception.transfer(queue[0].id, Destination(need="energie"))
    assert [reception.call("1").ticket.number for _ in range(3)] == ["A003", "A001", "A004"]


def test_a_repeat_changes_nothing_and_another_wish_is_refused(reception, queue):
    first = reception.let_pass(queue[0].id, 2, request_id="tap")
    before = reception.contents()
    again = reception.let_pass(queue[0].id, 2, request_id="tap")
    assert (again.ticket, again.repeat) == (first.ticket, True)
    with pytest.raises(RequestIdReusedError):
        reception.let_pass(queue[0].id, 1, request_id="tap")
    assert reception.contents() == before


def test_the_journal_says_who_was_let_pass_and_the_checker_agrees(reception, queue):
    version = reception.desk().version
    reception.let_pass(queue[0].id, 2)
    entry = reception.journal()[-1]
    assert reception.desk().version == version + 1
    told = {name: entry[name] for name in ("move", "from", "to", "people", "lines", "reason")}
    assert told == {
        "move": "let_pass",
        "from": "waiting",
        "to": "waiting",
        "people": "2",
        "lines": "papiers,energie,counter:1,counter:2",
        "reason": "by_resident",
    }
    assert int(entry["place"]) == queue[2].arrived_at.timestamp() * 1000 + 1
    assert reception.checked().breaches == ()
