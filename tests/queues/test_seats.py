"""Taking a counter: one person a counter, one counter a person, and a desk that lost its counter changes nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from server.domain.errors import RequestIdReusedError
from server.domain.moves import Verb
from server.domain.seats import CounterTakenError, Pause
from server.queues import house
from server.queues.house import CounterChange
from server.queues.live import LiveQueue
from server.queues.seats import Seat, Wish, sit
from server.queues.tickets import Destination
from server.queues.tickets import Wish as TicketWish
from tests.queues.conftest import AICHA, KARIM
from tests.support.reception import MORNING


@pytest.fixture
def sits(reception):
    """A function with which somebody asks for a counter."""

    def ask(counter, person, wish=Wish.TAKE, name=None):
        sit(reception.queue, reception.site, counter, person, wish, name or reception.fresh())

    return ask


def seats(reception):
    return {counter: seat.person for counter, seat in reception.desk().seats.items()}


def test_who_takes_a_counter_sits_there_since_then(reception, sits):
    sits("1", AICHA)
    reception.clock.forward(minutes=5)
    assert reception.desk().seats == {"1": Seat(AICHA, MORNING)}


def test_a_counter_that_somebody_has_is_refused_and_named(reception, sits):
    sits("1", AICHA)
    before = reception.contents()
    with pytest.raises(CounterTakenError) as refusal:
        sits("1", KARIM)
    assert (refusal.value.extra["counter"], refusal.value.extra["by"]) == ("1", AICHA)
    assert reception.contents() == before


def test_a_counter_can_be_taken_over(reception, sits):
    sits("1", AICHA)
    sits("1", KARIM, Wish.TAKE_OVER)
    assert seats(reception) == {"1": KARIM}
    told = [(e["move"], e["counter"], e["mediator"], e["from"]) for e in reception.journal()]
    assert told == [("take_counter", "1", AICHA, ""), ("take_counter", "1", KARIM, AICHA)]


def test_who_takes_another_counter_leaves_the_one_they_had(reception, sits):
    sits("1", AICHA)
    sits("2", AICHA)
    assert seats(reception) == {"2": AICHA}
    assert [e["move"] for e in reception.journal()] == ["take_counter", "leave_counter", "take_counter"]


def test_taking_the_counter_that_one_has_changes_nothing(reception, sits):
    sits("1", AICHA)
    version = reception.desk().version
    reception.clock.forward(minutes=5)
    sits("1", AICHA, Wish.TAKE_OVER)
    assert reception.desk().version == version


def test_who_leaves_frees_the_counter_and_only_their_own(reception, sits):
    sits("1", AICHA)
    sits("1", KARIM, Wish.LEAVE)
    assert seats(reception) == {"1": AICHA}
    sits("1", AICHA, Wish.LEAVE)
    assert seats(reception) == {}


def test_a_repeat_of_a_request_takes_a_counter_once(reception, sits):
    sits("1", AICHA, name="press")
    sits("1", KARIM, Wish.TAKE_OVER)
    sits("1", AICHA, name="press")
    assert seats(reception) == {"1": KARIM}
    with pytest.raises(RequestIdReusedError):
        sits("2", AICHA, name="press")


def test_seats_end_with_the_day(reception, sits):
    sits("1", AICHA)
    reception.clock.forward(days=1)
    reception.queue.turn(reception.site)
    assert seats(reception) == {}


def test_of_two_who_take_a_counter_at_once_one_gets_it(reception, valkey):
    other = LiveQueue(valkey.url, now=reception.clock)
    for turn in range(40):
        people = (f"{turn}1", f"{turn}2")

        def take(queue_and_person, turn=turn):
            queue, person = queue_and_person
            try:
                sit(queue, reception.site, "1", person, Wish.TAKE, f"take-{person}")
            except CounterTakenError:
                return None
            return person

        with ThreadPoolExecutor(2) as both:
            got = [person for person in both.map(take, zip((reception.queue, other), people, strict=True)) if person]
        assert len(got) == 1
        assert seats(reception) == {"1": got[0]}
        sit(reception.queue, reception.site, "1", got[0], Wish.LEAVE, f"leave-{turn}")


ACTS = {
    "issue": lambda desk, ours: desk.ask(TicketWish(desk.site.need("papiers"), "fr", by_hand=True)),
    "call": lambda desk, ours: desk.call("1"),
    "serve": lambda desk, ours: desk.move(ours.id, Verb.SERVE, "1"),
    "transfer": lambda desk, ours: desk.transfer(ours.id, Destination(need="ateliers"), "1"),
    "undo": lambda desk, ours: desk.undo(ours.id, "1"),
    "prioritise": lambda desk, ours: desk.prioritise(f"{int(ours.id) + 1:012}", "grossesse"),
    "let_pass": lambda desk, ours: desk.let_pass(f"{int(ours.id) + 1:012}"),
    "close_counter": lambda desk, ours: desk.close_counter("1", "close", AICHA),
    "stop": lambda desk, ours: house.stop_issuing(desk.queue, desk.site, "stop", {}, AICHA),
    "reprint": lambda desk, ours: desk.reprint(ours.id),
}


@pytest.mark.parametrize("act", ACTS)
def test_a_desk_that_lost_its_counter_changes_nothing(reception, sits, at_desk, act):
    sits("1", AICHA)
    ours = reception.ticket()
    reception.ticket()
    reception.ticket()
    desk = at_desk("1", AICHA)
    desk.call("1")
    sits("1", KARIM, Wish.TAKE_OVER)
    before = reception.contents()
    with pytest.raises(CounterTakenError):
        ACTS[act](desk, ours)
    assert reception.contents() == before


def test_a_desk_whose_counter_was_left_changes_nothing(reception, sits, at_desk):
    sits("1", AICHA)
    sits("1", AICHA, Wish.LEAVE)
    reception.ticket()
    with pytest.raises(CounterTakenError):
        at_desk("1", AICHA).call("1")


def test_a_repeat_from_a_desk_that_lost_its_counter_gets_its_first_answer(reception, sits, at_desk):
    sits("1", AICHA)
    reception.ticket()
    called = at_desk("1", AICHA).call("1", request_id="press").ticket
    sits("1", KARIM, Wish.TAKE_OVER)
    again = at_desk("1", AICHA).call("1", request_id="press")
    assert (again.ticket.id, again.repeat) == (called.id, True)


def test_a_device_calls_as_before_whoever_sits_there(reception, sits):
    sits("1", AICHA)
    reception.ticket()
    assert reception.call("1").ticket.number == "A001"


def test_why_a_counter_is_closed_is_shown_and_written_down(reception):
    change = CounterChange("1", opens=False, reason=Pause.BREAK)
    house.set_counter(reception.queue, reception.site, change, "close", AICHA)
    closing = reception.desk().closings["1"]
    assert (closing.reason, closing.since) == (Pause.BREAK, reception.desk().at)
    assert reception.journal()[-1]["reason"] == "break"


def test_words_of_ones_own_may_hold_a_comma(reception):
    change = CounterChange("1", opens=False, reason="Je reviens, promis")
    house.set_counter(reception.queue, reception.site, change, "close", AICHA)
    assert reception.desk().closings["1"].reason == "Je reviens, promis"


def test_the_journal_of_seats_is_true(reception, sits):
    for counter, person, wish in (
        ("1", AICHA, Wish.TAKE),
        ("2", KARIM, Wish.TAKE),
        ("1", KARIM, Wish.TAKE_OVER),
        ("2", AICHA, Wish.TAKE),
        ("2", AICHA, Wish.LEAVE),
    ):
        sits(counter, person, wish)
    assert reception.checked().breaches == ()
