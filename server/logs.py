"""Logs as fields. Never a token, never a follow secret: routes are logged by their rule, not by their path."""

from __future__ import annotations

import logging
import sys

import structlog


def configure_logs(kind: str) -> None:
    """Console lines for people, JSON for machines, both on standard error.

    Tracebacks come without the values of local variables: those hold tokens, secrets and sessions.
    """
    machine = [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
    person = [structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)]
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *(machine if kind == "json" else person),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )
