"""Which counters somebody sits at, as far as the live queue can tell."""

from __future__ import annotations

from dataclasses import replace

from server.domain.catalogue import Counter
from server.domain.estimate import Desk
from server.queues.tickets import Hand, Wish


def test_a_counter_that_is_open_by_default_is_not_at_work(reception, look):
    reception.ticket()
    assert look().desks == ()


def test_a_counter_is_at_work_while_it_has_somebody_in_hand(reception, look):
    reception.ticket()
    reception.call("1")
    reception.clock.forward(minutes=50)
    assert look().desks == (Desk(frozenset({"papiers", "energie", "counter:1"}), "papiers", 3000.0),)


def test_a_counter_that_let_somebody_go_is_at_work_for_a_while(reception, look, visit):
    visit(5)
    assert look().desks == (Desk(frozenset({"papiers", "energie", "counter:1"})),)
    reception.clock.forward(minutes=44)
    assert len(look().desks) == 1
    reception.clock.forward(minutes=2)
    assert look().desks == ()


def test_a_free_counter_that_lets_people_wait_is_not_at_work(reception, look, visit):
    visit(5)
    reception.ticket("energie")
    reception.clock.forward(minutes=9)
    assert len(look().desks) == 1
    reception.clock.forward(minutes=2)
    assert look().desks == ()


def test_people_who_wait_for_another_counter_say_nothing_of_this_one(reception, look, visit):
    visit(5)
    reception.ticket("ateliers")
    reception.clock.forward(minutes=30)
    assert len(look().desks) == 1


def test_a_closed_counter_is_not_at_work_until_it_is_opened(reception, look, visit):
    visit(5)
    reception.close_counter("1", "close")
    assert look().desks == ()
    reception.clock.forward(minutes=90)
    reception.open_counter("1", "open")
    assert len(look().desks) == 1


def test_a_mediator_who_gives_a_ticket_by_hand_is_at_work(reception, look):
    reception.ask(Wish(reception.site.need("papiers"), "fr", by_hand=True, hand=Hand("2")))
    assert [desk.lines for desk in look().desks] == [frozenset({"papiers", "counter:2"})]


def test_a_mediators_own_line_is_served_where_they_called_last(reception, look):
    reception.ticket()
    reception.ticket()
    reception.call("1", mediator="7")
    reception.call("2", mediator="8")
    assert [desk.lines & {"mediator:7", "mediator:8"} for desk in look().desks] == [{"mediator:7"}, {"mediator:8"}]


def test_a_counter_that_left_the_catalogue_is_not_at_work(reception, look, visit):
    visit(5)
    reception.site = replace(reception.site, counters=(Counter("9", "Guichet 9", ("papiers",)),))
    assert look().desks == ()
