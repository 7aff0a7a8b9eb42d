"""The real queue does what DESIGN §3 says, told a second time in plain Python, whatever people and clocks do."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.model.machine import QueueMachine
from tests.support.processes import Valkey

SHORT, SHORT_STEPS = 300, 30
LONG, LONG_ROUND, LONG_STEPS = 20_000, 1000, 50


def play(valkey: Valkey, examples: int, steps: int) -> None:
    """So many random stories; the shortest one that goes wrong is printed."""
    run_state_machine_as_test(
        lambda: QueueMachine(valkey.url, valkey.client),
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            print_blob=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_the_real_queue_does_what_the_plain_one_does(valkey, capsys, long):
    if not long:
        play(valkey, SHORT, SHORT_STEPS)
        return
    stories = int(os.environ.get("EXAMPLES", LONG))
    for begun in range(0, stories, LONG_ROUND):
        play(valkey, min(LONG_ROUND, stories - begun), LONG_STEPS)
        with capsys.disabled():
            print(f"{min(begun + LONG_ROUND, stories)} stories of {stories} ended well", flush=True)
