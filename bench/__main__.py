"""`python -m bench`: one table of what the main road carries, each figure beside its yardstick and its target.

It asserts nothing: a machine may be slow or busy. Read the ratios, not the absolute figures.
"""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from pathlib import Path
from typing import Final

from bench.figures import Delays, Rates, measure_delays, measure_rates
from bench.rooms import rooms

ISSUE_TARGET: Final = 0.45
PUSH_TARGET: Final = 3.0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure the main road. Asserts nothing.")
    parser.add_argument("--quick", action="store_true", help="a few hundred requests: shows that it runs, no figures")
    quick = parser.parse_args().quick
    rounds = 2 if quick else 7
    with tempfile.TemporaryDirectory(prefix="accueil-bench-") as folder, rooms(Path(folder)) as at:
        print(
            f"{os.cpu_count()} cores · Python {platform.python_version()} · Valkey {at.valkey}, AOF always", flush=True
        )
        rates = measure_rates(at, rounds, 100 if quick else 2000)
        delays = measure_delays(at, rounds, 50 if quick else 300)
    print(_table(rates, delays))


def _table(rates: Rates, delays: Delays) -> str:
    """What is measured, its figure, the yardstick's, their ratio, the target of the ratio."""
    (push_50, push_99), (echo_50, echo_99) = delays.push, delays.echo
    rows = [
        ("", "Accueil", "bare", "ratio", "target"),
        (
            f"tickets/s issued over HTTP · GET /healthz ({rates.requests} each)",
            f"{rates.tickets:.0f}/s",
            f"{rates.bare:.0f}/s",
            f"{rates.tickets / rates.bare:.2f}",
            f"≥ {ISSUE_TARGET:.2f}",
        ),
        (
            f"call → board received · Socket.IO echo, p50 ({delays.samples} each)",
            f"{push_50:.2f} ms",
            f"{echo_50:.2f} ms",
            f"{push_50 / echo_50:.2f}",
            "",
        ),
        (
            "call → board received · Socket.IO echo, p99",
            f"{push_99:.2f} ms",
            f"{echo_99:.2f} ms",
            f"{push_99 / echo_99:.2f}",
            f"≤ {PUSH_TARGET:.2f}",
        ),
    ]
    width = max(len(row[0]) for row in rows)
    return "\n".join(
        f"{what:<{width}}  {ours:>10}  {bare:>10}  {ratio:>6}  {target:>7}".rstrip()
        for what, ours, bare, ratio, target in rows
    )


if __name__ == "__main__":
    main()
