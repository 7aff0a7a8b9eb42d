"""The way to the lasting tables: the engine, its sessions, and their upgrade."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import structlog
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from server.domain.errors import RecordsUnreachableError

log = structlog.get_logger()

MIGRATIONS = Path(__file__).parent / "migrations"


class Store:
    """Lasting data at a SQLAlchemy address: SQLite by default, PostgreSQL by URL.

    clock   what time it is, with its zone: a test may turn it
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.clock: Callable[[], datetime] = lambda: datetime.now(UTC)
        if (path := make_url(url).database) and url.startswith("sqlite"):
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        # An error's text goes to the log: it must not hold names, hashes or what people typed.
        self.engine = create_engine(url, pool_pre_ping=True, hide_parameters=True)
        if self.engine.dialect.name == "sqlite":
            event.listen(self.engine, "connect", _careful_sqlite)

    def upgrade(self) -> None:
        """Bring the tables to the shape this version knows."""
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["engine"] = self.engine
        command.upgrade(config, "head")

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A transaction: committed at the end, undone when an exception leaves it.

        Raises RecordsUnreachableError when the database does not answer, is locked or lacks its tables.
        """
        try:
            with Session(self.engine, expire_on_commit=False) as session, session.begin():
                yield session
        except (OperationalError, ProgrammingError) as error:
            log.warning("records do not answer", exc_info=error)
            raise RecordsUnreachableError("Les données du site ne répondent pas. Réessayez dans un moment.") from error

    def answers(self) -> bool:
        """Whether the database answers and has its tables."""
        try:
            with self.engine.connect() as connection:
                connection.execute(text("SELECT 1 FROM sites"))
        except (OperationalError, ProgrammingError):
            return False
        return True


def _careful_sqlite(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    """Foreign keys held, readers not blocked by a writer, five seconds' patience for a lock."""
    cursor = connection.cursor()
    for pragma in ("foreign_keys=ON", "journal_mode=WAL", "busy_timeout=5000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def upgrade_engine(config: Config) -> Engine:
    """The engine that `Store.upgrade` hands to the migrations' environment."""
    engine: Engine = config.attributes["engine"]
    return engine
