"""Many clients do everything at once over three web processes: the independent checker finds nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.support.audit import audit, breaches_of, jobs_claimed, numbers_given, twice
from tests.support.mob import Client, all_answers, gather

ROUNDS = {2: 120, 8: 40, 32: 15}
"""How often each of so many clients acts."""
LONGER = 10


@pytest.mark.parametrize("size", ROUNDS)
def test_clients_who_do_everything_at_once_break_no_rule(arena, keys, long, size):
    members = gather(arena, size, seed=size)
    rounds = ROUNDS[size] * (LONGER if long else 1)

    def act(member):
        for _ in range(rounds):
            member.act()

    with ThreadPoolExecutor(size) as clients:
        list(clients.map(act, members))

    answers = all_answers(members)
    assert breaches_of(keys) == []
    assert audit(Client(arena), keys.entries(), answers).nothing
    assert twice(numbers_given(answers)) == []
    assert twice(jobs_claimed(answers)) == []
    assert set(keys.moves()) >= {"issue", "print", "call", "complete", "transfer"}


def test_two_clients_who_call_at_once_never_get_the_same_person(arena, keys):
    """Only issuing and calling: as many people as calls, so that every call meets another."""
    members = gather(arena, 32, seed=1)
    with ThreadPoolExecutor(len(members)) as clients:
        taken = list(clients.map(lambda member: member.take(), members))
        called = list(clients.map(lambda member: member.call_next(), members))
    assert twice(numbers_given(taken)) == []
    assert sorted(answer.body["id"] for answer in called) == sorted(answer.body["id"] for answer in taken)
    assert breaches_of(keys) == []
