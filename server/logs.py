"""Logs as fields. Never a token, never a follow secret: routes are logged by their rule, not by their path."""

from __future__ import annotations

import logging
import sys

import structlog


def configure_logs(kind: str) -> None:
    """Console lines for people, JSON for machines, both on standard error."""
    for_machines = [structlog.processors.dict_tracebacks, structlog.processors.JSONRenderer(ensure_ascii=False)]
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *(for_machines if kind == "json" else [structlog.dev.ConsoleRenderer()]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )
