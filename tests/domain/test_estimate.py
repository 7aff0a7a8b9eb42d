"""The wait that people are told: what it follows from, what it can never do, and when nobody can say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from server.domain.estimate import AWAY_S, COMING, DEPTH, FORGOTTEN_S, Desk, Outlook, Wait, at_work, forecast, told

MINUTE = 60.0
ALL = frozenset({"papiers", "energie"})
TIMES = {"papiers": [minutes * MINUTE for minutes in (8, 10, 12, 14, 16, 20)], "energie": [5 * MINUTE] * 6}


def outlook(
    desks: Sequence[Desk], queue: Sequence[str] = (), services: dict[str, list[float]] | None = None
) -> Outlook:
    """A site whose counters all serve the same."""
    lines = ALL.union(*(desk.lines for desk in desks))
    times = TIMES if services is None else services
    return Outlook(tuple(desks), tuple(queue), times, dict.fromkeys(lines, lines), ())


BUSY = Desk(ALL, "papiers", 6 * MINUTE)
FREE = Desk(ALL)

seconds = some.floats(1, 5400, allow_nan=False)
needs = some.sampled_from(sorted(ALL))
desk_at_work = some.builds(Desk, some.just(ALL), some.one_of(some.just(""), needs), some.floats(0, 7000))
services = some.dictionaries(needs, some.lists(seconds, min_size=1, max_size=30)).filter(
    lambda found: sum(map(len, found.values())) >= 3
)
waits = some.lists(some.tuples(some.floats(0, 7200), some.floats(0, 7200)), max_size=8)
outlooks = some.builds(
    Outlook,
    some.lists(desk_at_work, min_size=1, max_size=5).map(tuple),
    some.lists(needs, max_size=25).map(tuple),
    services,
    some.just(dict.fromkeys(ALL, ALL)),
    waits,
)


def test_who_finds_a_free_counter_is_told_the_shortest_wait():
    assert forecast(outlook([FREE])).wait("papiers", 0) == Wait(0, 5)


def test_one_behind_a_visit_that_has_begun_is_told_what_such_visits_still_took():
    """Of six visits four took longer than 11 minutes, by one minute to nine."""
    assert forecast(outlook([Desk(ALL, "papiers", 11 * MINUTE)])).wait("papiers", 0) == Wait(0, 10)


def test_each_visit_ahead_is_reckoned_by_its_need():
    """Four short visits of five minutes, or four of eight to twenty."""
    short = forecast(outlook([FREE], ["energie"] * 4)).span("papiers", 4)
    long = forecast(outlook([FREE], ["papiers"] * 4)).span("papiers", 4)
    assert short is not None
    assert long is not None
    assert short[0] < 20 * MINUTE < short[1] < long[0]


def test_a_line_that_no_counter_at_work_serves_has_no_wait():
    closed = replace(outlook([Desk(frozenset({"energie"}))]), rivals=dict.fromkeys(ALL, ALL))
    assert forecast(closed).wait("papiers", 0) is None
    assert forecast(closed).wait("energie", 0) == Wait(0, 5)


def test_without_a_counter_at_work_nobody_is_told_anything():
    assert forecast(outlook([], ["papiers"])).wait("papiers", 1) is None


@pytest.mark.parametrize("times", [{}, {"papiers": [600.0, 700.0]}])
def test_two_visits_are_too_few_to_tell_anything(times):
    assert forecast(outlook([BUSY], services=times)).wait("papiers", 0) is None


def test_people_whom_no_counter_at_work_serves_take_nobodys_time():
    """They count as ahead, as the queue counts them; and are told nothing themselves."""
    rivals = dict.fromkeys(("papiers", "energie"), ALL)
    here = Outlook((Desk(frozenset({"papiers"})),), ("energie", "energie", "papiers"), TIMES, rivals, ())
    assert forecast(here).wait("papiers", 2) == Wait(0, 5)
    assert forecast(here).wait("energie", 0) is None


def test_only_those_who_share_a_counter_are_ahead():
    """One of three: the others wait for another counter."""
    rivals = {"papiers": frozenset({"papiers"}), "energie": frozenset({"energie"})}
    desks = (Desk(frozenset({"papiers"})), Desk(frozenset({"energie"}), "energie", 0.0))
    here = Outlook(desks, ("energie", "papiers", "energie"), TIMES, rivals, ())
    assert forecast(here).wait("papiers", 0) == Wait(0, 5)
    assert forecast(here).wait("papiers", 1) == Wait(5, 25)
    assert forecast(here).wait("energie", 2) == Wait(10, 20)


def test_who_is_sent_to_a_counter_by_name_waits_with_those_of_its_needs():
    lines = frozenset({"papiers", "counter:1"})
    here = replace(outlook([Desk(lines, "papiers", 0.0)], ["papiers", "counter:1"]), rivals=dict.fromkeys(lines, lines))
    sent, last = forecast(here).span("counter:1", 1), forecast(here).span("papiers", 2)
    assert sent is not None
    assert last is not None
    assert sent[1] < last[1]


def test_a_day_on_which_the_last_people_waited_longer_than_foreseen_is_told_longer():
    usual = outlook([BUSY], ["papiers"] * 3)
    late = replace(usual, waits=((3000.0, 1500.0),) * 6)
    early = replace(usual, waits=((750.0, 1500.0),) * 6)
    spans = [forecast(each).span("papiers", 3) for each in (early, usual, late)]
    assert spans == sorted(spans)
    assert len(set(spans)) == 3


def test_who_stands_further_back_than_is_played_is_told_by_the_pace_of_those_before():
    far = forecast(outlook([BUSY], ["energie"] * (DEPTH + 40)))
    deep, deeper = far.span("energie", DEPTH + COMING), far.span("energie", DEPTH + COMING + 10)
    assert deep is not None
    assert deeper is not None
    assert deeper[0] - deep[0] == pytest.approx(10 * 5 * MINUTE)


def test_who_comes_behind_those_who_were_known_is_told_a_range_like_theirs():
    """A forecast is in use for two seconds, in which others may come."""
    before, behind = (forecast(outlook([BUSY], ["papiers"] * known)).span("papiers", 4) for known in (1, 4))
    assert before is not None
    assert behind is not None
    assert before == pytest.approx(behind, rel=0.3)
    assert before[1] - before[0] > 10 * MINUTE


def test_beyond_a_working_day_nothing_is_told():
    assert forecast(outlook([BUSY], ["papiers"] * 60)).wait("papiers", 60) is None


@given(outlooks)
def test_a_wait_is_whole_minutes_of_which_none_is_negative_and_the_low_is_never_above_the_high(here):
    found = forecast(here)
    for ahead in range(len(here.queue) + 5):
        wait = found.wait("papiers", ahead)
        if wait is not None:
            assert 0 <= wait.low_min <= wait.high_min
            assert wait.low_min % 5 == wait.high_min % 5 == 0


@given(outlooks)
def test_one_person_more_ahead_never_makes_a_wait_shorter(here):
    found = forecast(here)
    spans = [found.span("papiers", ahead) for ahead in range(len(here.queue) + 5)]
    for before, behind in pairwise(spans):
        assert before is not None
        assert behind is not None
        assert before[0] <= behind[0]
        assert before[1] <= behind[1]


@given(outlooks, desk_at_work)
def test_one_counter_more_for_the_same_needs_never_makes_a_wait_longer(here, desk):
    """Where counters serve different needs it may: a visit may fall to the only one that serves another line."""
    fewer = forecast(here).span("papiers", len(here.queue))
    more = forecast(replace(here, desks=(*here.desks, desk))).span("papiers", len(here.queue))
    assert fewer is not None
    assert more is not None
    assert more[0] <= fewer[0] + 1e-6
    assert more[1] <= fewer[1] + 1e-6


@given(outlooks)
def test_pauses_come_with_each_person_and_change_nothing(here):
    pauses = []
    assert forecast(here, lambda: pauses.append(1)) == forecast(here)
    assert len(pauses) > len(here.queue)


@given(outlooks, some.integers(0, 24))
def test_what_is_told_depends_on_who_is_ahead_and_on_nobody_behind(here, ahead):
    shorter = replace(here, queue=here.queue[:ahead])
    assert forecast(shorter).span("papiers", len(shorter.queue)) == forecast(here).span("papiers", len(shorter.queue))


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        ((0, 0), (0, 5)),
        ((301, 600), (5, 10)),
        ((600, 600), (10, 10)),
        ((299, 601), (0, 15)),
        ((59 * MINUTE, 61 * MINUTE), (55, 70)),
        ((119 * MINUTE, 121 * MINUTE), (110, 150)),
        ((400 * MINUTE, 480 * MINUTE), (390, 480)),
    ],
)
def test_minutes_are_told_in_steps_that_grow_with_the_wait(seconds, expected):
    assert told(*seconds) == Wait(*expected)


@pytest.mark.parametrize(
    ("idle_min", "hand_min", "unanswered_min", "works"),
    [
        (1, 1, 0, True),
        (AWAY_S / 60 + 1, AWAY_S / 60 + 1, 30, True),  # a long visit
        (FORGOTTEN_S / 60, FORGOTTEN_S / 60, 0, False),  # whom nobody completed in the evening
        (44, None, 0, True),  # nobody came
        (46, None, 0, False),  # open by default, nobody sits there
        (44, None, 9, True),  # somebody has just come
        (44, None, 11, False),  # somebody came, and is not called
        (9, None, 40, True),  # it has just let somebody go, and others wait
    ],
)
def test_a_counter_is_at_work_by_what_it_does(idle_min, hand_min, unanswered_min, works):
    hand_s = None if hand_min is None else hand_min * MINUTE
    assert at_work(idle_min * MINUTE, hand_s, unanswered_min * MINUTE) is works
