"""A pytest plugin: where nobody watches, a skipped test is a failed test.

Loaded for every run by pyproject.toml. It acts when the environment says CI, as `.ci/run` does: there a skip means
that a check silently stopped checking. On a developer's own machine a skip stays a skip.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from typing import TypeVar

import pytest

SENTENCE = "Skipped, which counts as failed in CI. Make the check run, or delete it."

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


# tryfirst makes a wrapper the outermost: it sees what pytest's own skip and xfail handling made of the report.
@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test that skipped or was expected to fail."""
    return failed_where_skipped((yield))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Fail a module that skipped itself whole while it was collected."""
    return failed_where_skipped((yield))


def failed_where_skipped(report: Report) -> Report:
    """The same report, its skip turned into a failure that says why."""
    if report.skipped and os.environ.get("CI"):
        report.outcome = "failed"
        report.longrepr = f"{SENTENCE}\n{report.longrepr}"
    return report
