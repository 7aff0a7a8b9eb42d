"""Alembic's environment: the tables of the engine that Store.upgrade hands over."""

from alembic import context

from server.records import door_tables, visit_tables
from server.records.store import upgrade_engine
from server.records.tables import Base

KNOWN = (door_tables, visit_tables)
"""Read for what they add to the tables that Base knows."""

with upgrade_engine(context.config).connect() as connection:
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
