"""A print job to start from, and a stand-in for the reception."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
import structlog
from structlog.testing import LogCapture

from printers import agent, eye, memory, pulse, service_manager, worker
from printers.job import PrintJob
from tests.printers.stand_in_reception import Reception


@pytest.fixture
def a_job() -> Callable[..., PrintJob]:
    """Makes a French ticket, with what the test wants different."""

    def make(**different) -> PrintJob:
        usual = {
            "id": "job-1",
            "site_name": "PIMMS Médiation des États-Unis, Lyon 8e",
            "number": "A012",
            "need_label": "Mes papiers et mes démarches",
            "language": "fr",
            "issued_at": "2026-11-23T10:42:00+01:00",
            "ahead": 3,
            "follow_url": "http://127.0.0.1:8000/t/Qm9uam91ciBMeW9uIDhlIQ",
        }
        return PrintJob(**{**usual, **different})

    return make


@pytest.fixture
def open_reception():
    """Opens receptions, at a port of their own or at the one asked for; closes them all."""
    opened = []

    def open_one(port: int = 0) -> Reception:
        desk = Reception(port)
        opened.append(desk)
        threading.Thread(target=desk.serve_forever, kwargs={"poll_interval": 0.01}).start()
        return desk

    yield open_one
    for desk in opened:
        desk.close()


@pytest.fixture
def reception(open_reception):
    return open_reception()


@pytest.fixture
def log(monkeypatch):
    """What the agent logs, whatever another test of this process set up for logs and structlog has kept."""
    capture = LogCapture()
    for module in (agent, eye, memory, pulse, service_manager, worker):
        logger = structlog.wrap_logger(None, processors=[capture], cache_logger_on_first_use=False)
        monkeypatch.setattr(module, "log", logger)
    return capture.entries
