"""Logs as fields. Never a token, never a follow secret: routes are logged by their rule, not by their path."""

from __future__ import annotations

import logging
import sys

import structlog


def configure_logs(kind: str) -> None:
    """Console lines for people, JSON for machines, both on standard error."""
    renderer = structlog.processors.JSONRenderer(ensure_ascii=False) if kind == "json" else structlog.dev.ConsoleRenderer()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.dict_tracebacks if kind == "json" else structlog.processors.StackInfoRenderer(),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )
