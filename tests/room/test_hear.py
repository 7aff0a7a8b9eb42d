"""What a board changes in what the screen knows: each call is told once, in its order, or told no more."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest

from tests.support.modules import run

MORNING = datetime(2026, 11, 23, 9, 42, tzinfo=UTC)
HEARD = """
const { hear } = await load("display/room/hear.js");
const { START, advance, told } = await load("display/room/board.js");
let state = START;
const announced = [];
const look = (now) => {
    const before = state.announced;
    state = advance(state, now);
    if (state.announced !== before) announced.push(`${state.showing.call.number} ${state.showing.call.counter}`);
    if (state.showing !== null) state = told(state, state.announced);
};
for (const { board, now, fresh, missed } of given) {
    state = hear(state, board, now, fresh, missed ?? []);
    look(now);
}
const { showing } = state;
let now = given.at(-1).now;
while (state.pending.length > 0) { now += 7000; state.heardAt = now; look(now); }
const shown = showing && `${showing.call.number} ${showing.call.counter}`;
return { announced, showing: shown, version: state.board.version };
"""


def call(seq: int, number: str, counter: str = "1", count: int = 1, at_s: float = 0) -> dict[str, Any]:
    """A call, made so many seconds after the morning's beginning."""
    at = (MORNING + timedelta(seconds=at_s)).isoformat()
    told = {"label": f"Guichet {counter}", "language": "fr", "called_at": at}
    return {"seq": seq, "number": number, "counter": counter, "count": count, **told}


def heard(version: int, calls: list[dict[str, Any]], at_s: float = 0, **more: Any) -> dict[str, Any]:
    """A board with the newest six of some calls, newest first, heard at that second."""
    shown = sorted(calls, key=lambda each: -each["seq"])[:6]
    board = {
        "version": version,
        "at": (MORNING + timedelta(seconds=at_s)).isoformat(),
        "calls": shown,
        "oldest": shown[-1]["seq"] if len(calls) > 6 else 0,
    }
    return {"board": board, "now": 1_000 + at_s * 1_000, "fresh": False} | more


def announced(*story: dict[str, Any]) -> list[str]:
    return run(HEARD, list(story))["announced"]


FIRST, SECOND = call(5, "A001"), call(6, "A002", "2")


def test_calls_made_at_the_same_time_are_told_in_the_order_they_were_made():
    assert announced(heard(1, []), heard(6, [SECOND, FIRST])) == ["A001 1", "A002 2"]


def test_a_board_heard_again_tells_nothing_again():
    assert announced(heard(1, []), heard(5, [FIRST]), heard(5, [FIRST], 1), heard(6, [FIRST], 2)) == ["A001 1"]


def test_a_recall_takes_the_place_of_its_own_call_that_was_still_to_be_told():
    again = call(7, "A002", "2", count=2)
    assert announced(heard(1, []), heard(6, [FIRST, SECOND]), heard(7, [FIRST, again])) == ["A001 1", "A002 2"]


def test_a_second_call_of_the_same_person_is_told_although_all_else_about_it_is_the_same():
    again = call(9, "A001")
    assert announced(heard(1, []), heard(5, [FIRST]), heard(8, [], 7), heard(9, [again], 8)) == ["A001 1", "A001 1"]


@pytest.mark.parametrize("left", [[FIRST], [FIRST, call(8, "A002", "3")]], ids=["waits again", "called elsewhere"])
def test_a_call_that_was_taken_back_before_its_turn_is_not_told(left):
    told = announced(heard(1, []), heard(6, [FIRST, SECOND]), heard(8, left))
    assert "A002 2" not in told
    assert told[0] == "A001 1"


def test_the_call_on_the_screen_makes_room_when_it_was_taken_back():
    story = [heard(1, []), heard(5, [FIRST])]
    assert run(HEARD, story)["showing"] == "A001 1"
    assert run(HEARD, [*story, heard(6, [], 1)])["showing"] is None
    assert run(HEARD, [*story, heard(7, [call(7, "A001", "3")], 1)])["showing"] == "A001 3"


def test_the_call_on_the_screen_keeps_its_time_when_it_is_recalled():
    story = [heard(1, []), heard(5, [FIRST]), heard(6, [call(6, "A001", count=2)], 1)]
    assert run(HEARD, story)["announced"] == ["A001 1", "A001 1"]


def test_a_call_that_newer_ones_pushed_off_the_board_is_told_all_the_same():
    calls = [call(10 + place, f"A{place:03}") for place in range(9)]
    told = announced(heard(1, []), heard(15, calls[:6]), heard(18, calls, 1))
    assert told == [f"A{place:03} 1" for place in range(9)]


def test_a_call_taken_back_that_newer_ones_would_have_pushed_off_is_told_no_more():
    calls = [call(10 + place, f"A{place:03}") for place in range(9)]
    # The fifth waits again: the board lists everything from the fourth on, and not the fifth.
    told = announced(heard(1, []), heard(15, calls[:6]), heard(19, [*calls[:4], *calls[5:]], 1))
    assert "A004 1" not in told


def test_what_fell_between_two_boards_comes_before_what_the_second_tells():
    calls = [call(10 + place, f"A{place:03}") for place in range(9)]
    told = announced(heard(1, []), heard(18, calls, missed=calls[:3]))
    assert told == [f"A{place:03} 1" for place in range(9)]


def test_after_an_outage_what_it_missed_and_no_board_tells_any_more_is_old_news():
    calls = [call(10 + place, f"A{place:03}", at_s=70) for place in range(9)]
    told = announced(heard(1, []), heard(18, calls, 71, missed=calls[:3]))
    assert told == [f"A{place:03} 1" for place in range(3, 9)]


@pytest.mark.parametrize(("at_s", "told"), [(100, ["A001 1"]), (130, [])])
def test_a_call_that_was_missed_is_told_for_two_minutes(at_s, told):
    assert announced(heard(1, []), heard(5, [FIRST], at_s)) == told


@pytest.mark.parametrize(("at_s", "told"), [(15, ["A001 1"]), (25, [])])
def test_a_screen_just_switched_on_tells_what_people_may_still_be_getting_up_for(at_s, told):
    assert announced(heard(5, [FIRST], at_s)) == told


def test_an_older_truth_that_comes_late_changes_nothing():
    story = [heard(1, []), heard(6, [FIRST, SECOND], 2), heard(5, [FIRST], 1, fresh=True)]
    assert run(HEARD, story)["version"] == 6


def test_after_a_reset_of_the_server_its_calls_are_new_although_their_seqs_were_heard():
    story = [heard(1, []), heard(6, [FIRST], 1), heard(5, [call(5, "B001", at_s=7)], 8, fresh=True)]
    assert announced(*story) == ["A001 1", "B001 1"]


def test_whatever_boards_get_lost_each_call_is_told_exactly_once_in_its_order():
    for seed in range(20):
        chance = Random(seed)
        calls, told, story = [], 0, [heard(0, [])]
        for version in range(1, 120):
            if chance.random() < 0.7:
                calls.append(call(version, f"A{version:03}", str(chance.randrange(1, 13)), at_s=version / 12))
            if chance.random() < 0.3 or version == 119:
                # As link.js does it: what no board has listed is asked for.
                fell = [each for each in calls[:-6] if each["seq"] > told]
                story.append(heard(version, calls, version / 12, missed=fell))
                told = version
        assert announced(*story) == [f"{each['number']} {each['counter']}" for each in calls]
