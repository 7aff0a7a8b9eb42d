"""`python -m bench` runs and prints its table. What the figures are is nobody's promise on a busy machine."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from printers.words import LANGUAGES
from tests.architecture.reading import ROOT

# The whole bench, in small: a minute where nothing else runs.
pytestmark = pytest.mark.timeout(400)

FIGURE = r"[\d.]+(?:/s| ms)"
BESIDE = rf" {FIGURE} +{FIGURE} +[\d.]+"
MAYBE_BEFORE = r"-?[\d.]+ ms"
SPREAD = r" +[\d.]+–[\d.]+"
WEIGHT = r"[\d,]+ B +[\d.]+ ms +(≤ [\d,]+)? +[\d.]+ s serial"
COMPARED = (
    ("tickets/s issued over HTTP · GET /healthz", rf"{BESIDE} +≥ 0\.45{SPREAD}"),
    ("GET sites/{site}/s, as a kiosk asks · GET /healthz", BESIDE + SPREAD),
    ("call → board received · Socket.IO echo, p50", BESIDE),
    ("call → board received · Socket.IO echo, p99", rf"{BESIDE} +≤ 3\.00"),
    ("POST ticket → last byte at the printer (5) · its mechanics, p50", BESIDE),
    ("the same, p99", rf"{BESIDE} +≤ 50 ms"),
    ("of all the time to a ticket in the hand, software takes", r" +[\d.]+ %"),
    *((f"ticket in {language}: bytes · layout", rf"of paper +{WEIGHT}") for language in sorted(LANGUAGES)),
    ("first screen, empty browser, CPU 4 × slower", rf"{BESIDE} +≤ 1500 ms{SPREAD}"),
    ("call answered → its number painted in Chromium, p50 (5)", f" {MAYBE_BEFORE}"),
    ("the same, p99", f" {MAYBE_BEFORE}"),
    ("call sent → its number painted · Socket.IO echo painted, p50", BESIDE),
    ("call sent → its number painted · Socket.IO echo painted, p99", BESIDE),
    ("click on “call next” → person shown, 30 waiting · GET /healthz, p50", BESIDE),
    ("click on “call next” → person shown, 30 waiting · GET /healthz, p99", BESIDE),
    ("desk’s page opened, 30 waiting · 10, p50", BESIDE),
    ("desk’s page opened, 30 waiting · 10, p99", BESIDE),
    ("desk’s page, 30 waiting", r" +\d+ KiB"),
    ("board/s, devices counted · not (100 each)", BESIDE + SPREAD),
    ("board/s, people signed in and counted · devices, not", BESIDE + SPREAD),
    *(
        (f"8 displays, 16 phones {where}: {what}", figures)
        for where in ("at 8 sites", "at one site")
        for what, figures in (
            ("call → last display", f" {FIGURE} +{FIGURE}"),
            ("call → last phone", f" {FIGURE} +{FIGURE}"),
            ("memory for each", r" -?\d+ KiB"),
        )
    ),
    ("call next, 100 waiting · 10", rf"{BESIDE} +≤ 1\.20{SPREAD}"),
    ("call next, the script alone", BESIDE + SPREAD),
    ("issue, 4 sites × 10 waiting · nobody", rf"{BESIDE} +≤ 1\.20{SPREAD}"),
    ("issue, the script alone", BESIDE + SPREAD),
    ("board read, 100 waiting · 10", BESIDE + SPREAD),
    ("desk's queue read, up to 100 rows a line", BESIDE + SPREAD),
    ("issue scripts/s, 1 connection · INCR", BESIDE + SPREAD),
    ("call scripts/s, 1 connection · INCR", BESIDE + SPREAD),
    ("issue scripts/s, 50 connections · INCR", BESIDE + SPREAD),
    ("call scripts/s, 50 connections · INCR", BESIDE + SPREAD),
)
MADE_UP = tuple(
    (f"wait told, {day} (", r"× mean +[\d.]+ min +[\d.]+ min +[\d.]+ +≥ 80% +\d+% inside")
    for day in ("steady", "rush", "a counter closes", "a long case", "counters differ")
)
ALONE = (("end of day, 20 waiting", f" {FIGURE}"), ("end of day, its longest script", f" {FIGURE}"))


@pytest.fixture(scope="module")
def printed() -> list[str]:
    ran = subprocess.run(
        [sys.executable, "-m", "bench", "--quick"], capture_output=True, text=True, check=True, cwd=ROOT, timeout=300
    )
    return ran.stdout.splitlines()


def test_the_bench_says_where_it_ran_and_what_its_columns_are(printed):
    surroundings, heads, *_ = printed
    assert re.fullmatch(r"\d+ cores · Python [\d.]+ · Valkey [\d.]+, AOF always", surroundings)
    assert heads.split() == ["Accueil", "bare", "ratio", "target", "spread"]


def test_the_bench_prints_each_figure_beside_its_yardstick(printed):
    rows = printed[2:]
    expected = (*COMPARED, *ALONE, *MADE_UP)
    assert [row[: len(what)] for row, (what, _) in zip(rows, expected, strict=True)] == [what for what, _ in expected]
    for row, (what, figures) in zip(rows, expected, strict=True):
        assert re.search(f"{figures}$", row.removeprefix(what)), row
