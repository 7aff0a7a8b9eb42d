"""Everything the records hold, so that "nothing changed" can be said of all of it at once."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from server.records.store import Store
from server.records.tables import Base

MOMENTS = frozenset({"seen_at", "asked_at", "last_seen"})
"""When somebody was last heard of: asking is no change."""


def everything_kept(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of each table, in some order that stays."""
    with store.session() as session:
        return {
            table.name: sorted(
                (tuple(map(repr, row)) for row in session.execute(select(*_columns(table)))),
            )
            for table in Base.metadata.sorted_tables
        }


def _columns(table: Any) -> list[Any]:
    return [column for column in table.columns if column.name not in MOMENTS]
