"""Why a paper does not come, as print agents tell it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, get_args

from server.domain.printer import Fault

REASONS: Final = frozenset(get_args(Fault))


def reason_of(said: Mapping[str, str] | None) -> str:
    """Why a job failed, by its entry in the journal: one of `REASONS`."""
    reason = (said or {}).get("reason", "")
    return reason if reason in REASONS else "other"
