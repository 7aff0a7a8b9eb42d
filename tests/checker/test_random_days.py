"""Days made by dice from every legal move: the checker finds nothing, and then the one call that was unjust."""

from __future__ import annotations

from random import Random

import pytest

from server.checker import Rule, check
from tests.checker.journal import Journal

COUNTERS = ("1", "2", "3")
NEEDS = ("papiers", "energie")
OF_STATE = {
    "waiting": ("transfer", "cancel", "prioritise", "choose", "let_pass", "set_language"),
    "called": ("recall", "serve", "no_show", "park", "transfer", "complete", "set_language"),
    "serving": ("park", "transfer", "complete", "set_language"),
    "parked": ("resume", "cancel", "transfer", "choose", "set_language"),
    "no_show": ("restore", "set_language"),
}


def step(day: Journal, dice: Random):
    """One legal move: someone comes, someone is called, or something happens to someone."""
    free = [counter for counter in COUNTERS if not any(who.counter == counter for who in day.people.values())]
    living = [id_ for id_, who in day.people.items() if who.state in OF_STATE]
    waiting = [id_ for id_ in living if day.people[id_].state == "waiting"]
    if dice.random() < 0.4 or not living:
        minutes = dice.choice((0, 0, 5, 10))
        day.issue(dice.choice(NEEDS), minutes, "elder" if minutes else "")
    elif free and dice.random() < 0.6:
        counter = dice.choice(free)
        mediator = dice.choice(("", "lea"))
        lines = {*NEEDS, f"counter:{counter}", f"mediator:{mediator}"}
        if any(day.people[id_].line in lines for id_ in waiting):
            day.call(counter, mediator=mediator)
    else:
        happen(day, dice, dice.choice(living), free)


def happen(day: Journal, dice: Random, ticket: str, free: list[str]):
    who = day.people[ticket]
    move = dice.choice(OF_STATE[who.state])
    match move:
        case "choose" | "resume" if not free:
            pass
        case "choose":
            day.choose(ticket, dice.choice(free))
        case "resume":
            day.write("resume", ticket, counter=dice.choice(free))
        case "transfer":
            need = dice.choice(NEEDS)
            day.send(ticket, dice.choice((need, f"counter:{dice.choice(COUNTERS)}", "mediator:lea")), need=need)
        case "prioritise":
            day.prioritise(ticket, dice.choice((0, 3, 30)))
        case "let_pass" if day.behind(ticket, who.line, "energie"):
            day.let_pass(ticket, dice.choice((1, 2, 5)), *dict.fromkeys((who.line, "energie")))
        case "let_pass":
            pass
        case "set_language":
            day.write(move, ticket, language=dice.choice(sorted({"fr", "ar", "en"} - {who.language})))
        case "restore":
            day.write("restore", ticket, line=who.line)
        case _:
            day.write(move, ticket)


def random_day(dice: Random) -> Journal:
    day = Journal()
    for turn in range(600):
        step(day, dice)
        if turn == 300:
            day.end_day()
    return day


@pytest.mark.parametrize("seed", range(8))
def test_a_random_legal_day_breaks_no_rule(seed):
    day = random_day(Random(seed))
    assert check(day.entries, day.live()).breaches == ()


@pytest.mark.parametrize("seed", range(8))
def test_one_unjust_call_in_a_random_day_is_found(seed):
    dice = Random(seed)
    day = random_day(dice)
    day.issue()
    day.issue()
    waiting = [id_ for id_, who in day.people.items() if who.state == "waiting" and who.line in NEEDS]
    passed_over = day.first(*NEEDS)
    unjust = dice.choice([id_ for id_ in waiting if id_ != passed_over])
    day.write("call", unjust, counter="9", lines="papiers,energie,counter:9")
    [breach] = check(day.entries).breaches
    assert (breach.rule, breach.ticket) == (Rule.ORDER, unjust)
    assert passed_over in breach.said
