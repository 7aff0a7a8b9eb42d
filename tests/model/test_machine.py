"""The real queue does what DESIGN §3 says, told a second time in plain Python, whatever people and clocks do."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.model.machine import QueueMachine

STEPS = 40
SHORT = 300
LONG_ROUNDS, LONG_ROUND = 20, 1000


def play(valkey, examples: int) -> None:
    """So many random stories; the shortest one that goes wrong is printed."""
    run_state_machine_as_test(
        lambda: QueueMachine(valkey.url, valkey.client),
        settings=settings(
            max_examples=examples,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            print_blob=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_the_real_queue_does_what_the_plain_one_does(valkey, capsys, long):
    if not long:
        play(valkey, SHORT)
        return
    for done in range(LONG_ROUNDS):
        play(valkey, LONG_ROUND)
        with capsys.disabled():
            print(f"{(done + 1) * LONG_ROUND} stories of {LONG_ROUNDS * LONG_ROUND} ended well", flush=True)
