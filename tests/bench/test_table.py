"""`python -m bench` runs and prints its table. What the figures are is nobody's promise on a busy machine."""

from __future__ import annotations

import re
import subprocess
import sys

from tests.architecture.reading import ROOT

FIGURE = r"[\d.]+(/s| ms)"


def test_the_bench_prints_each_figure_beside_its_yardstick():
    ran = subprocess.run(
        [sys.executable, "-m", "bench", "--quick"], capture_output=True, text=True, check=True, cwd=ROOT, timeout=110
    )
    surroundings, heads, *rows = ran.stdout.splitlines()
    assert re.fullmatch(r"\d+ cores · Python [\d.]+ · Valkey [\d.]+, AOF always", surroundings)
    assert heads.split() == ["Accueil", "bare", "ratio", "target"]
    assert [row.split(" · ")[0] for row in rows] == ["tickets/s issued over HTTP", *["call → board received"] * 2]
    for row in rows:
        assert re.search(rf"{FIGURE} +{FIGURE} +[\d.]+( +[≥≤] [\d.]+)?$", row), row
