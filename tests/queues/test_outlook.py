"""What the live queue remembers for the estimate of waits."""

from __future__ import annotations

import pytest

from server.domain.moves import Verb
from server.queues.keys import TIMES_KEPT, WAITS_KEPT
from server.queues.tickets import Destination, Wish, issue

FORESEEN = "1.250;0,5,10"
"""Five to ten minutes, a quarter more than was played: six were played."""


def foreseen(reception, priority=None):
    wish = Wish(reception.site.need("papiers"), "fr", priority)
    return issue(reception.queue, reception.site, wish, reception.fresh(), FORESEEN).ticket


def test_an_empty_site_knows_nothing(look):
    seen = look()
    assert (seen.desks, seen.queue, dict(seen.services), seen.waits) == ((), (), {}, ())


def test_a_visit_is_remembered_by_its_need_in_seconds(look, visit):
    visit(7)
    visit(12.5, need="energie")
    visit(3)
    assert look().services == {"papiers": [180.0, 420.0], "energie": [750.0]}


def test_the_notes_after_a_visit_belong_to_the_next_one_when_somebody_waited_for_it(reception, look, visit):
    visit(5)
    waiting = reception.ticket()
    reception.clock.forward(minutes=2)
    reception.call("1", waiting.id)
    reception.clock.forward(minutes=6)
    reception.move(waiting.id, Verb.COMPLETE)
    assert look().services["papiers"] == [480.0, 300.0]


def test_time_without_anybody_there_belongs_to_nobody(reception, look, visit):
    visit(5)
    reception.clock.forward(minutes=8)
    visit(6)
    assert look().services["papiers"] == [360.0, 300.0]


def test_a_pause_while_people_wait_belongs_to_nobody(reception, look, visit):
    visit(5)
    waiting = reception.ticket()
    reception.clock.forward(minutes=11)
    reception.call("1", waiting.id)
    reception.clock.forward(minutes=6)
    reception.move(waiting.id, Verb.COMPLETE)
    assert look().services["papiers"] == [360.0, 300.0]


def test_a_recall_and_serving_do_not_begin_a_visit_anew(reception, look):
    visitor = reception.ticket()
    reception.call("1")
    for verb in (Verb.RECALL, Verb.SERVE, Verb.COMPLETE):
        reception.clock.forward(minutes=2)
        reception.move(visitor.id, verb)
    assert look().services == {"papiers": [360.0]}


def test_calling_the_next_ends_the_visit_before(reception, look):
    reception.ticket()
    reception.ticket()
    reception.call("1")
    reception.clock.forward(minutes=9)
    reception.call("1")
    assert look().services == {"papiers": [540.0]}


def test_a_visit_put_aside_is_remembered_in_the_pieces_that_it_took(reception, look):
    visitor = reception.ticket()
    reception.call("1")
    reception.clock.forward(minutes=4)
    reception.move(visitor.id, Verb.PARK)
    reception.clock.forward(minutes=30)
    reception.move(visitor.id, Verb.RESUME)
    reception.clock.forward(minutes=3)
    reception.move(visitor.id, Verb.COMPLETE)
    assert look().services == {"papiers": [180.0, 240.0]}


def test_who_was_forgotten_at_a_counter_for_hours_tells_nothing(reception, look, visit):
    visit(125)
    assert look().services == {}


def test_only_the_latest_visits_are_kept(reception, look, visit):
    for minutes in range(TIMES_KEPT + 3):
        visit(minutes / 100)
    assert len(look().services["papiers"]) == TIMES_KEPT
    assert look().services["papiers"][0] == pytest.approx((TIMES_KEPT + 2) * 0.6)


def test_the_queue_stands_in_the_order_of_call_across_its_lines(reception, look):
    reception.ticket("papiers")
    reception.clock.forward(minutes=1)
    sent = reception.ticket("papiers")
    reception.clock.forward(minutes=1)
    reception.ticket("energie")
    reception.clock.forward(minutes=1)
    early = reception.ticket("ateliers")
    reception.prioritise(early.id, "grossesse")
    reception.transfer(sent.id, Destination(counter="2"))
    assert look().queue == ("ateliers", "papiers", "counter:2", "energie")


def test_each_line_knows_whose_people_count_as_ahead(reception, look):
    sent = reception.ticket()
    reception.transfer(sent.id, Destination(mediator="7"))
    rivals = look().rivals
    assert rivals["papiers"] == {"papiers", "energie", "counter:1", "counter:2"}
    assert rivals["ateliers"] == {"ateliers", "counter:3"}
    assert rivals["mediator:7"] == {"mediator:7"}


def test_how_long_somebody_waited_stands_beside_what_was_played_for_them(reception, look):
    foreseen(reception)
    reception.clock.forward(minutes=8)
    foreseen(reception)
    reception.call("1")
    reception.clock.forward(minutes=11)
    reception.call("1")
    assert look().waits == ((480.0, 360.0), (660.0, 360.0))


def test_who_was_moved_or_had_a_head_start_or_was_told_nothing_says_nothing_of_the_others_waits(reception, look):
    sent, early, _untold = foreseen(reception), foreseen(reception), reception.ticket()
    foreseen(reception, reception.site.priority("grossesse"))
    reception.transfer(sent.id, Destination(need="energie"))
    reception.prioritise(early.id, "grossesse")
    for _ in range(4):
        reception.call("1")
    assert look().waits == ()


def test_only_the_last_waits_are_kept(reception, look):
    for _ in range(WAITS_KEPT + 2):
        foreseen(reception)
    for _ in range(WAITS_KEPT + 2):
        reception.clock.forward(minutes=1)
        reception.call("1")
    assert [waited for waited, _ in look().waits] == [60.0 * minutes for minutes in range(3, WAITS_KEPT + 3)]


def test_a_new_day_remembers_how_long_people_take_and_nothing_else(reception, look, visit):
    foreseen(reception)
    reception.clock.forward(minutes=5)
    reception.call("1")
    visit(10, counter="2")
    reception.clock.forward(days=1)
    reception.ticket()
    seen = look()
    assert seen.services == {"papiers": [600.0]}
    assert (seen.desks, seen.waits) == ((), ())
