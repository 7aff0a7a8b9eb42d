"""The real queue does what DESIGN §3 says, told a second time in plain Python, whatever people and clocks do."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.model.machine import QueueMachine
from tests.support.processes import Valkey

STEPS = 40
SHORT = 300
LONG, LONG_ROUND = 20_000, 1000


def play(valkey: Valkey, examples: int) -> None:
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


def test_the_real_queue_does_what_the_plain_one_does(hasty, capsys, long):
    if not long:
        play(hasty, SHORT)
        return
    stories = int(os.environ.get("EXAMPLES", LONG))
    for begun in range(0, stories, LONG_ROUND):
        play(hasty, min(LONG_ROUND, stories - begun))
        with capsys.disabled():
            print(f"{min(begun + LONG_ROUND, stories)} stories of {stories} ended well", flush=True)
