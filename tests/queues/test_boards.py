"""Boards of screens: which calls each shows, in which order, who waits for it, and what fell between two boards."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.domain.moves import Verb
from server.domain.screens import Screen
from server.queues.board import BOARD_CALLS
from server.queues.snapshots import CALLS_READ, read_board, read_boards, read_calls
from server.queues.tickets import Destination

FIRST_FLOOR = Screen("etage", "Premier étage", counters=("1", "2"))
WORKSHOPS = Screen("ateliers", "Ateliers", needs=("ateliers",))
PAPERS_AT_TWO = Screen("deux", "Guichet 2", counters=("2",), needs=("papiers",))


def called(reception, counter="1", need="papiers"):
    """Somebody comes and is called at once, and is the one in hand."""
    ticket = reception.ticket(need)
    return reception.call(counter, ticket.id).ticket


def numbers(board):
    return [call.number for call in board.calls]


def test_a_calls_seq_is_the_version_that_it_made(reception):
    called(reception)
    board = reception.board()
    assert [call.seq for call in board.calls] == [board.version] == [2]


def test_a_recall_has_a_seq_of_its_own_above_all_before(reception):
    first, second = called(reception, "1"), called(reception, "2")
    before = reception.board().calls[0].seq
    reception.move(first.id, Verb.RECALL)
    newest, other = reception.board().calls
    assert (newest.number, newest.count, other.number) == (first.number, 2, second.number)
    assert newest.seq > before


def test_while_all_calls_are_on_the_board_it_says_that_none_is_missing(reception):
    called(reception, "1"), called(reception, "2")
    assert reception.board().oldest == 0


def test_a_board_that_is_full_says_from_which_call_on_it_is_whole(reception):
    for _ in range(BOARD_CALLS + 2):
        called(reception)
    board = reception.board()
    assert len(board.calls) == BOARD_CALLS
    assert board.oldest == board.calls[-1].seq


def test_a_screen_whose_calls_lie_deeper_than_was_read_does_not_say_that_it_is_whole(reception):
    called(reception, "3", "ateliers")
    for _ in range(CALLS_READ):
        called(reception, "1")
    board = read_board(reception.queue, reception.site, WORKSHOPS)
    assert board.calls == ()
    # The first of those read is the second call: what came before it, nobody looked at.
    assert board.oldest > 2


@pytest.mark.parametrize(
    ("screen", "shown"),
    [
        (None, ["A002", "G001", "E001", "A001"]),
        (FIRST_FLOOR, ["A002", "E001", "A001"]),
        (WORKSHOPS, ["G001"]),
        (PAPERS_AT_TWO, ["A002"]),
        (Screen("un", "Un", counters=("1",), needs=("ateliers",)), []),
    ],
)
def test_a_screen_shows_the_calls_of_its_counters_and_of_its_needs(reception, screen, shown):
    called(reception, "1")
    called(reception, "1", "energie")
    called(reception, "3", "ateliers")
    called(reception, "2")
    board = read_board(reception.queue, reception.site, screen)
    assert numbers(board) == shown
    assert board.screen == (None if screen is None else screen.id)


@pytest.mark.parametrize(
    ("screen", "waiting"),
    [(None, 6), (FIRST_FLOOR, 5), (WORKSHOPS, 1), (PAPERS_AT_TWO, 2), (Screen("un", "Un", counters=("1",)), 4)],
)
def test_a_screen_counts_those_who_may_be_called_on_it(reception, screen, waiting):
    for need in ("papiers", "papiers", "energie", "energie", "ateliers"):
        reception.ticket(need)
    sent = called(reception, "1")
    reception.transfer(sent.id, Destination(counter="2"), "1")
    assert read_board(reception.queue, reception.site, screen).waiting == waiting


def test_all_boards_that_are_read_together_stand_at_one_version(reception):
    called(reception, "1"), called(reception, "3", "ateliers")
    seen = read_boards(reception.queue, reception.site)
    boards = [seen.board(screen) for screen in (None, FIRST_FLOOR, WORKSHOPS)]
    assert {board.version for board in boards} == {4}
    assert [numbers(board) for board in boards] == [["G001", "A001"], ["A001"], ["G001"]]


def test_the_calls_after_one_that_is_known_come_earliest_first(reception):
    seqs = []
    for _ in range(9):
        called(reception)
        seqs.append(reception.board().calls[0].seq)
    missed = read_calls(reception.queue, reception.site, seqs[1])
    assert [call.seq for call in missed] == seqs[2:]
    assert [call.number for call in missed] == [f"A{n:03}" for n in range(3, 10)]


def test_a_screen_that_missed_calls_is_told_its_own_alone(reception):
    called(reception, "1"), called(reception, "3", "ateliers"), called(reception, "2")
    missed = read_calls(reception.queue, reception.site, 0, WORKSHOPS)
    assert [call.number for call in missed] == ["G001"]


def test_nothing_is_told_after_the_last_call(reception):
    called(reception)
    assert read_calls(reception.queue, reception.site, reception.board().calls[0].seq) == ()


def test_the_calls_of_yesterday_are_not_told_to_who_asks_for_what_was_missed(reception):
    called(reception)
    reception.clock.at = reception.clock.at.replace(hour=23, minute=59, second=59)
    assert len(read_calls(reception.queue, reception.site, 0)) == 1
    reception.clock.at += timedelta(seconds=1)
    assert read_calls(reception.queue, reception.site, 0) == ()


def test_a_transfer_takes_a_call_back_from_every_board(reception):
    stays, leaves = called(reception, "1"), called(reception, "2")
    reception.transfer(leaves.id, Destination(counter="3"), "2")
    assert numbers(reception.board()) == [stays.number]
    assert [call.number for call in read_calls(reception.queue, reception.site, 0)] == [stays.number]


def test_who_is_called_anew_after_a_transfer_is_told_at_the_new_counter_with_a_new_seq(reception):
    sent = called(reception, "1")
    first = reception.board().calls[0]
    reception.transfer(sent.id, Destination(counter="3"), "1")
    reception.call("3")
    second = reception.board().calls[0]
    assert (second.number, second.counter) == (first.number, "3")
    assert second.seq > first.seq
