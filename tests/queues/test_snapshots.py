"""The board and the queue: the whole truth at one version."""

from __future__ import annotations

from dataclasses import replace

from server.domain.moves import State, Verb
from server.queues.snapshots import read_both


def test_a_new_site_has_an_empty_board(reception):
    board = reception.board()
    assert (board.version, board.calls, board.waiting) == (0, (), 0)


def test_the_board_shows_the_six_latest_calls_newest_first(reception):
    for _ in range(8):
        reception.ticket()
    called = []
    for _ in range(8):
        reception.clock.forward(seconds=5)
        called.append(reception.call("1").ticket.number)
    assert [call.number for call in reception.board().calls] == called[:1:-1]


def test_a_call_on_the_board_says_where_when_how_often_and_in_which_language(reception):
    reception.ticket("papiers", "ar")
    reception.clock.forward(minutes=2)
    called = reception.call("2").ticket
    call = reception.board().calls[0]
    assert (call.number, call.counter, call.count, call.language) == ("A001", "2", 1, "ar")
    assert call.called_at == called.called_at


def test_the_calls_of_yesterday_are_not_shown(reception):
    reception.ticket()
    reception.call("1")
    reception.clock.at = reception.clock.at.replace(hour=23, minute=59, second=59)
    assert len(reception.board().calls) == 1
    reception.clock.forward(seconds=1)
    assert reception.board().calls == ()


def test_the_board_counts_everybody_who_waits(reception):
    for need in ("papiers", "energie", "ateliers", "papiers"):
        reception.ticket(need)
    reception.call("3")
    assert reception.board().waiting == 3


def test_the_board_carries_no_need_and_no_secret(reception):
    visitor = reception.ticket("ateliers")
    reception.call("3")
    assert "ateliers" not in repr(reception.board())
    assert visitor.secret not in repr(reception.board())


def test_the_queue_lists_who_waits_in_the_order_of_call(reception):
    expected = []
    for need in ("energie", "papiers", "ateliers", "papiers"):
        expected.append(reception.ticket(need).number)
        reception.clock.forward(seconds=1)
    desk = reception.desk()
    assert [row.number for row in desk.waiting] == expected
    assert desk.total == 4
    assert desk.version == 4


def test_the_queue_shows_what_each_counter_has_in_hand(reception):
    first, second = reception.ticket(), reception.ticket()
    reception.call("1")
    reception.call("2")
    reception.move(second.id, Verb.SERVE)
    hands = reception.desk().hands
    assert {counter: (ticket.id, ticket.state) for counter, ticket in hands.items()} == {
        "1": (first.id, State.CALLED),
        "2": (second.id, State.SERVING),
    }


def test_the_queue_tells_the_total_where_it_lists_only_the_first_hundred(reception):
    for _ in range(103):
        reception.ticket()
    desk = reception.desk()
    assert (len(desk.waiting), desk.total) == (100, 103)


def test_two_sites_share_nothing(reception):
    elsewhere = replace(reception, site=replace(reception.site, id="ailleurs"))
    reception.ticket()
    assert elsewhere.ticket().number == "A001"
    assert (reception.board().waiting, elsewhere.board().waiting) == (1, 1)
    assert (reception.board().version, elsewhere.board().version) == (1, 1)


def test_reading_changes_nothing(reception):
    visitor = reception.ticket()
    reception.call("1")
    before = reception.contents()
    reception.board()
    reception.desk()
    reception.read(visitor.id)
    assert reception.contents() == before


def test_board_and_queue_read_together_stand_at_one_version(reception):
    reception.ticket(), reception.call()
    both = read_both(reception.queue, reception.site)
    board, queue = both.board(), both.queue()
    assert (board, queue) == (reception.board(), reception.desk())
    assert board.version == queue.version == 2


def test_while_a_clock_that_was_set_back_catches_up_the_latest_call_is_still_the_first(reception):
    """Then many calls are made at one time, and neither the hour nor the id says which came last."""
    early = reception.ticket()
    reception.call("1")
    reception.move(early.id, Verb.PARK)
    reception.clock.forward(hours=1)
    reception.ticket()
    reception.clock.forward(hours=-1)
    for _ in range(30):
        reception.ticket()
        reception.call("1")
    reception.call("2", early.id)
    assert reception.board().calls[0].number == early.number
    reception.call("1")
    reception.move(early.id, Verb.RECALL)
    assert (reception.board().calls[0].number, reception.board().calls[0].count) == (early.number, 2)
