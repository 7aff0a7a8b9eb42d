"""What stands at a site's door: its hours, a stop by hand, a need for which enough people wait."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.domain.errors import (
    NeedFullError,
    RequestIdReusedError,
    SiteClosedError,
)
from server.domain.hours import Hours, Period, Phase
from server.domain.moves import State
from server.queues import house
from server.queues.tickets import Wish
from tests.support.reception import MORNING

OFFICE = Hours(
    "Europe/Paris", weekly={"monday": (Period.parse("09:00-12:00"), Period.parse("14:00-17:00"))}, last_tickets_min=15
)


@pytest.fixture
def office(reception):
    """The reception with opening hours; it is Monday, 9:42."""
    return replace(reception, site=replace(reception.site, hours=OFFICE))


def at(reception, hour, minute=0):
    reception.clock.at = MORNING.replace(hour=hour, minute=minute)


def by_hand(reception):
    return reception.ask(Wish(reception.site.need("papiers"), "fr", by_hand=True)).ticket


def door(reception):
    return house.door(reception.queue, reception.site)


@pytest.mark.parametrize(
    ("hour", "minute", "phase"),
    [(8, 59, "closed"), (9, 0, "open"), (11, 44, "open"), (11, 45, "last_tickets"), (12, 0, "closed"), (14, 0, "open")],
)
def test_the_queues_own_clock_decides_what_stands_at_the_door(office, hour, minute, phase):
    at(office, hour, minute)
    assert door(office).phase == phase
    assert (office.board().phase, office.desk().phase) == (phase, phase)


def test_before_the_end_the_kiosk_stops_and_the_desks_go_on(office):
    waiting = office.ticket()
    at(office, 11, 50)
    before = office.contents()
    with pytest.raises(SiteClosedError) as refusal:
        office.ticket()
    assert refusal.value.extra == {"state": "last_tickets"}
    assert office.contents() == before
    assert office.call().ticket.id == waiting.id
    assert by_hand(office).state is State.WAITING


def test_a_closed_site_gives_nobody_a_ticket_and_still_calls_who_has_one(office):
    waiting = office.ticket()
    at(office, 12)
    before = office.contents()
    for take in (office.ticket, lambda: by_hand(office)):
        with pytest.raises(SiteClosedError) as refusal:
            take()
        assert refusal.value.extra == {"state": "closed"}
    assert office.contents() == before
    assert office.call().ticket.id == waiting.id


def test_who_asked_before_the_end_gets_the_answer_again_after_it(office):
    first = office.take(request_id="tap")
    at(office, 13)
    assert office.take(request_id="tap").ticket == first.ticket


def test_a_site_of_before_hours_is_always_open(reception):
    at(reception, 3)
    assert door(reception).phase is Phase.OPEN


WORDS = {"fr": "Complet", "en": "Full", "ar": "ممتلئ"}


def test_a_mediator_stops_the_kiosk_and_says_why_in_each_language(reception):
    house.stop_issuing(reception.queue, reception.site, "stop", WORDS, "7")
    assert (door(reception).stopped, door(reception).texts, door(reception).gives_tickets) == (True, WORDS, False)
    assert (reception.board().stopped, reception.board().open) == (True, True)
    with pytest.raises(SiteClosedError) as refusal:
        reception.ticket()
    assert refusal.value.extra == {"state": "stopped"}
    assert by_hand(reception).number == "A001"


def test_a_stop_is_lifted_by_hand(reception):
    house.stop_issuing(reception.queue, reception.site, "stop", {}, "")
    house.resume_issuing(reception.queue, reception.site, "go", "")
    assert (door(reception).stopped, door(reception).texts) == (False, {})
    assert reception.ticket().number == "A001"
    assert [entry["move"] for entry in reception.journal()] == ["stop", "reopen", "issue"]


def test_a_stop_ends_with_the_day(reception):
    reception.ticket()
    house.stop_issuing(reception.queue, reception.site, "stop", WORDS, "")
    reception.clock.forward(days=1)
    reception.queue.turn(reception.site)
    assert not door(reception).stopped


def test_a_repeated_stop_changes_nothing_and_cannot_become_a_start(reception):
    house.stop_issuing(reception.queue, reception.site, "press", WORDS, "")
    before = reception.contents()
    house.stop_issuing(reception.queue, reception.site, "press", WORDS, "")
    with pytest.raises(RequestIdReusedError):
        house.resume_issuing(reception.queue, reception.site, "press", "")
    assert reception.contents() == before


def test_a_need_is_full_when_so_many_wait_for_it_and_free_again_when_one_is_called(reception):
    needs = tuple(replace(need, limit=2) if need.id == "papiers" else need for need in reception.site.needs)
    small = replace(reception, site=replace(reception.site, needs=needs))
    small.ticket(), small.ticket()
    assert door(small).full == {"papiers"}
    before = small.contents()
    with pytest.raises(NeedFullError):
        small.ticket()
    assert small.contents() == before
    assert small.ticket("energie").number == "E001"
    assert by_hand(small).number == "A003"
    small.call(), small.call("2")
    assert door(small).full == frozenset()
    assert small.ticket().number == "A004"


def test_yesterdays_stop_and_yesterdays_people_do_not_stand_at_todays_door(reception):
    """Nobody ended the day: looking at the door does."""
    needs = tuple(replace(need, limit=1) for need in reception.site.needs)
    small = replace(reception, site=replace(reception.site, needs=needs))
    small.ticket()
    house.stop_issuing(small.queue, small.site, "stop", WORDS, "")
    small.clock.forward(days=1)
    assert (door(small).stopped, door(small).full) == (False, frozenset())
